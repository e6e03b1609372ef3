using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Reading.Tables;

/// <summary>掉到别处的一格：一行只空一格，表里又有一个没有着落的数，填上去行列的等式都成立，才归位；零填到哪里等式都成立，不算数。</summary>
internal static class StrayCells
{
    public static void Fill(TableReading reading, RowReading[] rows, List<ValueToken> strays)
    {
        Place(reading, rows, strays);
        foreach (var stray in strays) Doubt(reading, rows, stray);
    }

    /// <summary>归不了位的数，上下两行里空着的格子都可能是它的：不能当作空白。</summary>
    private static void Doubt(TableReading reading, RowReading[] rows, ValueToken stray)
    {
        foreach (var row in Near(rows, stray))
        {
            for (var index = 0; index < row.Cells.Length; index++)
            {
                if (row.Cells[index].State != CellState.Blank) continue;
                row.Cells[index] = Cell.Unread(row.Cells[index].Place);
                reading.Notes.Add(new Note(
                    NoteCodes.Unread,
                    new CellPath(reading.Table.Kind, row.Row.Key, row.Row.Columns[index].Key),
                    Say($"这一格空着，而旁边有一个没有着落的“{stray.Original.ToString()}”，可能是它掉了出来，未读。",
                        $"this cell is blank, but beside it stands “{stray.Original.ToString()}” without a place, which may have dropped out of it; unread."),
                    stray.Place.ToString()));
            }
        }
    }

    /// <summary>这个数上下两边定下了的行。</summary>
    private static IEnumerable<RowReading> Near(RowReading[] rows, ValueToken stray) =>
        new[]
        {
            rows.Where(row => row.IsRead && row.Line <= stray.Row).MaxBy(row => row.Line),
            rows.Where(row => row.IsRead && row.Line > stray.Row).MinBy(row => row.Line),
        }.OfType<RowReading>();

    /// <summary>紧挨着的别的行里有空格子：更像是从那里掉出来的。</summary>
    private static bool MayBeOfAnother(RowReading[] rows, RowReading row, ValueToken stray) =>
        Near(rows, stray).Any(other => other != row && other.HasBlank);

    private static void Place(TableReading reading, RowReading[] rows, List<ValueToken> strays)
    {
        // 还有别的行没有定下来，这个数就可能是那一行的。
        if (strays.Count == 0 || rows.Any(row => row.IsUndecided)) return;
        foreach (var row in rows)
        {
            if (!row.IsRead || OnlyBlank(row.Cells) is not (>= 0 and var at)) continue;
            var fitting = strays.Where(stray => ValueText.Number(stray.Folded) is { } value && value != 0 && Fits(reading.Table, rows, row, at, value) && !MayBeOfAnother(rows, row, stray)).ToList();
            if (fitting.Count != 1) continue;
            row.Cells[at] = Cell.Of(ValueText.Number(fitting[0].Folded)!.Value, fitting[0].Place);
            strays.Remove(fitting[0]);
            var column = row.Row.Columns[at];
            reading.Notes.Add(new Note(
                "inferred-displaced",
                new CellPath(reading.Table.Kind, row.Row.Key, column.Key),
                Say($"这一格空着，而{fitting[0].Place}有一个没有着落的“{fitting[0].Original.ToString()}”，填上后本行与本列的勾稽都成立，据此归位。",
                    $"this cell is blank, but at {fitting[0].Place} stands “{fitting[0].Original.ToString()}” without a place; with it the row and the column add up, so it was put here."),
                fitting[0].Place.ToString()));
        }
    }

    /// <summary>别的各格都是数，只有这一格空着；不是这样时为 -1。</summary>
    private static int OnlyBlank(ReadOnlySpan<Cell> cells)
    {
        var blank = -1;
        for (var index = 0; index < cells.Length; index++)
        {
            if (cells[index].IsNumber) continue;
            if (cells[index].State != CellState.Blank || blank >= 0) return -1;
            blank = index;
        }

        return blank;
    }

    /// <summary>所涉的等式至少要有一行一列可判，且都成立。</summary>
    private static bool Fits(FormTable table, RowReading[] rows, RowReading row, int at, decimal value)
    {
        decimal? Value(RowReading other, int column) =>
            ReferenceEquals(other, row) && column == at ? value : other.IsRead ? other.Cells[column].Number : null;

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
