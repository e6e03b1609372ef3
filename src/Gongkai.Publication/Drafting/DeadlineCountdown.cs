using Gongkai.Law.Calendar;

namespace Gongkai.Publication.Drafting;

/// <summary>倒数：离公开的期限还有多久，为什么，写成给拟稿的人看的话。条例第二十六条。</summary>
/// <param name="Workdays">还有几个工作日，今天不计；当天为 0，逾期为负。</param>
/// <param name="Left">还有多久，例如“还有 12 个工作日”。</param>
/// <param name="Because">为什么，例如“2026年3月2日信息形成或者变更，次日起计算20个工作日，到2026年3月30日（含）届满”。</param>
public sealed record DeadlineCountdown(int Workdays, string Left, string Because)
{
    /// <summary>到某一天为止的倒数。</summary>
    /// <param name="deadline">算出的期限。</param>
    /// <param name="start">起算之日。</param>
    /// <param name="today">今天。</param>
    /// <param name="calendar">工作日历。</param>
    public static DeadlineCountdown Of(DisclosureDeadline deadline, DateOnly start, DateOnly today, WorkingCalendar calendar)
    {
        var (rule, due) = (deadline.Rule, deadline.Due);
        var workdays = due >= today ? calendar.CountWorkdays(today, due) : -calendar.CountWorkdays(due, today);
        var reckoned = rule.Unit == DeadlineUnit.Hour ? $"自当日零时起计算{rule.Span}" : $"次日起计算{rule.Span}";
        var because = $"{start:yyyy年M月d日}{rule.Start}，{reckoned}，到{due:yyyy年M月d日}（含）届满{(deadline.Provisional ? "；以后的放假安排还没有公布，是暂定的" : "")}";
        return new DeadlineCountdown(workdays, LeftOf(due, today, workdays), because);
    }

    // 逾期在休息日里的，还没有满一个工作日，也是逾期。
    private static string LeftOf(DateOnly due, DateOnly today, int workdays) => (due.CompareTo(today), workdays) switch
    {
        (0, _) => "今天到期",
        (< 0, 0) => "已经逾期",
        (< 0, _) => $"已经逾期 {-workdays} 个工作日",
        _ => $"还有 {workdays} 个工作日",
    };
}
