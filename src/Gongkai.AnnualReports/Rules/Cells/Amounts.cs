using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Rules.Cells;

/// <summary>金额格：小数位与单位。收费（2021年格式）和集中采购（2019年格式）各一格。</summary>
internal static class Amounts
{
    private const int MostDecimals = 4;

    // 一个机关一年十亿元：多半是把“元”当成了“万元”。
    private const decimal Implausible = 100_000;

    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "FM-06",
            Severity = Severity.Warning,
            Sentence = ("金额以万元为单位，最多四位小数；列名写明保留4位小数的，填满四位（不足的只作提示）。",
                "Amounts are in units of 10,000 yuan with at most four decimals; where the column name asks for four decimals, all four are filled in (fewer are a notice only)."),
            Basis = Sources.Forms + ("表二金额列", ", amount column of Table 2"),
            Examples = [("成立：2887.4507。", "Holds: 2887.4507."), ("不成立：2887.450656。", "Broken: 2887.450656.")],
            Check = context => EachAmount(context, DecimalsFit),
        },
        new Rule
        {
            Id = "FM-07",
            Severity = Severity.Warning,
            Sentence = ("金额的单位要写明是万元，数目要与单位相称（金额为0或空白的，只作提示）。",
                "The unit of an amount is stated as 10,000 yuan, and the figure fits the unit (a notice only where the amount is 0 or blank)."),
            Basis = Sources.Forms + ("表二金额列", ", amount column of Table 2"),
            Examples = [("成立：列名“采购总金额（万元）”，填318.62。", "Holds: the column is “采购总金额（万元）”, the cell 318.62."), ("不成立：列名没有单位，填251000。", "Broken: the column name has no unit, the cell is 251000.")],
            Check = context => EachAmount(context, UnitIsClear),
        },
    ];

    private delegate Verdict? Judge(FormColumn column, Cell cell, PrintedLabel? label, CellPath path);

    private static IEnumerable<Verdict> EachAmount(CheckContext context, Judge judge)
    {
        if (context.Report.Disclosure is not { } table)
        {
            yield return Verdict.NotAssessable(Say("没有找到表二", "Table 2 was not found"));
            yield break;
        }

        foreach (var row in table.Form.Rows)
        {
            foreach (var column in row.Columns)
            {
                if (column.Figure != FigureKind.Amount) continue;
                var path = table.PathOf(row, column);
                if (judge(column, table[row, column], LabelOf(context.Report, path), path) is { } verdict) yield return verdict;
            }
        }
    }

    private static PrintedLabel? LabelOf(AnnualReport report, CellPath path)
    {
        var labels = report.Printed.Labels;
        string? key = null;
        for (var index = 0; index < labels.Count; index++)
            if (labels[index] is { Role: LabelRole.Column } label && label.Key == (key ??= path.ToString())) return label;
        return null;
    }

    private static Verdict? DecimalsFit(FormColumn column, Cell cell, PrintedLabel? label, CellPath path)
    {
        if (cell.State == CellState.Unread) return Verdict.NotAssessable(Say($"{column.Caption}读不准", $"{column.Caption.Spoken} could not be read for certain"));
        if (!cell.IsNumber) return null;
        var decimals = Decimals(cell);
        if (decimals > MostDecimals) return Verdict.Broken(Say($"金额{Printed(cell)}有{decimals}位小数，最多4位", $"the amount {Printed(cell)} has {decimals} decimals; at most 4 are allowed"), path);
        return label is not null && AsksForFour(label.Printed) && decimals < MostDecimals
            ? new Broken(Say($"列名要求保留4位小数，填的是{Printed(cell)}，应为{cell.Value:0.0000}",
                $"the column name asks for 4 decimals; {Printed(cell)} is filled in and should be {cell.Value:0.0000}"), [path]) { Severity = Severity.Notice }
            : null;
    }

    private static Verdict? UnitIsClear(FormColumn column, Cell cell, PrintedLabel? label, CellPath path)
    {
        if (cell.State == CellState.Unread) return Verdict.NotAssessable(Say($"{column.Caption}读不准", $"{column.Caption.Spoken} could not be read for certain"));

        // 印着别的东西（“251000元”）由 FM-02 去说。
        if (cell.State == CellState.Raw) return null;
        if (label is null) return Verdict.NotAssessable(Say($"没有读到“{column.Caption}”列名，不知道单位", $"the column name “{column.Caption}” was not read, so the unit is unknown"));
        var nothing = cell.State == CellState.Blank || cell.Value == 0;
        if (!label.Printed.Contains('元', StringComparison.Ordinal))
        {
            var value = cell.State == CellState.Blank ? Say("空白", "blank") : Printed(cell);
            return new Broken(Say($"列名“{label.Printed}”没有单位，金额{value}的单位不明，应注明（万元）",
                $"the column name “{label.Printed}” has no unit, so the unit of the amount ({value}) is unclear; write “（万元）” (10,000 yuan)"), [path]) { Severity = nothing ? Severity.Notice : null };
        }

        return label.Printed.Contains("万元", StringComparison.Ordinal) && cell.IsNumber && cell.Value > Implausible
            ? Verdict.Broken(Say($"金额{Printed(cell)}万元过大，疑把“元”当成“万元”",
                $"the amount of {Printed(cell)} times 10,000 yuan is too large; probably yuan were taken for units of 10,000 yuan"), path)
            : null;
    }

    private static string Printed(Cell cell) => cell.Printed ?? cell.ToString();

    private static int Decimals(Cell cell)
    {
        var text = Printed(cell);
        var point = text.LastIndexOfAny(['.', '．']);
        return point < 0 ? 0 : text.Length - point - 1;
    }

    private static bool AsksForFour(string label) =>
        label.Contains("4位小数", StringComparison.Ordinal) || label.Contains("四位小数", StringComparison.Ordinal) || label.Contains("４位小数", StringComparison.Ordinal);
}
