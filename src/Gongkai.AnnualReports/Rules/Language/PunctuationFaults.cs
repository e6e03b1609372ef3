using System.Buffers;
using System.Text.RegularExpressions;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Rules.Prose;

namespace Gongkai.AnnualReports.Rules.Language;

/// <summary>标点问题。</summary>
internal static partial class PunctuationFaults
{
    // 分页断开的段会在半句话处结束，所以只有后面紧跟小标题（或到了部分末尾）的长段才看句末。
    private const int ShortestSentence = 30;

    private static readonly SearchValues<string> Stacked =
        SearchValues.Create(["、等", "，。", "。，", "，，", "、、", "、。", "，、", "；。", "：。", "。；", "、，", "；；", "。。", "《《", "》》"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Clues = SearchValues.Create(["三公", "设在"], StringComparison.Ordinal);

    public static IEnumerable<Verdict> Find(AnnualReport report)
    {
        var prose = ProseText.Of(report);
        for (var index = Next(prose.Text, prose.Body); index >= 0; index = Next(prose.Text, index + 1))
            if (!IsAnotherWord(prose.Text, index)) yield return Fault(prose, index, 2, $"标点问题：“{Around(prose.Text, index)}”");

        if (prose.Text.AsSpan().ContainsAny(Clues))
        {
            foreach (var match in Unquoted().Matches(prose.Text).AsEnumerable())
                yield return Fault(prose, match.Index, match.Length, $"标点问题：“{match.Value}”中的“三公”应加引号");
            foreach (var match in BrokenOff().Matches(prose.Text).AsEnumerable())
                yield return Fault(prose, match.Index, match.Length, $"标点问题：“{match.Value}”中的句号断开了主语和谓语，应为逗号");
        }

        for (var index = 0; index < prose.Paragraphs.Length; index++)
        {
            var paragraph = prose.Paragraphs[index];
            if (paragraph.Section == 0) continue;
            if (Unpaired(prose.Span(paragraph)) is { } mark) yield return Fault(prose, paragraph.End - 1, 1, $"标点问题：{mark}不配对");
            if (EndsOpen(prose, index)) yield return Fault(prose, paragraph.End - 1, 1, $"标点问题：段末“{prose.Text[Math.Max(paragraph.Start, paragraph.End - 8)..paragraph.End]}”之后缺句号");
        }
    }

    private static int Next(string text, int from) => text.AsSpan(from).IndexOfAny(Stacked) is >= 0 and var offset ? from + offset : -1;

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
        IsUnpaired(paragraph, '“', '”') ? "引号" : IsUnpaired(paragraph, '《', '》') ? "书名号" : null;

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
