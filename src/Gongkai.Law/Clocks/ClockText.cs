namespace Gongkai.Law.Clocks;

/// <summary>期限的中文说明：一天一句，页面与命令行共用。</summary>
public static class ClockText
{
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    /// <summary>星期几。</summary>
    public static string Weekday(DateOnly date) => Weekdays[(int)date.DayOfWeek];

    /// <summary>这一天为什么计或者不计，例如“第3个工作日（春节调休上班）”。</summary>
    public static string Of(ClockDay day, AnswerDeadline deadline) => day.Role switch
    {
        ClockDayRole.Anchor => Anchor(deadline.AnchorEvent),
        ClockDayRole.Counted => Counted(day, deadline),
        ClockDayRole.Paused => $"不计：征求意见（{day.Consultation}）",
        ClockDayRole.Delayed => day.Day.Date == deadline.Due ? "延迟答复日期，期限届满" : "期满，延迟答复之中",
        _ => day.Day.Caption,
    };

    /// <summary>起算的缘由。</summary>
    public static string Anchor(AnchorEvent reason) => reason switch
    {
        AnchorEvent.CorrectionReceived => "收到补正，次日起重新计算",
        AnchorEvent.FeePaid => "缴清信息处理费，次日起重新计算",
        _ => "收到申请，次日起计算",
    };

    private static string Counted(ClockDay day, AnswerDeadline deadline)
    {
        var remark = day.Day.Name is null ? "" : $"（{day.Day.Caption}）";
        var end = day.Number != deadline.Quota ? "" : day.Day.Date == deadline.Due ? "，期限届满" : "，原期限届满";
        return $"第{day.Number}个工作日{remark}{end}";
    }
}
