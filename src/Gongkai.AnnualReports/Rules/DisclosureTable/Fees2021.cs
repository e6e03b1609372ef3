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
            NeedsRegister = "行政事业性收费目录",
            Sentence = "填报了行政事业性收费的，收费目录里应当有本机关的收费项目。",
            Basis = Sources.Regulation + "第二十条第八项",
            Examples = ["成立：收费目录有考试报名费，表中收费3.2万元。", "不成立：收费目录没有项目，表中收费3.2万元。"],
            Check = ChargesAreListed,
        },
        new Rule
        {
            Id = "T2-11",
            Severity = Severity.Error,
            Form = FormId.Form2021,
            Sentence = "信息处理费属于行政事业性收费：表二的收费金额不少于正文所报的信息处理费（按元比较）。",
            Basis = Sources.FeeMeasures + "：信息处理费属于行政事业性收费，全额上缴国库",
            Examples = ["成立：信息处理费400元，表二收费0.04万元。", "不成立：信息处理费400元，表二收费0万元。"],
            Check = FeesIncludeHandlingFee,
        },
    ];

    private static IEnumerable<Verdict> ChargesAreListed(CheckContext context)
    {
        var fees = Figure.Of(context.Report, TableKind.Disclosure, "fees", "amount");
        if (Figure.WhyUnknown(fees) is { } why) return [Verdict.NotAssessable(why)];
        return fees.Value == 0 ? [] : [Registers.NotGiven("行政事业性收费目录")];
    }

    private static IEnumerable<Verdict> FeesIncludeHandlingFee(CheckContext context)
    {
        var fees = Figure.Of(context.Report, TableKind.Disclosure, "fees", "amount");
        if (Figure.WhyUnknown(fees) is { } why) return [Verdict.NotAssessable(why)];
        if (context.Facts.Of(Indicator.ProcessingFee).Where(figure => figure.IsFirm).MaxBy(figure => figure.Value) is not { } said)
            return [Verdict.NotAssessable("正文没有写明信息处理费的金额")];
        return fees.Value >= said.Value
            ? []
            : [Verdict.Broken($"行政事业性收费{fees.Text}万元（{Yuan(fees.Value)}元），少于正文所报的信息处理费{Yuan(said.Value)}元", fees.Path)];

        static string Yuan(decimal wan) => CellNames.Number(wan * YuanPerWan);
    }
}
