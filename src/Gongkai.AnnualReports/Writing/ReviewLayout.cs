using Gongkai.AnnualReports.Model;
using Gongkai.Documents.Layout;

namespace Gongkai.AnnualReports.Writing;

/// <summary>表四：一行数据，十五列；行政复议五列，行政诉讼分未经复议与复议后各五列。</summary>
internal sealed class ReviewLayout(AnnualReport report, ReportTable table)
{
    private const int HeaderRows = 3;

    private readonly List<LayoutCell> _cells = [];

    public LayoutTable Create()
    {
        foreach (var row in table.Form.Rows)
        {
            var grouped = row.Groups.Length > 0;
            if (!grouped) Header(0, row.Offset, row.Columns.Length, PrintedCaptions.Of(report, table, row));
            else
            {
                var members = table.Form.Rows.Where(other => other.Groups.SequenceEqual(row.Groups)).ToArray();
                if (members[0] == row) Header(0, row.Offset, members.Sum(member => member.Columns.Length), row.Groups[0]);
                Header(1, row.Offset, row.Columns.Length, PrintedCaptions.Of(report, table, row));
            }

            foreach (var column in row.Columns)
            {
                var top = grouped ? 2 : 1;
                _cells.Add(new LayoutCell(top, row.Offset + column.Index, HeaderRows - top, 1, LayoutRole.ColumnHeader, PrintedCaptions.Of(report, table, row, column)));
                _cells.Add(ReportTables.Value(report, table, row, column, HeaderRows, row.Offset + column.Index));
            }
        }

        return new LayoutTable(
            "表四",
            "表四：政府信息公开行政复议、行政诉讼情况",
            [.. Enumerable.Repeat(1, ReportTable.CellCount(table.Form))],
            HeaderRows,
            [.. _cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)]);
    }

    private void Header(int row, int column, int span, string text) =>
        _cells.Add(new LayoutCell(row, column, 1, span, LayoutRole.ColumnHeader, text));
}
