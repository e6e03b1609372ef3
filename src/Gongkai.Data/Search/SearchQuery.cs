namespace Gongkai.Data.Search;

/// <summary>查询的一个条件：依次相连的词片，或者以某个字开头的词片。</summary>
/// <param name="Tokens">依次相连的词片。</param>
/// <param name="IsPrefix">只有一个字：查以它开头的词片。</param>
internal sealed record SearchTerm(IReadOnlyList<string> Tokens, bool IsPrefix);

/// <summary>把人输入的字化成条件：空格隔开的各词都要有；一个词里汉字、外文、数字各成一个条件。</summary>
internal static class SearchQuery
{
    private const int MostTerms = 16;
    private const int LongestInput = 200;

    /// <summary>归一后的各串，供标亮用；单字夹在别的串旁边的不查，免得“61号”把带“号”的都找来。</summary>
    public static IReadOnlyList<SearchRun> Runs(string text)
    {
        var input = text.Length > LongestInput ? text[..LongestInput] : text;
        var words = input.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. words.SelectMany(RunsOfWord).Distinct().Take(MostTerms)];
    }

    public static SearchTerm Term(SearchRun run)
    {
        if (!run.IsChinese) return new SearchTerm([run.Text], IsPrefix: false);
        var pairs = SearchTokens.Pairs(run.Text).ToList();
        return pairs.Count > 0 ? new SearchTerm(pairs, IsPrefix: false) : new SearchTerm([run.Text], IsPrefix: true);
    }

    private static IEnumerable<SearchRun> RunsOfWord(string word)
    {
        var runs = SearchTokens.Runs(word).ToList();
        return runs.Count > 1 ? runs.Where(run => !run.IsChinese || SearchTokens.Pairs(run.Text).Any()) : runs;
    }
}
