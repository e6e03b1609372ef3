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
            Sentence = "三张表的每一格都应填数字，没有的填0，不留空白。",
            Basis = Sources.Forms + "：各项为必填项，没有的填“0”",
            Examples = ["成立：没有行政复议，五格都填0。", "不成立：行政复议五格空着。"],
            Check = context => EachTable(context, CellTraits.Blank, static (FormColumn _, in Cell cell) => cell.State == CellState.Blank, static (table, chosen, count) =>
            {
                var paths = CellList.Collapse(table.Form, chosen);
                return new Broken($"{TableKeys.Name(table.Form.Kind)}{CellList.Describe(table.Form, paths)}为空（共{count}格），无数据应填0", paths);
            }),
        },
        new Rule
        {
            Id = "FM-02",
            Severity = Severity.Error,
            NeverWaived = true,
            Sentence = "三张表里只填数字：不写“无”“/”“—”“若干”，增减写成+4、-2，不写“增4”“减2”，单位不写在格子里。",
            Basis = Sources.Forms,
            Examples = ["成立：本年增/减填-2。", "不成立：本年增/减填“减2”。"],
            Check = context => EachTable(context, CellTraits.Raw, static (FormColumn _, in Cell cell) => cell.State == CellState.Raw, static (table, chosen, _) =>
                new Broken($"{TableKeys.Name(table.Form.Kind)}含非数字：{DescribeRaw(table, chosen)}，应填整数（增减列填±n，没有的填0）", CellList.Collapse(table.Form, chosen))),
        },
        new Rule
        {
            Id = "FM-03",
            Severity = Severity.Error,
            Sentence = "除“本年增/减”外，各格不能是负数。",
            Basis = Sources.Forms,
            Examples = ["成立：本年增/减填-5。", "不成立：处理决定数量填-5。"],
            Check = context => EachTable(context, CellTraits.Negative, static (FormColumn column, in Cell cell) => cell.IsNumber && cell.Value < 0 && column.Figure != FigureKind.Change, static (table, chosen, _) =>
                WithValues(table, chosen, "为负数")),
        },
        new Rule
        {
            Id = "FM-04",
            Severity = Severity.Error,
            Sentence = "件数、项目数和增减都是整数；只有金额可以有小数。",
            Basis = Sources.Forms,
            Examples = ["成立：采购总金额318.62万元。", "不成立：行政许可2.5件。"],
            Check = context => EachTable(context, CellTraits.Decimals, static (FormColumn column, in Cell cell) => cell.IsNumber && column.Figure != FigureKind.Amount && cell.Value != decimal.Truncate(cell.Value), static (table, chosen, _) =>
                WithValues(table, chosen, "应为整数")),
        },
        new Rule
        {
            Id = "FM-05",
            Severity = Severity.Notice,
            Sentence = "数字用半角、不加千分位；写法不同而意思明确的，已经按数字读取，请改成规范写法。",
            Basis = Sources.Forms,
            Examples = ["成立：1270。", "不成立：１２７０，或1,270。"],
            Check = context => EachTable(context, CellTraits.Unusual, static (FormColumn column, in Cell cell) => IsUnusual(column, in cell), static (table, chosen, _) =>
                new Broken($"{TableKeys.Name(table.Form.Kind)}数字写法已规范化：{DescribeNormalised(table, chosen)}", CellList.Collapse(table.Form, chosen))),
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
                (verdicts ??= []).Add(Verdict.NotAssessable($"没有找到{TableKeys.Name(kind)}"));
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
        return new Broken($"{TableKeys.Name(table.Form.Kind)}{CellList.Of(table, cells)}，{what}", [.. cells]);
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
        return string.Join('，', groups.Select(group =>
        {
            var names = group.Take(MostExamples).Select(path => NameOf(table, path));
            var more = group.Count() > MostExamples ? $"等{group.Count()}格" : "";
            return $"“{group.Key}”（{string.Join('、', names)}{more}）";
        }));
    }

    private static string DescribeNormalised(ReportTable table, ReadOnlySpan<bool> chosen)
    {
        var cells = Chosen(table, chosen);
        var items = cells.Take(MostExamples).Select(path =>
        {
            var cell = table.Find(path.Row!, path.Column!)!.Value;
            return $"{NameOf(table, path)}“{cell.Printed}”读作{CellNames.Number(cell.Value)}";
        });
        return string.Join('，', items) + (cells.Count > MostExamples ? $"等{cells.Count}格" : "");
    }

    private static string NameOf(ReportTable table, CellPath path)
    {
        var row = table.Form.Row(path.Row!)!;
        return CellNames.Cell(row, row.Columns.First(column => column.Key == path.Column));
    }
}
