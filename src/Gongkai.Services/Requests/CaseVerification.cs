using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Queries.Calendars;
using Gongkai.Data.Queries.Requests;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Process;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests;

/// <summary>核对申请：存着的状态、期限、结局，与由各件事重算的一致不一致。</summary>
public static class CaseVerification
{
    private const int Together = 200;

    /// <summary>不一致的各件，一件一句；都一致的是空的。抹去了的不看。</summary>
    public static async Task<ImmutableArray<CaseFault>> Of(Database database, CancellationToken cancel)
    {
        var faults = ImmutableArray.CreateBuilder<CaseFault>();
        await using var db = database.CreateContext();
        var calendars = await CurrentCalendar.Versions(db, cancel);
        for (Guid? after = null; ;)
        {
            var rows = db.RequestCases.AsNoTracking().Include(row => row.Events).OrderBy(row => row.Id).AsQueryable();
            var some = await (after is { } last ? rows.Where(row => row.Id > last) : rows).Take(Together).ToListAsync(cancel);
            if (some.Count == 0) return [.. faults, .. await Years(db, cancel), .. await Claims(database, db, cancel)];
            after = some[^1].Id;
            var keys = await database.Dossiers.Of(db, RequestCaseRow.SubjectKind, some.ConvertAll(row => row.Subject.Id), cancel);
            foreach (var row in some)
                if (keys.TryGetValue(row.Subject.Id, out var key) && Wrong(row, row.ToState(key), calendars) is { } wrong) faults.Add(new CaseFault(row.Number ?? row.TrackCode, wrong));
        }
    }

    // 更正申请、投诉举报：存着的状态、编号、结果，与由各件事算出的一样。
    private static async Task<List<CaseFault>> Claims(Database database, GongkaiDbContext db, CancellationToken cancel)
    {
        List<CaseFault> faults = [];
        var rows = await db.Claims.AsNoTracking().Include(row => row.Events).OrderBy(row => row.Id).ToListAsync(cancel);
        foreach (var some in rows.Chunk(Together))
        {
            var keys = await database.Dossiers.Of(db, ClaimRow.SubjectKind, [.. some.Select(row => row.Subject.Id)], cancel);
            foreach (var row in some)
                if (keys.TryGetValue(row.Subject.Id, out var key) && row.ToState(key) is var state && (row.Stage, row.EventCount, row.Number, row.ReceivedOn, row.Result, row.ToldOn) != (state.Stage, state.EventCount, state.Number, state.Received, state.Result, state.ToldOn))
                    faults.Add(new CaseFault(row.Number ?? row.TrackCode, "存着的状态、编号、结果，与由各件事算出的不一样"));
        }

        return faults;
    }

    // 快照：存着的没有改过；定下了的年度，与此刻数出来的一样。
    private static async Task<List<CaseFault>> Years(GongkaiDbContext db, CancellationToken cancel)
    {
        List<CaseFault> faults = [];
        foreach (var same in (await db.RequestYears.AsNoTracking().Include(row => row.Cases).ToListAsync(cancel)).GroupBy(row => (row.Unit, row.Year)))
        {
            var name = await db.Units.Where(row => row.Id == same.Key.Unit).SelectMany(row => row.Periods).OrderByDescending(period => period.ValidFrom).Select(period => period.Name).FirstOrDefaultAsync(cancel);
            foreach (var snapshot in same.Select(row => row.ToSnapshot()).Where(snapshot => !snapshot.IsSound))
                faults.Add(new CaseFault($"{name} {snapshot.Year} 年度快照第 {snapshot.Revision} 版", "散列对不上，或者各格不等于由各件数出来的"));
            var latest = same.MaxBy(row => row.Revision)!.ToSnapshot();
            if (latest.IsSettled && SnapshotDecisions.Differences(latest.Figures, await YearQueries.Figures(db, latest.Unit, latest.Year, cancel)) is [var first, ..])
                faults.Add(new CaseFault($"{name} {latest.Year} 年度快照第 {latest.Revision} 版", $"数字定下以后案件变了：{first}"));
        }

        return faults;
    }

    // 日历刚变、还没有重算到的，照它那时的一版核对：不是错。
    private static string? Wrong(RequestCaseRow row, CaseState state, ImmutableArray<NumberedCalendar> calendars)
    {
        if (row.Calendar < 0 || row.Calendar >= calendars.Length) return $"期限照第 {row.Calendar} 版日历算，没有这一版";
        var (clock, stored) = (CaseClock.Of(state), RequestCaseRow.ReadClock(row.Clock));
        var deadline = CaseDeadline.Of(clock, calendars[row.Calendar].Days);
        // 从前的各件没有存，由各件事算；存了的要算得一样。
        if (row.Clock is not null && CaseDeadline.Of(stored, calendars[row.Calendar].Days).Due != deadline.Due) return "存着的、期限所凭的日子，与由各件事算出的不一样";
        (string What, object? Stored, object? Reckoned)[] pairs =
        [
            ("状态", row.Stage.Caption(), state.Stage.Caption()), ("办到第几件事", row.EventCount, state.EventCount), ("案号", row.Number, state.Number), ("收到日", row.ReceivedOn, state.Received),
            ("期限", row.DueOn, deadline.Due), ("等谁", row.Awaited, deadline.Awaited), ("清单里的先后", row.Rank, RequestCaseRow.RankOf(state.Stage, deadline.Due, state.ResultOn)), ("结局", row.Outcome, state.Outcome), ("答复日", row.ResultOn, state.ResultOn), ("交给谁", row.Assignee, state.Assignee?.Value),
        ];
        return pairs.Where(pair => !Equals(pair.Stored, pair.Reckoned)).Select(pair => $"{pair.What}存的是“{pair.Stored ?? "空"}”，由各件事算出的是“{pair.Reckoned ?? "空"}”").FirstOrDefault();
    }
}

/// <summary>一件申请存着的与重算的不一致。</summary>
/// <param name="Caption">案号；没有登记的是查询码。</param>
/// <param name="Message">一句话。</param>
public sealed record CaseFault(string Caption, string Message);
