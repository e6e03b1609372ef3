using Gongkai.Law.Calendar;

namespace Gongkai.Services.Demonstration;

/// <summary>上班的时刻：工作日九点到十七点半，北京时间。演示里的事都在这些时刻办。</summary>
internal static class WorkTime
{
    private static readonly TimeSpan Opens = TimeSpan.FromHours(9), Closes = TimeSpan.FromHours(17.5), Beijing = TimeSpan.FromHours(8);

    /// <summary>这一天，或者以后的第一个工作日。</summary>
    public static DateOnly Workday(DateOnly day)
    {
        while (!WorkingCalendar.National.IsWorkday(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>某个工作日上班之后若干分钟。</summary>
    public static DateTimeOffset On(DateOnly day, int minutes) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Beijing) + Opens + TimeSpan.FromMinutes(minutes);

    /// <summary>再过若干分钟；下班了的，顺到下一个工作日。</summary>
    public static DateTimeOffset After(DateTimeOffset instant, double minutes)
    {
        var next = instant.ToOffset(Beijing).AddMinutes(minutes);
        while (next.TimeOfDay > Closes || next.TimeOfDay < Opens || !IsWorkday(next))
        {
            var beyond = next.TimeOfDay > Closes ? next.TimeOfDay - Closes : TimeSpan.Zero;
            var day = DateOnly.FromDateTime(next.DateTime);
            if (next.TimeOfDay > Closes || !WorkingCalendar.National.IsWorkday(day)) day = day.AddDays(1);
            next = On(Workday(day), 0) + TimeSpan.FromMinutes(beyond.TotalMinutes % (Closes - Opens).TotalMinutes);
        }

        return next;
    }

    /// <summary>从 <paramref name="first"/> 到 <paramref name="last"/>（含）的各工作日。</summary>
    public static List<DateOnly> Days(DateOnly first, DateOnly last) =>
        [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).Where(WorkingCalendar.National.IsWorkday)];

    private static bool IsWorkday(DateTimeOffset instant) => WorkingCalendar.National.IsWorkday(DateOnly.FromDateTime(instant.DateTime));
}
