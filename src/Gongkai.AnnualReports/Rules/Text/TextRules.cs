using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Rules.Text;

/// <summary>F 组：正文与表格一致。正文的数只读一遍（见 Prose），这里只比较。</summary>
internal static class TextRules
{
    public static ImmutableArray<Rule> All { get; } =
    [
        .. RequestTextRules.All,
        .. ReviewTextRules.All,
        .. DisclosureTextRules.All,
        .. PublishedTextRules.All,
        .. ConsistencyTextRules.All,
    ];
}
