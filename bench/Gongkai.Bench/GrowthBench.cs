namespace Gongkai.Bench;

/// <summary>增长：份数增为十倍，时间也应是十倍上下。</summary>
internal static class GrowthBench
{
    private const int Few = 100;

    private const double Bar = 11;

    public static void Run(byte[][] texts, int many)
    {
        var few = Time(texts, Few, repeat: many / Few);
        var lots = Time(texts, many, repeat: 1);
        var tenfold = Math.Pow(lots / few, 1 / Math.Log10((double)many / Few));
        Figure.AtMost("增长，份数每十倍，时间的倍数", tenfold, Bar, $"{Few} 份 {few * 1000:0.0} 毫秒，{many} 份 {lots * 1000:0} 毫秒");
    }

    /// <summary>做完这么多份的秒数。份数少的一轮太短，多做几轮取平均，再与别的轮一起取中位数。</summary>
    private static double Time(byte[][] texts, int count, int repeat)
    {
        var contents = Enumerable.Range(0, count).Select(index => texts[index % texts.Length]).ToArray();
        Measurement.Warm(Rounds);
        return Measurement.Median([.. Enumerable.Range(0, 3).Select(_ => Measurement.Seconds(Rounds) / repeat)]);

        void Rounds()
        {
            for (var round = 0; round < repeat; round++) Measurement.Each(contents, Product.ReadAndCheck);
        }
    }
}
