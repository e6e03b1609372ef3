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
            Sentence = ("落款日期在报告年度的下一年。", "The date of the signature lies in the year after the report's year."),
            Basis = Sources.Regulation + ("第四十九条：每年公布上一年度的报告", ", Article 49: the report on the previous year is published every year"),
            Examples = [("成立：2023年度报告，落款2024年1月22日。", "Holds: report of 2023, signed on 22 January 2024."), ("不成立：2020年度报告，落款2022年1月15日。", "Broken: report of 2020, signed on 15 January 2022.")],
            Check = FollowsTheReportYear,
        },
        new Rule
        {
            Id = "DT-02",
            Severity = Severity.Warning,
            FromYear = 2018,
            Sentence = ("报告在法定期限内公布：部门、乡镇和街道不晚于次年1月31日，县级以上政府不晚于次年3月31日（看发布日期和落款日期中较晚的一个）。",
                "The report is published within the statutory time: departments, towns and subdistricts by 31 January of the next year, governments from the county up by 31 March (the later of the dates of publication and signature counts)."),
            Basis = Sources.Regulation + ("第四十九条", ", Article 49"),
            Examples = [("成立：部门2023年度报告，落款2024年1月22日。", "Holds: a department's report of 2023, signed on 22 January 2024."), ("不成立：部门2023年度报告，落款2024年2月5日，超过5天。", "Broken: a department's report of 2023, signed on 5 February 2024, 5 days late."), ("不可判：没有落款日期，也没有发布日期。",
                "Not assessable: neither a signature date nor a publication date.")],
            Check = IsPublishedInTime,
        },
    ];

    private static IEnumerable<Verdict> FollowsTheReportYear(CheckContext context)
    {
        if (context.Report.Signature is not { Date: { } date } signature) return [];
        if (context.Report.Year is not { } year) return [Verdict.NotAssessable(Say("报告年度读不准", "the report's year could not be read for certain"))];
        return date.Year == year + 1
            ? []
            : [new Broken(Say($"落款日期{Written(date)}与{year}年度报告不符，应在{year + 1}年",
                $"the signature date {Written(date)} does not fit the report of {year}; it should lie in {year + 1}"), []) { Where = Where(signature.Place) }];
    }

    private static IEnumerable<Verdict> IsPublishedInTime(CheckContext context)
    {
        if (context.Report.Year is not { } year) return [Verdict.NotAssessable(Say("报告年度读不准", "the report's year could not be read for certain"))];
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
        return [new Broken(Say($"{name}{Written(date)}，超过法定期限{last.Month}月{last.Day}日{date.DayNumber - last.DayNumber}天",
            $"{name} {Written(date)} is {date.DayNumber - last.DayNumber} days after the statutory time limit, {Written(last)}"), []) { Where = name }];
    }

    /// <summary>发布日期与落款日期中较晚的一个；年份对不上的另有规则去说，网站改版后重新发布的日期也不能算。</summary>
    private static (DateOnly Date, string Name)? Latest(CheckContext context, int year)
    {
        var signed = context.Report.Signature?.Date is { } signature && signature.Year == year ? signature : default(DateOnly?);
        var published = context.Report.PublishedOn is { } publication && publication.Year == year ? publication : default(DateOnly?);
        return (signed, published) switch
        {
            (null, null) => null,
            ({ } date, null) => (date, Say("落款日期", "signature date")),
            (null, { } date) => (date, Say("发布日期", "publication date")),
            ({ } one, { } other) => one >= other ? (one, Say("落款日期", "signature date")) : (other, Say("发布日期", "publication date")),
        };
    }

    private static string WhyUndated(CheckContext context, int year) =>
        context.Report.Signature?.Date is { } signed ? Say($"落款日期{Written(signed)}不在{year}年，不能据以判断是否按期",
            $"the signature date {Written(signed)} is not in {year}, so it does not tell whether the report was in time")
        : context.Report.PublishedOn is { } published ? Say($"发布日期{Written(published)}不在{year}年，可能是重新发布的日期",
            $"the publication date {Written(published)} is not in {year}; perhaps the report was published anew")
        : Say("没有落款日期，也没有发布日期", "there is neither a signature date nor a publication date");

    private static string Written(DateOnly date) => Say($"{date.Year}年{date.Month}月{date.Day}日", $"{date:yyyy-MM-dd}");

    internal static string Where(Gongkai.Documents.Place place) => place == default ? Say("落款", "signature") : Say($"落款，{place}", $"signature, {place}");
}
