using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading.Flat;
using Gongkai.AnnualReports.Reading.Labels;
using Gongkai.AnnualReports.Reading.Solving;

namespace Gongkai.AnnualReports.Reading.Tables;

/// <summary>读表二与表三：认格式、找标签、归数、拆粘连。</summary>
internal static class TableReader
{
    /// <param name="text">原文。</param>
    /// <param name="kind">表二或表三。</param>
    /// <param name="from">这一部分的起点（含），标题之后。</param>
    /// <param name="to">终点（不含），下一部分标题之前。</param>
    /// <param name="expected">两种格式对得一样上时，用这一种。</param>
    /// <returns>读到的表；一个行标签也没有找到时为空。</returns>
    public static TableReading? Read(FlatText text, TableKind kind, int from, int to, FormId? expected)
    {
        var (labels, found) = Detect(text, kind, from, to, expected);
        if (labels is null) return null;
        var reading = new TableReading(labels.Table);
        var rows = new RowReading[labels.Table.Rows.Length];
        for (var index = 0; index < rows.Length; index++) rows[index] = new RowReading(labels.Table.Rows[index]);
        found = MissingLabels.Recover(text, labels, found, from, to);
        var scan = TableScan.Run(text, found[0].Start, to, found);
        foreach (var label in found)
            if (label.Pattern.Row >= 0) rows[label.Pattern.Row].HasLabel = true;

        ReadAttached(reading, rows, scan);
        LooseRows.Assign(reading, rows, scan);
        TableSolver.Choose(reading, rows);
        StrayCells.Fill(reading, rows, scan.Strays);
        Finish(reading, rows, text, found, to, scan.Loose.Count);
        PrintedLabels.Record(reading, text, labels, found, from);
        return reading;
    }

    /// <summary>哪种格式的标签找到得最多，就是哪种格式；一样多时用预期的格式。</summary>
    private static (TableLabels? Labels, List<FoundLabel> Found) Detect(FlatText text, TableKind kind, int from, int to, FormId? expected)
    {
        TableLabels? best = null;
        List<FoundLabel> bestFound = [];
        var bestScore = 0;
        foreach (var labels in TableLabels.Of(kind))
        {
            var found = LabelFinder.FindAll(text, from, to, labels.Rows);
            var rows = CountRows(found, labels.Table);
            if (rows == 0) continue;
            var columns = kind == TableKind.Disclosure ? LabelFinder.CountCores(text, from, to, labels.Columns) : 0;
            var score = (rows + columns) * 4;
            if (expected == labels.Table.Form) score++;
            if (score > bestScore) (best, bestFound, bestScore) = (labels, found, score);
        }

        return (best, bestFound);
    }

    /// <summary>找到了几种行标签。</summary>
    private static int CountRows(List<FoundLabel> found, FormTable table)
    {
        Span<bool> seen = stackalloc bool[table.Rows.Length];
        foreach (var label in found)
            if (label.Pattern.Row >= 0) seen[label.Pattern.Row] = true;
        return seen.Count(true);
    }

    private static void ReadAttached(TableReading reading, RowReading[] rows, TableScan scan)
    {
        scan.Attached.RemoveAll(item =>
        {
            if (!IsScrap(item.Values, rows[item.Row], scan)) return false;
            scan.Strays.AddRange(item.Values.Tokens.Where(token => !token.IsBlank));
            return true;
        });

        var habits = ColumnHabit.Of(reading.Table, scan.Attached);
        foreach (var (index, values) in scan.Attached)
        {
            var row = rows[index];
            // 同一标签出现几次（正文里提到、表头重复）：先到的数为准，后来的只在前面没有数时补上。
            if (row.Cells is not null && (Array.Exists(row.Cells, cell => cell.State != CellState.Blank) || values.Filled == 0)) continue;
            if (row.Candidates.Count > 0) continue;
            RowCells.Read(row, values, reading.Table, habits.GetValueOrDefault(row.Row.Columns.Length), reading.Notes);
            NoteSurplus(reading, row, values);
        }
    }

    /// <summary>标签与数分了家的表里，标签后面偶然跟着的一个数不是这一行的：整行的数在别处。</summary>
    private static bool IsScrap(ValueRow values, RowReading row, TableScan scan) =>
        !values.Tabular && scan.Loose.Count > 0 && values.Tokens.Sum(token => token.Length) < row.Row.Columns.Length;

    private static void NoteSurplus(TableReading reading, RowReading row, ValueRow values)
    {
        var filled = values.Filled;
        if (filled <= row.Row.Columns.Length) return;
        var nonZero = values.Tokens.Where(token => !token.IsBlank).Skip(row.Row.Columns.Length).Any(token => token.Folded is not "0");
        reading.Surplus.Add(new SurplusCells(reading.Table.Kind, row.Row.Key, filled, row.Row.Columns.Length, nonZero, values.Place));
    }

    private static void Finish(TableReading reading, RowReading[] rows, FlatText text, List<FoundLabel> found, int to, int loose)
    {
        var lastLabel = found.FindLastIndex(label => label.Pattern.Row >= 0);
        var lastRow = found[lastLabel].Pattern.Row;
        // 文件在表的中间断了：最后一个标签后面没有数，不等于空白。
        var truncated = to == text.Content.Length && rows[^1].HasLabel is false;
        foreach (var row in rows)
        {
            if (row.Cells is null && row.Candidates.Count == 0 && row.HasLabel && row.Tokens.TrueForAll(token => token.IsBlank) && loose == 0 && !(truncated && row.Row.Index == lastRow))
                row.Cells = RowCells.Blank(row.Row.Columns.Length, text.PlaceAt(found.Find(label => label.Pattern.Row == row.Row.Index)!.Start));
            reading.Add(row);
        }
    }
}

/// <summary>各列惯常所在的位置：由填满的行得出；各行不一致就没有惯常。表二各块的列数不同，按列数分开。</summary>
internal static class ColumnHabit
{
    public static Dictionary<int, int[]?> Of(FormTable table, List<(int Row, ValueRow Values)> attached)
    {
        var habits = new Dictionary<int, int[]?>();
        foreach (var (index, values) in attached)
        {
            var count = table.Rows[index].Columns.Length;
            if (!values.Tabular || values.Filled != count) continue;
            if (!habits.TryGetValue(count, out var habit)) habits.Add(count, ColumnsOf(values, count));
            else if (habit is not null && !Matches(values, habit)) habits[count] = null;
        }

        return habits;
    }

    private static int[] ColumnsOf(ValueRow values, int count)
    {
        var columns = new int[count];
        var next = 0;
        foreach (var token in values.Tokens)
            if (!token.IsBlank) columns[next++] = token.Column;
        return columns;
    }

    private static bool Matches(ValueRow values, int[] habit)
    {
        var next = 0;
        foreach (var token in values.Tokens)
            if (!token.IsBlank && token.Column != habit[next++]) return false;
        return true;
    }
}
