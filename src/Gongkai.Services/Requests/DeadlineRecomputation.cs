using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.PersonalData;
using Gongkai.Data.Queries.Calendars;
using Gongkai.Law;
using Gongkai.Requests.Process;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests;

/// <summary>
/// 日历变了，逐件重算没有办结的：每一件由它自己的日子从头算，不一样的记成它自己的一件事。一批在一个单位的审计链上做，
/// 与这个单位别的事逐件排队，所以不会与正在办的一件撞上；中断了，由下一遍接着做，做过的不再做。
/// </summary>
public sealed class DeadlineRecomputation(Database database)
{
    /// <summary>审计记录里的代码。</summary>
    public const string Kind = "request.recompute-deadlines";

    /// <summary>一批几件。</summary>
    internal const int Together = 1000;

    /// <summary>期限在走的状态：收到了，没有办结。</summary>
    internal static ImmutableArray<CaseStage> Timed { get; } = [.. CaseProcess.Open.Except([CaseStage.Submitted, CaseStage.Unconfirmed])];

    private static readonly Refusal None = new("没有要重算的了。");

    /// <summary>还有几件没有照现行的日历算。</summary>
    public async Task<int> Waiting(CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await Behind(db, (await database.Calendar.Load(db, cancel)).Number).CountAsync(cancel);
    }

    /// <summary>重算，答复看了几件；都算过了是 0。</summary>
    /// <param name="most">看够这么多件就停，余下的由下一遍做。</param>
    public async Task<int> Run(int most, CancellationToken cancel)
    {
        var looked = 0;
        foreach (var unit in await Units(cancel))
            while (looked < most)
            {
                var done = await database.Acts.Perform<int>(new Act(Kind, Actor.System, new ChainId(unit)), scope => Batch(scope, unit, cancel), cancel);
                if (!done.Succeeded) break;
                looked += done.Value;
            }

        return looked;
    }

    /// <summary>正要办的一件还没有重算到的，先重算。</summary>
    internal static async Task CatchUp(ActScope scope, RequestCaseRow row, DossierKey key, NumberedCalendar calendar, CancellationToken cancel)
    {
        if (row.Calendar >= calendar.Number || !Timed.Contains(row.Stage)) return;
        var clock = CaseClock.Of(row.ToState(key));
        var deadline = CaseDeadline.Of(clock, calendar.Days);
        if (CaseRecomputation.Of(row.Stage, row.EventCount, row.DueOn, deadline, calendar.Notice!, scope.Now) is not { } happened) return;
        row.Recompute(key, happened, clock, deadline, calendar.Number);
        scope.Record(row.Subject, Told(happened));
        await Count(scope.Db, calendar, 1, cancel);
    }

    private async Task<List<Guid>> Units(CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await Behind(db, (await database.Calendar.Load(db, cancel)).Number).Select(row => row.Unit).Distinct().ToListAsync(cancel);
    }

