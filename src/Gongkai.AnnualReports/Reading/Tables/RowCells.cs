using System.Runtime.InteropServices;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading.Solving;
using Gongkai.Documents;

namespace Gongkai.AnnualReports.Reading.Tables;

/// <summary>一行的数怎样归到各列。</summary>
internal static class RowCells
{
    /// <summary>把印出来的数归到 <paramref name="reading"/> 的各列；定不下来的留给整表的等式，或者留着不读。</summary>
    /// <param name="columns">同一张表里各列惯常所在的位置；没有规律时为空。</param>
    public static void Read(RowReading reading, ValueRow values, FormTable table, int[]? columns, List<Note> notes)
    {
        var count = reading.Row.Columns.Length;
        var tokens = values.Tokens;
        reading.Place = values.Place;
        reading.Tokens = tokens;
        var filled = values.Filled;

        if (filled == 0)
        {
            reading.Cells = Blank(count, values.Place);
        }
        else if (filled == count)
        {
            reading.Cells = Parse(tokens, count, skipBlanks: true);
        }
        else if (tokens.Count == count)
        {
            reading.Cells = Parse(tokens, count, skipBlanks: false);
        }
        else if (filled < count && values.Tabular && tokens.Count > count)
        {
            reading.Cells = Align(tokens, count, columns);
        }
        else if (filled > count)
        {
            ReadSurplus(reading, tokens, table, notes);
            return;
        }

        if (reading.Cells is not null || filled > count) return;
        // 分了格的一行少了格子，是丢了格，不是粘连。
        if ((!values.Tabular || filled == 1) && Digits(tokens) is { } digits)
        {
            Split(reading, digits, table);
            if (reading.Candidates.Count == 1)
            {
                reading.Accept(reading.Candidates[0]);
                notes.Add(new Note(
                    "inferred-split",
                    new CellPath(table.Kind, reading.Row.Key),
                    $"“{reading.Printed}”粘连，按勾稽关系只有一种拆法：{Join(reading.Candidates[0])}。",
                    values.Place.ToString()));
                reading.Candidates = [];
            }
        }
    }

    /// <summary>一行空白。</summary>
    public static Cell[] Blank(int count, Place place)
    {
        var cells = new Cell[count];
        Array.Fill(cells, Cell.Blank(place));
        return cells;
    }

    /// <summary>表格行的等式，换成列号。</summary>
    public static SplitSum[] SumsOf(FormTable table, FormRow row) =>
        [.. table.Sums.Where(sum => sum.Axis == SumAxis.Row && (sum.Row is null || sum.Row == row.Key)).Select(sum => new SplitSum([.. sum.Left.Select(key => Index(row, key))], Index(row, sum.Right[0])))];

    public static string Join(long[] values) => string.Join('、', values);

    private static int Index(FormRow row, string key) => row.Columns.Single(column => column.Key == key).Index;

    private static Cell[] Parse(IEnumerable<ValueToken> tokens) => [.. tokens.Select(token => token.ToCell())];

    private static Cell[] Parse(List<ValueToken> tokens, int count, bool skipBlanks)
    {
        var cells = new Cell[count];
        var next = 0;
        foreach (ref readonly var token in CollectionsMarshal.AsSpan(tokens))
            if (!skipBlanks || !token.IsBlank) cells[next++] = token.ToCell();
        return cells;
    }

    private static void Split(RowReading reading, List<string> digits, FormTable table)
    {
        var candidates = SplitSolver.Solve(digits, reading.Row.Columns.Length, SumsOf(table, reading.Row));
        reading.Candidates = candidates.Count < SplitSolver.MaxCandidates ? candidates : [];
    }

    private static List<string>? Digits(List<ValueToken> tokens)
    {
        var digits = new List<string>(tokens.Count);
        foreach (var token in tokens)
        {
            if (token.IsBlank) continue;
            if (token.Folded.ContainsAnyExceptInRange('0', '9')) return null;
            digits.Add(token.Folded.ToString());
        }

        return digits;
    }

    /// <summary>格子多、数少：去掉首尾多余的空格子，或者按各列惯常的位置对齐；两样都不成就不读。</summary>
    private static Cell[]? Align(List<ValueToken> tokens, int count, int[]? columns)
    {
        if (columns is not null)
        {
            var cells = new Cell[count];
            var placed = 0;
            for (var index = 0; index < count; index++)
            {
                var token = tokens.Find(token => token.Column == columns[index]);
                cells[index] = token.IsBlank ? Cell.Blank(tokens[0].Place) : token.ToCell();
                if (!token.IsBlank) placed++;
            }

            if (placed == tokens.Count(token => !token.IsBlank)) return cells;
        }

        // 行尾多出的空格子是制表留下的；行首的不敢去，因为第一列也可能空着。
        var first = tokens[0].IsBlank;
        return !first && tokens.Skip(count).All(token => token.IsBlank) ? Parse(tokens.Take(count)) : null;
    }

    /// <summary>数比列多：各种取法都得同一结果，或者只有一种取法满足等式，才读。</summary>
    private static void ReadSurplus(RowReading reading, List<ValueToken> tokens, FormTable table, List<Note> notes)
    {
        var count = reading.Row.Columns.Length;
        var filled = tokens.Where(token => !token.IsBlank).ToList();
        var windows = Enumerable.Range(0, filled.Count - count + 1).Select(start => Parse(filled.Skip(start).Take(count))).ToList();
        var sums = SumsOf(table, reading.Row);
        var fitting = windows.Where(cells => cells.All(cell => cell.IsNumber) && sums.All(sum => sum.Parts.Sum(part => cells[part].Value) == cells[sum.Total].Value)).ToList();
        var same = windows.All(cells => cells.Select(cell => cell.ToString()).SequenceEqual(windows[0].Select(cell => cell.ToString()), StringComparer.Ordinal));
        if (same) reading.Cells = windows[0];
        else if (fitting.Count == 1 && sums.Length > 0) reading.Cells = fitting[0];
        var outcome = reading.Cells is null ? "不能断定哪一格多余，未读" : "已按勾稽关系取数";
        notes.Add(new Note("extra-cells", new CellPath(table.Kind, reading.Row.Key), $"印了{filled.Count}格，应为{count}格；{outcome}。", reading.Place.ToString()));
    }
}
