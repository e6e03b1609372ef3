using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Clocks;
using Gongkai.Law.Parameters;

namespace Gongkai.Publication.Drafting;

/// <summary>公开期限的种类：一般二十个工作日，另有规定的从其规定。条例第二十六条。</summary>
public enum DisclosureDeadlineId
{
    /// <summary>一般的政府信息。</summary>
    General,

    /// <summary>行政许可、行政处罚决定。</summary>
    LicenceOrPenalty,

    /// <summary>行政处罚决定被变更、撤销、确认违法或者无效，撤下。</summary>
    PenaltyWithdrawal,

    /// <summary>预算、决算。</summary>
    Budget,

    /// <summary>公共文化服务。</summary>
    CulturalService,

    /// <summary>政策解读。</summary>
    Interpretation,

    /// <summary>特别重大、重大突发事件，发布权威信息。</summary>
    MajorEmergency,

    /// <summary>特别重大、重大突发事件，举行新闻发布会。</summary>
    MajorEmergencyBriefing,

    /// <summary>其他政务舆情的回应。</summary>
    OtherOpinion,

    /// <summary>行政处罚决定公开期满撤下（法人和其他组织）。</summary>
    PenaltyShelf,

    /// <summary>行政处罚决定公开期满撤下（自然人）。</summary>
    PersonalPenaltyShelf,
}

/// <summary>期限的单位。</summary>
public enum DeadlineUnit
{
    /// <summary>工作日。</summary>
    Workday,

    /// <summary>自然日。</summary>
    Day,

    /// <summary>小时。</summary>
    Hour,

    /// <summary>年。</summary>
    Year,
}

/// <summary>一条公开期限的规定，内容在 <c>deadlines.csv</c>。</summary>
/// <param name="Id">种类。</param>
/// <param name="Caption">适用于什么。</param>
/// <param name="IsWithdrawal">到期是撤下，不是公开。</param>
/// <param name="Start">自什么起算，例如“决定作出”。</param>
/// <param name="Length">长度。</param>
/// <param name="Unit">单位。</param>
/// <param name="Basis">依据。</param>
public sealed record DisclosureDeadlineRule(
    DisclosureDeadlineId Id, string Caption, bool IsWithdrawal, string Start, int Length, DeadlineUnit Unit, Citation Basis)
{
    private static readonly ImmutableArray<DatedTable.Row> Rows = [.. DatedTable.Read("Drafting/deadlines.csv", typeof(DisclosureDeadlineRule).Assembly)];

    /// <summary>某日施行的规定；早于第一次规定的，取第一次的。</summary>
    public static DisclosureDeadlineRule On(DisclosureDeadlineId id, DateOnly date)
    {
        var rows = Rows.Where(row => row.Text("id") == id.ToString()).ToList();
        var row = rows.FirstOrDefault(row => new Validity(row.Date("from"), row.DateOrNone("until")).Covers(date)) ?? rows.MinBy(row => row.Date("from"))!;
        var (length, unit, basis) = Period(row, date);
        return new DisclosureDeadlineRule(id, row.Text("caption"), row.Text("action") == "withdraw", row.Text("start"), length, unit, basis);
    }

    /// <summary>某日施行的全部规定。</summary>
    public static ImmutableArray<DisclosureDeadlineRule> AllOn(DateOnly date) => [.. Enum.GetValues<DisclosureDeadlineId>().Select(id => On(id, date))];

    /// <summary>一条信息可以选的期限：到期是公开的，不是撤下的。</summary>
    public static ImmutableArray<DisclosureDeadlineRule> ForPublishingOn(DateOnly date) => [.. AllOn(date).Where(rule => !rule.IsWithdrawal)];

    /// <summary>长度连单位，例如“20个工作日”。</summary>
    public string Span => Unit switch
    {
        DeadlineUnit.Workday => $"{Length}个工作日",
        DeadlineUnit.Day => $"{Length}日",
        DeadlineUnit.Hour => $"{Length}小时",
        _ => $"{Length}年",
    };

    private static (int Length, DeadlineUnit Unit, Citation Basis) Period(DatedTable.Row row, DateOnly date)
    {
        if (row.TextOrNone("parameter") is not { } parameter)
            return (row.Number("length"), Enum.Parse<DeadlineUnit>(row.Text("unit"), ignoreCase: true), new Citation(row.Text("document"), row.TextOrNone("article")));
        var period = LegalParameters.Period(Enum.Parse<LegalPeriodId>(parameter), date);
        return (period.Length, period.Unit == PeriodUnit.Workday ? DeadlineUnit.Workday : DeadlineUnit.Day, period.Basis);
    }
}

/// <summary>算出的公开期限，连同逐日的理由。</summary>
/// <param name="Rule">适用的规定。</param>
/// <param name="Due">最后一日（含），北京时间；以小时计的，是到期时刻所在的那一天。</param>
/// <param name="DueAt">到期的时刻；只有以小时计的才有。</param>
/// <param name="Provisional">暂定：数到了还没有放假通知的日子。</param>
/// <param name="Days">逐日的理由，自起算之日起；只有以工作日计的才有。</param>
public sealed record DisclosureDeadline(DisclosureDeadlineRule Rule, DateOnly Due, DateTimeOffset? DueAt, bool Provisional, ImmutableArray<ClockDay> Days)
{
    /// <summary>一天为什么计或者不计，例如“第3个工作日（春节调休上班）”。</summary>
    public string Explain(ClockDay day) => day.Role switch
    {
        ClockDayRole.Anchor => $"{Rule.Start}，次日起计算",
        ClockDayRole.Counted => $"第{day.Number}个工作日{(day.Day.Name is null ? "" : $"（{day.Day.Caption}）")}{(day.Day.Date == Due ? "，期限届满" : "")}",
        _ => day.Day.Caption,
    };

    /// <summary>到某日为止怎样：已经公开的看公开之日，没有公开的看今天。</summary>
    public DeadlineStanding Standing(DateOnly? publishedOn, DateOnly today) => publishedOn is { } published
        ? published <= Due ? DeadlineStanding.Met : DeadlineStanding.MetLate
        : today <= Due ? DeadlineStanding.Running : DeadlineStanding.Overdue;
}

/// <summary>期限到某日为止怎样。逾期只是告警，不妨碍公开：拦着不让公开反而违法。</summary>
public enum DeadlineStanding
{
    /// <summary>还在期限之内。</summary>
    Running,

    /// <summary>已经逾期，还没有公开。</summary>
    Overdue,

    /// <summary>按期公开了。</summary>
    Met,

    /// <summary>逾期之后公开了。</summary>
    MetLate,
}
