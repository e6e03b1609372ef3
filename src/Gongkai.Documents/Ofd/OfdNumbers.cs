using System.Globalization;

namespace Gongkai.Documents.Ofd;

/// <summary>OFD 属性里以空格分开的数。</summary>
internal static class OfdNumbers
{
    public static double Parse(ReadOnlySpan<char> text, double otherwise = 0) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : otherwise;

    /// <summary>恰好 <paramref name="count"/> 个数；不是的为空。</summary>
    public static double[]? ParseExactly(string? text, int count)
    {
        var parts = text?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts?.Length == count ? [.. parts.Select(part => Parse(part))] : null;
    }

    /// <summary>
    /// 展开偏移量：<c>g n v</c> 是 n 个 v。边走边展开，所以写着十亿次重复也不占内存；不够用时重复最后一个。
    /// </summary>
    public static IEnumerable<double> Offsets(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var last = 0.0;
        for (var index = 0; index < parts.Length; index++)
        {
            var repeat = 1L;
            if (parts[index] == "g")
            {
                if (index + 2 >= parts.Length) break;
                repeat = (long)Math.Clamp(Parse(parts[index + 1]), 0, int.MaxValue);
                index += 2;
            }

            last = Parse(parts[index]);
            for (var i = 0L; i < repeat; i++) yield return last;
        }

        while (true) yield return last;
    }
}
