using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Rules.ReviewTable;

/// <summary>表四与上年、与表三的关系。</summary>
internal static class ReviewFlow
{
    private static readonly string[] Rows = ["reconsideration", "directLitigation", "litigationAfterReconsideration"];

    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "T4-04",
            Severity = Severity.Warning,
            Sentence = ("上年尚未审结的复议、诉讼案件，本年都应计入：表四各项总计不少于上年同项的“尚未审结”。",
                "Cases of reconsideration and litigation pending last year are counted again this year: no total in Table 4 is less than last year's “尚未审结” (pending) of the same kind."),
            Basis = Sources.Forms + ("表四：当年受理与上年尚未审结的合并统计", ", Table 4: cases accepted in the year and those still pending from the year before are counted together"),
            Examples = [("成立：上年行政复议尚未审结1件，本年行政复议总计2件。", "Holds: 1 reconsideration pending last year, 2 in all this year."), ("不成立：上年行政复议尚未审结1件，本年行政复议总计0件。", "Broken: 1 reconsideration pending last year, 0 in all this year.")],
            Check = PendingIsCountedAgain,
        },
        new Rule
        {
            Id = "T4-05",
            Severity = Severity.Warning,
            Sentence = ("复议后起诉的件数，不多于本年与上年行政复议件数之和。", "There is not more litigation after reconsideration than reconsideration in this year and the last together."),
            Basis = ("《行政诉讼法》第四十五条：不服复议决定的，才有复议后起诉",
                "Administrative Litigation Law, Article 45: litigation after reconsideration needs a reconsideration decision to be challenged"),
            Examples = [("成立：本年行政复议2件，复议后起诉1件。", "Holds: 2 reconsiderations this year, 1 litigation after reconsideration."), ("不成立：本年、上年行政复议都是0件，复议后起诉1件。", "Broken: no reconsideration this year or last, 1 litigation after reconsideration.")],
            Check = LitigationFollowsReconsideration,
        },
        new Rule
        {
            Id = "T4-06",
            Severity = Severity.Warning,
            Sentence = ("近两年没有收到过申请，却有复议或者诉讼的，应当说明（可能因主动公开引起）。",
                "Where no request was received in two years but there was reconsideration or litigation, explain it (it may arise from proactive disclosure)."),
            Basis = Sources.Regulation + ("第五十一条", ", Article 51"),
            Examples = [("成立：本年收到申请16件，行政复议2件。", "Holds: 16 requests received this year, 2 reconsiderations."), ("不成立：本年和上年表三全部为0，表四行政复议1件，正文没有说明。",
                "Broken: all of Table 3 is 0 this year and last, 1 reconsideration in Table 4, and nothing is explained.")],
            Check = ReviewNeedsRequests,
        },
        new Rule
        {
            Id = "T4-07",
            Severity = Severity.Notice,
            FromYear = 2024,
            Sentence = ("自2024年起，对不予公开决定不服的应先申请行政复议；全部办理结果都是不予公开而有未经复议直接起诉的，请核实。",
                "Since 2024 whoever challenges a refusal to disclose applies for administrative reconsideration first; where all outcomes are refusals and there was litigation without reconsideration, check it."),
            Basis = ("《行政复议法》第二十三条第一款第四项（2024年1月1日起施行）", "Administrative Reconsideration Law, Article 23, paragraph 1, item 4 (in force from 1 January 2024)"),
            Examples = [("成立：办理结果有予以公开9件、不予公开1件，直接起诉1件。", "Holds: 9 disclosed, 1 refused, 1 litigation without reconsideration."), ("不成立：2024年度办理结果只有不予公开3件，直接起诉1件。",
                "Broken: in 2024 the only outcomes are 3 refusals, and there was 1 litigation without reconsideration.")],
            Check = RefusalsGoToReconsiderationFirst,
        },
    ];

    private static IEnumerable<Verdict> PendingIsCountedAgain(CheckContext context)
    {
        if (PreviousYear.WhyUnusable(context) is { } unusable)
        {
            yield return Verdict.NotAssessable(unusable);
            yield break;
        }

        foreach (var row in Rows)
        {
            var before = Figure.Review(context.Previous!, row, "pending");
            var total = Figure.Review(context.Report, row);
            if ((PreviousYear.WhyUnknown(before) ?? Figure.WhyUnknown(total)) is { } why) yield return Verdict.NotAssessable(why);
            else if (total.Value < before.Value)
                yield return Verdict.Broken(Say($"{total.Name}为{total.Text}，少于上年尚未审结的{before.Text}件，上年未审结的没有计入本年",
                    $"{total.Name} is {total.Text}, less than the {before.Text} pending last year: cases pending last year were not counted this year"), total.Path);
        }
    }

    private static IEnumerable<Verdict> LitigationFollowsReconsideration(CheckContext context)
    {
        var after = Figure.Review(context.Report, "litigationAfterReconsideration");
        var now = Figure.Review(context.Report, "reconsideration");
        if (Figure.WhyUnknown(after, now) is { } why) return [Verdict.NotAssessable(why)];
        if (after.Value <= now.Value) return [];
        if (PreviousYear.WhyUnusable(context) is { } unusable) return [Verdict.NotAssessable(unusable)];
        var before = Figure.Review(context.Previous!, "reconsideration");
        if (PreviousYear.WhyUnknown(before) is { } unknown) return [Verdict.NotAssessable(unknown)];
        return after.Value <= now.Value + before.Value
            ? []
            : [Verdict.Broken(Say($"复议后起诉{after.Text}件，多于本年与上年行政复议之和：{after.Text}>{now.Text}+{before.Text}",
                $"{after.Text} cases of litigation after reconsideration, more than the reconsiderations of this year and last together: {after.Text}>{now.Text}+{before.Text}"), after.Path, now.Path)];
    }

    private static IEnumerable<Verdict> ReviewNeedsRequests(CheckContext context)
    {
        var reviews = new Figure[Rows.Length];
        for (var index = 0; index < Rows.Length; index++) reviews[index] = Figure.Review(context.Report, Rows[index]);
        if (Figure.WhyUnknown(reviews) is { } why) return [Verdict.NotAssessable(why)];
        if (reviews.All(figure => figure.Value == 0)) return [];

        var received = Figure.Request(context.Report, "newlyReceived");
        var carried = Figure.Request(context.Report, "carriedIn");
        if (Figure.WhyUnknown(received, carried) is { } unknown) return [Verdict.NotAssessable(unknown)];
        if (received.Value + carried.Value > 0) return [];
        if (PreviousYear.WhyUnusable(context) is { } unusable) return [Verdict.NotAssessable(unusable)];
        var before = Figure.Request(context.Previous!, "newlyReceived");
        var carriedBefore = Figure.Request(context.Previous!, "carriedIn");
        if (PreviousYear.WhyUnknown(before, carriedBefore) is { } unknownBefore) return [Verdict.NotAssessable(unknownBefore)];
        if (before.Value + carriedBefore.Value > 0) return [];
        var sum = reviews.Sum(figure => figure.Value);
        return
        [
            new Broken(
                Say($"近两年都没有收到申请，却有复议诉讼{CellNames.Number(sum)}件，请说明（可因主动公开引起）",
                    $"no request was received in two years, but there are {CellNames.Number(sum)} cases of reconsideration or litigation; explain them (they may arise from proactive disclosure)"),
                [.. reviews.Where(figure => figure.Value > 0).Select(figure => figure.Path)]),
        ];
    }

    private static IEnumerable<Verdict> RefusalsGoToReconsiderationFirst(CheckContext context)
    {
        var direct = Figure.Review(context.Report, "directLitigation");
        if (Figure.WhyUnknown(direct) is { } why) return [Verdict.NotAssessable(why)];
        if (direct.Value == 0) return [];
        if (context.Report.Requests is not { } table) return [Verdict.NotAssessable(Say("没有找到表三", "Table 3 was not found"))];

        decimal refused = 0;
        foreach (var row in table.Form.Rows)
        {
            if (!row.IsOutcome) continue;
            var figure = Figure.Request(context.Report, row.Key);
            if (Figure.WhyUnknown(figure) is { } unknown) return [Verdict.NotAssessable(unknown)];
            if (row.Groups is [_, "（三）不予公开"]) refused += figure.Value;
            else if (figure.Value != 0) return [];
        }

        return refused == 0
            ? []
            : [Verdict.Broken(Say($"办理结果只有不予公开（{CellNames.Number(refused)}件），却有未经复议直接起诉{direct.Text}件；不予公开自2024年起应先申请复议，请核实",
                $"all outcomes are refusals ({CellNames.Number(refused)}), but there are {direct.Text} cases of litigation without reconsideration; since 2024 a refusal goes to reconsideration first, so check this"), direct.Path)];
    }
}
