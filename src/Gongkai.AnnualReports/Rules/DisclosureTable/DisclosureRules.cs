using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Rules.DisclosureTable;

/// <summary>C 组：表二，主动公开政府信息情况。</summary>
internal static class DisclosureRules
{
    public static ImmutableArray<Rule> All { get; } =
        [.. NormativeDocuments2021.All, .. RegulationPower.All, .. Decisions.All, .. Fees2021.All, .. Published2019.All, .. Items2019.All];
}
