using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Reading;

/// <summary>
/// 光学识别出来的行，要各列之和等于总计才取：0 认成 9 的时候，识别程序自己也很有把握。
/// 原件本来就加错的也因此不取，总比把认错的数当成印的数好。
/// </summary>
internal static class RecognisedRows
{
    public static AnnualReport Verify(AnnualReport report)
    {
        var notes = new List<Note>();
        return report with
        {
            Requests = Verify(report.Requests, notes),
            Review = Verify(report.Review, notes),
            Notes = [.. report.Notes, .. notes],
        };
    }

    private static ReportTable? Verify(ReportTable? table, List<Note> notes)
    {
        if (table is null) return null;
        foreach (var row in table.Form.Rows)
        {
            if (!HasNumber(table.Row(row)) || AddsUp(table.Row(row))) continue;
            var printed = string.Join('、', table.Row(row).ToArray().Select(cell => cell.State == CellState.Unread ? "？" : cell.ToString()));
            notes.Add(new Note(NoteCodes.Unread, new CellPath(table.Form.Kind, row.Key), Say($"认出来的是{printed}，各列之和与总计核对不上，没有取数，请对照原件。",
                $"recognised as {printed}, which does not add up to the total; no number was taken, compare with the original."), null));
            table = table.With(cells => cells.AsSpan(row.Offset, row.Columns.Length).Fill(Cell.Unread()));
        }

        return table;
    }

    private static bool HasNumber(ReadOnlySpan<Cell> row)
    {
        foreach (var cell in row)
            if (cell.IsNumber) return true;
        return false;
    }

    /// <summary>末列是总计。</summary>
    private static bool AddsUp(ReadOnlySpan<Cell> row)
    {
        var sum = 0m;
        foreach (var cell in row)
        {
            if (!cell.IsNumber) return false;
            sum += cell.Value;
        }

        return sum == 2 * row[^1].Value;
    }
}
