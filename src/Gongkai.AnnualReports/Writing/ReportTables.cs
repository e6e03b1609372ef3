using System.Globalization;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Documents.Layout;

namespace Gongkai.AnnualReports.Writing;

/// <summary>三张表排成官方的样子：合并的表头、分组的行标题、每格的内容。</summary>
internal static class ReportTables
{
    public static LayoutTable Layout(AnnualReport report, ReportTable table) => table.Form.Kind switch
    {
        TableKind.Disclosure => new DisclosureLayout(report, table).Create(),
        TableKind.Requests => new RequestsLayout(report, table).Create(),
        _ => new ReviewLayout(report, table).Create(),
    };

    /// <summary>一格的内容：印的是什么就写什么；空白写空。</summary>
    public static LayoutCell Value(AnnualReport report, ReportTable table, FormRow row, FormColumn column, int at, int from, int span = 1)
    {
        var cell = table[row, column];
        var text = cell.State switch
        {
            CellState.Number => cell.Printed ?? cell.Value.ToString(CultureInfo.InvariantCulture),
            CellState.Raw => cell.Printed!,
            CellState.Blank => "",
            _ => UnreadCells.Mark,
        };
        return new LayoutCell(at, from, 1, span, LayoutRole.Value, PrintableText.Of(text))
        {
            Number = cell.Number,
            Hint = cell.State == CellState.Unread ? PrintableText.Of(WhyUnread(report, table.PathOf(row, column))) : null,
        };
    }

    /// <summary>数值列要多宽：按最长的一格，每个汉字算两个字符。</summary>
    public static int WidestValue(ReportTable table)
    {
        var widest = 0;
        foreach (var cell in table.Cells) widest = Math.Max(widest, cell.ToString().Sum(character => character > 0xFF ? 2 : 1));
        return widest;
    }

    private static string WhyUnread(AnnualReport report, CellPath path) =>
        report.Notes.FirstOrDefault(note => NoteCodes.LeavesUnread(note, path))?.Message ?? Say("读不准，没有取数", "could not be read for certain; no number was taken");
}
