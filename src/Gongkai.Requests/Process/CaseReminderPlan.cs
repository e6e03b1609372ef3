using System.Globalization;
using Gongkai.Law.Calendar;

namespace Gongkai.Requests.Process;

/// <summary>内部期限与提醒：答复至迟在法定期限以前几个工作日送审，还剩几个工作日起提醒。只提醒，不改变法定期限。</summary>
/// <param name="DraftDays">答复在法定期限以前几个工作日送审；0 是没有内部期限。</param>
/// <param name="RemindDays">还剩几个工作日（含）起提醒。</param>
public sealed record CaseReminderPlan(int DraftDays, int RemindDays)
{
    /// <summary>设置的名称：内部期限。</summary>
    public const string DraftDaysName = "cases.draft-days";

    /// <summary>设置的名称：提醒。</summary>
    public const string RemindDaysName = "cases.remind-days";

    /// <summary>最多写几个工作日：答复期限一共二十个。</summary>
    public const int MostDays = 20;

    /// <summary>没有设的用它。</summary>
    public static CaseReminderPlan Standard { get; } = new(5, 3);

    /// <summary>不提醒：印台账用。</summary>
    public static CaseReminderPlan None { get; } = new(0, -1);

    /// <summary>由设的两项；没有设的、写得不对的用默认的。</summary>
    public static CaseReminderPlan Of(string? draftDays, string? remindDays) => new(Days(draftDays) ?? Standard.DraftDays, Days(remindDays) ?? Standard.RemindDays);

    /// <summary>写的几个工作日；不是的为空。</summary>
    public static int? Days(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostDays ? days : null;

    /// <summary>答复至迟在哪一天（含）送审；没有内部期限的、已经送审的、期限没有在走的为空。</summary>
    public DateOnly? DraftBy(CaseStage stage, Awaited awaited, DateOnly? due, WorkingCalendar calendar) =>
        DraftDays > 0 && awaited == Awaited.Agency && stage is not (CaseStage.InReview or CaseStage.Approved) && due is { } last ? calendar.WorkdaysBefore(last, DraftDays) : null;

    /// <summary>快到期了：还没有逾期，剩的不多于设定的。</summary>
    /// <param name="daysLeft">还剩几个工作日，当天为 0，逾期为负。</param>
    public bool IsNear(int daysLeft) => daysLeft >= 0 && daysLeft <= RemindDays;
}
