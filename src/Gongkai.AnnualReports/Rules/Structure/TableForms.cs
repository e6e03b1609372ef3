using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Rules.Structure;

/// <summary>三张表用的格式、行数、列数。</summary>
internal static class TableForms
{
    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "ST-03",
            Severity = Severity.Error,
            FromYear = 2019,
            Sentence = ("表二用报告年度的格式：2019、2020年度用2019年格式，2021年度以后用2021年格式。",
                "Table 2 is in the form of the report's year: the 2019 form for 2019 and 2020, the 2021 form from 2021."),
            Basis = Sources.Forms,
            Examples = [("成立：2022年度报告，表二列名为“本年制发件数、本年废止件数、现行有效件数”。", "Holds: a report of 2022 whose Table 2 has the columns “本年制发件数、本年废止件数、现行有效件数”."), ("不成立：2022年度报告，表二列名为“本年新制作数量”。", "Broken: a report of 2022 whose Table 2 has the column “本年新制作数量”.")],
            Check = DisclosureUsesTheFormOfTheYear,
        },
        new Rule
        {
            Id = "ST-04",
            Severity = Severity.Error,
            NeverWaived = true,
            Sentence = ("表三的行齐全：2019年格式办理结果19行，2021年格式21行，并与表二同一种格式。",
                "Table 3 has all its rows: 19 rows of outcomes in the 2019 form, 21 in the 2021 form, and it is in the same form as Table 2."),
            Basis = Sources.Forms + ("表三", ", Table 3"),
            Examples = [("成立：2021年格式，“（六）其他处理”下分三行。", "Holds: 2021 form, with three rows under “（六）其他处理” (otherwise dealt with)."), ("不成立：表二是2021年格式，表三“（六）其他处理”只有一行。",
                "Broken: Table 2 is in the 2021 form, but “（六）其他处理” (otherwise dealt with) in Table 3 is a single row.")],
            Check = RequestsHaveAllRows,
        },
        new Rule
        {
            Id = "ST-06",
            Severity = Severity.Error,
            Sentence = ("表四有15列：行政复议、未经复议直接起诉、复议后起诉各5列。",
                "Table 4 has 15 columns: five each for administrative reconsideration, litigation without reconsideration and litigation after reconsideration."),
            Basis = Sources.Forms + ("表四", ", Table 4"),
            Examples = [("成立：三组各有维持、纠正、其他、未审结、总计。", "Holds: each of the three groups has upheld, corrected, other, pending and total."), ("不成立：复议后起诉少了“尚未审结”，只有14列。",
                "Broken: “尚未审结” (pending) is missing under litigation after reconsideration, which leaves 14 columns.")],
            Check = ReviewHasAllColumns,
        },
    ];

    private static IEnumerable<Verdict> DisclosureUsesTheFormOfTheYear(CheckContext context)
    {
        // FromYear 已保证有年度，且该年度有统一格式。
        var year = context.Report.Year!.Value;
        if (context.Report.Disclosure is not { } table) return [Verdict.NotAssessable(Say("没有找到表二", "Table 2 was not found"))];
        var expected = FormCatalogue.ForYear(year)!;
        return table.Form.Form == expected.Id
            ? []
            : [Verdict.Broken(Say($"{year}年度应使用{expected.Id}年格式（{expected.Basis}），表二是{table.Form.Form}年格式的列名（{Columns(table.Form)}）",
                $"{year} should use the {expected.Id} form ({expected.Basis}); the column names of Table 2 are those of the {table.Form.Form} form (“{Columns(table.Form)}”)"), new CellPath(TableKind.Disclosure))];
    }

    private static string Columns(FormTable form) => string.Join('、', form.Rows[0].Columns.Select(column => column.Caption.Official));

    private static IEnumerable<Verdict> RequestsHaveAllRows(CheckContext context)
    {
        var report = context.Report;
        if (report.Requests is not { } table) return [Verdict.NotAssessable(Say("没有找到表三", "Table 3 was not found"))];

        // 通篇用了旧格式的，由 ST-03 说一次；这里只管表三自己缺不缺行，与表二是不是同一种格式。
        var expected = report.Disclosure?.Form.Form is { } used ? FormCatalogue.Find(used)! : FormCatalogue.ForYear(report.Year ?? 0);
        var missing = report.Printed.MissingRows.Where(path => path.Table == TableKind.Requests && path.Row is not null).ToList();
        if (expected is not null && expected.Id != table.Form.Form && IsTelling(table.Form, expected.Requests, missing)) return [OtherForm(expected.Requests, table.Form)];
        if (missing.Count == 0) return [];
        var names = Join('、', missing.Select(path => CellNames.Quoted(table.Form.Row(path.Row!)!)));
        return [new Broken(Say($"表三缺少行：{names}", $"Table 3 lacks rows: {names}"), [.. missing])];
    }

    /// <summary>两种格式不同的那几行，印了至少一行，才断得定用的是哪种格式。</summary>
    private static bool IsTelling(FormTable used, FormTable expected, List<CellPath> missing) =>
        used.Rows.Any(row => expected.Row(row.Key) is null && !missing.Exists(path => path.Row == row.Key));

    private static Broken OtherForm(FormTable expected, FormTable used)
    {
        var lacking = Join('、', expected.Rows.Where(row => used.Row(row.Key) is null).Select(CellNames.Quoted));
        var surplus = used.Rows.Where(row => expected.Row(row.Key) is null).ToList();
        var extra = Join('、', surplus.Select(CellNames.Quoted));
        return new Broken(
            Say($"表三是{used.Form}年格式（办理结果{Leaves(used)}行），应为{expected.Form}年格式（{Leaves(expected)}行）：缺少行{lacking}，多出行{extra}",
                $"Table 3 is in the {used.Form} form ({Leaves(used)} rows of outcomes) and should be in the {expected.Form} form ({Leaves(expected)} rows): it lacks {lacking} and has {extra} too many"),
            [.. surplus.Select(row => new CellPath(TableKind.Requests, row.Key))]);
    }

    private static int Leaves(FormTable form) => form.Rows.Count(row => row.IsOutcome);

    private static IEnumerable<Verdict> ReviewHasAllColumns(CheckContext context)
    {
        if (context.Report.Review is not { } table) return [Verdict.NotAssessable(Say("没有找到表四", "Table 4 was not found"))];
        return context.Report.Printed.ReviewColumns switch
        {
            null => [Verdict.NotAssessable(Say("表四的列名读不准，数不清有几列", "the column names of Table 4 could not be read, so the columns cannot be counted"))],
            var columns when columns == ReportTable.CellCount(table.Form) => [],
            var columns => [Verdict.Broken(Say($"表四应有{ReportTable.CellCount(table.Form)}列，检测到{columns}列", $"Table 4 should have {ReportTable.CellCount(table.Form)} columns; {columns} were found"), new CellPath(TableKind.Review))],
        };
    }
}
