using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Documents.Layout;

namespace Gongkai.AnnualReports.Writing;

/// <summary>表三：三行表头（申请人情况、法人或其他组织、各类申请人），三列行标题（办理结果、分类、情形）。</summary>
internal sealed class RequestsLayout(AnnualReport report, ReportTable table)
{
    private const int HeaderRows = 3;
    private const int LabelColumns = 3;

    /// <summary>情形一列至少这么宽，一行放得下十二三个字。</summary>
    private const int NarrowestLabel = 26;

    private readonly List<LayoutCell> _cells = [];

    public LayoutTable Create()
    {
        Header();
        var rows = table.Form.Rows;
        for (var index = 0; index < rows.Length; index++)
        {
            var at = HeaderRows + index;
            for (var level = 0; level < rows[index].Groups.Length; level++)
                if (index == 0 || !SameGroup(rows[index - 1], rows[index], level))
                    _cells.Add(new LayoutCell(at, level, GroupLength(index, level), 1, LayoutRole.RowHeader, rows[index].Groups[level]));
            var depth = rows[index].Groups.Length;
            _cells.Add(new LayoutCell(at, depth, 1, LabelColumns - depth, LayoutRole.RowHeader, PrintedCaptions.Of(report, table, rows[index])));
            foreach (var column in rows[index].Columns)
                _cells.Add(ReportTables.Value(report, table, rows[index], column, at, LabelColumns + column.Index));
        }

        // 一个数折成两行，人看错，读回来也错：宽度按替代字体里最宽的数字留，放得下四位、五位、六位；再长也不能把行标题挤没。
        var widest = ReportTables.WidestValue(table);
        var value = widest <= 4 ? 6 : widest == 5 ? 8 : 13;
        var columns = rows[0].Columns.Length;
        var label = Math.Max(widest <= 5 ? NarrowestLabel : NarrowestLabel + 2, 88 - 19 - (columns * value));
        return new LayoutTable("表三", "表三：收到和处理政府信息公开申请情况", [8, 11, label, .. Enumerable.Repeat(value, columns)], HeaderRows, _cells);
    }

    private void Header()
    {
        var columns = table.Form.Rows[0].Columns;
        var last = LabelColumns + columns.Length - 1;
        _cells.Add(new LayoutCell(0, 0, HeaderRows, LabelColumns, LayoutRole.ColumnHeader, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"));
        _cells.Add(new LayoutCell(0, LabelColumns, 1, columns.Length, LayoutRole.ColumnHeader, "申请人情况"));
        _cells.Add(new LayoutCell(1, LabelColumns, 2, 1, LayoutRole.ColumnHeader, Caption(columns[0])));
        _cells.Add(new LayoutCell(1, LabelColumns + 1, 1, columns.Length - 2, LayoutRole.ColumnHeader, "法人或其他组织"));
        _cells.Add(new LayoutCell(1, last, 2, 1, LayoutRole.ColumnHeader, Caption(columns[^1])));
        foreach (var column in columns[1..^1])
            _cells.Add(new LayoutCell(2, LabelColumns + column.Index, 1, 1, LayoutRole.ColumnHeader, Caption(column)));
    }

    private string Caption(FormColumn column) => PrintedCaptions.Of(report, table, null, column);

    private int GroupLength(int index, int level)
    {
        var length = 1;
        while (index + length < table.Form.Rows.Length && SameGroup(table.Form.Rows[index], table.Form.Rows[index + length], level)) length++;
        return length;
    }

    private static bool SameGroup(FormRow one, FormRow other, int level) =>
        one.Groups.Length > level && other.Groups.Length > level && one.Groups[..(level + 1)].SequenceEqual(other.Groups[..(level + 1)]);
}
