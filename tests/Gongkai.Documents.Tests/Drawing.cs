using System.Text;

namespace Gongkai.Documents.Tests;

/// <summary>把读出的块画成一段文字，测试里一眼能比：表格每行一行，合并的单元格写出跨度。</summary>
internal static class Drawing
{
    public static string Draw(this SourceDocument document) =>
        string.Join('\n', document.Blocks.Select(block => block switch
        {
            TextLine line => line.Text,
            TableBlock table => Draw(table),
            _ => block.ToString(),
        }));

    public static string Draw(this TableBlock table)
    {
        var text = new StringBuilder();
        text.Append('[').Append(table.Rows).Append('×').Append(table.Columns).Append(']');
        var row = -1;
        foreach (var cell in table.Cells)
        {
            if (cell.Row != row) text.Append('\n');
            else text.Append(" | ");
            row = cell.Row;
            text.Append(cell.Text.Replace('\n', '⏎'));
            if (cell.RowSpan > 1 || cell.ColumnSpan > 1) text.Append('(').Append(cell.RowSpan).Append('×').Append(cell.ColumnSpan).Append(')');
        }

        return text.ToString();
    }

    /// <summary>各单元格都在表内、互不重叠、按行列排序。</summary>
    public static void ShouldBeSound(this TableBlock table)
    {
        var taken = new HashSet<(int, int)>();
        var previous = (-1, -1);
        foreach (var cell in table.Cells)
        {
            (cell.Row, cell.Column).CompareTo(previous).ShouldBePositive();
            previous = (cell.Row, cell.Column);
            cell.RowSpan.ShouldBePositive();
            cell.ColumnSpan.ShouldBePositive();
            (cell.Row + cell.RowSpan).ShouldBeLessThanOrEqualTo(table.Rows);
            (cell.Column + cell.ColumnSpan).ShouldBeLessThanOrEqualTo(table.Columns);
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
                for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                    taken.Add((row, column)).ShouldBeTrue($"{row},{column} 被两格占用");
        }
    }
}
