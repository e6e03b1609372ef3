using System.Collections.Immutable;
using Gongkai.Law.Calendar;
using Gongkai.Law.Clocks;

namespace Gongkai.Publication.Drafting;

/// <summary>公开期限的计算：起算之日的次日为第一天。条例第二十六条。</summary>
public static class DisclosureClock
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>以日、工作日、年计的期限。以小时计的种类，自当日零时起算。</summary>
    public static DisclosureDeadline Reckon(DisclosureDeadlineId id, DateOnly start, WorkingCalendar calendar) =>
        Reckon(DisclosureDeadlineRule.On(id, start), new DateTimeOffset(start.ToDateTime(TimeOnly.MinValue), Beijing), calendar);

    /// <summary>自某个时刻起算；只有以小时计的种类才看时刻，其余只看北京时间的日期。</summary>
    public static DisclosureDeadline Reckon(DisclosureDeadlineId id, DateTimeOffset start, WorkingCalendar calendar) =>
        Reckon(DisclosureDeadlineRule.On(id, DateOf(start)), start, calendar);

    private static DisclosureDeadline Reckon(DisclosureDeadlineRule rule, DateTimeOffset start, WorkingCalendar calendar)
    {
        var first = DateOf(start);
        switch (rule.Unit)
        {
            case DeadlineUnit.Hour:
                var at = start.AddHours(rule.Length);
                return new DisclosureDeadline(rule, DateOf(at), at, false, []);
            case DeadlineUnit.Workday:
                var due = calendar.AddWorkdays(first, rule.Length);
                return new DisclosureDeadline(rule, due.Date, null, due.Provisional, Days(calendar, first, due.Date));
            case DeadlineUnit.Day:
                return new DisclosureDeadline(rule, first.AddDays(rule.Length), null, false, []);
            default:
                return new DisclosureDeadline(rule, first.AddYears(rule.Length), null, false, []);
        }
    }

    private static ImmutableArray<ClockDay> Days(WorkingCalendar calendar, DateOnly start, DateOnly due)
    {
        var days = ImmutableArray.CreateBuilder<ClockDay>();
        days.Add(new ClockDay(calendar.Day(start), ClockDayRole.Anchor, null, null));
        var counted = 0;
        for (var date = start.AddDays(1); date <= due; date = date.AddDays(1))
        {
            var day = calendar.Day(date);
            days.Add(day.IsWorkday ? new ClockDay(day, ClockDayRole.Counted, ++counted, null) : new ClockDay(day, ClockDayRole.Off, null, null));
        }

        return days.ToImmutable();
    }

    private static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Beijing).DateTime);
}
