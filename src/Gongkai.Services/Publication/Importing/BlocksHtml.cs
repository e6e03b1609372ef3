using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Documents;

namespace Gongkai.Services.Publication.Importing;

/// <summary>把读入的各块写成网页的正文：标题、段落、列表、表格，居中与居右照旧。</summary>
internal static partial class BlocksHtml
{
    // 层次序数的标题都短，也不以句号结尾。
    private const int LongestHeading = 40;

    public static string Of(IEnumerable<Block> blocks)
    {
        var html = new StringBuilder();
        var isListing = false;
        foreach (var block in blocks)
        {
            var isListed = block is TextLine { Shape.IsListed: true };
            if (isListed != isListing) html.Append(isListed ? "<ul>" : "</ul>");
            isListing = isListed;
            if (block is TextLine line) Write(html, line);
            else if (block is TableBlock table) Write(html, table);
        }

        return html.Append(isListing ? "</ul>" : "").ToString();
    }

    private static void Write(StringBuilder html, TextLine line)
    {
        var text = WebUtility.HtmlEncode(line.Text);
        if (line.Shape.IsListed)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>{text}</li>");
            return;
        }

        var level = LevelOf(line);
        var tag = level == 0 ? "p" : $"h{level + 1}";
        var align = line.Shape.Alignment switch { LineAlignment.Center => " align=\"center\"", LineAlignment.End => " align=\"right\"", _ => "" };
        html.Append(CultureInfo.InvariantCulture, $"<{tag}{align}>{text}</{tag}>");
    }

    // 用了标题样式的照样式；没有用的，看公文的层次序数“一、”“（一）”。
    private static int LevelOf(TextLine line)
    {
        if (line.Shape.Heading > 0) return Math.Min(line.Shape.Heading, 3);
        var text = line.Text;
        if (text.Length > LongestHeading || text[^1] is '。' or '；' or '：' or '，') return 0;
        return FirstLevel().IsMatch(text) ? 1 : SecondLevel().IsMatch(text) ? 2 : 0;
    }

    private static void Write(StringBuilder html, TableBlock table)
    {
        html.Append("<table>");
        foreach (var row in table.Cells.GroupBy(cell => cell.Row).OrderBy(row => row.Key))
        {
            html.Append("<tr>");
            foreach (var cell in row.OrderBy(cell => cell.Column))
            {
                html.Append("<td");
                if (cell.RowSpan > 1) html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"");
                if (cell.ColumnSpan > 1) html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"");
                html.Append('>').Append(WebUtility.HtmlEncode(cell.Text).Replace("\n", "<br>", StringComparison.Ordinal)).Append("</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</table>");
    }

    [GeneratedRegex("^[一二三四五六七八九十]{1,3}、", RegexOptions.NonBacktracking)]
    private static partial Regex FirstLevel();

    [GeneratedRegex("^（[一二三四五六七八九十]{1,3}）", RegexOptions.NonBacktracking)]
    private static partial Regex SecondLevel();
}
