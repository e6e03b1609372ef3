using System.Text;
using Gongkai.Documents.Layout;

namespace Gongkai.Testing.Samples;

/// <summary>纯文本的三种写法，都是网上常见的：竖线隔开、制表符隔开、全文粘成一行。</summary>
internal static class SampleText
{
    public static byte[] Write(LayoutDocument document, string style)
    {
        var text = new StringBuilder(document.Title);
        foreach (var line in document.Blocks.SelectMany(block => Lines(block, style)).Prepend("")) text.Append('\n').Append(line);
        var written = text.Append('\n').ToString();
        return Encoding.UTF8.GetBytes(style == "粘连" ? Glue(written) : written);
    }

    private static IEnumerable<string> Lines(LayoutBlock block, string style) => block switch
    {
        LayoutHeading heading => ["", heading.Text],
        LayoutParagraph paragraph => [paragraph.Text],
        LayoutTable table => Enumerable.Range(0, table.Rows).Select(row => Row(table, row, style)).Prepend(""),
        LayoutClosing closing => closing.Lines.Prepend(""),
        _ => [],
    };

    private static string Row(LayoutTable table, int row, string style)
    {
        var cells = table.Cells.Where(cell => cell.Row == row).Select(cell => cell.Text.Replace("\n", "", StringComparison.Ordinal)).ToList();
        return style switch
        {
            "竖线" => $"| {string.Join(" | ", cells)} |",
            "制表符" => string.Join('\t', cells),
            _ => string.Concat(cells),
        };
    }

    /// <summary>从网页复制时丢了换行的样子：标题与正文之间只剩一个空格。</summary>
    private static string Glue(string text) =>
        string.Concat(text.Split('\n').Select((line, index) => index == 0 ? line + " " : line)) + "\n";
}
