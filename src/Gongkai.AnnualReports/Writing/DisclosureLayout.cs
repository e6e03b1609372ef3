using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Documents.Layout;

namespace Gongkai.AnnualReports.Writing;

/// <summary>表二：逐块排，每块一行块标题、一行列标题，然后是各行。列少的块由末列占满。</summary>
internal sealed class DisclosureLayout(AnnualReport report, ReportTable table)
{
    private readonly List<LayoutCell> _cells = [];
    private readonly int _columns = table.Form.Rows.Max(row => row.Columns.Length) + 1;
    private int _row;

    public LayoutTable Create()
    {
        string? block = null;
        foreach (var row in table.Form.Rows)
        {
            if (row.Block != block) Heading(row);
            block = row.Block;
            Add(row, 0, LayoutRole.RowHeader, PrintedCaptions.Of(report, table, row));
            foreach (var column in row.Columns)
                _cells.Add(ReportTables.Value(report, table, row, column, _row, column.Index + 1, SpanOf(row, column)));
            _row++;
        }

        return new LayoutTable("表二", "表二：主动公开政府信息情况", [.. Enumerable.Repeat(1, _columns)], 0, _cells);
    }

    private void Heading(FormRow row)
    {
        _cells.Add(new LayoutCell(_row++, 0, 1, _columns, LayoutRole.Band, row.Block ?? ""));
        Add(row, 0, LayoutRole.ColumnHeader, "信息内容");
        foreach (var column in row.Columns)
            _cells.Add(new LayoutCell(_row, column.Index + 1, 1, SpanOf(row, column), LayoutRole.ColumnHeader, PrintedCaptions.Of(report, table, row, column)));
        _row++;
    }

    private void Add(FormRow row, int column, LayoutRole role, string text) => _cells.Add(new LayoutCell(_row, column, 1, 1, role, text));

    private int SpanOf(FormRow row, FormColumn column) => column.Index == row.Columns.Length - 1 ? _columns - 1 - column.Index : 1;
}
