using System.Globalization;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Writing;

/// <summary>三张表的每一格，一格一行，给电子表格和程序用。</summary>
public static class ReportCells
{
    /// <summary>列名：表、行、列的键见 docs/canonical-report.md，另有给人看的行名、列名。</summary>
    public static IReadOnlyList<string> Header { get; } = ["table", "row", "column", "row_caption", "column_caption", "state", "number", "text"];

    /// <summary>每一格的各项；空白不是零，读不准也不是空白，看 state。</summary>
    public static IEnumerable<IReadOnlyList<string?>> Rows(AnnualReport report) =>
        from kind in Enum.GetValues<TableKind>()
        let table = report.Table(kind)
        where table is not null
        from row in table.Form.Rows
        from column in row.Columns
        let cell = table[row, column]
        select (IReadOnlyList<string?>)
        [
            TableKeys.Of(kind), row.Key, column.Key, row.Caption.Official, column.Caption.Official,
            cell.State switch { CellState.Number => "number", CellState.Raw => "text", CellState.Blank => "blank", _ => "unread" },
            cell.Number?.ToString(CultureInfo.InvariantCulture),
            cell.State == CellState.Raw ? cell.Printed : null,
        ];
}
