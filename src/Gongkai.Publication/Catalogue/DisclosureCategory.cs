using System.Collections.Frozen;
using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Citations;
using Gongkai.Organisations.Units;

namespace Gongkai.Publication.Catalogue;

/// <summary>法定公开分类：条例第二十条、第二十一条列举的内容，内容在 <c>disclosure-categories.csv</c>。</summary>
/// <param name="Code">代码，例如 2001 是第二十条第一项。</param>
/// <param name="Caption">说法。</param>
/// <param name="Article">条文。</param>
/// <param name="Levels">适用的层级；空的是各级。</param>
/// <param name="Column">归入的标准栏目的代码。</param>
public sealed record DisclosureCategory(string Code, string Caption, Citation Article, ImmutableArray<UnitLevel> Levels, string Column)
{
    private static readonly FrozenDictionary<string, DisclosureCategory> ByCode = DatedTable.Read("Catalogue/disclosure-categories.csv", typeof(DisclosureCategory).Assembly)
        .Select(row => new DisclosureCategory(
            row.Text("code"), row.Text("caption"), LegalDocuments.Regulation.Article(row.Text("article")), LevelsOf(row.Text("levels")), row.Text("column")))
        .ToFrozenDictionary(category => category.Code);

    /// <summary>全部，按代码排列。</summary>
    public static ImmutableArray<DisclosureCategory> All { get; } = [.. ByCode.Values.OrderBy(category => category.Code, StringComparer.Ordinal)];

    /// <summary>适用于某一层级的单位。</summary>
    public static ImmutableArray<DisclosureCategory> For(UnitLevel level) => [.. All.Where(category => category.AppliesTo(level))];

    /// <summary>按代码找；没有的为空。</summary>
    public static DisclosureCategory? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>是否适用于这一层级。</summary>
    public bool AppliesTo(UnitLevel level) => Levels.IsEmpty || Levels.Contains(level);

    private static ImmutableArray<UnitLevel> LevelsOf(string levels) => levels switch
    {
        "all" => [],
        "cityCounty" => [UnitLevel.City, UnitLevel.County],
        "town" => [UnitLevel.Town],
        _ => throw new InvalidOperationException($"disclosure-categories.csv 不认识“{levels}”。"),
    };
}
