using System.Diagnostics;

namespace Gongkai.Bench;

/// <summary>成对地量：基线一轮、被测一轮，轮流进行，机器忙闲对两边一样。</summary>
internal static class Measurement
{
    public const int Rounds = 7;

    /// <summary>一轮至少这么久，太快的一轮做几遍：短了，一次垃圾回收、一次别的进程抢占就左右结果。</summary>
    private static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(400);

    private static readonly TimeSpan WarmWindow = TimeSpan.FromSeconds(1);
    private const int MostWindows = 30;
    private const int SettledWindows = 3;
    private const double Better = 1.03;

    /// <returns>基线与被测各自的每秒次数（中位数）。</returns>
    public static (double Baseline, double Measured) Pair(int count, Action baseline, Action measured)
    {
        var (baselineRepeat, measuredRepeat) = (Warm(baseline), Warm(measured));
        var (first, second) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            first.Add(count / Seconds(baseline, baselineRepeat));
            second.Add(count / Seconds(measured, measuredRepeat));
        }

        return (Median(first), Median(second));
    }

    /// <summary>
    /// 预热：.NET 先粗编译、跑热了再在后台精编译，机器忙时要许多秒。连着几秒不再变快，才算稳定；基线和被测都这样。
    /// </summary>
    /// <returns>一轮该做几遍。</returns>
    public static int Warm(Action action)
    {
        var (best, settled, windows) = (0.0, 0, 0);
        while (settled < SettledWindows && windows++ < MostWindows)
        {
            var clock = Stopwatch.StartNew();
            var times = 0;
            for (; clock.Elapsed < WarmWindow; times++) action();
            var rate = times / clock.Elapsed.TotalSeconds;
            settled = rate > best * Better ? 0 : settled + 1;
            best = Math.Max(best, rate);
        }

        return Math.Max(1, (int)Math.Ceiling(best * RoundTime.TotalSeconds));
    }

    /// <summary>做几遍，平均一遍的秒数。</summary>
    public static double Seconds(Action action, int repeat) => Seconds(() =>
    {
        for (var time = 0; time < repeat; time++) action();
    }) / repeat;

    public static double Seconds(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed.TotalSeconds;
    }

    public static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    /// <summary>逐份去做，每个处理器一个工人。</summary>
    public static void Each(byte[][] contents, Action<byte[]> work) =>
        Parallel.ForEach(contents, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, work);
}
