using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading.Tables;

namespace Gongkai.AnnualReports.Reading.Solving;

/// <summary>一行有几种拆法时，用整表的等式来选；只剩一种才接受。已经定下的行不因等式不成立而翻案：真实的报告里有真实的错误。</summary>
internal static class TableSolver
{
    /// <summary>各行候选的组合超过这个数，就不再穷举。</summary>
    private const int MaxCombinations = 20_000;

    public static void Choose(TableReading reading, RowReading[] rows)
    {
        if (!Array.Exists(rows, static row => row.Candidates.Count > 0)) return;
        ChooseByColumns(reading, rows);
        ChooseByForm(reading, rows);
    }

    private static void ChooseByColumns(TableReading reading, RowReading[] rows)
    {
        var sums = reading.Table.Sums.Where(sum => sum.Axis == SumAxis.Column).ToList();
        var open = rows.Where(row => row.Candidates.Count > 1).ToList();
        if (open.Count == 0 || sums.Count == 0) return;
        long combinations = 1;
        foreach (var row in open)
            if ((combinations *= row.Candidates.Count) > MaxCombinations) return;

        int[]? only = null;
        var choice = new int[open.Count];
        var usable = sums.Where(sum => sum.Left.Concat(sum.Right).All(key => rows.Single(row => row.Row.Key == key) is { } row && (row.Candidates.Count > 1 || row.IsWhole))).ToList();
        if (usable.Count == 0) return;
        for (long combination = 0; combination < combinations; combination++)
        {
            var rest = combination;
            for (var index = 0; index < open.Count; index++)
            {
                choice[index] = (int)(rest % open[index].Candidates.Count);
                rest /= open[index].Candidates.Count;
            }

            if (!usable.TrueForAll(sum => Holds(sum, rows, open, choice))) continue;
            if (only is not null) return;
            only = [.. choice];
        }

        if (only is null) return;
        for (var index = 0; index < open.Count; index++) Accept(reading, open[index], open[index].Candidates[only[index]], Say("各列的勾稽关系", "the sums of the columns"));
    }

    /// <summary>没有等式的表二：按格式的常情，整表一致时才接受。</summary>
    /// <remarks>
    /// “本年增/减”普遍为 0：至少三行粘连、每一行都恰有一种拆法让增减为 0，巧合的余地可以不计。
    /// “新制作、新公开、总数”三数相同：一串数字恰是同一个数重复三遍（首年常见，见 T2-22）。
    /// </remarks>
    private static void ChooseByForm(TableReading reading, RowReading[] rows)
    {
        var changing = rows.Where(row => row.Candidates.Count > 0 && row.Row.Columns.Any(column => column.Figure == FigureKind.Change)).ToList();
        var unchanged = changing.Select(row => row.Candidates.Where(values => values[row.Row.Columns.First(column => column.Figure == FigureKind.Change).Index] == 0).ToList()).ToList();
        if (changing.Count >= 3 && unchanged.TrueForAll(candidates => candidates.Count == 1))
        {
            for (var index = 0; index < changing.Count; index++)
                Accept(reading, changing[index], unchanged[index][0], Say($"{changing.Count}行同时粘连、而各行都恰有一种增减为 0 的拆法",
                    $"of {changing.Count} glued rows each has just one split with a change of 0"));
        }

        foreach (var row in rows.Where(row => row.Candidates.Count > 1 && row.Row.Columns.Any(column => column.Key == "totalPublished")))
        {
            var repeated = row.Candidates.Where(values => values.All(value => value == values[0])).ToList();
            if (repeated.Count == 1 && repeated[0][0] > 9) Accept(reading, row, repeated[0], Say("各列恰是同一个数", "all columns have the same number"));
        }
    }

    private static void Accept(TableReading reading, RowReading row, long[] values, string why)
    {
        reading.Notes.Add(new Note(
            "inferred-split",
            new CellPath(reading.Table.Kind, row.Row.Key),
            Say($"“{row.Printed}”粘连，有{row.Candidates.Count}种拆法；按{why}取{RowCells.Join(values)}。",
                $"“{row.Printed}” is glued and has {row.Candidates.Count} splits; {RowCells.Join(values)} was taken because of this: {why}."),
            row.Place.ToString()));
        row.Accept(values);
        row.Candidates = [];
    }

    private static bool Holds(FormSum sum, RowReading[] rows, List<RowReading> open, int[] choice)
    {
        var columns = rows[0].Row.Columns.Length;
        for (var column = 0; column < columns; column++)
            if (Total(sum.Left, column) != Total(sum.Right, column)) return false;
        return true;

        decimal Total(IEnumerable<string> keys, int column)
        {
            decimal total = 0;
            foreach (var key in keys)
            {
                var row = rows.Single(row => row.Row.Key == key);
                var index = open.IndexOf(row);
                total += index < 0 ? row.Cells[column].Value : row.Candidates[choice[index]][column];
            }

            return total;
        }
    }
}
