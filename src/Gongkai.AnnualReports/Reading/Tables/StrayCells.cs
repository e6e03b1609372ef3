using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Reading.Tables;

/// <summary>掉到别处的一格：一行只空一格，表里又有一个没有着落的数，填上去行列的等式都成立，才归位。</summary>
internal static class StrayCells
{
    public static void Fill(TableReading reading, RowReading[] rows, List<ValueToken> strays)
    {
        if (strays.Count == 0) return;
        foreach (var row in rows)
        {
            if (row.Cells is null || row.Cells.Count(cell => cell.State == CellState.Blank) != 1 || row.Cells.Count(cell => cell.IsNumber) != row.Cells.Length - 1) continue;
            var at = Array.FindIndex(row.Cells, cell => cell.State == CellState.Blank);
            var fitting = strays.Where(stray => ValueText.Number(stray.Folded) is { } value && Fits(reading.Table, rows, row, at, value)).ToList();
            if (fitting.Count != 1) continue;
            row.Cells[at] = Cell.Of(ValueText.Number(fitting[0].Folded)!.Value, fitting[0].Place);
            strays.Remove(fitting[0]);
            var column = row.Row.Columns[at];
            reading.Notes.Add(new Note(
                "inferred-displaced",
                new CellPath(reading.Table.Kind, row.Row.Key, column.Key),
                $"这一格空着，而{fitting[0].Place}有一个没有着落的“{fitting[0].Original.ToString()}”，填上后本行与本列的勾稽都成立，据此归位。",
                fitting[0].Place.ToString()));
        }
    }

    /// <summary>所涉的等式至少要有一行一列可判，且都成立。</summary>
    private static bool Fits(FormTable table, RowReading[] rows, RowReading row, int at, decimal value)
    {
        decimal? Value(RowReading other, int column) =>
            ReferenceEquals(other, row) && column == at ? value : other.Cells?[column].Number;

        var (byRow, byColumn) = (0, 0);
        foreach (var sum in RowCells.SumsOf(table, row.Row))
        {
            if (sum.Total != at && !sum.Parts.Contains(at)) continue;
            if (Total(sum.Parts.Select(part => Value(row, part))) is not { } parts || parts != Value(row, sum.Total)) return false;
            byRow++;
        }

        foreach (var sum in table.Sums.Where(sum => sum.Axis == SumAxis.Column && (sum.Left.Contains(row.Row.Key) || sum.Right.Contains(row.Row.Key))))
        {
            if (Total(sum.Left.Select(In)) is not { } left || Total(sum.Right.Select(In)) is not { } right) continue;
            if (left != right) return false;
            byColumn++;
        }

        return byRow > 0 && byColumn > 0;

        decimal? In(string key) => Value(rows.Single(other => other.Row.Key == key), at);
    }

    /// <summary>各数之和；缺了任何一个，就没有和。</summary>
    private static decimal? Total(IEnumerable<decimal?> values)
    {
        decimal total = 0;
        foreach (var value in values)
        {
            if (value is null) return null;
            total += value.Value;
        }

        return total;
    }
}
