using System.Text;
using Gongkai.Documents.Text;

namespace Gongkai.Data.Search;

/// <summary>一串连着的字：汉字、外文词或数字，归一后的写法。</summary>
/// <param name="Text">归一、小写之后的字。</param>
/// <param name="IsChinese">是汉字；汉字切成二字词片，词与数字整个算一个。</param>
internal readonly record struct SearchRun(string Text, bool IsChinese);

/// <summary>
/// 检索的切词，两种引擎、建索引与查询共用这一个：汉字切成二字词片，外文词与数字整个算，标点只作分隔。
/// 一串汉字的最后一个字另作一片，所以只查一个字也查得到。
/// </summary>
internal static class SearchTokens
{
    // 再长的“词”多半是乱码或编码，截断即可。
    private const int LongestWord = 64;

    private enum Kind
    {
        None,
        Chinese,
        Word,
        Number,
    }

    /// <summary>文字里的各串，按次序。</summary>
    public static IEnumerable<SearchRun> Runs(string text)
    {
        var run = new StringBuilder();
        var kind = Kind.None;
        foreach (var rune in text.EnumerateRunes())
        {
            var mapped = Map(rune);
            // 汉字之间的空白、换行不断开：排版时常常插空、折行。
            if (mapped.Value == 0 && kind == Kind.Chinese) continue;
            var next = KindOf(mapped);
            if (next != kind && run.Length > 0)
            {
                yield return new SearchRun(run.ToString(), kind == Kind.Chinese);
                run.Clear();
            }

            kind = next;
            if (kind == Kind.Chinese || (kind != Kind.None && run.Length < LongestWord)) Append(run, mapped);
        }

        if (run.Length > 0) yield return new SearchRun(run.ToString(), kind == Kind.Chinese);
    }

    /// <summary>建索引用的词片，按次序。</summary>
    public static IEnumerable<string> ForIndex(string text)
    {
        foreach (var run in Runs(text))
        {
            if (!run.IsChinese)
            {
                yield return run.Text;
                continue;
            }

            foreach (var pair in Pairs(run.Text)) yield return pair;
            yield return run.Text[LastRune(run.Text)..];
        }
    }

    /// <summary>一串汉字的二字词片。</summary>
    public static IEnumerable<string> Pairs(string chinese)
    {
        for (int at = 0, next = Next(chinese, 0); next < chinese.Length; at = next, next = Next(chinese, next))
            yield return chinese[at..Next(chinese, next)];
    }

    private static void Append(StringBuilder run, Rune rune)
    {
        if (rune.IsBmp) run.Append((char)rune.Value);
        else run.Append(rune.ToString());
    }

    private static int Next(string text, int at) => at + (char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1);

    private static int LastRune(string text) => text.Length - (char.IsLowSurrogate(text[^1]) ? 2 : 1);

    // 归一表逐字管基本平面；平面之外的字原样保留。
    private static Rune Map(Rune rune) =>
        rune.IsBmp ? new Rune(char.ToLowerInvariant(Normalisation.Of((char)rune.Value))) : rune;

    private static Kind KindOf(Rune rune)
    {
        if (rune.Value is >= '0' and <= '9') return Kind.Number;
        if (!Rune.IsLetterOrDigit(rune)) return Kind.None;
        return rune.Value >= 0x2E80 ? Kind.Chinese : Kind.Word;
    }
}
