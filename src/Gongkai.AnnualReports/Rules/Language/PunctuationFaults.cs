using System.Text.RegularExpressions;
using Gongkai.AnnualReports.Rules.Prose;

namespace Gongkai.AnnualReports.Rules.Language;

/// <summary>标点问题。</summary>
internal static partial class PunctuationFaults
{
    // 分页断开的段会在半句话处结束，所以只有后面紧跟小标题（或到了部分末尾）的长段才看句末。
    private const int ShortestSentence = 30;

    /// <summary>不该相叠的点号。</summary>
    public static readonly string[] Stacked = ["、等", "，。", "。，", "，，", "、、", "、。", "，、", "；。", "：。", "。；", "、，", "；；", "。。", "《《", "》》"];

    /// <summary>没有这些字，就不必去对句式。</summary>
    public static readonly string[] Clues = ["三公", "设在"];

    public static IEnumerable<Verdict> Find(CheckContext context)
    {
        var prose = context.Prose;
        foreach (var found in prose.Words.Of(WordList.StackedMarks))
            if (found.Start >= prose.Body && !IsAnotherWord(prose.Text, found.Start)) yield return Fault(prose, found.Start, 2, Say($"标点问题：“{Around(prose.Text, found.Start)}”",
                $"punctuation: “{Around(prose.Text, found.Start)}”"));

        if (prose.Words.Any(WordList.PunctuationClues))
        {
            foreach (var match in Unquoted().Matches(prose.Text).AsEnumerable())
                yield return Fault(prose, match.Index, match.Length, Say($"标点问题：“{match.Value}”中的“三公”应加引号", $"punctuation: “三公” in “{match.Value}” should stand in quotation marks"));
            foreach (var match in BrokenOff().Matches(prose.Text).AsEnumerable())
                yield return Fault(prose, match.Index + match.Length - 1, 1, Say($"标点问题：“{match.Value}”中的句号断开了主语和谓语，应为逗号",
                    $"punctuation: the full stop in “{match.Value}” parts subject and predicate; it should be a comma"));
        }

        for (var index = 0; index < prose.Paragraphs.Length; index++)
        {
            var paragraph = prose.Paragraphs[index];
            if (paragraph.Section == 0) continue;
            if (Unpaired(prose.Span(paragraph)) is { } mark) yield return Fault(prose, paragraph.End - 1, 1, Say($"标点问题：{mark}不配对", $"punctuation: {mark} are not paired"));
            if (EndsOpen(prose, index)) yield return Fault(prose, paragraph.End - 1, 1, Say($"标点问题：段末“{prose.Text[Math.Max(paragraph.Start, paragraph.End - 8)..paragraph.End]}”之后缺句号",
                $"punctuation: the full stop is missing after “{prose.Text[Math.Max(paragraph.Start, paragraph.End - 8)..paragraph.End]}” at the end of a paragraph"));
        }
    }

    // “、等级保护”“、等额选举”的“等”是另一个词。
    private static bool IsAnotherWord(string text, int index) =>
        text[index + 1] == '等' && index + 2 < text.Length && "级额离待同效候于次价第量高".Contains(text[index + 2]);

    private static string Around(string text, int index)
    {
        var start = index;
        while (start > 0 && index - start < 6 && text[start - 1] is >= '\u4E00' and <= '\u9FFF') start--;
        return text[start..(index + 2)];
    }

    private static string? Unpaired(ReadOnlySpan<char> paragraph) =>
        IsUnpaired(paragraph, '“', '”') ? Say("引号", "quotation marks") : IsUnpaired(paragraph, '《', '》') ? Say("书名号", "title marks") : null;

    // 一上来就是后引号的段，多半是前半段没有读到：不能算机关的错。
    private static bool IsUnpaired(ReadOnlySpan<char> paragraph, char open, char close)
    {
        var first = paragraph.IndexOfAny(open, close);
        return first >= 0 && paragraph[first] == open && paragraph.Count(open) != paragraph.Count(close);
    }

    private static bool EndsOpen(ProseText prose, int index)
    {
        var paragraph = prose.Paragraphs[index];
        if (paragraph.Length < ShortestSentence) return false;
        var span = prose.Span(paragraph);
        var bare = span.TrimEnd("”’》）");
        if (bare.IsEmpty || bare[^1] is '。' or '！' or '？' or '；' or '：' or '…') return false;
        // 全段没有一个点号的，多半是标题、表格残行或网址，不是一句话。
        if (!span.ContainsAny('，', '。')) return false;
        return index + 1 < prose.Paragraphs.Length
            && prose.Paragraphs[index + 1].Section == paragraph.Section
            && Punctuation.StartsWithMarker(prose.Span(prose.Paragraphs[index + 1]));
    }

    private static Broken Fault(ProseText prose, int start, int length, string message) => new(message, []) { Where = prose.Where(start, length) };

    [GeneratedRegex("(?<![“\"])三公(?:经费|消费|支出)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unquoted();

    [GeneratedRegex("设在[^，。；\n]{1,20}。(?:具体|主要)?负责", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BrokenOff();
}
