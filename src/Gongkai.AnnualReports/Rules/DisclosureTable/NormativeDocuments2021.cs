using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Rules.DisclosureTable;

/// <summary>2021年格式：规章、行政规范性文件的制发、废止与现行有效。</summary>
internal static class NormativeDocuments2021
{
    private const string Basis = Sources.Form2021 + "表二第二十条第（一）项：现行有效件数为年末存量";

    public static ImmutableArray<Rule> All { get; } =
    [
        Stock("T2-01", "regulations", "规章"),
        Stock("T2-02", "normativeDocuments", "行政规范性文件"),
        new Rule
        {
            Id = "T2-03",
            Severity = Severity.Error,
            Form = FormId.Form2021,
            Sentence = "规章、行政规范性文件：现行有效件数减制发件数加废止件数，就是上年年末的件数，不能小于0。",
            Basis = Basis,
            Examples = ["成立：制发3、废止1、现行有效14，上年为14-3+1=12。", "不成立：制发5、废止0、现行有效2，上年成了2-5+0=-3。"],
            Check = StockBeforeIsNotNegative,
        },
        new Rule
        {
            Id = "T2-06",
            Severity = Severity.Warning,
            Form = FormId.Form2021,
            NeedsRegister = "规章和规范性文件登记库",
            Sentence = "规章、行政规范性文件的制发、废止、现行有效件数，与规范性文件登记库一致。",
            Basis = Sources.Form2021 + "表二第二十条第（一）项",
            Examples = ["成立：登记库现行有效14件，表中14件。", "不成立：登记库现行有效15件，表中14件。"],
            Check = Registers.Await("规章和规范性文件登记库"),
        },
    ];

    private static Rule Stock(string id, string row, string caption) => new()
    {
        Id = id,
        Severity = Severity.Error,
        Form = FormId.Form2021,
        Sentence = $"{caption}：本年现行有效件数，等于上年现行有效件数加本年制发件数减本年废止件数。",
        Basis = Basis,
        Examples = [$"成立：上年{caption}现行有效12件，制发3、废止1，本年14件，12+3-1=14。", $"不成立：上年{caption}现行有效12件，制发3、废止1，本年却写15件。"],
        Check = context => StockFollowsPrevious(context, row, caption),
    };

    private static IEnumerable<Verdict> StockFollowsPrevious(CheckContext context, string row, string caption)
    {
        if (PreviousYear.WhyIncomparable(context, TableKind.Disclosure) is { } incomparable) return [Verdict.NotAssessable(incomparable)];
        var before = Figure.Of(context.Previous!, TableKind.Disclosure, row, "inForce");
        if (PreviousYear.WhyUnknown(before) is { } unknownBefore) return [Verdict.NotAssessable(unknownBefore)];
        var (issued, repealed, inForce) = Row(context, row);
        if (Figure.WhyUnknown(issued, repealed, inForce) is { } why) return [Verdict.NotAssessable(why)];

        var expected = before.Value + issued.Value - repealed.Value;
        return inForce.Value == expected
            ? []
            : [Verdict.Broken($"{caption}现行有效件数应为{CellNames.Number(expected)}（上年{before.Text}+制发{issued.Text}-废止{repealed.Text}），表中为{inForce.Text}", inForce.Path, issued.Path, repealed.Path)];
    }

    private static IEnumerable<Verdict> StockBeforeIsNotNegative(CheckContext context)
    {
        foreach (var row in (string[])["regulations", "normativeDocuments"])
        {
            var (issued, repealed, inForce) = Row(context, row);
            if (Figure.WhyUnknown(issued, repealed, inForce) is { } why)
            {
                yield return Verdict.NotAssessable(why);
                continue;
            }

            var before = inForce.Value - issued.Value + repealed.Value;
            if (before < 0)
                yield return Verdict.Broken($"由本年数反推，上年有效数为负：{inForce.Text}-{issued.Text}+{repealed.Text}={CellNames.Number(before)}（{inForce.Name}）", inForce.Path, issued.Path, repealed.Path);
        }
    }

    private static (Figure Issued, Figure Repealed, Figure InForce) Row(CheckContext context, string row) =>
        (Of(context, row, "issued"), Of(context, row, "repealed"), Of(context, row, "inForce"));

    private static Figure Of(CheckContext context, string row, string column) => Figure.Of(context.Report, TableKind.Disclosure, row, column);
}
