namespace Gongkai.Law.Clocks;

/// <summary>期限的说明：一天一句，页面与命令行共用。</summary>
public static class ClockText
{
    private static readonly Bilingual[] Weekdays = [("周日", "Sun"), ("周一", "Mon"), ("周二", "Tue"), ("周三", "Wed"), ("周四", "Thu"), ("周五", "Fri"), ("周六", "Sat")];

    /// <summary>星期几。</summary>
    public static string Weekday(DateOnly date) => Weekdays[(int)date.DayOfWeek];

    /// <summary>这一天为什么计或者不计，例如“第3个工作日（春节调休上班）”。</summary>
    public static string Of(ClockDay day, AnswerDeadline deadline) => day.Role switch
    {
        ClockDayRole.Anchor => Anchor(deadline.AnchorEvent),
        ClockDayRole.Counted => Counted(day, deadline),
        ClockDayRole.Paused => Say($"不计：征求意见（{day.Consultation}）", $"not counted: consultation ({day.Consultation})"),
        ClockDayRole.Delayed => day.Day.Date == deadline.Due ? Say("延迟答复日期，期限届满", "delayed answer date: due") : Say("期满，延迟答复之中", "the period has ended, the answer is delayed"),
        _ => day.Day.Caption,
    };

    /// <summary>起算的缘由。</summary>
    public static string Anchor(AnchorEvent reason) => reason switch
    {
        AnchorEvent.CorrectionReceived => Say("收到补正，次日起重新计算", "correction received: the clock starts anew on the next day"),
        AnchorEvent.FeePaid => Say("缴清信息处理费，次日起重新计算", "information handling fee paid: the clock starts anew on the next day"),
        _ => Say("收到申请，次日起计算", "request received: the clock starts on the next day"),
    };

    private static string Counted(ClockDay day, AnswerDeadline deadline)
    {
        var remark = day.Day.Name is null ? "" : Say($"（{day.Day.Caption}）", $" ({day.Day.Caption})");
        var end = day.Number != deadline.Quota ? "" : day.Day.Date == deadline.Due ? Say("，期限届满", ", due") : Say("，原期限届满", ", due before the extension");
        return Say($"第{day.Number}个工作日{remark}{end}", $"working day {day.Number}{remark}{end}");
    }
}
