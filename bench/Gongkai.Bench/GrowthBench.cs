namespace Gongkai.Bench;

/// <summary>增长：份数增为十倍，时间也应是十倍上下。</summary>
internal static class GrowthBench
{
    private const int Few = 100;

    private const double Bar = 11;

    private const int Rounds = 5;

    public static void Run(byte[][] texts, int many)
    {
        var (few, lots) = (Repeated(texts, Few), Repeated(texts, many));
        var repeat = Measurement.Warm(() => Measurement.Each(few, Product.ReadAndCheck));
        var (smaller, larger) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            smaller.Add(Measurement.Seconds(() => Measurement.Each(few, Product.ReadAndCheck), repeat));
            larger.Add(Measurement.Seconds(() => Measurement.Each(lots, Product.ReadAndCheck)));
        }

        var (small, large) = (Measurement.Median(smaller), Measurement.Median(larger));
        var tenfold = Math.Pow(large / small, 1 / Math.Log10((double)many / Few));
        Figure.AtMost("增长，份数每十倍，时间的倍数", tenfold, Bar, $"{Few} 份 {small * 1000:0.0} 毫秒，{many} 份 {large * 1000:0} 毫秒");
    }

    private static byte[][] Repeated(byte[][] texts, int count) => [.. Enumerable.Range(0, count).Select(index => texts[index % texts.Length])];
}
