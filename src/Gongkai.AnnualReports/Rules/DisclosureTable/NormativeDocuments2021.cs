using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Rules.DisclosureTable;

/// <summary>2021年格式：规章、行政规范性文件的制发、废止与现行有效。</summary>
internal static class NormativeDocuments2021
{
    private static readonly Bilingual Basis = Sources.Form2021 + ("表二第二十条第（一）项：现行有效件数为年末存量", ", Table 2, Article 20, item 1: documents in force are the stock at the end of the year");

    public static ImmutableArray<Rule> All { get; } =
    [
        Stock("T2-01", "regulations", ("规章", "regulations")),
        Stock("T2-02", "normativeDocuments", ("行政规范性文件", "administrative normative documents")),
        new Rule
        {
            Id = "T2-03",
            Severity = Severity.Error,
            Form = FormId.Form2021,
            Sentence = ("规章、行政规范性文件：现行有效件数减制发件数加废止件数，就是上年年末的件数，不能小于0。",
                "Regulations and administrative normative documents: those in force less those issued plus those repealed are the stock of the year before and not less than 0."),
            Basis = Basis,
            Examples = [("成立：制发3、废止1、现行有效14，上年为14-3+1=12。", "Holds: 3 issued, 1 repealed, 14 in force; 14-3+1=12 the year before."), ("不成立：制发5、废止0、现行有效2，上年成了2-5+0=-3。", "Broken: 5 issued, 0 repealed, 2 in force; 2-5+0=-3 the year before.")],
            Check = StockBeforeIsNotNegative,
        },
        new Rule
        {
            Id = "T2-06",
            Severity = Severity.Warning,
            Form = FormId.Form2021,
            NeedsRegister = ("规章和规范性文件登记库", "the register of regulations and normative documents"),
            Sentence = ("规章、行政规范性文件的制发、废止、现行有效件数，与规范性文件登记库一致。",
                "The numbers of regulations and administrative normative documents issued, repealed and in force are those of the register of normative documents."),
            Basis = Sources.Form2021 + ("表二第二十条第（一）项", ", Table 2, Article 20, item 1"),
            Examples = [("成立：登记库现行有效14件，表中14件。", "Holds: 14 in force in the register, 14 in the table."), ("不成立：登记库现行有效15件，表中14件。", "Broken: 15 in force in the register, 14 in the table.")],
            Check = Registers.Await(("规章和规范性文件登记库", "the register of regulations and normative documents")),
        },
    ];

    private static Rule Stock(string id, string row, Bilingual caption) => new()
    {
        Id = id,
        Severity = Severity.Error,
        Form = FormId.Form2021,
        Sentence = ($"{caption.Chinese}：本年现行有效件数，等于上年现行有效件数加本年制发件数减本年废止件数。",
            $"For {caption.English}, those in force this year are those in force last year, plus those issued, less those repealed."),
        Basis = Basis,
        Examples = [($"成立：上年{caption.Chinese}现行有效12件，制发3、废止1，本年14件，12+3-1=14。", "Holds: 12 in force last year, 3 issued, 1 repealed and 14 this year, 12+3-1=14."), ($"不成立：上年{caption.Chinese}现行有效12件，制发3、废止1，本年却写15件。",
            "Broken: 12 in force last year, 3 issued, 1 repealed, but 15 this year.")],
        Check = context => StockFollowsPrevious(context, row, caption),
    };

    private static IEnumerable<Verdict> StockFollowsPrevious(CheckContext context, string row, Bilingual caption)
    {
        if (PreviousYear.WhyIncomparable(context, TableKind.Disclosure) is { } incomparable) return [Verdict.NotAssessable(incomparable)];
        var before = Figure.Of(context.Previous!, TableKind.Disclosure, row, "inForce");
        if (PreviousYear.WhyUnknown(before) is { } unknownBefore) return [Verdict.NotAssessable(unknownBefore)];
        var (issued, repealed, inForce) = Row(context, row);
        if (Figure.WhyUnknown(issued, repealed, inForce) is { } why) return [Verdict.NotAssessable(why)];

        var expected = before.Value + issued.Value - repealed.Value;
        return inForce.Value == expected
            ? []
            : [Verdict.Broken(Say($"{caption}现行有效件数应为{CellNames.Number(expected)}（上年{before.Text}+制发{issued.Text}-废止{repealed.Text}），表中为{inForce.Text}",
                $"{caption} in force should be {CellNames.Number(expected)} (last year {before.Text}+issued {issued.Text}-repealed {repealed.Text}); the table says {inForce.Text}"), inForce.Path, issued.Path, repealed.Path)];
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
                yield return Verdict.Broken(Say($"由本年数反推，上年有效数为负：{inForce.Text}-{issued.Text}+{repealed.Text}={CellNames.Number(before)}（{inForce.Name}）",
                    $"worked back from this year, last year's stock would be negative: {inForce.Text}-{issued.Text}+{repealed.Text}={CellNames.Number(before)} ({inForce.Name})"), inForce.Path, issued.Path, repealed.Path);
        }
    }

    private static (Figure Issued, Figure Repealed, Figure InForce) Row(CheckContext context, string row) =>
        (Of(context, row, "issued"), Of(context, row, "repealed"), Of(context, row, "inForce"));

    private static Figure Of(CheckContext context, string row, string column) => Figure.Of(context.Report, TableKind.Disclosure, row, column);
}