    private async Task<Outcome<int>> Batch(ActScope scope, Guid unit, CancellationToken cancel)
    {
        var calendar = await database.Calendar.Load(scope.Db, cancel);
        var some = await CaseDates(Behind(scope.Db, calendar.Number).Where(row => row.Unit == unit).OrderBy(row => row.Id).Take(Together)).ToListAsync(cancel);
        if (some.Count == 0) return None;
        var clocks = await Clocks(database, scope.Db, some, cancel);
        var moved = new List<Moved>();
        foreach (var one in some)
        {
            var deadline = CaseDeadline.Of(clocks[one.Id], calendar.Days);
            if (CaseRecomputation.Of(one.Stage, one.EventCount, one.DueOn, deadline, calendar.Notice!, scope.Now) is { } happened) moved.Add(new Moved(one, deadline, happened));
        }

        var keys = await database.Dossiers.Of(scope.Db, RequestCaseRow.SubjectKind, moved.ConvertAll(one => one.Subject.Id), cancel);
        // 内容抹去了的，没有经过可记，期限也不必再改。
        moved.RemoveAll(one => !keys.ContainsKey(one.Subject.Id));
        await Write(scope, moved, keys, calendar, cancel);
        // 没有变的，只记下照新的一版看过了：别人打开着的表单不因此过时。
        var same = some.Select(one => one.Id).Except(moved.Select(one => one.Case.Id)).ToList();
        if (same.Count > 0) await scope.Db.RequestCases.Where(row => same.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Calendar, calendar.Number), cancel);
        scope.Record(new Subject("unit", unit), new { calendar = calendar.Number, notice = calendar.Notice, looked = some.Count, moved = moved.Count });
        return some.Count;
    }

    private static async Task Write(ActScope scope, List<Moved> moved, IReadOnlyDictionary<string, DossierKey> keys, NumberedCalendar calendar, CancellationToken cancel)
    {
        if (moved.Count == 0) return;
        foreach (var one in moved)
        {
            scope.Db.Add(RequestCaseRow.EventOf(one.Case.Id, keys[one.Subject.Id], one.Event));
            scope.Record(one.Subject, Told(one.Event));
        }

        foreach (var alike in moved.GroupBy(one => (one.Case.EventCount, Before: one.Case.DueOn, one.Deadline.Due, one.Deadline.Awaited, Rank: RequestCaseRow.RankOf(one.Case.Stage, one.Deadline.Due, null)))) await Change(scope.Db, alike.Key, [.. alike.Select(one => one.Case.Id)], calendar.Number, cancel);
        await Count(scope.Db, calendar, moved.Count, cancel);
    }

    // 各算各的，算出来一样的几件合成一句写：只写还是刚才看到的样子的，有一件不是，整批退回重来。
    private static async Task Change(GongkaiDbContext db, (int EventCount, DateOnly? Before, DateOnly? Due, Awaited Awaited, int Rank) to, List<Guid> cases, int calendar, CancellationToken cancel)
    {
        var changed = await db.RequestCases.Where(row => cases.Contains(row.Id) && row.EventCount == to.EventCount && row.DueOn == to.Before && row.Calendar < calendar).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.DueOn, to.Due).SetProperty(row => row.Awaited, to.Awaited).SetProperty(row => row.EventCount, to.EventCount + 1).SetProperty(row => row.Rank, to.Rank)
                .SetProperty(row => row.Calendar, calendar).SetProperty(row => row.Version, row => row.Version + 1),
            cancel);
        if (changed != cases.Count) throw new DbUpdateConcurrencyException("重算的时候，有的已经不是刚才的样子。");
    }

    /// <summary>重算只要的几项。</summary>
    internal static IQueryable<DatedCase> CaseDates(IQueryable<RequestCaseRow> rows) =>
        rows.AsNoTracking().Select(row => new DatedCase(row.Id, row.Unit, row.Number ?? row.TrackCode, row.Stage, row.EventCount, row.DueOn, row.Clock));

    /// <summary>各件期限所凭的日子；从前没有存的，拆开案卷由各件事算。</summary>
    internal static async Task<IReadOnlyDictionary<Guid, CaseClock?>> Clocks(Database database, GongkaiDbContext db, IReadOnlyList<DatedCase> some, CancellationToken cancel)
    {
        var clocks = some.ToDictionary(one => one.Id, one => RequestCaseRow.ReadClock(one.Clock));
        var old = some.Where(one => one.Clock is null).Select(one => one.Id).ToList();
        if (old.Count == 0) return clocks;
        var rows = await db.RequestCases.AsNoTracking().Include(row => row.Events).Where(row => old.Contains(row.Id)).ToListAsync(cancel);
        var keys = await database.Dossiers.Of(db, RequestCaseRow.SubjectKind, rows.ConvertAll(row => row.Subject.Id), cancel);
        foreach (var row in rows)
            if (keys.TryGetValue(row.Subject.Id, out var key)) clocks[row.Id] = CaseClock.Of(row.ToState(key));
        return clocks;
    }

    private static IQueryable<RequestCaseRow> Behind(GongkaiDbContext db, int calendar) => db.RequestCases.Where(row => Timed.Contains(row.Stage) && row.Calendar < calendar);

    private static Task<int> Count(GongkaiDbContext db, NumberedCalendar calendar, int moved, CancellationToken cancel) =>
        db.HolidayNotices.Where(row => row.Sequence == calendar.Number).ExecuteUpdateAsync(set => set.SetProperty(row => row.Moved, row => row.Moved + moved), cancel);

    private sealed record Moved(DatedCase Case, CaseDeadline Deadline, CaseEvent Event)
    {
        public Subject Subject { get; } = new(RequestCaseRow.SubjectKind, Case.Id);
    }

    private static object Told(CaseEvent happened) => new { action = happened.Action, notice = happened.Details.Change!.Notice, before = happened.Details.Change.Before, after = happened.Details.Change.After };
}

/// <summary>一件申请里重算只要的几项。</summary>
/// <param name="Caption">案号；没有登记的是查询码。</param>
/// <param name="Clock">期限所凭的日子，JSON；没有存的为空。</param>
internal sealed record DatedCase(Guid Id, Guid Unit, string Caption, CaseStage Stage, int EventCount, DateOnly? DueOn, string? Clock);
