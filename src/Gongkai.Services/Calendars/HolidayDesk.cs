using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Calendars;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Services.Acting;
using Gongkai.Services.Requests;
using Gongkai.Services.Settings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Calendars;

/// <summary>
/// 节假日通知：录入是草稿，看过哪些期限会变，才施行；施行了，日历多一版，没有办结的逐件重算。
/// 施行了的不改，写错了、停止执行的，由新的一份撤销。与整个网站的设置一样，由最早设立的单位的系统管理员办。
/// </summary>
public sealed class HolidayDesk(Database database, UnitTrees trees, PermittedActs acts)
{
    private static readonly Refusal Missing = new("没有这一份通知。");

    private readonly DeadlinePreview _preview = new(database);

    /// <summary>全部：草稿在前，其余后施行的在前。</summary>
    public async Task<Outcome<ImmutableArray<EnteredNotice>>> All(CurrentPerson who, CancellationToken cancel)
    {
        if (May(who) is { } refusal) return refusal;
        await using var db = database.CreateContext();
        return await Entered(db, cancel);
    }

    /// <summary>一份；草稿连同哪些期限会变。</summary>
    /// <param name="page">看会变的第几页，从 1 起。</param>
    public async Task<Outcome<NoticeDossier>> Open(CurrentPerson who, Guid id, int page, CancellationToken cancel)
    {
        if (May(who) is { } refusal) return refusal;
        await using var db = database.CreateContext();
        if ((await Entered(db, cancel)).FirstOrDefault(one => one.Id == id) is not { } notice) return Missing;
        var number = (await database.Calendar.Load(db, cancel)).Number;
        var row = await db.HolidayNotices.AsNoTracking().SingleAsync(one => one.Id == id, cancel);
        return new NoticeDossier(notice, number, notice.Sequence is null ? await _preview.Of(db, row, who.Today, page, cancel) : null);
    }

    /// <summary>录入一份草稿，答复它的标识；此时什么也不变。</summary>
    /// <param name="withdraws">撤销从前的哪一份；不撤销的为空。</param>
    public async Task<Outcome<Guid>> Draft(PersonId by, HolidayNotice notice, Guid? withdraws, string? key, CancellationToken cancel)
    {
        var trimmed = notice with { Title = notice.Title.Trim().Trim('《', '》'), Number = notice.Number.Trim(), Source = notice.Source.Trim() };
        var used = key is null ? null : new CommandKey($"holiday-{key}", new { content = HolidayNoticeRow.Written(trimmed), withdraws });
        return await acts.Perform<Guid>(
            await Keeping(by, "holiday.draft", used, cancel),
            async scope =>
            {
                var calendar = await database.Calendar.Load(scope.Db, cancel);
                if (HolidayNoticeChecks.Of(trimmed, calendar.Days, withdraws is not null) is { IsEmpty: false } faults) return new NoticeRefusal(faults);
                if (withdraws is { } earlier && await Unfit(scope.Db, earlier, cancel) is { } unfit) return unfit;
                var row = new HolidayNoticeRow { Id = Guid.CreateVersion7(scope.Act.Now), Content = HolidayNoticeRow.Written(trimmed), Withdraws = withdraws, EnteredBy = by.Value, EnteredAt = scope.Act.Now };
                scope.Db.HolidayNotices.Add(row);
                scope.Record(new Subject("holiday", row.Id), new { trimmed.Title, trimmed.Number, trimmed.Year, off = trimmed.Off.Length, makeUp = trimmed.MakeUp.Length, withdraws });
                return row.Id;
            },
            cancel);
    }

    /// <summary>不要一份草稿。</summary>
    public async Task<Outcome<bool>> Discard(PersonId by, Guid id, long version, CancellationToken cancel) => await acts.Perform<bool>(
        await Keeping(by, "holiday.discard", null, cancel),
        async scope =>
        {
            var row = await ToAct(scope, id, version, cancel);
            if (row.Refusal is { } refusal) return refusal;
            scope.Db.HolidayNotices.Remove(row.Value);
            scope.Record(new Subject("holiday", id), new { row.Value.ToNotice().Number });
            return true;
        },
        cancel);

