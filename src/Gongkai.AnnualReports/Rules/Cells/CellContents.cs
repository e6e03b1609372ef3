using System.Buffers;
using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Rules.Cells;

/// <summary>空白、非数字、负数、小数、不规范的写法。每张表最多一个发现：一张空表不是几百个错误。</summary>
internal static class CellContents
{
    private const int MostExamples = 3;

    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create("0123456789.-");

    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "FM-01",
            Severity = Severity.Error,
            Sentence = ("三张表的每一格都应填数字，没有的填0，不留空白。", "Every cell of the three tables holds a number; where there is nothing it is 0, never blank."),
            Basis = Sources.Forms + ("：各项为必填项，没有的填“0”", ": every item is required; write “0” where there is none"),
            Examples = [("成立：没有行政复议，五格都填0。", "Holds: no administrative reconsideration, and all five cells are 0."), ("不成立：行政复议五格空着。", "Broken: the five cells of administrative reconsideration are blank.")],
            Check = context => EachTable(context, CellTraits.Blank, static (FormColumn _, in Cell cell) => cell.State == CellState.Blank, static (table, chosen, count) =>
            {
                var paths = CellList.Collapse(table.Form, chosen);
                return new Broken(Say($"{TableKeys.Name(table.Form.Kind)}{CellList.Describe(table.Form, paths)}为空（共{count}格），无数据应填0",
                    $"{TableKeys.Name(table.Form.Kind)}: left blank: {CellList.Describe(table.Form, paths)} ({count} cells); write 0 where there is nothing"), paths);
            }),
        },
        new Rule
        {
            Id = "FM-02",
            Severity = Severity.Error,
            NeverWaived = true,
            Sentence = ("三张表里只填数字：不写“无”“/”“—”“若干”，增减写成+4、-2，不写“增4”“减2”，单位不写在格子里。",
                "The three tables hold numbers only: not “无”, “/”, “—” or “若干”; changes are written +4 or -2, not “增4” or “减2”; units stay outside the cells."),
            Basis = Sources.Forms,
            Examples = [("成立：本年增/减填-2。", "Holds: the change in the year is -2."), ("不成立：本年增/减填“减2”。", "Broken: the change in the year is “减2”.")],
            Check = context => EachTable(context, CellTraits.Raw, static (FormColumn _, in Cell cell) => cell.State == CellState.Raw, static (table, chosen, _) =>
                new Broken(Say($"{TableKeys.Name(table.Form.Kind)}含非数字：{DescribeRaw(table, chosen)}，应填整数（增减列填±n，没有的填0）",
                    $"{TableKeys.Name(table.Form.Kind)} holds what is not a number: {DescribeRaw(table, chosen)}; write whole numbers (±n for changes, 0 where there is nothing)"), CellList.Collapse(table.Form, chosen))),
        },
        new Rule
        {
            Id = "FM-03",
            Severity = Severity.Error,
            Sentence = ("除“本年增/减”外，各格不能是负数。", "No cell is negative, except the change in the year."),
            Basis = Sources.Forms,
            Examples = [("成立：本年增/减填-5。", "Holds: the change in the year is -5."), ("不成立：处理决定数量填-5。", "Broken: the number of decisions is -5.")],
            Check = context => EachTable(context, CellTraits.Negative, static (FormColumn column, in Cell cell) => cell.IsNumber && cell.Value < 0 && column.Figure != FigureKind.Change, static (table, chosen, _) =>
                WithValues(table, chosen, Say("为负数", "negative"))),
        },
        new Rule
        {
            Id = "FM-04",
            Severity = Severity.Error,
            Sentence = ("件数、项目数和增减都是整数；只有金额可以有小数。", "Counts, items and changes are whole numbers; only amounts have decimals."),
            Basis = Sources.Forms,
            Examples = [("成立：采购总金额318.62万元。", "Holds: procurement of 318.62 times 10,000 yuan."), ("不成立：行政许可2.5件。", "Broken: 2.5 administrative licences.")],
            Check = context => EachTable(context, CellTraits.Decimals, static (FormColumn column, in Cell cell) => cell.IsNumber && column.Figure != FigureKind.Amount && cell.Value != decimal.Truncate(cell.Value), static (table, chosen, _) =>
                WithValues(table, chosen, Say("应为整数", "should be a whole number"))),
        },
        new Rule
        {
            Id = "FM-05",
            Severity = Severity.Notice,
            Sentence = ("数字用半角、不加千分位；写法不同而意思明确的，已经按数字读取，请改成规范写法。",
                "Digits are half-width, without thousands separators; what is written differently but clear has been read as a number and should be rewritten."),
            Basis = Sources.Forms,
            Examples = [("成立：1270。", "Holds: 1270."), ("不成立：１２７０，或1,270。", "Broken: “１２７０”, or 1,270.")],
            Check = context => EachTable(context, CellTraits.Unusual, static (FormColumn column, in Cell cell) => IsUnusual(column, in cell), static (table, chosen, _) =>
                new Broken(Say($"{TableKeys.Name(table.Form.Kind)}数字写法已规范化：{DescribeNormalised(table, chosen)}",
                    $"{TableKeys.Name(table.Form.Kind)}: numbers read although written unusually: {DescribeNormalised(table, chosen)}"), CellList.Collapse(table.Form, chosen))),
        },
    ];

    private delegate bool Choose(FormColumn column, in Cell cell);

    private delegate Broken Describe(ReportTable table, ReadOnlySpan<bool> chosen, int count);

    /// <summary>逐表挑出符合条件的格子，挑到才说话；没有找到的表不可判。</summary>
    /// <param name="trait">没有这种格子的表，不必逐格去看。</param>
    private static List<Verdict> EachTable(CheckContext context, CellTraits trait, Choose choose, Describe describe)
    {
        List<Verdict>? verdicts = null;
        foreach (var kind in (ReadOnlySpan<TableKind>)[TableKind.Disclosure, TableKind.Requests, TableKind.Review])
        {
            if (context.Report.Table(kind) is not { } table)
            {
                (verdicts ??= []).Add(Verdict.NotAssessable(Say($"没有找到{TableKeys.Name(kind)}", $"{TableKeys.Name(kind)} was not found")));
                continue;
            }

            if ((table.Traits & trait) == CellTraits.None) continue;
            bool[]? chosen = null;
            var count = 0;
            var cells = table.Cells;
            foreach (var row in table.Form.Rows)
            {
                foreach (var column in row.Columns)
                {
                    if (!choose(column, in cells[row.Offset + column.Index])) continue;
                    chosen ??= new bool[table.Cells.Length];
                    chosen[row.Offset + column.Index] = true;
                    count++;
                }
            }

            if (chosen is not null) (verdicts ??= []).Add(describe(table, chosen, count));
        }

        return verdicts ?? [];
    }

    /// <summary>全角、千分位是写法问题；增减列的“+1”“+0”是应有的写法，金额末尾的零是精度。</summary>
    private static bool IsUnusual(FormColumn column, in Cell cell)
    {
        if (!cell.IsNumber || cell.Printed is not { } printed) return false;
        var digits = column.Figure == FigureKind.Change && printed[0] == '+' ? printed.AsSpan(1) : printed;
        return digits.ContainsAnyExcept(PlainCharacters);
    }

    private static Broken WithValues(ReportTable table, ReadOnlySpan<bool> chosen, string what)
    {
        var cells = Chosen(table, chosen);
        return new Broken(Say($"{TableKeys.Name(table.Form.Kind)}{CellList.Of(table, cells)}，{what}", $"{TableKeys.Name(table.Form.Kind)}: {CellList.Of(table, cells)}: {what}"), [.. cells]);
    }

    private static List<CellPath> Chosen(ReportTable table, ReadOnlySpan<bool> chosen)
    {
        List<CellPath> cells = [];
        for (var index = 0; index < chosen.Length; index++)
            if (chosen[index]) cells.Add(table.PathAt(index));
        return cells;
    }

    /// <summary>同样的字并在一起说：“/”161格（“规章”本年制发件数等）。</summary>
    private static string DescribeRaw(ReportTable table, ReadOnlySpan<bool> chosen)
    {
        var groups = Chosen(table, chosen).GroupBy(path => table.Find(path.Row!, path.Column!)!.Value.Printed!, StringComparer.Ordinal);
        return Join('，', groups.Select(group =>
        {
            var names = group.Take(MostExamples).Select(path => NameOf(table, path));
            var more = group.Count() > MostExamples ? Say($"等{group.Count()}格", $", {group.Count()} cells in all") : "";
            return Say($"“{group.Key}”（{string.Join('、', names)}{more}）", $"“{group.Key}” ({Join('、', names)}{more})");
        }));
    }

    private static string DescribeNormalised(ReportTable table, ReadOnlySpan<bool> chosen)
    {
        var cells = Chosen(table, chosen);
        var items = cells.Take(MostExamples).Select(path =>
        {
            var cell = table.Find(path.Row!, path.Column!)!.Value;
            return Say($"{NameOf(table, path)}“{cell.Printed}”读作{CellNames.Number(cell.Value)}", $"{NameOf(table, path)}: “{cell.Printed}” read as {CellNames.Number(cell.Value)}");
        });
        return Join('，', items) + (cells.Count > MostExamples ? Say($"等{cells.Count}格", $", {cells.Count} cells in all") : "");
    }

    private static string NameOf(ReportTable table, CellPath path)
    {
        var row = table.Form.Row(path.Row!)!;
        return CellNames.Cell(row, row.Columns.First(column => column.Key == path.Column));
    }
}
