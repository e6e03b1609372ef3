namespace Gongkai.Data.Search;

/// <summary>
/// 索引里应有的一段。第 0 段是标题，它的词片前面都加一个记号，与正文各段的互不相干：
/// 一个词标题里有没有，查一次就知道，不必把正文里有它的各段都看一遍。
/// 正文的每一段都带上标题的词片：几个词有的在标题、有的在正文，也查得到。
/// </summary>
/// <param name="Id">段号。</param>
/// <param name="Tokens">词片，按次序。</param>
/// <param name="Facets">筛选用的词片，不计次序。</param>
internal sealed record IndexedPassage(long Id, IReadOnlyList<string> Tokens, IReadOnlyList<string> Facets)
{
    /// <summary>标题的词片以它开头。</summary>
    private const char TitleMark = '¶';

    public static IndexedPassage Of(long id, string text, string title, string facets)
    {
        var inTitle = SearchPassages.IsTitle(id);
        IEnumerable<string> tokens = inTitle ? SearchTokens.ForIndex(title) : [.. SearchTokens.ForIndex(title), .. SearchTokens.ForIndex(text)];
        return new IndexedPassage(id, [.. tokens.Select(token => Marked(token, inTitle))], [.. SearchFacetTokens.ForIndex(facets).Select(facet => Marked(facet, inTitle))]);
    }

    /// <summary>在标题里找、在正文里找，词片的写法不同。</summary>
    public static string Marked(string token, bool inTitle) => inTitle ? TitleMark + token : token;

    /// <summary>去掉标题的记号。</summary>
    public static ReadOnlySpan<char> Unmarked(string token) => token.AsSpan().TrimStart(TitleMark);
}

/// <summary>要查的各条件，都要合。</summary>
/// <param name="Terms">文字的条件。</param>
/// <param name="Facets">筛选用的词片。</param>
/// <param name="InTitle">在标题里找；否则在正文各段（带着标题）里找。</param>
internal sealed record SearchConditions(IReadOnlyList<SearchTerm> Terms, IReadOnlyList<string> Facets, bool InTitle)
{
    public static SearchConditions Of(IEnumerable<SearchTerm> terms, IEnumerable<string> facets, bool inTitle) => new(
        [.. terms.Select(term => term with { Tokens = [.. term.Tokens.Select(token => IndexedPassage.Marked(token, inTitle))] })],
        [.. facets.Select(facet => IndexedPassage.Marked(facet, inTitle))],
        inTitle);
}
