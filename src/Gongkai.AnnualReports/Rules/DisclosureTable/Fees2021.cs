using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Rules.Prose;

namespace Gongkai.AnnualReports.Rules.DisclosureTable;

/// <summary>2021年格式：行政事业性收费。</summary>
internal static class Fees2021
{
    private const decimal YuanPerWan = 10_000;

    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "T2-10",
            Severity = Severity.Warning,
            Form = FormId.Form2021,
            NeedsRegister = ("行政事业性收费目录", "the catalogue of administrative fees"),
            Sentence = ("填报了行政事业性收费的，收费目录里应当有本机关的收费项目。", "A body that reports administrative fees has a fee of its own in the catalogue of fees."),
            Basis = Sources.Regulation + ("第二十条第八项", ", Article 20, item 8"),
            Examples = [("成立：收费目录有考试报名费，表中收费3.2万元。", "Holds: the catalogue lists an examination fee, the table reports 3.2 (32,000 yuan)."), ("不成立：收费目录没有项目，表中收费3.2万元。", "Broken: the catalogue lists nothing, the table reports 3.2 (32,000 yuan).")],
            Check = ChargesAreListed,
        },
        new Rule
        {
            Id = "T2-11",
            Severity = Severity.Error,
            Form = FormId.Form2021,
            Sentence = ("信息处理费属于行政事业性收费：表二的收费金额不少于正文所报的信息处理费（按元比较）。",
                "Information handling fees are administrative fees: the amount charged in Table 2 is not less than the handling fees that the text reports (compared in yuan)."),
            Basis = Sources.FeeMeasures + ("：信息处理费属于行政事业性收费，全额上缴国库", ": information handling fees are administrative fees and are paid in full into the treasury"),
            Examples = [("成立：信息处理费400元，表二收费0.04万元。", "Holds: handling fees of 400 yuan, 0.04 (400 yuan) in Table 2."), ("不成立：信息处理费400元，表二收费0万元。", "Broken: handling fees of 400 yuan, 0 in Table 2.")],
            Check = FeesIncludeHandlingFee,
        },
    ];

    private static IEnumerable<Verdict> ChargesAreListed(CheckContext context)
    {
        var fees = Figure.Of(context.Report, TableKind.Disclosure, "fees", "amount");
        if (Figure.WhyUnknown(fees) is { } why) return [Verdict.NotAssessable(why)];
        return fees.Value == 0 ? [] : [Registers.NotGiven(("行政事业性收费目录", "the catalogue of administrative fees"))];
    }

    private static IEnumerable<Verdict> FeesIncludeHandlingFee(CheckContext context)
    {
        var fees = Figure.Of(context.Report, TableKind.Disclosure, "fees", "amount");
        if (Figure.WhyUnknown(fees) is { } why) return [Verdict.NotAssessable(why)];
        if (context.Facts.Of(Indicator.ProcessingFee).Where(figure => figure.IsFirm).MaxBy(figure => figure.Value) is not { } said)
            return [Verdict.NotAssessable(Say("正文没有写明信息处理费的金额", "the text does not state the amount of information handling fees"))];
        return fees.Value >= said.Value
            ? []
            : [Verdict.Broken(Say($"行政事业性收费{fees.Text}万元（{Yuan(fees.Value)}元），少于正文所报的信息处理费{Yuan(said.Value)}元",
                $"administrative fees of {fees.Text} ({Yuan(fees.Value)} yuan) are less than the information handling fees of {Yuan(said.Value)} yuan that the text reports"), fees.Path)];

        static string Yuan(decimal wan) => CellNames.Number(wan * YuanPerWan);
    }
}
