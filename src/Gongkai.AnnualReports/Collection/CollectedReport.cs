using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Publishing;
using Gongkai.AnnualReports.Rules;
using Gongkai.Law;
using Gongkai.Organisations.Units;

namespace Gongkai.AnnualReports.Collection;

/// <summary>主管部门收集的一份：哪个单位，期限到哪一天，编到哪一步。</summary>
/// <param name="Unit">单位。</param>
/// <param name="Name">报告年度末的名称。</param>
/// <param name="Kind">性质。</param>
/// <param name="Deadline">期限。</param>
/// <param name="Report">年报；还没有编的为空。</param>
public sealed record CollectedReport(UnitId Unit, string Name, UnitKind Kind, FilingDeadline Deadline, PublishedReport? Report)
{
    /// <summary>首次签发报送的日子，北京时间；没有的为空。收集看头一次，退回重报不算迟。</summary>
    public DateOnly? SubmittedOn => Day(Report?.Filings.FirstOrDefault(done => done.Hash is not null)?.At);

    /// <summary>首次公布的日子；没有的为空。</summary>
    public DateOnly? PublishedOn => Day(Report?.Releases.FirstOrDefault(release => release.Edition is not null)?.At);

    /// <summary>被主管部门退回几次。</summary>
    public int Returns => Report?.Filings.Count(done => done.Action == FilingAction.SendBack) ?? 0;

    /// <summary>公布以后更正几次。</summary>
    public int Corrections => Report?.Filings.Count(done => done.Action == FilingAction.Correct) ?? 0;

    /// <summary>最新一版查出几处错误、警告。</summary>
    public int Findings => Report?.Latest.Findings.Count(finding => finding.Severity != Severity.Notice) ?? 0;

    /// <summary>报送得怎样：到今天为止。</summary>
    public Timeliness StandingOn(DateOnly today) => SubmittedOn is { } on
        ? on <= Deadline.SubmitBy ? Timeliness.OnTime : Timeliness.Late
        : Report?.Visible is not null ? Timeliness.Added : today > Deadline.SubmitBy ? Timeliness.Overdue : Timeliness.Awaited;

    /// <summary>迟了几天（自然日）；没有迟的为 0。</summary>
    public int DaysLateOn(DateOnly today) => StandingOn(today) is Timeliness.Late or Timeliness.Overdue ? Math.Max(0, (SubmittedOn ?? today).DayNumber - Deadline.SubmitBy.DayNumber) : 0;

    /// <summary>数字可以汇总：报送了、接收了、公布了的。</summary>
    public bool Counts => Report?.Stage is FilingStage.Submitted or FilingStage.Accepted or FilingStage.Published or FilingStage.Locked;

    private static DateOnly? Day(DateTimeOffset? at) => at is { } moment ? LegalTime.DateOf(moment) : null;
}

/// <summary>报送得怎样。</summary>
public enum Timeliness
{
    /// <summary>按时报送。</summary>
    OnTime,

    /// <summary>报送了，迟了。</summary>
    Late,

    /// <summary>还没有报送，期限没有到。</summary>
    Awaited,

    /// <summary>还没有报送，期限过了。</summary>
    Overdue,

    /// <summary>往年补登的，不论早晚。</summary>
    Added,
}

/// <summary>报送得怎样的说法，一处写定。</summary>
public static class TimelinessCaptions
{
    /// <summary>说法，例如“按时”。</summary>
    public static string Caption(this Timeliness standing) => standing switch
    {
        Timeliness.OnTime => "按时",
        Timeliness.Late => "迟报",
        Timeliness.Awaited => "没有到期",
        Timeliness.Overdue => "逾期未报",
        _ => "补登",
    };
}
