using System.Text;
using Gongkai.Data.Search;

namespace Gongkai.Data.Postgres;

/// <summary>一段写成 tsvector，条件写成 tsquery。</summary>
internal static class SearchVector
{
    // tsvector 一个词片至多记 256 个位置。
    private const int MostPositions = 256;

    /// <summary>各词片与位置；筛选的、分块的词片没有位置。</summary>
    public static string Of(IndexedPassage passage)
    {
        var positions = new Dictionary<string, List<int>>();
        var position = 0;
        foreach (var token in passage.Tokens)
        {
            position++;
            if (!positions.TryGetValue(token, out var list)) positions.Add(token, list = []);
            if (list.Count < MostPositions) list.Add(position);
            // 一串汉字到此为止：空一个位置，隔着标点的两个词片不会正好相差二。
            if (EndsRun(token)) position++;
        }

        var text = new StringBuilder();
        foreach (var (token, list) in positions) text.Append('\'').Append(token).Append("':").AppendJoin(',', list).Append(' ');
        foreach (var facet in passage.Facets.Concat(PassageBlocks.Of(passage.Id))) text.Append('\'').Append(facet).Append("' ");
        return text.ToString();
    }

    public static string Query(SearchConditions conditions, IReadOnlyList<string> blocks)
    {
        var parts = conditions.Terms.Select(Condition).Concat(conditions.Facets.Select(Quoted));
        return string.Join(" & ", blocks.Count > 0 ? parts.Append($"({string.Join(" | ", blocks.Select(Quoted))})") : parts);
    }

    // 连着的二字词片隔一个查一个就够了：相差二的两片，中间那个字的前后也对上了。
    private static string Condition(SearchTerm term)
    {
        if (term.IsPrefix) return $"{Quoted(term.Tokens[0])}:*";
        var text = new StringBuilder("(").Append(Quoted(term.Tokens[0]));
        for (int at = 0, next; at < term.Tokens.Count - 1; at = next)
        {
            next = Math.Min(at + 2, term.Tokens.Count - 1);
            text.Append($" <{next - at}> ").Append(Quoted(term.Tokens[next]));
        }

        return text.Append(')').ToString();
    }

    private static string Quoted(string token) => $"'{token}'";

    private static bool EndsRun(string token)
    {
        var bare = IndexedPassage.Unmarked(token);
        return bare.Length == 1 || (bare.Length == 2 && char.IsHighSurrogate(bare[0]));
    }
}
