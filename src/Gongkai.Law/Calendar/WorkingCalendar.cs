using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Gongkai.Law.Calendar;

/// <summary>工作日历：周一至周五，除去放假，加上调休上班。</summary>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<DateOnly, CalendarEntry> _entries;
    private readonly FrozenSet<int> _years;

    private WorkingCalendar(IEnumerable<CalendarEntry> entries, FrozenSet<int> years)
    {
        _entries = entries.ToFrozenDictionary(entry => entry.Date);
        _years = years;
    }

    /// <summary>全国的日历：国务院办公厅历年通知，按日期合并（跨年的假期写在后一年的通知里）。</summary>
    public static WorkingCalendar National { get; } = LoadNational();

    /// <summary>有放假通知的年份，由早到晚。</summary>
    public ImmutableArray<int> Years => [.. _years.Order()];

    /// <summary>加上地方的安排：同一天以地方的为准，例如民族节日、推迟复工。</summary>
    public WorkingCalendar With(IEnumerable<CalendarEntry> regional)
    {
        var merged = _entries.ToDictionary();
        foreach (var entry in regional) merged[entry.Date] = entry;
        return new WorkingCalendar(merged.Values, _years);
    }

    /// <summary>加上后来录入的通知，先的在前：同一天以后来的为准；全年的通知，那一年不再是暂定的。</summary>
    public WorkingCalendar With(IReadOnlyCollection<HolidayNotice> notices) =>
        notices.Count == 0 ? this : new WorkingCalendar(With(notices.SelectMany(notice => notice.Entries))._entries.Values, _years.Concat(notices.Where(notice => notice.IsWholeYear).Select(notice => notice.Year)).ToFrozenSet());

    /// <summary>某一天是什么日子。</summary>
    public CalendarDay Day(DateOnly date)
    {
        if (_entries.TryGetValue(date, out var entry))
            return new CalendarDay(date, entry.IsWorkday ? DayKind.MakeUp : DayKind.Holiday, entry.Name, entry.Notice, Provisional: false);
        var kind = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.Weekday;
        return new CalendarDay(date, kind, null, null, Provisional: !_years.Contains(date.Year));
    }

    /// <summary>是不是工作日。</summary>
    public bool IsWorkday(DateOnly date) => Day(date).IsWorkday;

    /// <summary>自某日次日起第几个工作日：当日不计，次日为第一天；零个就是当日。</summary>
    public WorkdayDate AddWorkdays(DateOnly start, int workdays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workdays);
        var date = start;
        var provisional = false;
        while (workdays > 0)
        {
            date = date.AddDays(1);
            var day = Day(date);
            provisional |= day.Provisional;
            if (day.IsWorkday) workdays--;
        }

        return new WorkdayDate(date, provisional);
    }

    /// <summary>某日以前第几个工作日：当日不计，前一个工作日为第一天；零个就是当日。</summary>
    public DateOnly WorkdaysBefore(DateOnly date, int workdays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workdays);
        while (workdays > 0)
            if (IsWorkday(date = date.AddDays(-1))) workdays--;
        return date;
    }

    /// <summary>两日之间有几个工作日：前一日不计，后一日计入。</summary>
    public int CountWorkdays(DateOnly after, DateOnly until)
    {
        var count = 0;
        for (var date = after; date < until;)
        {
            date = date.AddDays(1);
            if (IsWorkday(date)) count++;
        }

        return count;
    }

    /// <summary>到期限还剩几个工作日：当天为 0，逾期为负（逾期在周末的也至少算一个）。</summary>
    /// <param name="due">最后一日（含）。</param>
    /// <param name="today">今天。</param>
    public int WorkdaysLeft(DateOnly due, DateOnly today) => today <= due ? CountWorkdays(today, due) : -Math.Max(1, CountWorkdays(due, today));

    /// <summary>不迟于某日的最后一个工作日：法定日子逢周末，提前到这一天提醒。</summary>
    public DateOnly LastWorkdayUntil(DateOnly date)
    {
        while (!IsWorkday(date)) date = date.AddDays(-1);
        return date;
    }

    private static WorkingCalendar LoadNational()
    {
        var files = DatedTable.Names("Calendar/").ToList();
        var entries = files.SelectMany(DatedTable.Read).Select(row => new CalendarEntry(
            row.Date("date"),
            row.Text("kind") switch
            {
                "makeup" => true,
                "off" => false,
                var kind => throw new InvalidOperationException($"{row.Table} 第{row.Line}行：不认识“{kind}”。"),
            },
            row.Text("name"),
            row.Text("notice")));
        var years = files.Select(file => int.Parse(Path.GetFileNameWithoutExtension(file), System.Globalization.CultureInfo.InvariantCulture));
        return new WorkingCalendar(entries, years.ToFrozenSet());
    }
}
