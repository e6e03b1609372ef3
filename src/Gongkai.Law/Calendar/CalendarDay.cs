namespace Gongkai.Law.Calendar;

/// <summary>日子的种类。</summary>
public enum DayKind
{
    /// <summary>平常的工作日：周一至周五。</summary>
    Weekday,

    /// <summary>周末。</summary>
    Weekend,

    /// <summary>节假日放假，包括因此放假的周末。</summary>
    Holiday,

    /// <summary>调休上班。</summary>
    MakeUp,
}

/// <summary>日历上的一天。</summary>
/// <param name="Date">日期。</param>
/// <param name="Kind">种类。</param>
/// <param name="Name">所属的节日，例如“春节”；平常日子为空。</param>
/// <param name="Notice">安排这一天的通知的文号；平常日子为空。</param>
/// <param name="Provisional">暂定：没有这一年的放假通知，只按周一至周五推算。</param>
public sealed record CalendarDay(DateOnly Date, DayKind Kind, string? Name, string? Notice, bool Provisional)
{
    /// <summary>是不是工作日。</summary>
    public bool IsWorkday => Kind is DayKind.Weekday or DayKind.MakeUp;

    /// <summary>所属的节日，说给人听：中文就是 <see cref="Name"/>，英文是它的译名。</summary>
    public string? SpokenName => Name is null ? null : HolidayNames.Of(Name);

    /// <summary>这一天是什么日子，例如“春节放假”“春节调休上班”“周末”“工作日”。</summary>
    public string Caption => Kind switch
    {
        DayKind.Holiday => Say($"{Name}放假", $"day off for {SpokenName}"),
        DayKind.MakeUp => Say($"{Name}调休上班", $"make-up working day for {SpokenName}"),
        DayKind.Weekend => Say("周末", "weekend"),
        _ => Say("工作日", "working day"),
    };
}

/// <summary>对一天的特别安排：放假或者调休上班。国家的安排来自每年的通知，地方的由调用者给出。</summary>
/// <param name="Date">日期。</param>
/// <param name="IsWorkday">调休上班为真，放假为假。</param>
/// <param name="Name">所属的节日或者缘由。</param>
/// <param name="Notice">依据的文号或者名称。</param>
public sealed record CalendarEntry(DateOnly Date, bool IsWorkday, string Name, string Notice);

/// <summary>数工作日得到的日期。</summary>
/// <param name="Date">日期。</param>
/// <param name="Provisional">暂定：数到了还没有放假通知的日子。</param>
public readonly record struct WorkdayDate(DateOnly Date, bool Provisional);
