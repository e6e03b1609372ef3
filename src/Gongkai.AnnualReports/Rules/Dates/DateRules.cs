using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Rules.Dates;

/// <summary>G 组之一：落款日期、发布期限、统计期限、正文里的年份、过时的规定与用语。</summary>
internal static class DateRules
{
    public static ImmutableArray<Rule> All { get; } =
    [
        .. SigningDate.All,
        StatedPeriod.Rule,
        StatedYears.Rule,
        .. Superseded.All,
        SignatureParts.Rule,
    ];
}
