using System.Runtime.InteropServices;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading.Solving;

namespace Gongkai.AnnualReports.Reading.Tables;

/// <summary>一行的数怎样归到各列。</summary>
internal static class RowCells
{
    /// <summary>把印出来的数归到 <paramref name="reading"/> 的各列；定不下来的留给整表的等式，或者留着不读。</summary>
    /// <param name="others">同一张表里各行的数，格子比列多时比照着排；没有可比照的时为空列。</param>
    public static void Read(RowReading reading, ValueRow values, FormTable table, IReadOnlyList<(int Row, ValueRow Values)> others, List<Note> notes)
    {
        var count = reading.Row.Columns.Length;
        var tokens = values.Tokens;
        reading.Place = values.Place;
        reading.Tokens = tokens;
        reading.IsRead = false;
        reading.Doubt = values is { Tabular: true, Tokens: [var only] } && ValueText.IsUnreadMark(only.Folded) ? Say($"“{reading.Row.Caption.Official}”旁边没有认出它的数，未读。",
            $"no number was recognised beside “{reading.Row.Caption.Official}”; unread.") : null;
        var filled = values.Filled;

        if (filled == 0) reading.AcceptBlank(values.Place);
        else if (tokens.Count == count) Accept(reading, tokens, skipBlanks: false);
        else if (values.Tabular && filled <= count && tokens.Count > count) Align(reading, values, table, others);
        else if (filled == count && !values.Tabular) Accept(reading, tokens, skipBlanks: true);
        else if (filled > count) ReadSurplus(reading, tokens, table, notes);
        else SplitGlued(reading, values, table, notes);
    }

    /// <summary>表格行的等式，换成列号。</summary>
    public static SplitSum[] SumsOf(FormTable table, FormRow row) =>
        [.. table.Sums.Where(sum => sum.Axis == SumAxis.Row && (sum.Row is null || sum.Row == row.Key)).Select(sum => new SplitSum([.. sum.Left.Select(key => Index(row, key))], Index(row, sum.Right[0])))];

    public static string Join(long[] values) => Speech.Join('、', values.Select(value => value.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public static Cell[] Parse(IEnumerable<ValueToken> tokens) => [.. tokens.Select(token => token.ToCell())];

    private static void Accept(RowReading reading, List<ValueToken> tokens, bool skipBlanks)
    {
        var cells = reading.Cells;
        var next = 0;
        foreach (ref readonly var token in CollectionsMarshal.AsSpan(tokens))
            if (!skipBlanks || !token.IsBlank) cells[next++] = token.ToCell();
        reading.IsRead = true;
    }

    private static void Align(RowReading reading, ValueRow values, FormTable table, IReadOnlyList<(int Row, ValueRow Values)> others)
    {
        var sums = SumsOf(table, reading.Row);
        var count = reading.Row.Columns.Length;
        if (ColumnHabit.Of(table, others, count, values).Align(values.Tokens, count, sums.Length > 0 ? cells => SumsHold(cells, sums) : null) is { } aligned) reading.Accept(aligned);
    }

    private static int Index(FormRow row, string key) => row.Columns.Single(column => column.Key == key).Index;

    /// <summary>有等式可判，并且都成立；全是零的成立说明不了什么。</summary>
    private static bool SumsHold(Cell[] cells, SplitSum[] sums) =>
        sums.Length > 0 && cells.All(cell => cell.IsNumber) && cells.Any(cell => cell.Value != 0) && sums.All(sum => sum.Parts.Sum(part => cells[part].Value) == cells[sum.Total].Value);

    /// <summary>数比列少：看得出是粘连，才照等式拆开。</summary>
    private static void SplitGlued(RowReading reading, ValueRow values, FormTable table, List<Note> notes)
    {
        var sums = SumsOf(table, reading.Row);
        if (Digits(values.Tokens) is not { } digits || !GluedDigits.AreGlued(values, digits, reading.Row.Columns.Length, sums.Length > 0)) return;
        var candidates = SplitSolver.Solve(digits, reading.Row.Columns.Length, sums);
        if (candidates.Count >= SplitSolver.MaxCandidates) return;
        // 没有等式可以印证的，一种拆法也只是候选：那串数字也可能就是一个数，别的格子空着。
        if (candidates.Count != 1 || (sums.Length == 0 && !GluedDigits.IsCertain(digits)))
        {
            reading.Candidates = candidates;
            return;
        }

        reading.Accept(candidates[0]);
        var why = sums.Length > 0 ? Say("按勾稽关系只有一种拆法", "by the sums only one split is left") : Say("只有一种拆法", "there is only one split");
        notes.Add(new Note(NoteCodes.InferredSplit, new CellPath(table.Kind, reading.Row.Key), Say($"“{reading.Printed}”粘连，{why}：{Join(candidates[0])}。",
            $"“{reading.Printed}” is glued; {why}: {Join(candidates[0])}."), values.Place.ToString()));
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

    /// <summary>数比列多：多出一个零，各种取法都得同一结果，或者只有一种取法满足等式，才读。</summary>
    private static void ReadSurplus(RowReading reading, List<ValueToken> tokens, FormTable table, List<Note> notes)
    {
        var count = reading.Row.Columns.Length;
        var filled = tokens.Where(token => !token.IsBlank).ToList();
        var windows = filled.Count == count + 1
            ? new[] { (Kept: filled[1..], Extra: filled[0]), (Kept: filled[..^1], Extra: filled[^1]) }.Where(window => window.Extra.Folded is "0").Select(window => Parse(window.Kept)).ToList()
            : [];
        var sums = SumsOf(table, reading.Row);
        var fitting = windows.Where(cells => SumsHold(cells, sums)).ToList();
        if (windows.Count == 2 && windows[0].Select(cell => cell.ToString()).SequenceEqual(windows[1].Select(cell => cell.ToString()), StringComparer.Ordinal)) reading.Accept(windows[0]);
        else if (fitting.Count == 1) reading.Accept(fitting[0]);
        var outcome = !reading.IsRead ? Say("不能断定哪一格多余，未读", "it is uncertain which is too many, so they are unread") : Say("已按勾稽关系取数", "the numbers were taken by the sums");
        notes.Add(new Note(NoteCodes.ExtraCells, new CellPath(table.Kind, reading.Row.Key), Say($"印了{filled.Count}格，应为{count}格；{outcome}。",
            $"{filled.Count} cells are printed instead of {count}; {outcome}."), reading.Place.ToString()));
    }
}
