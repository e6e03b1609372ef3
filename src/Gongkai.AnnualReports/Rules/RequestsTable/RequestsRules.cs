using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Rules.RequestsTable;

/// <summary>D 组：表三，收到和处理政府信息公开申请情况。</summary>
internal static class RequestsRules
{
    public static ImmutableArray<Rule> All { get; } = [.. RequestsSums.All, .. RequestsFlow.All, .. RequestsOutcomes.All];
}
