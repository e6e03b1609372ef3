using System.Collections.Immutable;
using Gongkai.Data.Mapping.Calendars;
using Gongkai.Law.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Queries.Calendars;

/// <summary>某一版日历。</summary>
/// <param name="Number">第几版：施行过几份录入的通知；0 是只有随程序的。</param>
/// <param name="Days">日历。</param>
/// <param name="Notice">最后施行的一份，引用的写法；第 0 版的为空。</param>
public sealed record NumberedCalendar(int Number, WorkingCalendar Days, string? Notice)
{
    /// <summary>只有随程序的历年通知。</summary>
    public static NumberedCalendar Shipped { get; } = new(0, WorkingCalendar.National, null);
}

/// <summary>
/// 现行的日历：随程序的历年通知，加上录入、施行了的。很少变而处处要用，所以记住上一次取出的；每次只问一下最后施行的是哪一份，
/// 别的节点刚施行的也看得见。
/// </summary>
public sealed class CurrentCalendar
{
    // 每件事都要问，所以编译一次，以后不再翻译。
    private readonly Func<GongkaiDbContext, CancellationToken, Task<Guid?>> _latest = EF.CompileAsyncQuery(
        (GongkaiDbContext db, CancellationToken cancel) => db.HolidayNotices.Where(row => row.Sequence != null).OrderByDescending(row => row.Sequence).Select(row => (Guid?)row.Id).FirstOrDefault());

    private volatile Known? _known;

    /// <summary>取出。做事时在事务之内取：看到的就是决定所依据的。</summary>
    public async Task<NumberedCalendar> Load(GongkaiDbContext db, CancellationToken cancel)
    {
        var latest = await _latest(db, cancel);
        if (latest is null) return NumberedCalendar.Shipped;
        if (_known is { } known && known.Latest == latest) return known.Calendar;
        var rows = await InForce(db).AsNoTracking().OrderBy(row => row.Sequence).ToListAsync(cancel);
        var calendar = Of(rows);
        // 事务之内看到的可能是最后没有做成的，不能留给别人。
        if (db.Database.CurrentTransaction is null) _known = new Known(rows[^1].Id, calendar);
        return calendar;
    }

    /// <summary>从前的各版，按版号；核对还没有重算到的各件用。</summary>
    public static async Task<ImmutableArray<NumberedCalendar>> Versions(GongkaiDbContext db, CancellationToken cancel)
    {
        var rows = await InForce(db).AsNoTracking().OrderBy(row => row.Sequence).ToListAsync(cancel);
        return [NumberedCalendar.Shipped, .. rows.Select((_, at) => Of(rows[..(at + 1)]))];
    }

    /// <summary>现行的日历，再施行这一份会怎样。</summary>
    public static async Task<WorkingCalendar> With(GongkaiDbContext db, HolidayNoticeRow draft, CancellationToken cancel) =>
        Of([.. await InForce(db).AsNoTracking().OrderBy(row => row.Sequence).ToListAsync(cancel), draft]).Days;

    private static IQueryable<HolidayNoticeRow> InForce(GongkaiDbContext db) => db.HolidayNotices.Where(row => row.Sequence != null);

    // 撤销了的不算；撤销它的那一份自己的日子照算。
    private static NumberedCalendar Of(List<HolidayNoticeRow> rows)
    {
        var withdrawn = rows.Select(row => row.Withdraws).OfType<Guid>().ToHashSet();
        var notices = rows.Where(row => !withdrawn.Contains(row.Id)).Select(row => row.ToNotice()).ToList();
        return new NumberedCalendar(rows[^1].Sequence ?? rows.Count, WorkingCalendar.National.With(notices), rows[^1].ToNotice().Cited);
    }

    private sealed record Known(Guid Latest, NumberedCalendar Calendar);
}
