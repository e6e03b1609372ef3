using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Rules.Structure;

/// <summary>A 组：标题、六个部分、表的行列标签，以及各部分应有的内容。</summary>
internal static class StructureRules
{
    public static ImmutableArray<Rule> All { get; } = [.. Sections.All, .. TableForms.All, .. LabelWording.All, TitleWording.Rule, StatisticalPeriod.Rule, .. SectionOne.All, .. SectionFive.All];
}