    /// <summary>施行一份草稿，答复日历的新版号。各件随后逐件重算，见 <see cref="DeadlineRecomputation"/>。</summary>
    /// <param name="seen">看哪些期限会变的时候，日历是第几版；其间别的通知施行了，要再看一次。</param>
    public async Task<Outcome<int>> Enforce(PersonId by, Guid id, long version, int seen, string? key, CancellationToken cancel) => await acts.Perform<int>(
        await Keeping(by, "holiday.enforce", key is null ? null : new CommandKey($"holiday-{key}", new { id, version, seen }), cancel),
        async scope =>
        {
            var row = await ToAct(scope, id, version, cancel);
            if (row.Refusal is { } refusal) return refusal;
            var calendar = await database.Calendar.Load(scope.Db, cancel);
            if (calendar.Number != seen) return new Refusal($"您看过以后，{calendar.Notice}施行了，会变的期限不一样了。请再看一次，再施行。");
            if (row.Value.Withdraws is { } earlier && await Unfit(scope.Db, earlier, cancel) is { } unfit) return unfit;
            (row.Value.Sequence, row.Value.InForceAt) = (calendar.Number + 1, scope.Act.Now);
            scope.Record(new Subject("holiday", id), new { row.Value.ToNotice().Number, calendar = row.Value.Sequence, row.Value.Withdraws });
            return row.Value.Sequence.Value;
        },
        cancel);

    private static async Task<Outcome<HolidayNoticeRow>> ToAct(PermittedScope scope, Guid id, long version, CancellationToken cancel)
    {
        if (await scope.Db.HolidayNotices.FindAsync([id], cancel) is not { } row) return Missing;
        if (row.Sequence is not null) return new Refusal("这一份已经施行，不能再改；写错了的，录入新的一份来撤销它。");
        return scope.Act.Stale(row, version) is { } stale ? stale : row;
    }

    private static async Task<Refusal?> Unfit(GongkaiDbContext db, Guid earlier, CancellationToken cancel) =>
        !await db.HolidayNotices.AnyAsync(row => row.Id == earlier && row.Sequence != null, cancel) ? new Refusal("要撤销的那一份没有施行。")
        : await db.HolidayNotices.AnyAsync(row => row.Withdraws == earlier && row.Sequence != null, cancel) ? new Refusal("要撤销的那一份已经撤销了。")
        : null;

    private static async Task<ImmutableArray<EnteredNotice>> Entered(GongkaiDbContext db, CancellationToken cancel)
    {
        var rows = await db.HolidayNotices.AsNoTracking().OrderBy(row => row.Sequence != null).ThenByDescending(row => row.Sequence).ThenByDescending(row => row.EnteredAt).ToListAsync(cancel);
        var names = await Publication.DeskQueries.Names(db, [.. rows.Select(row => row.EnteredBy).Distinct()], cancel);
        var cited = rows.ToDictionary(row => row.Id, row => row.ToNotice().Cited);
        var withdrawn = rows.Where(row => row is { Sequence: not null, Withdraws: not null }).ToDictionary(row => row.Withdraws!.Value, row => cited[row.Id]);
        return
        [
            .. rows.Select(row => new EnteredNotice(
                row.Id, row.Version, row.Sequence, row.ToNotice(), row.Withdraws is { } earlier ? cited.GetValueOrDefault(earlier) : null, withdrawn.GetValueOrDefault(row.Id),
                names.GetValueOrDefault(row.EnteredBy), row.EnteredAt, row.InForceAt, row.Moved)),
        ];
    }

    private static Refusal? May(CurrentPerson who) => who.May(Permission.ManageSettings, SettingsDesk.Keeper(who.Units)).Refusal;

    private async Task<PermittedAct> Keeping(PersonId by, string kind, CommandKey? key, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return new PermittedAct(by, kind, Permission.ManageSettings, SettingsDesk.Keeper((await trees.Load(db, cancel)).At(DateOnly.MaxValue))) { Chain = ChainId.System, Key = key };
    }
}

/// <summary>通知没有收：各处不对。</summary>
public sealed record NoticeRefusal(ImmutableArray<NoticeFault> Faults) : Refusal(string.Concat(Faults.Select(fault => fault.Reason)));

/// <summary>录入的一份通知。</summary>
/// <param name="Version">并发的版本。</param>
/// <param name="Sequence">施行的先后；还是草稿的为空。</param>
/// <param name="Withdraws">撤销从前的哪一份，引用的写法；没有的为空。</param>
/// <param name="WithdrawnBy">被哪一份撤销了，引用的写法；没有的为空。</param>
/// <param name="EnteredBy">谁录入的。</param>
/// <param name="Moved">凭它重算，期限变了的件数，至今。</param>
public sealed record EnteredNotice(
    Guid Id, long Version, int? Sequence, HolidayNotice Notice, string? Withdraws, string? WithdrawnBy, string? EnteredBy, DateTimeOffset EnteredAt, DateTimeOffset? InForceAt, int Moved);

/// <summary>一份通知的全部。</summary>
/// <param name="Calendar">现在日历是第几版。</param>
/// <param name="Moves">哪些期限会变；已经施行的为空。</param>
public sealed record NoticeDossier(EnteredNotice Entered, int Calendar, DeadlineMoves? Moves);
