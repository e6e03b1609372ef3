using System.Globalization;

namespace Gongkai.Web.Portal.DataCentre;

/// <summary>图的一根轴：从多少到多少，画在哪一段，刻度写哪几个整的数。</summary>
internal sealed record Scale(double Least, double Most, double Start, double End)
{
    /// <summary>放得下这些数的轴，零总在内，两头取整的刻度。</summary>
    public static Scale Of(IEnumerable<double> values, double start, double end)
    {
        var (least, most) = (0.0, 0.0);
        foreach (var value in values) (least, most) = (Math.Min(least, value), Math.Max(most, value));
        if (most <= least) most = least + 1;
        var step = StepOf(most - least);
        return new Scale(Math.Floor(least / step) * step, Math.Ceiling(most / step) * step, start, end);
    }

    /// <summary>一个数画在哪里。</summary>
    public string At(double value) => Number(Start + ((value - Least) / (Most - Least) * (End - Start)));

    /// <summary>刻度。</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            var step = StepOf(Most - Least);
            for (var tick = Least; tick <= Most + (step / 2); tick += step) yield return Math.Abs(tick) < step / 1000 ? 0 : tick;
        }
    }

    /// <summary>坐标的写法。</summary>
    public static string Number(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);

    // 四五个刻度，间隔是 1、2、5 乘以十的几次方。
    private static double StepOf(double range)
    {
        var rough = range / 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 } * power;
    }
}
