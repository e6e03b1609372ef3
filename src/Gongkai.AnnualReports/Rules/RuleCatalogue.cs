using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Rules;

/// <summary>规则目录：全部规则，按编号名单的顺序。</summary>
public static class RuleCatalogue
{
    /// <summary>全部规则，按目录的顺序。</summary>
    public static ImmutableArray<Rule> All { get; } = Assemble(
        Structure.StructureRules.All,
        Cells.CellRules.All,
        DisclosureTable.DisclosureRules.All,
        RequestsTable.RequestsRules.All,
        ReviewTable.ReviewRules.All,
        Text.TextRules.All,
        Language.LanguageRules.All,
        Similarity.SimilarityRules.All,
        Publication.PublicationRules.All);

    private static readonly FrozenDictionary<string, Rule> ById = All.ToFrozenDictionary(rule => rule.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>按编号找规则，不分大小写；没有时为空。</summary>
    public static Rule? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>一个编号所在的组；名单里没有的编号为空。</summary>
    public static RuleGroup? GroupOf(string id) => RuleGroup.All.FirstOrDefault(group => group.Ids.Contains(id, StringComparer.OrdinalIgnoreCase));

    /// <summary>把各组的规则排成一张目录；名单之外的编号和重复的编号是编程错误，不予接受。</summary>
    internal static ImmutableArray<Rule> Assemble(params ReadOnlySpan<ImmutableArray<Rule>> groups)
    {
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in RuleGroup.All)
            foreach (var id in group.Ids) order.Add(id, order.Count);

        var placed = new Rule?[order.Count];
        foreach (var group in groups)
        {
            foreach (var rule in group)
            {
                if (!order.TryGetValue(rule.Id, out var position))
                    throw new InvalidOperationException($"规则编号 {rule.Id} 不在名单里。");
                if (placed[position] is not null)
                    throw new InvalidOperationException($"规则编号 {rule.Id} 用了两次。");
                placed[position] = rule;
            }
        }

        return [.. placed.OfType<Rule>()];
    }
}
