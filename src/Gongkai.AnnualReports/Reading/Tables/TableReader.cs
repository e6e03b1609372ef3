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
        (var start, found) = TableStart.Find(text.Content, kind, from, to, found);
        var reading = new TableReading(labels.Table);
        var rows = new RowReading[labels.Table.Rows.Length];
        for (var index = 0; index < rows.Length; index++) rows[index] = new RowReading(labels.Table.Rows[index], reading.Cells);
        found = MissingLabels.Recover(text, labels, found, from, to);
        var scan = TableScan.Run(text, labels.Table, Math.Min(start, found[0].Start), to, found);
        foreach (var label in found)
            if (label.Pattern.Row >= 0) rows[label.Pattern.Row].HasLabel = true;

        ReadAttached(reading, rows, scan, text, found);
        LooseRows.Assign(reading, rows, scan);
        TableSolver.Choose(reading, rows);
        StrayCells.Fill(reading, rows, scan.Strays);
        Finish(reading, rows, text, found, to, scan.Loose.Count > 0 || scan.Strays.Count > 0 || rows.Any(row => row.IsUndecided));
        PrintedLabels.Record(reading, text, labels, found, from);
        return reading;
    }

    /// <summary>哪种格式的标签找到得最多，就是哪种格式；一样多时用预期的格式。</summary>
    private static (TableLabels? Labels, List<FoundLabel> Found) Detect(FlatText text, TableKind kind, int from, int to, FormId? expected)
    {
        TableLabels? best = null;
        List<FoundLabel> bestFound = [];
        var bestScore = 0;
        // 先看预期的格式；别的格式至多找到几种，数一数就知道，比不过的不必细看。
        foreach (var labels in TableLabels.Of(kind, expected))
        {
            var columns = kind == TableKind.Disclosure ? LabelFinder.CountCores(text, from, to, labels.Columns) : 0;
            if (bestScore > 0 && (LabelFinder.CountRows(text, from, to, labels) + columns) * 4 < bestScore) continue;
            var found = LabelFinder.FindAll(text, from, to, labels.Rows);
            var rows = CountRows(found, labels.Table);
            if (rows == 0) continue;
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

    private static void ReadAttached(TableReading reading, RowReading[] rows, TableScan scan, FlatText text, List<FoundLabel> found)
    {
        scan.Attached.RemoveAll(item =>
        {
            if (!IsScrap(item.Values, rows[item.Row], scan)) return false;
            scan.Strays.AddRange(item.Values.Tokens.Where(token => !token.IsBlank));
            return true;
        });

        foreach (var (index, values) in scan.Attached)
        {
            var row = rows[index];
            // 同一标签出现几次（正文里提到、表头重复）：先到的数为准，后来的只在前面没有数时补上。
            if (row.IsRead && (row.HasPrinted || values.Filled == 0)) continue;
            if (row.Candidates.Count > 0) continue;
            RowCells.Read(row, values, reading.Table, scan.Attached, reading.Notes);
            if (MayHoldNextRow(rows, row, values)) (row.IsRead, row.Doubt) = (false, Say($"“{row.Printed}”与后面的文字粘连，而下一行的标签没有找到：里面可能也有下一行的数，未读。",
                $"“{row.Printed}” is glued to the text after it and the label of the next row was not found, so it may hold numbers of the next row; unread."));
            if (row.IsRead && MayBeNextRow(rows, row, values, text, found)) (row.IsRead, row.Doubt) = (false, Say($"“{row.Printed}”不在标签那一行，而下一行的标签没有找到：可能是下一行的数，未读。",
                $"“{row.Printed}” is not in the line of its label and the label of the next row was not found, so it may belong to the next row; unread."));
            NoteSurplus(reading, row, values);
        }
    }

    /// <summary>标签与数分了家的表里，标签后面偶然跟着的一个数不是这一行的：整行的数在别处。</summary>
    private static bool IsScrap(ValueRow values, RowReading row, TableScan scan) =>
        !values.Tabular && scan.Loose.Count > 0 && values.Tokens.Sum(token => token.Length) < row.Row.Columns.Length;

    /// <summary>没有等式的行，数与后文粘着，下一行的标签又没有找到：下一行的数可能粘在它的后面。</summary>
    private static bool MayHoldNextRow(RowReading[] rows, RowReading row, ValueRow values) =>
        row.IsRead && !values.Tabular && !values.Tokens[^1].Alone
        && row.Row.Index + 1 < rows.Length && !rows[row.Row.Index + 1].HasLabel;

    /// <summary>有坐标的页上，数总与它的标签同高；标签旁边没有数，数在它的下面，而下一行的标签又没有找到：这一行空着、数是下一行的，也说得通。</summary>
    private static bool MayBeNextRow(RowReading[] rows, RowReading row, ValueRow values, FlatText text, List<FoundLabel> found) =>
        values is { Place.Page: > 0, Tokens.Count: > 0 } && row.Row.Index + 1 < rows.Length && !rows[row.Row.Index + 1].HasLabel
        && found.FindLast(label => label.Pattern.Row == row.Row.Index && label.End <= values.Tokens[0].Start) is { } label
        && text.RowAt(label.End - 1) < values.Tokens[0].Row;

    private static void NoteSurplus(TableReading reading, RowReading row, ValueRow values)
    {
        var filled = values.Filled;
        if (filled <= row.Row.Columns.Length) return;
        var nonZero = values.Tokens.Where(token => !token.IsBlank).Skip(row.Row.Columns.Length).Any(token => token.Folded is not "0");
        reading.Surplus.Add(new SurplusCells(reading.Table.Kind, row.Row.Key, filled, row.Row.Columns.Length, nonZero, values.Place));
    }

    private static void Finish(TableReading reading, RowReading[] rows, FlatText text, List<FoundLabel> found, int to, bool disturbed)
    {
        var lastLabel = found.FindLastIndex(label => label.Pattern.Row >= 0);
        var lastRow = found[lastLabel].Pattern.Row;
        // 文件在表的中间断了：最后一个标签后面没有数，不等于空白。
        var truncated = to == text.Content.Length && rows[^1].HasLabel is false;
        foreach (var row in rows)
        {
            // 表里有没有着落的数时，空着的行未必真是空白。
            if (!row.IsRead && row.Candidates.Count == 0 && row.HasLabel && !row.HasFigures && !disturbed && !(truncated && row.Row.Index == lastRow)
                && found.Find(label => label.Pattern.Row == row.Row.Index) is { Match: not LabelMatch.Similar } label)
                row.AcceptBlank(text.PlaceAt(label.Start));
            reading.Add(row);
        }
    }
}
