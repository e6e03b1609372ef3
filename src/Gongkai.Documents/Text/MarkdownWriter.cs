using System.Text;
using Gongkai.Documents.Layout;

namespace Gongkai.Documents.Text;

/// <summary>写 Markdown：标题用井号，表格用竖线；合并的单元格只在左上角写字，其余空着。</summary>
public static class MarkdownWriter
{
    public static void Write(LayoutDocument document, Stream output)
    {
        var text = new StringBuilder().Append("# ").Append(OneLine(document.Title)).Append('\n');
        foreach (var block in document.Blocks)
        {
            text.Append('\n');
            Block(text, block);
        }

        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Block(StringBuilder text, LayoutBlock block)
    {
        switch (block)
        {
            case LayoutHeading heading:
                text.Append('#', heading.Level + 1).Append(' ').Append(OneLine(heading.Text)).Append('\n');
                break;
            case LayoutParagraph paragraph:
                text.Append(OneLine(paragraph.Text)).Append('\n');
                break;
            case LayoutDocumentNumber number:
                text.Append(OneLine(number.Text)).Append('\n');
                break;
            case LayoutAddressee addressee:
                text.Append(OneLine(addressee.Text)).Append('\n');
                break;
            case LayoutClosing closing:
                foreach (var line in closing.Lines) text.Append(OneLine(line)).Append("  \n");
                break;
            case LayoutTable table:
                Table(text, table);
                break;
        }
    }

    private static void Table(StringBuilder text, LayoutTable table)
    {
        for (var row = 0; row < table.Rows; row++)
        {
            text.Append('|');
            for (var column = 0; column < CellsIn(table, row); column++)
            {
                var cell = table.Cells.FirstOrDefault(cell => cell.Row == row && cell.Column == column);
                text.Append(' ').Append(cell is null ? "" : OneLine(cell.Text).Replace("|", "\\|", StringComparison.Ordinal)).Append(" |");
            }

            text.Append('\n');
            if (row == 0) text.Append('|').Insert(text.Length, " --- |", table.Columns).Append('\n');
        }
    }

    /// <summary>行末被横向合并的格子不写：写成空格子，就分不清是空白还是没有这一列。首行定列数，要写全。</summary>
    private static int CellsIn(LayoutTable table, int row) =>
        row == 0 ? table.Columns : table.Cells.Where(cell => cell.CoversRow(row)).Max(cell => cell.Column) + 1;

    private static string OneLine(string text) => string.Join(' ', text.Split('\n', '\r', '\t').Where(part => part.Length > 0));
}
