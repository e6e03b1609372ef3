using System.Collections.Immutable;

namespace Gongkai.Publication.Matters;

/// <summary>一条信息可能属于清单上的哪一项：看法定公开分类和名称，只是建议，由人选定。</summary>
public static class MatterSuggestions
{
    /// <summary>至多建议几项。</summary>
    public const int Most = 3;

    /// <summary>最像的在前；不像的不列。</summary>
    /// <param name="matters">本单位还在用的各项。</param>
    /// <param name="category">信息的法定公开分类；没有填的为空。</param>
    /// <param name="title">信息的名称。</param>
    public static ImmutableArray<Matter> For(IEnumerable<Matter> matters, string? category, string title)
    {
        var words = Pairs(title);
        return
        [
            .. matters.Select(matter => (Matter: matter, Score: Score(matter.Facts, category, words))).Where(one => one.Score > 0)
                .OrderByDescending(one => one.Score).ThenBy(one => one.Matter.Facts.Name, StringComparer.Ordinal).Take(Most).Select(one => one.Matter),
        ];
    }

    // 分类相同是必要的（没有填的看名称）；名称里相同的字越多越像，事项的名称比要素要紧。
    private static int Score(MatterFacts matter, string? category, HashSet<(char, char)> words)
    {
        if (category is not null && category != matter.Category) return 0;
        var (name, elements) = (Pairs(matter.Name).Count(words.Contains), Pairs(matter.Elements).Count(words.Contains));
        return (category is null ? 0 : 1) + (name * 4) + elements;
    }

    private static HashSet<(char, char)> Pairs(string text) => [.. text.Zip(text.Skip(1)).Where(pair => char.IsLetterOrDigit(pair.First) && char.IsLetterOrDigit(pair.Second))];
}
