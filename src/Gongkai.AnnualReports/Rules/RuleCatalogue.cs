using System.Collections.Frozen;
using System.Collections.Immutable;
using Gongkai.Documents.Text;

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
        Dates.DateRules.All,
        Bodies.BodyRules.All,
        Language.LanguageRules.All,
        Similarity.SimilarityRules.All,
        Publication.PublicationRules.All);

    private static readonly FrozenDictionary<string, Rule> ById = All.ToFrozenDictionary(rule => rule.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>按编号找规则，不计大小写、全半角与连字符，个位数可以不补零：t3-1 就是 T3-01；没有时为空。</summary>
    public static Rule? Find(string id) => ById.GetValueOrDefault(id) ?? ById.GetValueOrDefault(Canonical(id));

    /// <summary>与一个编号最相近的三个编号，写错时提示用。</summary>
    public static ImmutableArray<string> Near(string id)
    {
        var wanted = Canonical(id);
        return [.. All.Select(rule => rule.Id).OrderBy(candidate => Distance(candidate, wanted)).ThenBy(candidate => candidate, StringComparer.Ordinal).Take(3)];
    }

    private static string Canonical(string id)
    {
        var text = Normalisation.Apply(id).ToUpperInvariant().Replace("-", "", StringComparison.Ordinal);
        return text.Length switch
        {
            3 => $"{text[..2]}-0{text[2]}",
            4 => $"{text[..2]}-{text[2..]}",
            _ => text,
        };
    }

    /// <summary>逐位不同的个数；前缀不同比号码不同远得多。</summary>
    private static int Distance(string one, string other)
    {
        var distance = Math.Abs(one.Length - other.Length);
        for (var index = 0; index < Math.Min(one.Length, other.Length); index++)
            if (one[index] != other[index]) distance += index < 2 ? 3 : 1;
        return distance;
    }

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
