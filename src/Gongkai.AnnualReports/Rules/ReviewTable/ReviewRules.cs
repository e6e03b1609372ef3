using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Rules.ReviewTable;

/// <summary>E 组：表四，行政复议、行政诉讼情况。</summary>
internal static class ReviewRules
{
    public static ImmutableArray<Rule> All { get; } = [.. ReviewSums.All, .. ReviewFlow.All];
}
