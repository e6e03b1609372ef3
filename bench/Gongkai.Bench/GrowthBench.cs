namespace Gongkai.Bench;

/// <summary>增长：份数增为百倍，时间也应是百倍上下。</summary>
internal static class GrowthBench
{
    public static void Run(int many)
    {
        var set = ReportSet.Create(200).Texts;
        var few = Time(set, 100);
        var lots = Time(set, many);
        Console.WriteLine($"增长：100 份 {few * 1000:0} 毫秒，{many} 份 {lots * 1000:0} 毫秒，每十倍 {Math.Pow(lots / few, 1 / Math.Log10(many / 100.0)):0.0} 倍（应 ≤ 11）");
    }

    private static double Time(byte[][] set, int count)
    {
        var contents = Enumerable.Range(0, count).Select(index => set[index % set.Length]).ToArray();
        TextBench.Each(contents[..100], TextBench.ReadAndCheck);
        return Measurement.Median([.. Enumerable.Range(0, 3).Select(_ => Measurement.Seconds(() => TextBench.Each(contents, TextBench.ReadAndCheck)))]);
    }
}
