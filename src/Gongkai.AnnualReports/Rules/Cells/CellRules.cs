using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Rules.Cells;

/// <summary>B 组：单元格里填的东西。</summary>
internal static class CellRules
{
    public static ImmutableArray<Rule> All { get; } = [.. CellContents.All, .. Amounts.All, CellCounts.Rule];
}
