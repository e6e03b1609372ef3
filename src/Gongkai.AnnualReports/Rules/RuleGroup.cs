using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Rules;

/// <summary>规则的组：结构、单元格、表二……编号一经使用永不改变，所以写成名单；停用的编号留在名单里，不再分给别的规则。</summary>
/// <param name="Letter">组号，A 至 J。</param>
/// <param name="Caption">组名，给人看。</param>
/// <param name="Ids">本组的全部编号，按目录的顺序。</param>
public sealed record RuleGroup(char Letter, Bilingual Caption, ImmutableArray<string> Ids)
{
    /// <summary>全部各组，按目录的顺序。</summary>
    public static ImmutableArray<RuleGroup> All { get; } =
    [
        new('A', ("结构", "Structure"), Series("ST", 1, 13)),
        new('B', ("单元格", "Cells"), Series("FM", 1, 8)),
        new('C', ("表二：主动公开", "Table 2: proactive disclosure"), [.. Series("T2", 1, 11), .. Series("T2", 20, 26)]),
        new('D', ("表三：依申请公开", "Table 3: disclosure on request"), Series("T3", 1, 13)),
        new('E', ("表四：复议诉讼", "Table 4: reconsideration and litigation"), Series("T4", 1, 7)),
        new('F', ("正文与表格一致", "Text against tables"), Series("TX", 1, 16)),
        new('G', ("日期、主体、地名", "Dates, bodies, places"), Series("DT", 1, 13)),
        new('H', ("语言与安全", "Language and safety"), Series("LG", 1, 7)),
        new('I', ("雷同", "Copied text"), Series("SM", 1, 4)),
        new('J', ("汇总与发布", "Aggregation and publication"), [.. Series("AG", 1, 4), .. Series("PB", 1, 4)]),
    ];

    /// <summary>从 <paramref name="first"/> 号到 <paramref name="last"/> 号，含两端。</summary>
    private static ImmutableArray<string> Series(string prefix, int first, int last) =>
        [.. Enumerable.Range(first, last - first + 1).Select(number => $"{prefix}-{number:00}")];
}
