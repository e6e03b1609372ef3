using System.Buffers;
using System.Collections.Frozen;
using Gongkai.AnnualReports.Rules.Prose;

namespace Gongkai.AnnualReports.Rules.Language;

/// <summary>汉语句子里的孤立英文单词、乱码和控制字符。</summary>
internal static class ForeignText
{
    private static readonly FrozenSet<string> Allowed;
    private static readonly FrozenSet<string> FunctionWords;
    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> Controls = SearchValues.Create("\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F\uFFFD");

    /// <summary>乱码与网页标记的残留。</summary>
    public static IReadOnlyCollection<string> Garbled { get; }

    static ForeignText()
    {
        using var document = LanguageData.Open("latin");
        Allowed = LanguageData.Strings(document.RootElement, "allowed").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        FunctionWords = LanguageData.Strings(document.RootElement, "function").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Garbled = LanguageData.Strings(document.RootElement, "garbled");
    }

    public static IEnumerable<Verdict> Find(CheckContext context)
    {
        var prose = context.Prose;
        foreach (var (start, length) in Words(prose.Text, prose.Body))
            yield return new Broken(Say($"疑似机器翻译或OCR残留“{prose.Text.Substring(start, length)}”",
                $"probably left over from machine translation or OCR: “{prose.Text.Substring(start, length)}”"), []) { Where = prose.Where(start, length) };
        foreach (var found in prose.Words.Of(WordList.Garbled))
        {
            if (found.Start < prose.Body) continue;
            yield return new Broken(Say("疑似乱码或网页标记残留", "probably garbled characters or remains of web markup"), []) { Where = prose.Where(found.Start, 1) };
            break;
        }

        foreach (var section in context.Report.Sections)
            foreach (var paragraph in section.Paragraphs)
                if (paragraph.Text.AsSpan().IndexOfAny(Controls) is >= 0 and var at)
                    yield return new Broken(Say($"含控制字符或坏字（U+{(int)paragraph.Text[at]:X4}）", $"holds a control or broken character (U+{(int)paragraph.Text[at]:X4})"), []) { Where = Say($"第{"一二三四五六"[section.Number - 1]}部分{paragraph.Place}",
                        $"section {section.Number} {paragraph.Place}") };
    }

    private static List<(int Start, int Length)> Words(string text, int from)
    {
        var found = new List<(int, int)>();
        for (var start = Next(text, from); start >= 0;)
        {
            var end = start + 1;
            while (end < text.Length && Letters.Contains(text[end])) end++;
            if (IsResidue(text, start, end)) found.Add((start, end - start));
            start = Next(text, end);
        }

        return found;
    }

    private static int Next(string text, int from) => text.AsSpan(from).IndexOfAny(Letters) is >= 0 and var offset ? from + offset : -1;

    private static bool IsResidue(string text, int start, int end)
    {
        // 网址、邮箱、型号、单位里的字母连着数字和符号；成串的西文（专名、引语）前后是空格和字母。
        if (!StandsAlone(text, start - 1) || !StandsAlone(text, end)) return false;
        var word = text.AsSpan(start, end - start);
        if (word.Length < 2) return false;
        if (FunctionWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return word.ContainsAnyInRange('a', 'z');
        return !word.ContainsAnyInRange('A', 'Z') && !Allowed.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }

    private static bool StandsAlone(string text, int index) =>
        index >= 0 && index < text.Length && text[index] is (>= '\u4E00' and <= '\u9FFF') or '，' or '。' or '、' or '；';
}
