using System.Collections.Immutable;
using Gongkai.Law.Parameters;

namespace Gongkai.AnnualReports.Rules.Dates;

/// <summary>落款的年份，以及提交、公布的期限。</summary>
internal static class SigningDate
{
    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "DT-01",
            Severity = Severity.Error,
            Sentence = "落款日期在报告年度的下一年。",
            Basis = Sources.Regulation + "第四十九条：每年公布上一年度的报告",
            Examples = ["成立：2023年度报告，落款2024年1月22日。", "不成立：2020年度报告，落款2022年1月15日。"],
            Check = FollowsTheReportYear,
        },
        new Rule
        {
            Id = "DT-02",
            Severity = Severity.Warning,
            FromYear = 2018,
            Sentence = "报告在法定期限内公布：部门、乡镇和街道不晚于次年1月31日，县级以上政府不晚于次年3月31日（看发布日期和落款日期中较晚的一个）。",
            Basis = Sources.Regulation + "第四十九条",
            Examples = ["成立：部门2023年度报告，落款2024年1月22日。", "不成立：部门2023年度报告，落款2024年2月5日，超过5天。", "不可判：没有落款日期，也没有发布日期。"],
            Check = IsPublishedInTime,
        },
    ];

    private static IEnumerable<Verdict> FollowsTheReportYear(CheckContext context)
    {
        if (context.Report.Signature is not { Date: { } date } signature) return [];
        if (context.Report.Year is not { } year) return [Verdict.NotAssessable("报告年度读不准")];
        return date.Year == year + 1
            ? []
            : [new Broken($"落款日期{Written(date)}与{year}年度报告不符，应在{year + 1}年", []) { Where = Where(signature.Place) }];
    }

    private static IEnumerable<Verdict> IsPublishedInTime(CheckContext context)
    {
        if (context.Report.Year is not { } year) return [Verdict.NotAssessable("报告年度读不准")];
        if (Latest(context, year + 1) is not { } latest) return [Verdict.NotAssessable(WhyUndated(context, year + 1))];
        if (LegalParameters.Deadline(YearlyDeadlineId.DepartmentReport, year + 1) is not { } department
            || LegalParameters.Deadline(YearlyDeadlineId.GovernmentReport, year + 1) is not { } government) return [];
        var (date, name) = latest;
        var (earliest, last) = context.Body.Level switch
        {
            BodyLevel.Government => (government.Date, government.Date),
            null => (department.Date, government.Date),
            _ => (department.Date, department.Date),
        };
        if (date <= earliest) return [];
        if (date <= last) return [Verdict.NotAssessable(context.Body.WhyLevelIsUnknown)];
        return [new Broken($"{name}{Written(date)}，超过法定期限{last.Month}月{last.Day}日{date.DayNumber - last.DayNumber}天", []) { Where = name }];
    }

    /// <summary>发布日期与落款日期中较晚的一个；年份对不上的另有规则去说，网站改版后重新发布的日期也不能算。</summary>
    private static (DateOnly Date, string Name)? Latest(CheckContext context, int year)
    {
        var signed = context.Report.Signature?.Date is { } signature && signature.Year == year ? signature : default(DateOnly?);
        var published = context.Report.PublishedOn is { } publication && publication.Year == year ? publication : default(DateOnly?);
        return (signed, published) switch
        {
            (null, null) => null,
            ({ } date, null) => (date, "落款日期"),
            (null, { } date) => (date, "发布日期"),
            ({ } one, { } other) => one >= other ? (one, "落款日期") : (other, "发布日期"),
        };
    }

    private static string WhyUndated(CheckContext context, int year) =>
        context.Report.Signature?.Date is { } signed ? $"落款日期{Written(signed)}不在{year}年，不能据以判断是否按期"
        : context.Report.PublishedOn is { } published ? $"发布日期{Written(published)}不在{year}年，可能是重新发布的日期"
        : "没有落款日期，也没有发布日期";

    private static string Written(DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";

    internal static string Where(Gongkai.Documents.Place place) => place == default ? "落款" : $"落款，{place}";
}
