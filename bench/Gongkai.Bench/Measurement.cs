using System.Diagnostics;

namespace Gongkai.Bench;

/// <summary>成对地量：基线一轮、被测一轮，轮流进行，机器忙闲对两边一样。</summary>
internal static class Measurement
{
    public const int Rounds = 7;

    /// <returns>基线与被测各自的每秒次数（中位数）。</returns>
    public static (double Baseline, double Measured) Pair(int count, Action baseline, Action measured)
    {
        // 先各跑两遍，让即时编译完成。
        for (var warm = 0; warm < 2; warm++)
        {
            baseline();
            measured();
        }

        var (first, second) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            first.Add(count / Seconds(baseline));
            second.Add(count / Seconds(measured));
        }

        return (Median(first), Median(second));
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
}
