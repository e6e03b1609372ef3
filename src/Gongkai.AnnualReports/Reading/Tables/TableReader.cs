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
        var (labels, found) = Detect(text.Content, kind, from, to, expected);
        if (labels is null) return null;
        var reading = new TableReading(labels.Table);
        var rows = labels.Table.Rows.Select(row => new RowReading(row)).ToArray();
        found = MissingLabels.Recover(text, labels, found, from, to);
        var scan = TableScan.Run(text, found[0].Start, to, found);
        foreach (var label in found) if (label.Pattern.Role == LabelRole.Row) rows[IndexOf(labels.Table, label.Pattern.Key!)].HasLabel = true;

        ReadAttached(reading, rows, scan);
        LooseRows.Assign(reading, rows, scan);
        TableSolver.Choose(reading, rows);
        StrayCells.Fill(reading, rows, scan.Strays);
        Finish(reading, rows, text, found, to, scan.Loose.Count);
        PrintedLabels.Record(reading, text, labels, found, from);
        return reading;
    }

    /// <summary>哪种格式的标签找到得最多，就是哪种格式；一样多时用预期的格式。</summary>
    private static (TableLabels? Labels, List<FoundLabel> Found) Detect(string content, TableKind kind, int from, int to, FormId? expected)
    {
        TableLabels? best = null;
        List<FoundLabel> bestFound = [];
        var bestScore = 0;
        foreach (var labels in TableLabels.Of(kind))
        {
            var found = LabelFinder.FindAll(content, from, to, labels.Rows.Concat(labels.Limits));
            var rows = found.Where(label => label.Pattern.Role == LabelRole.Row).Select(label => label.Pattern.Key).Distinct(StringComparer.Ordinal).Count();
            if (rows == 0) continue;
            var columns = kind == TableKind.Disclosure ? labels.Columns.Select(column => column.Core).Distinct(StringComparer.Ordinal).Count(core => content.AsSpan(from, to - from).IndexOf(core) >= 0) : 0;
            var score = (rows + columns) * 4;
            if (expected == labels.Table.Form) score++;
            if (score > bestScore) (best, bestFound, bestScore) = (labels, found, score);
        }

        return (best, bestFound);
    }

    private static void ReadAttached(TableReading reading, RowReading[] rows, TableScan scan)
    {
        foreach (var (key, values) in scan.Attached.Where(item => IsScrap(item.Values, rows[IndexOf(reading.Table, item.Key)], scan)).ToList())
        {
            scan.Strays.AddRange(values.Tokens.Where(token => !token.IsBlank));
            scan.Attached.Remove((key, values));
        }

        var habits = ColumnHabit.Of(reading.Table, scan.Attached);
        foreach (var (key, values) in scan.Attached)
        {
            var row = rows[IndexOf(reading.Table, key)];
            // 同一标签出现几次（正文里提到、表头重复）：先到的数为准，后来的只在前面没有数时补上。
            if (row.Cells is not null && (row.Cells.Any(cell => cell.State != CellState.Blank) || values.Tokens.TrueForAll(token => token.IsBlank))) continue;
            if (row.Candidates.Count > 0) continue;
            RowCells.Read(row, values, reading.Table, habits.GetValueOrDefault(row.Row.Columns.Length), reading.Notes);
            NoteSurplus(reading, row, values);
        }
    }

    /// <summary>标签与数分了家的表里，标签后面偶然跟着的一个数不是这一行的：整行的数在别处。</summary>
    private static bool IsScrap(ValueRow values, RowReading row, TableScan scan) =>
        !values.Tabular && scan.Loose.Count > 0 && values.Tokens.Sum(token => token.Folded.Length) < row.Row.Columns.Length;

    private static void NoteSurplus(TableReading reading, RowReading row, ValueRow values)
    {
        var filled = values.Tokens.Count(token => !token.IsBlank);
        if (filled <= row.Row.Columns.Length) return;
        var nonZero = values.Tokens.Where(token => !token.IsBlank).Skip(row.Row.Columns.Length).Any(token => token.Folded != "0");
        reading.Surplus.Add(new SurplusCells(reading.Table.Kind, row.Row.Key, filled, row.Row.Columns.Length, nonZero, values.Place));
    }

    private static void Finish(TableReading reading, RowReading[] rows, FlatText text, List<FoundLabel> found, int to, int loose)
    {
        var lastLabel = found.FindLastIndex(label => label.Pattern.Role == LabelRole.Row);
        var lastKey = found[lastLabel].Pattern.Key;
        // 文件在表的中间断了：最后一个标签后面没有数，不等于空白。
        var truncated = to == text.Content.Length && rows[^1].HasLabel is false;
        foreach (var row in rows)
        {
            if (row.Cells is null && row.Candidates.Count == 0 && row.HasLabel && row.Printed.Length == 0 && loose == 0 && !(truncated && row.Row.Key == lastKey))
                row.Cells = [.. Enumerable.Repeat(Cell.Blank(text.PlaceAt(found.First(label => label.Pattern.Key == row.Row.Key).Start)), row.Row.Columns.Length)];
            reading.Add(row);
        }
    }

    private static int IndexOf(FormTable table, string key)
    {
        for (var index = 0; index < table.Rows.Length; index++)
            if (table.Rows[index].Key == key) return index;
        throw new InvalidOperationException($"格式里没有行 {key}。");
    }
}

/// <summary>各列惯常所在的位置：由填满的行得出；各行不一致就没有惯常。表二各块的列数不同，按列数分开。</summary>
internal static class ColumnHabit
{
    public static Dictionary<int, int[]?> Of(FormTable table, List<(string Key, ValueRow Values)> attached)
    {
        var habits = new Dictionary<int, int[]?>();
        foreach (var (key, values) in attached)
        {
            if (!values.Tabular || table.Row(key) is not { } row) continue;
            var columns = values.Tokens.Where(token => !token.IsBlank).Select(token => token.Column).ToArray();
            if (columns.Length != row.Columns.Length) continue;
            if (!habits.TryAdd(columns.Length, columns) && habits[columns.Length] is { } habit && !habit.AsSpan().SequenceEqual(columns)) habits[columns.Length] = null;
        }

        return habits;
    }
}
