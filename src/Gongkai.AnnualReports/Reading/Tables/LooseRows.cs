using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Reading.Tables;

/// <summary>标签与数分了家的行：夹在两个有标签的行之间，缺几行正好有几行数，就按次序归位；数目不等就不归。</summary>
internal static class LooseRows
{
    public static void Assign(TableReading reading, RowReading[] rows, TableScan scan)
    {
        if (scan.Loose.Count == 0) return;
        var anchors = scan.Attached.Select(item => (item.Values.At, Index: item.Row)).OrderBy(anchor => anchor.At).ToList();
        foreach (var run in Runs(scan.Loose, anchors))
        {
            var before = anchors.LastOrDefault(anchor => anchor.At < run[0].At, (At: -1, Index: -1)).Index;
            var after = anchors.FirstOrDefault(anchor => anchor.At > run[^1].At, (At: int.MaxValue, Index: rows.Length)).Index;
            var missing = Enumerable.Range(before + 1, Math.Max(after - before - 1, 0)).Where(index => !rows[index].IsRead && rows[index].Candidates.Count == 0).ToList();
            if (missing.Count != run.Count) continue;
            for (var index = 0; index < run.Count; index++) Accept(reading, rows[missing[index]], run[index]);
        }
    }

    private static void Accept(TableReading reading, RowReading row, ValueRow values)
    {
        RowCells.Read(row, values, reading.Table, [], reading.Notes);
        if (!row.IsRead) return;
        row.HasLabel = true;
        reading.Notes.Add(new Note(
            "inferred-order",
            new CellPath(reading.Table.Kind, row.Row.Key),
            Say($"标签“{row.Row.Caption.Official}”与它的数不在一处，按前后两行之间的次序归位：{row.Printed}。",
                $"the label “{row.Row.Caption.Official}” and its numbers stand apart; they were joined by the order of the rows around them: {row.Printed}."),
            values.Place.ToString()));
    }

    /// <summary>中间没有别的标签行隔开的，算一组。</summary>
    private static List<List<ValueRow>> Runs(List<ValueRow> loose, List<(int At, int Index)> anchors)
    {
        var runs = new List<List<ValueRow>>();
        foreach (var values in loose)
        {
            if (runs.Count > 0 && !anchors.Exists(anchor => anchor.At > runs[^1][^1].At && anchor.At < values.At)) runs[^1].Add(values);
            else runs.Add([values]);
        }

        return runs;
    }
}
