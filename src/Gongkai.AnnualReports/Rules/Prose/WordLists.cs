using System.Numerics;
using Gongkai.AnnualReports.Rules.Bodies;
using Gongkai.AnnualReports.Rules.Dates;
using Gongkai.AnnualReports.Rules.Language;
using Gongkai.AnnualReports.Rules.Text;
using Gongkai.Documents.Text;

namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>各条规则要在正文里找的词，一条规则一张名单。</summary>
internal enum WordList
{
    Confusables,
    Usages,
    StackedMarks,
    PunctuationClues,
    MissingPartClues,
    Garbled,
    FeeWords,
    VagueWords,
    OldRegulation,
    Form2019,
    Form2021,
    OldCaptions,
    Compiling,
}

/// <summary>
/// 正文里的线索：全部名单合成一张词表，正文走一遍就都找到，各条规则来问自己的那一张。
/// 一份报告多半一个词也碰不上，那时每条规则只花一次比较。
/// </summary>
internal sealed class WordSightings
{
    private static readonly (WordList List, IReadOnlyCollection<string> Words)[] Lists =
    [
        (WordList.Confusables, Confusables.Words),
        (WordList.Usages, Usages.Words),
        (WordList.StackedMarks, PunctuationFaults.Stacked),
        (WordList.PunctuationClues, PunctuationFaults.Clues),
        (WordList.MissingPartClues, MissingParts.Clues),
        (WordList.Garbled, ForeignText.Garbled),
        (WordList.FeeWords, ConsistencyTextRules.FeeWords),
        (WordList.VagueWords, ConsistencyTextRules.VagueWords),
        (WordList.OldRegulation, Superseded.OldRegulation),
        (WordList.Form2019, Superseded.Form2019),
        (WordList.Form2021, Superseded.Form2021),
        (WordList.OldCaptions, Superseded.OldCaptions),
        (WordList.Compiling, ForeignNames.Compiling),
    ];

    private static readonly string[] Words = [.. Lists.SelectMany(list => list.Words).Distinct(StringComparer.Ordinal)];

    private static readonly PhraseIndex Index = new(Words);

    /// <summary>每个词在哪几张名单上，一张一位。</summary>
    private static readonly uint[] Memberships =
        [.. Words.Select(word => Lists.Where(list => list.Words.Contains(word)).Aggregate(0u, (bits, list) => bits | Bit(list.List)))];

    private readonly List<FoundPhrase> _found = [];
    private readonly uint _seen;

    private WordSightings(string text)
    {
        Index.FindAll(text, _found);
        foreach (var found in _found) _seen |= Memberships[found.Phrase];
    }

    public static WordSightings In(string text) => new(text);

    /// <summary>名单上有没有一个词出现过。</summary>
    public bool Any(WordList list) => (_seen & Bit(list)) != 0;

    /// <summary>名单上各词的全部出现，按位置排列，同一处长的在前；重叠的都在内。</summary>
    public IEnumerable<FoundPhrase> Of(WordList list) => Any(list) ? Where(list) : [];

    private IEnumerable<FoundPhrase> Where(WordList list)
    {
        foreach (var found in _found)
            if ((Memberships[found.Phrase] & Bit(list)) != 0) yield return found;
    }

    private static uint Bit(WordList list) => BitOperations.RotateLeft(1u, (int)list);
}
