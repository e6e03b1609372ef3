using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading.Flat;
using Gongkai.AnnualReports.Reading.Labels;

namespace Gongkai.AnnualReports.Reading.Sections;

/// <summary>把一段原文读成正文的各段：被版面折断的行接上，小标题独立成段。</summary>
internal static class ProseReader
{
    /// <summary>不足这么多字的行不像是被折断的。</summary>
    private const int WrappedLength = 18;

    /// <param name="text">原文。</param>
    /// <param name="from">起点（含）。</param>
    /// <param name="to">终点（不含）。</param>
    /// <param name="wrapped">一行未必是一段（纯文本、PDF）；网页和 Word 的一行就是一段。</param>
    /// <param name="tables">这一部分有表：只要成句的文字行。</param>
    public static List<ReportParagraph> Read(FlatText text, int from, int to, bool wrapped, bool tables)
    {
        var paragraphs = new List<ReportParagraph>();
        if (from >= to) return paragraphs;
        var open = false;
        var last = text.RowAt(to - 1);
        for (var index = text.RowAt(from); index <= last; index++)
        {
            var row = text.Rows[index];
            var (start, end) = (Math.Max(row.Start, from), Math.Min(row.End, to));
            if (start >= end || !IsProse(text, row, start, end, tables)) continue;
            var line = Slice(text, row, start, end);
            if (wrapped && open && !StartsItem(text.Content.AsSpan(start, end - start))) paragraphs[^1] = Join(paragraphs[^1], line);
            else paragraphs.Add(new ReportParagraph(line, row.Place));
            open = IsOpen(text.Content.AsSpan(start, end - start));
        }

        return paragraphs;
    }

    private static bool IsProse(FlatText text, FlatRow row, int start, int end, bool tables)
    {
        if (row.Kind != RowKind.Line) return !tables && text.Content.AsSpan(start, end - start).Contains('。');
        if (!tables) return true;
        var content = text.Content.AsSpan(start, end - start);
        return content.Contains('。') && content.IndexOf("勾稽关系") < 0 && content.IndexOf("区分处理的") < 0;
    }

    private static string Slice(FlatText text, FlatRow row, int start, int end)
    {
        var first = start == row.Start ? 0 : text.SourceOffset(start);
        var after = end == row.End ? row.Text.Length : text.SourceOffset(end - 1) + 1;
        var line = row.Text.AsSpan(first, after - first).Trim();
        if (line.Length == row.Text.Length && !line.ContainsAny('*', '#')) return row.Text;
        return line.IndexOfAny('*', '#') < 0 ? line.ToString() : line.ToString().Replace("**", "", StringComparison.Ordinal).TrimStart('#', ' ');
    }

    /// <summary>没有说完：不以句末标点结束，又长得像被折断的行。</summary>
    private static bool IsOpen(ReadOnlySpan<char> content) =>
        content.Length >= WrappedLength && content[^1] is not ('。' or '!' or '?' or ';' or ':' or ')' or '"' or '…');

    private static bool StartsItem(ReadOnlySpan<char> content) =>
        Enumerators.LengthAtStart(content) > 0 && !(content.Length > 1 && char.IsAsciiDigit(content[0]) && char.IsAsciiDigit(content[^1]));

    private static ReportParagraph Join(ReportParagraph paragraph, string line)
    {
        var space = paragraph.Text.Length > 0 && line.Length > 0 && char.IsAsciiLetter(paragraph.Text[^1]) && char.IsAsciiLetter(line[0]);
        return paragraph with { Text = space ? $"{paragraph.Text} {line}" : paragraph.Text + line };
    }
}
