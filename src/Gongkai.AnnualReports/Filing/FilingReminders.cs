using Gongkai.Organisations.People;

namespace Gongkai.AnnualReports.Filing;

/// <summary>年报期限的提醒：还没有报送的照报送的期限，接收了还没有公布的照公布的期限；一个最后一日，每种只一次。条例第四十九条。</summary>
public static class FilingReminders
{
    /// <summary>还剩几个日历日（含）起算快到期。</summary>
    public const int NearDays = 10;

    /// <summary>逾期多少个日历日以后不再提醒：多半是从前的年度，不在本系统里编。</summary>
    public const int LateDays = 90;

    /// <summary>此时本单位要赶的最后一日（含）；等主管部门的、公布了的为空。</summary>
    /// <param name="stage">编到哪一步；还没有编的为空。</param>
    public static DateOnly? Pending(FilingDeadline deadline, FilingStage? stage) => stage switch
    {
        null or FilingStage.Compiling or FilingStage.OfficeReview or FilingStage.LeaderSign or FilingStage.Returned => deadline.SubmitBy,
        FilingStage.Accepted => deadline.PublishBy,
        _ => null,
    };

    /// <summary>今天该提醒的；没有的为空。</summary>
    /// <param name="due">要赶的最后一日（含）；没有的为空。</param>
    /// <param name="told">照这个最后一日已经提醒过的。</param>
    public static NoticeKind? Due(DateOnly? due, DateOnly today, IReadOnlySet<NoticeKind> told)
    {
        if (due is not { } last || last.DayNumber - today.DayNumber > NearDays || today.DayNumber - last.DayNumber > LateDays) return null;
        var kind = today > last ? NoticeKind.ReportOverdue : today == last ? NoticeKind.ReportDueToday : NoticeKind.ReportNearDue;
        return told.Contains(kind) ? null : kind;
    }
}
