using System.Collections.Immutable;
using Gongkai.Law.Calendar;

namespace Gongkai.Law.Clocks;

/// <summary>从起算之日逐日走到期满：每一天为什么计或者不计。</summary>
internal sealed record ClockWalk(DateOnly? Due, int? Remaining, bool Provisional, ImmutableArray<ClockDay> Days)
{
    public static ClockWalk Over(WorkingCalendar calendar, DateOnly anchor, int quota, ImmutableArray<Consultation> consultations)
    {
        var days = ImmutableArray.CreateBuilder<ClockDay>();
        days.Add(new ClockDay(calendar.Day(anchor), ClockDayRole.Anchor, null, null));
        var counted = 0;
        var provisional = false;
        for (var date = anchor.AddDays(1); counted < quota; date = date.AddDays(1))
        {
            var pausing = consultations.FirstOrDefault(consultation => consultation.Pauses(date));
            if (consultations.Any(consultation => consultation.Ended is null && consultation.Pauses(date)))
                return new ClockWalk(null, quota - counted, provisional, days.ToImmutable());

            var day = calendar.Day(date);
            // 暂停的日子计不计都一样，不因它没有放假通知而成为暂定。
            provisional |= day.Provisional && pausing is null;
            days.Add(
                !day.IsWorkday ? new ClockDay(day, ClockDayRole.Off, null, pausing)
                : pausing is not null ? new ClockDay(day, ClockDayRole.Paused, null, pausing)
                : new ClockDay(day, ClockDayRole.Counted, ++counted, null));
        }

        return new ClockWalk(days[^1].Day.Date, null, provisional, days.ToImmutable());
    }

    /// <summary>期满次日至延迟答复日期（含）；延迟答复日期不晚于期满的，没有这样的日子。</summary>
    public static ImmutableArray<ClockDay> Delay(WorkingCalendar calendar, DateOnly due, DateOnly until)
    {
        var days = ImmutableArray.CreateBuilder<ClockDay>();
        for (var date = due.AddDays(1); date <= until; date = date.AddDays(1))
            days.Add(new ClockDay(calendar.Day(date), ClockDayRole.Delayed, null, null));
        return days.ToImmutable();
    }
}
