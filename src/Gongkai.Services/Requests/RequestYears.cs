using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Queries.Requests;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Counting;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;
using Actor = Gongkai.Data.Acts.Actor;

namespace Gongkai.Services.Requests;

/// <summary>年度快照：取、冻结、退回、锁定、更正。定下了的年度，办案时照它拒绝（RQ-11），编年报时照它的数。</summary>
public sealed class RequestYears(Database database, PermittedActs acts)
{
    // 第二年的这一天起自动取工作快照。
    private const int FirstDay = 5;

    // 编年报时，件数不超过这个的逐件说哪里变了。
    private const int MostListed = 20_000;

    /// <summary>审计记录里的代码，例如 <c>request-year.freeze</c>。</summary>
    public static string KindOf(SnapshotAct act) => ActCode.Of("request-year.", act);

    /// <summary>要的权限：取和锁定由编年报的人办，冻结、退回、更正由负责人办。</summary>
    public static Permission PermissionOf(SnapshotAct act) => act is SnapshotAct.Take or SnapshotAct.Lock ? Permission.CompileReport : Permission.ApproveCase;

    /// <summary>一年的快照，连同此刻数出来的；还没有取过的，各版是空的。</summary>
    public async Task<Outcome<YearView>> Of(CurrentPerson who, UnitId unit, int year, CancellationToken cancel)
    {
        if (who.May(Permission.ReadLedger, unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var rows = await db.RequestYears.AsNoTracking().Include(row => row.Cases).Where(row => row.Unit == unit.Value && row.Year == year).OrderByDescending(row => row.Revision).ToListAsync(cancel);
        return new YearView([.. rows.Select(row => row.ToSnapshot())], await YearQueries.Figures(db, unit, year, cancel), rows.FirstOrDefault()?.Version ?? 0);
    }

    /// <summary>编年报用的：取过快照的照最近一版，没有取过的照此刻数出来的。</summary>
    public async Task<YearFigures> Figures(UnitId unit, int year, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var (taken, live) = ((await YearQueries.Latest(db, unit, year, cancel))?.ToTables(), await YearQueries.Tables(db, unit, year, cancel));
        if (taken is null) return new YearFigures(live, []);
        return new YearFigures(taken, taken.DifferentFrom(live) is var cells and > 0 ? await Differences(db, unit, taken, live, cells, cancel) : []);
    }

    // 各格有不同的，才逐件找是哪些件；件数太多的只说几格。各格都相同的，年报没有不同，冻结时还要逐件核对。
    private static async Task<ImmutableArray<string>> Differences(GongkaiDbContext db, UnitId unit, CountedTables taken, CountedTables live, int cells, CancellationToken cancel) =>
        Math.Max(taken.Applications, live.Applications) > MostListed ? [string.Create(CultureInfo.InvariantCulture, $"有 {cells} 格与快照不同，申请由 {taken.Applications} 件变成 {live.Applications} 件，重取快照就跟上")]
        : [.. SnapshotDecisions.Differences((await YearQueries.Whole(db, unit, taken.Year, cancel))!.ToSnapshot().Figures, await YearQueries.Figures(db, unit, taken.Year, cancel))];

    /// <summary>取快照。</summary>
    public Task<Outcome<long>> Take(PersonId by, UnitId unit, int year, long version, CommandKey? key, CancellationToken cancel) => Do(by, unit, year, SnapshotAct.Take, version, null, key, cancel);

    /// <summary>冻结：随年报提交；取了以后有变动的拒绝，先重取。</summary>
    public Task<Outcome<long>> Freeze(PersonId by, UnitId unit, int year, long version, CommandKey? key, CancellationToken cancel) => Do(by, unit, year, SnapshotAct.Freeze, version, null, key, cancel);

    /// <summary>锁定：年报接收了。</summary>
    public Task<Outcome<long>> Lock(PersonId by, UnitId unit, int year, long version, CommandKey? key, CancellationToken cancel) => Do(by, unit, year, SnapshotAct.Lock, version, null, key, cancel);

    /// <summary>更正：锁定的另起一版，写明缘由；重新冻结以前，这一年可以改。</summary>
    public Task<Outcome<long>> Restate(PersonId by, UnitId unit, int year, long version, string reason, CommandKey? key, CancellationToken cancel) => Do(by, unit, year, SnapshotAct.Restate, version, reason, key, cancel);

    /// <summary>对一年的快照做一件事，答复并发的新版本。</summary>
    /// <param name="version">页面上看到的并发版本；还没有快照的是 0。</param>
    /// <param name="reason">缘由；退回、更正要写。</param>
    public Task<Outcome<long>> Do(PersonId by, UnitId unit, int year, SnapshotAct act, long version, string? reason, CommandKey? key, CancellationToken cancel) => acts.Perform<long>(
        new PermittedAct(by, KindOf(act), PermissionOf(act), unit) { Key = key, Reason = reason },
        scope => Carry(scope.Act, [new SnapshotCommand(unit, act, by, scope.Act.Now, reason)], year, version, cancel),
        cancel);

    /// <summary>到了第二年一月五日，还没有快照的单位自动取一份；答复取了几份。</summary>
    public async Task<int> TakeDue(TimeProvider clock, CancellationToken cancel)
    {
        var today = LegalTime.DateOf(clock.GetUtcNow());
        if (today < new DateOnly(today.Year, 1, FirstDay)) return 0;
        var (year, last) = (today.Year - 1, new DateOnly(today.Year - 1, 12, 31));
        await using var db = database.CreateContext();
        var units = await db.RequestCases.Where(row => row.RedoOf == null && row.ReceivedOn != null && row.ReceivedOn <= last && (row.ResultOn == null || row.ResultOn >= new DateOnly(year, 1, 1))).Select(row => row.Unit).Distinct()
            .Where(unit => !db.RequestYears.Any(row => row.Unit == unit && row.Year == year)).ToListAsync(cancel);
        var taken = 0;
        foreach (var unit in units)
        {
            var done = await database.Acts.Perform<long>(
                new Act(KindOf(SnapshotAct.Take), Actor.System, new ChainId(unit)), scope => Carry(scope, [new SnapshotCommand(new UnitId(unit), SnapshotAct.Take, null, scope.Now, null)], year, 0, cancel), cancel);
            if (done.Succeeded) taken++;
        }

        return taken;
    }

    /// <summary>依次做几件，存一次；一件不成，都不成。都是同一个单位的。</summary>
    internal static async Task<Outcome<long>> Carry(ActScope scope, IReadOnlyList<SnapshotCommand> commands, int year, long version, CancellationToken cancel)
    {
        if (year is < 2008 or > 9998) return new Refusal("没有这一年。");
        var unit = commands[0].Unit;
        var row = await YearQueries.Whole(scope.Db, unit, year, cancel);
        if (row is not null && scope.Stale(row, version) is { } stale) return stale;
        var (before, live) = ((await YearQueries.Whole(scope.Db, unit, year - 1, cancel))?.ToSnapshot(), await YearQueries.Figures(scope.Db, unit, year, cancel));
        var snapshot = row?.ToSnapshot();
        foreach (var command in commands)
        {
            var decided = SnapshotDecisions.Decide(snapshot, before, live, command);
            if (decided.Refusal is { } refusal) return refusal;
            snapshot = decided.Value;
            scope.Record(new Subject("request-year", $"{unit}/{year}"), new { year, snapshot.Revision, snapshot.Stage, snapshot.Hash, cases = snapshot.Figures.Cases.Length });
        }

        var isNew = row?.Revision != snapshot!.Revision;
        if (isNew) scope.Db.RequestYears.Add(row = new RequestYearRow { Unit = unit.Value, Year = year, Revision = snapshot.Revision });
        row!.Take(snapshot);
        return isNew ? 1 : version + 1;
    }
}

/// <summary>一年的快照。</summary>
/// <param name="Revisions">各版，新的在前；还没有取过的是空的。</param>
/// <param name="Live">此刻由案件数出来的。</param>
/// <param name="Version">最近一版的并发版本；还没有的是 0。</param>
public sealed record YearView(ImmutableArray<YearSnapshot> Revisions, SnapshotFigures Live, long Version)
{
    /// <summary>最近的一版；还没有的为空。</summary>
    public YearSnapshot? Latest => Revisions.FirstOrDefault();
}

/// <summary>编年报用的数。</summary>
/// <param name="Tables">表三、表四：取过快照的照快照，没有取过的照此刻数出来的。</param>
/// <param name="Differences">取了快照以后的变动，一处一句。</param>
public sealed record YearFigures(CountedTables Tables, ImmutableArray<string> Differences);
