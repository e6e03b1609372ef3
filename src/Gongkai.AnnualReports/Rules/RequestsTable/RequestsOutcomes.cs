using System.Collections.Immutable;
using Gongkai.AnnualReports.Rules.Prose;

namespace Gongkai.AnnualReports.Rules.RequestsTable;

/// <summary>办理结果的各行。</summary>
internal static class RequestsOutcomes
{
    private const decimal ConcentrationShare = 0.8m;
    private const decimal ConcentrationLeast = 10;

    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "T3-08",
            Severity = Severity.Warning,
            Sentence = ("有因逾期未按收费通知缴费而不再处理的申请，第六部分就应当报告发出过收费通知和收费情况。",
                "Where requests were closed because the fee notified was not paid in time, section 6 reports the fee notices and the fees charged."),
            Basis = Sources.FeeMeasures,
            Examples = [("成立：逾期未缴费1件，第六部分写“发出收费通知2件，收取信息处理费400元”。", "Holds: 1 fee overdue, and section 6 writes “发出收费通知2件，收取信息处理费400元”."), ("不成立：逾期未缴费1件，第六部分写“未收取信息处理费”。", "Broken: 1 fee overdue, and section 6 writes “未收取信息处理费”.")],
            Check = FeeOverdueNeedsFeeReport,
        },
        new Rule
        {
            Id = "T3-09",
            Severity = Severity.Warning,
            NeedsRegister = ("补正告知书的登记", "the register of correction notices"),
            Sentence = ("“补正后申请内容仍不明确”和“无正当理由逾期不补正”的申请，都发过补正告知书。",
                "For every request that was still unclear after correction, or not corrected in time without good reason, a correction notice was sent."),
            Basis = Sources.Regulation + ("第三十条", ", Article 30"),
            Examples = [("成立：逾期不补正1件，登记有补正告知书1份。", "Holds: 1 correction overdue, and 1 correction notice in the register."), ("不成立：逾期不补正1件，没有补正告知书的登记。", "Broken: 1 correction overdue, and no correction notice in the register.")],
            Check = CorrectionsWereAskedFor,
        },
        new Rule
        {
            Id = "T3-11",
            Severity = Severity.Notice,
            Sentence = ("以“其他法律行政法规禁止公开”为由不予公开的，依据应当是法律或行政法规；地方性法规、规章不能作依据。",
                "A refusal because another law or administrative regulation forbids disclosure rests on a law or an administrative regulation; local regulations and rules will not do."),
            Basis = Sources.Regulation + ("第十四条", ", Article 14"),
            Examples = [("成立：该行为0。", "Holds: the row is 0."), ("不成立：该行为2，请确认所依据的是法律或行政法规。", "Broken: the row is 2; confirm that it rests on a law or an administrative regulation.")],
            Check = ForbiddenByLawIsConfirmed,
        },
        new Rule
        {
            Id = "T3-13",
            Severity = Severity.Warning,
            Sentence = ("办理结果在10件以上的，不宜有八成以上落在同一种结果；过于集中的，请复核归类。",
                "Of 10 outcomes or more, eight tenths should not fall into a single row; where they do, check the classification."),
            Basis = Sources.Forms + ("表三各行的归类", ", the rows of Table 3"),
            Examples = [("成立：总计16件，予以公开9件。", "Holds: 16 in all, 9 disclosed."), ("不成立：总计20件，“信访举报投诉类申请”18件。", "Broken: 20 in all, 18 of them “信访举报投诉类申请” (petition or complaint).")],
            Check = OutcomesAreNotConcentrated,
        },
    ];

    private static IEnumerable<Verdict> FeeOverdueNeedsFeeReport(CheckContext context)
    {
        // 2019年格式没有这一行：收费办法2021年才施行。
        if (context.Report.Requests is { } table && table.Form.Row("otherFeeOverdue") is null) return [];
        var overdue = Figure.Request(context.Report, "otherFeeOverdue");
        if (Figure.WhyUnknown(overdue) is { } why) return [Verdict.NotAssessable(why)];
        if (overdue.Value == 0) return [];
        var said = context.Facts.Of(Indicator.ProcessingFee).Where(figure => figure.IsFirm).ToList();
        if (said.Count == 0) return [Verdict.NotAssessable(Say("正文没有写明信息处理费的情况（见 TX-14）", "the text does not state what information handling fees were charged (see TX-14)"))];
        if (said.Exists(figure => figure.Value > 0 || MentionsNotice(context, figure))) return [];
        return [new Broken(Say($"有{overdue.Text}件因逾期未缴费结案，正文却称没有收费，也没有说到收费通知",
            $"{overdue.Text} closed because the fee was overdue, but the text says that no fee was charged and mentions no fee notice"), [overdue.Path]) { Where = context.Prose.Where(said[0].Start, said[0].Length) }];
    }

    /// <summary>没有收到钱，但说了发出过收费通知：逾期未缴正是如此。</summary>
    private static bool MentionsNotice(CheckContext context, ProseFigure figure)
    {
        var sentence = context.Prose.Span(figure.Sentence);
        return sentence.Contains("通知", StringComparison.Ordinal) && !sentence.Contains("无收费通知", StringComparison.Ordinal) && !sentence.Contains("未发出", StringComparison.Ordinal);
    }

    private static IEnumerable<Verdict> CorrectionsWereAskedFor(CheckContext context)
    {
        var unclear = Figure.Request(context.Report, "unavailableStillUnclear");
        if (Figure.WhyUnknown(unclear) is { } why) return [Verdict.NotAssessable(why)];
        if (unclear.Value > 0) return [Registers.NotGiven(("补正告知书的登记", "the register of correction notices"))];
        if (context.Report.Requests!.Form.Row("otherCorrectionOverdue") is null) return [];
        var overdue = Figure.Request(context.Report, "otherCorrectionOverdue");
        if (Figure.WhyUnknown(overdue) is { } unknown) return [Verdict.NotAssessable(unknown)];
        return overdue.Value == 0 ? [] : [Registers.NotGiven(("补正告知书的登记", "the register of correction notices"))];
    }

    private static IEnumerable<Verdict> ForbiddenByLawIsConfirmed(CheckContext context)
    {
        var refused = Figure.Request(context.Report, "refusedForbiddenByLaw");
        if (Figure.WhyUnknown(refused) is { } why) return [Verdict.NotAssessable(why)];
        return refused.Value == 0
            ? []
            : [Verdict.Broken(Say($"以“其他法律行政法规禁止公开”为由不予公开{refused.Text}件，请确认依据为法律或行政法规（地方性法规、规章不适用）",
                $"{refused.Text} refused as “其他法律行政法规禁止公开” (forbidden by another law or administrative regulation); confirm that they rest on a law or an administrative regulation (local regulations and rules do not count)"), refused.Path)];
    }

    private static IEnumerable<Verdict> OutcomesAreNotConcentrated(CheckContext context)
    {
        var all = Figure.Request(context.Report, "totalProcessed");
        if (Figure.WhyUnknown(all) is { } why) return [Verdict.NotAssessable(why)];
        if (all.Value < ConcentrationLeast) return [];

        // 八成以上的至多一行；读到它就可以断定，不必等其他各行都读准。
        string? unknown = null;
        var table = context.Report.Requests!;
        foreach (var row in table.Form.Rows)
        {
            if (!row.IsOutcome) continue;
            var leaf = Figure.Of(table, row, row.Columns[^1]);
            if (!leaf.IsKnown)
            {
                unknown ??= Figure.WhyUnknown(leaf);
                continue;
            }

            if (leaf.Value >= ConcentrationShare * all.Value)
                return [Verdict.Broken(Say($"“{CellNames.Row(row)}”{leaf.Text}件，占办理结果总计{all.Text}件的{leaf.Value * 100 / all.Value:0}%，过于集中，请复核归类", $"{CellNames.Quoted(row)} has {leaf.Text} of {all.Text} outcomes, {leaf.Value * 100 / all.Value:0}%: too many in one row; check the classification"), leaf.Path)];
        }

        return unknown is null ? [] : [Verdict.NotAssessable(unknown)];
    }
}
