using System.Collections.Immutable;

namespace Gongkai.Law.Calendar;

/// <summary>通知安排的一天：哪一天，属于哪个节日。</summary>
/// <param name="Date">日期。</param>
/// <param name="Name">节日或者缘由，例如“春节”。</param>
public sealed record NoticeDay(DateOnly Date, string Name);

/// <summary>节假日通知：国务院办公厅或者地方新发布的，录入以后与随程序的历年通知合在一起算。条例里的工作日都照它数。</summary>
public sealed record HolidayNotice
{
    /// <summary>题目。</summary>
    public required string Title { get; init; }

    /// <summary>文号。</summary>
    public required string Number { get; init; }

    /// <summary>安排的是哪一年；元旦假期可以从上一年末开始。</summary>
    public required int Year { get; init; }

    /// <summary>是全年的安排：有了它，这一年的日子不再是暂定的。只调整几天的为假。</summary>
    public bool IsWholeYear { get; init; }

    /// <summary>出处：网址，或者从哪里来的。</summary>
    public required string Source { get; init; }

    /// <summary>放假的日子，包括因此放假的周末。</summary>
    public ImmutableArray<NoticeDay> Off { get; init; } = [];

    /// <summary>调休上班的日子。</summary>
    public ImmutableArray<NoticeDay> MakeUp { get; init; } = [];

    /// <summary>引用的写法，例如“《关于……的通知》（国办发明电〔2026〕9号）”。</summary>
    public string Cited => $"《{Title}》（{Number}）";

    /// <summary>日历上的各天。</summary>
    public IEnumerable<CalendarEntry> Entries =>
        Off.Select(day => new CalendarEntry(day.Date, IsWorkday: false, day.Name, Number)).Concat(MakeUp.Select(day => new CalendarEntry(day.Date, IsWorkday: true, day.Name, Number)));
}

/// <summary>节假日通知的一处不对。</summary>
/// <param name="Field">哪一项，<see cref="HolidayNotice"/> 的属性名。</param>
/// <param name="Reason">怎样不对。</param>
public sealed record NoticeFault(string Field, string Reason);

/// <summary>节假日通知能不能收。</summary>
public static class HolidayNoticeChecks
{
    /// <summary>题目最长的字数。</summary>
    public const int LongestTitle = 120;

    /// <summary>文号最长的字数。</summary>
    public const int LongestNumber = 60;

    /// <summary>出处最长的字数。</summary>
    public const int LongestSource = 300;

    // 一份通知安排的日子再多也不到这么多：更多的是写错了。
    private const int MostDays = 120;

    /// <summary>各处不对；都对的是空的。</summary>
    /// <param name="notice">录入的。</param>
    /// <param name="calendar">此前的日历。</param>
    /// <param name="withdraws">撤销了从前的一份：撤销的可以不安排日子。</param>
    public static ImmutableArray<NoticeFault> Of(HolidayNotice notice, WorkingCalendar calendar, bool withdraws)
    {
        var faults = ImmutableArray.CreateBuilder<NoticeFault>();
        Text(nameof(notice.Title), notice.Title, "题目", LongestTitle);
        Text(nameof(notice.Number), notice.Number, "文号", LongestNumber);
        Text(nameof(notice.Source), notice.Source, "出处", LongestSource);
        if (notice.Year is < 2019 or > 2099) faults.Add(new(nameof(notice.Year), "年份写四位数字，例如 2027。"));
        var days = notice.Off.Concat(notice.MakeUp).ToList();
        if (days.Count == 0 && !withdraws) faults.Add(new(nameof(notice.Off), "没有写放假、调休的日子。"));
        if (days.Count > MostDays) faults.Add(new(nameof(notice.Off), $"安排了 {days.Count} 天，一份通知没有这么多，请核对。"));
        if (days.GroupBy(day => day.Date).FirstOrDefault(same => same.Count() > 1) is { } twice) faults.Add(new(nameof(notice.Off), $"{twice.Key:yyyy-MM-dd} 写了两次。"));
        if (days.Find(day => day.Date < new DateOnly(notice.Year - 1, 12, 1) || day.Date > new DateOnly(notice.Year, 12, 31)) is { } strange)
            faults.Add(new(nameof(notice.Off), $"{strange.Date:yyyy-MM-dd} 不在 {notice.Year} 年（元旦假期可以从上一年 12 月开始）。"));
        if (notice.MakeUp.FirstOrDefault(day => day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && calendar.IsWorkday(day.Date)) is { } working)
            faults.Add(new(nameof(notice.MakeUp), $"{working.Date:yyyy-MM-dd} 本来就是工作日，不用调休。"));
        return faults.ToImmutable();

        void Text(string field, string text, string caption, int longest)
        {
            if (string.IsNullOrWhiteSpace(text)) faults.Add(new(field, $"要写{caption}。"));
            else if (text.Length > longest) faults.Add(new(field, $"{caption}不超过 {longest} 个字。"));
        }
    }
}
