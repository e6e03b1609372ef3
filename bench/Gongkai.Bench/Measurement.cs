using System.Diagnostics;

namespace Gongkai.Bench;

/// <summary>成对地量：基线一轮、被测一轮，轮流进行，机器忙闲对两边一样。</summary>
internal static class Measurement
{
    public const int Rounds = 7;

    private static readonly TimeSpan WarmTime = TimeSpan.FromSeconds(3);

    /// <returns>基线与被测各自的每秒次数（中位数）。</returns>
    public static (double Baseline, double Measured) Pair(int count, Action baseline, Action measured)
    {
        Warm(baseline);
        Warm(measured);
        var (first, second) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            first.Add(count / Seconds(baseline));
            second.Add(count / Seconds(measured));
        }

        return (Median(first), Median(second));
    }

    /// <summary>
    /// 预热：.NET 先粗编译、跑热了再在后台精编译，要几秒才稳定；基线和被测都跑够这么久，量的是稳定以后的速度。
    /// </summary>
    public static void Warm(Action action)
    {
        var clock = Stopwatch.StartNew();
        do action();
        while (clock.Elapsed < WarmTime);
    }

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
