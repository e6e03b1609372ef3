namespace Gongkai.AnnualReports.Indicators;

/// <summary>一组数的分布：个数、平均、最小、四分位、最大，和离群的界限。</summary>
/// <param name="Count">几个数。</param>
/// <param name="Mean">平均。</param>
/// <param name="Least">最小。</param>
/// <param name="Lower">下四分位：排好以后第 (n−1)/4 位（从 0 起），落在两个数之间的按比例取。</param>
/// <param name="Median">中位数。</param>
/// <param name="Upper">上四分位。</param>
/// <param name="Most">最大。</param>
public sealed record Distribution(int Count, double Mean, double Least, double Lower, double Median, double Upper, double Most)
{
    /// <summary>少于这么多个机关的，不判离群。</summary>
    public const int FewestForOutliers = 8;

    /// <summary>离群的界限在四分位之外多少个四分位距。</summary>
    public const double Fence = 1.5;

    /// <summary>离群的规则，说给人听。</summary>
    public const string Rule = "离群：比上四分位高出、或者比下四分位低出四分位距的 1.5 倍以上（四分位距是上、下四分位之差）。少于 8 个机关的、四分位距为零的不判。离群只是值得核对，不等于有错。";

    /// <summary>不判离群的原因；可判的为空。</summary>
    public string? WhyNoOutliers => Count < FewestForOutliers ? $"只有 {Count} 个机关，少于 {FewestForOutliers} 个，不判离群。" : Upper <= Lower ? "四分位距为零（一半以上的机关数字相同），不判离群。" : null;

    /// <summary>高于它的是离群。</summary>
    public double HighFence => Upper + (Fence * (Upper - Lower));

    /// <summary>低于它的是离群。</summary>
    public double LowFence => Lower - (Fence * (Upper - Lower));

    /// <summary>一个数是不是离群。</summary>
    public bool IsOutlier(double value) => WhyNoOutliers is null && (value > HighFence || value < LowFence);

    /// <summary>由一组数得出；一个也没有的为空。</summary>
    public static Distribution? Of(IEnumerable<double> values)
    {
        var sorted = values.ToArray();
        if (sorted.Length == 0) return null;
        Array.Sort(sorted);
        return new Distribution(sorted.Length, sorted.Average(), sorted[0], At(sorted, 0.25), At(sorted, 0.5), At(sorted, 0.75), sorted[^1]);
    }

    // 与电子表格的 QUARTILE.INC 一样。
    private static double At(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var (below, part) = ((int)place, place - (int)place);
        return below + 1 < sorted.Length ? sorted[below] + (part * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
