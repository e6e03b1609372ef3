using System.Collections.Frozen;

namespace Gongkai.Organisations.Regions;

/// <summary>普通词语：本身与地名相混的，以及首尾会与地名交叠的。数据在 <c>Data/confusable.csv</c> 与 <c>Data/words.txt</c>。</summary>
internal static class OrdinaryWords
{
    private const int LongestWord = 6;

    private static readonly Lazy<(FrozenSet<string> Short, FrozenSet<string> Full)> Confusable = new(() =>
    {
        var rows = EmbeddedTable.Rows("confusable.csv").ToLookup(row => row[1], row => row[0], StringComparer.Ordinal);
        return (rows["word"].ToFrozenSet(StringComparer.Ordinal), rows["full"].ToFrozenSet(StringComparer.Ordinal));
    });

    private static readonly Lazy<FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> Words = new(() =>
        EmbeddedTable.Lines("words.txt").SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>简称本身是普通词，例如“资源”“平安”。</summary>
    public static bool IsShortName(string name) => Confusable.Value.Short.Contains(name);

    /// <summary>连“市、县、区”也与普通词相混，例如“新建区”“公安县”。</summary>
    public static bool IsFullName(string name) => Confusable.Value.Full.Contains(name);

    /// <summary>有没有一个普通词从前面伸进 [start, end)，例如“公开”之于“开平”，或者把它整个包住而更长。</summary>
    public static bool ReachesInFromTheLeft(ReadOnlySpan<char> text, int start, int end)
    {
        for (var from = Math.Max(0, start - LongestWord + 1); from < start; from++)
            for (var to = start + 1; to <= Math.Min(text.Length, from + LongestWord); to++)
                if (Words.Value.Contains(text[from..to])) return true;
        return false;
    }

    /// <summary>有没有一个普通词从 [start, end) 里面伸到后面，例如“平台”之于“开平”。</summary>
    public static bool ReachesOutToTheRight(ReadOnlySpan<char> text, int start, int end)
    {
        for (var from = start; from < end; from++)
            for (var to = end + 1; to <= Math.Min(text.Length, from + LongestWord); to++)
                if (Words.Value.Contains(text[from..to])) return true;
        return false;
    }
}
