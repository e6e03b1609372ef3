using Gongkai.Data.Search;

namespace Gongkai.Data.Postgres;

/// <summary>
/// 按编号把各件分成块，一级比一级大一倍，每一段记着它在各级的哪一块。查某一段编号，就是“这几块的词片之一，且合乎条件”，
/// 在 GIN 里与别的词片一样查得快；所以多的词可以从新到旧一截一截地找，不必全找出来再排。
/// </summary>
internal static class PassageBlocks
{
    private const int SmallestBits = 12;
    private const int Levels = 10;

    /// <summary>一段所在的各块。</summary>
    public static IEnumerable<string> Of(long passage) =>
        Enumerable.Range(0, Levels).Select(level => Token(passage / SearchPassages.PerDocument, level, SearchPassages.IsTitle(passage)));

    /// <summary>不大于它的、最小的块的起点。</summary>
    public static long Start(long document) => document >> SmallestBits << SmallestBits;

    /// <summary>从一块的起点到另一块的起点，由尽量大的块拼成。</summary>
    /// <param name="from">起点（含）。</param>
    /// <param name="until">止点（不含）。</param>
    /// <param name="inTitle">标题的，还是正文的。</param>
    public static IEnumerable<string> Between(long from, long until, bool inTitle)
    {
        for (long at = from, next; at < until; at = next)
        {
            var level = Enumerable.Range(0, Levels).Last(level => level == 0 || (at % Size(level) == 0 && at + Size(level) <= until));
            next = at + Size(level);
            yield return Token(at, level, inTitle);
        }
    }

    private static long Size(int level) => 1L << (SmallestBits + level);

    private static string Token(long document, int level, bool inTitle) => IndexedPassage.Marked($"{SearchFacetTokens.Mark}b{level}.{document / Size(level)}", inTitle);
}
