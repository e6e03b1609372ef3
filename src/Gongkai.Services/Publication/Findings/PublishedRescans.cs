using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Findings;
using Gongkai.Scanning;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication.Findings;

/// <summary>
/// 已发布的再扫描：检测项、名单、读文件的办法变了，或者保密审查的人要求了，公众看得见的各条一小步一小步地重扫，
/// 不占着请求，做一步歇九步。又查出的错误，列给保密审查的人，由他撤回或者要求更正；程序不自己改已经公开的。
/// </summary>
public sealed class PublishedRescans(Database database, PermittedActs acts, Screenings screenings, FileExaminations examinations)
{
    /// <summary>一步几条：一步之内别人写库要等，所以少。</summary>
    public const int Together = 20;

    /// <summary>等处理的至多列出几条。</summary>
    public const int Longest = 100;

    // 做了多久，歇它的九倍：两核的机器上至多用去半成。
    private const int RestTimes = 9;

    private static readonly TimeSpan LeastRest = TimeSpan.FromMilliseconds(100);

    // 一个大的扫描件可能要十几分钟。
    private static readonly TimeSpan FilePatience = TimeSpan.FromMinutes(30);

    /// <summary>从头走一遍：没有由这一版扫描器扫过的都扫；答复扫了几条。</summary>
    public Task<int> Pass(CancellationToken cancel) => Pass(RestTimes, cancel);

    /// <summary>不歇地走一遍，由管数据的人叫它；答复扫了几条，各单位又查出错误的有哪些。</summary>
    /// <param name="again">由这一版扫描器扫过的也再扫。</param>
    public async Task<RescanReport> Now(bool again, CancellationToken cancel)
    {
        if (again) await AskAll(cancel);
        var scanned = await Pass(0, cancel);
        await using var db = database.CreateContext();
        return new RescanReport(scanned, await Found(db, PublicItemQueries.Visible(db), cancel));
    }

    private async Task<int> Pass(int restTimes, CancellationToken cancel)
    {
        var (after, scanned) = (Guid.Empty, 0);
        while (true)
        {
            var began = Stopwatch.GetTimestamp();
            var (last, count) = await Step(after, cancel);
            if (last is not { } next) return scanned;
            (after, scanned) = (next, scanned + count);
            if (count == 0 || restTimes == 0) continue;
            var rest = Stopwatch.GetElapsedTime(began) * restTimes;
            await Task.Delay(rest > LeastRest ? rest : LeastRest, cancel);
        }
    }

    /// <summary>还有没有要求再扫而没有扫的。</summary>
    public async Task<bool> IsAsked(CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await db.PublishedScans.AnyAsync(row => row.Scanner == "", cancel);
    }

    /// <summary>要求把本单位已发布的全部再扫一遍，答复几条。</summary>
    public Task<Outcome<int>> Ask(PersonId by, UnitId unit, CancellationToken cancel) => acts.Perform<int>(
        new PermittedAct(by, "finding.rescan", Permission.ExemptFinding, unit),
        async scope =>
        {
            var count = await scope.Db.PublishedScans.Where(row => scope.Db.Items.Any(item => item.Id == row.Item && item.Unit == unit.Value))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Scanner, ""), cancel);
            scope.Record(new Subject("unit", unit.Value), new { count });
            return count;
        },
        cancel);

    /// <summary>一个人管保密审查的各单位里，已发布而又查出错误的，错误多的在前。</summary>
    public async Task<ImmutableArray<RescannedItem>> Found(CurrentPerson who, CancellationToken cancel)
    {
        var units = who.UnitsWith(Permission.ExemptFinding).Select(unit => unit.Value).ToList();
        if (units.Count == 0) return [];
        await using var db = database.CreateContext();
        return await Found(db, PublicItemQueries.Visible(db).Where(item => units.Contains(item.Unit)), cancel);
    }

    private static async Task<ImmutableArray<RescannedItem>> Found(GongkaiDbContext db, IQueryable<ItemRow> among, CancellationToken cancel)
    {
        var found = await db.PublishedScans.AsNoTracking().Where(row => row.Errors > 0)
            .Join(among, row => row.Item, item => item.Id, (row, item) => new { row, item.VisibleTitle, item.VisibleVersion })
            .Where(one => one.row.Number == one.VisibleVersion).OrderByDescending(one => one.row.Errors).Take(Longest).ToListAsync(cancel);
        return [.. found.Select(one => new RescannedItem(new ItemId(one.row.Item), one.VisibleTitle!, one.row.At, one.row.ReadFindings()))];
    }

    private async Task AskAll(CancellationToken cancel) => await database.Acts.Perform<int>(
        new Act("finding.rescan", Gongkai.Data.Acts.Actor.System, ChainId.System),
        async scope =>
        {
            var count = await scope.Db.PublishedScans.ExecuteUpdateAsync(set => set.SetProperty(row => row.Scanner, ""), cancel);
            scope.Record(new Subject("scan", scope.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), new { count });
            return count;
        },
        cancel);

    private async Task<(Guid? Last, int Count)> Step(Guid after, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var rows = await PublicItemQueries.Visible(db).Where(item => item.Id > after).OrderBy(item => item.Id).Take(Together).ToListAsync(cancel);
        if (rows.Count == 0) return (null, 0);
        var ids = rows.ConvertAll(row => row.Id);
        var known = await db.PublishedScans.AsNoTracking().Where(row => ids.Contains(row.Item) && row.Scanner == ScannerVersion.Current).ToDictionaryAsync(row => row.Item, row => row.Number, cancel);
        var wanted = rows.Where(row => !known.TryGetValue(row.Id, out var number) || number != row.VisibleVersion).ToList();
        if (wanted.Count == 0) return (ids[^1], 0);
        List<(ItemRow Row, ImmutableArray<AnsweredFinding> Errors)> looked = [];
        foreach (var row in wanted) looked.Add((row, await Look(db, row, cancel)));
        await Store(looked, cancel);
        return (ids[^1], looked.Count);
    }

    private async Task<ImmutableArray<AnsweredFinding>> Look(GongkaiDbContext db, ItemRow row, CancellationToken cancel)
    {
        var version = await db.Set<ItemVersionRow>().AsNoTracking().SingleAsync(one => one.Item == row.Id && one.Number == row.VisibleVersion, cancel);
        var (id, draft, shown) = (new ItemId(row.Id), version.ReadDraft(), row.Shown(version));
        // 公众拿到的那一份要查；原件只在要认从前的豁免时才查。
        var exempted = await db.Exemptions.AnyAsync(one => one.Item == row.Id && one.Standing == ExemptionStanding.Granted, cancel);
        await examinations.Ensure(new UnitId(row.Unit), exempted ? [.. shown.Content.Attachments, .. draft.Content.Attachments] : shown.Content.Attachments, FilePatience, cancel);
        return ItemScreening.Published(await screenings.Of(db, id, draft, cancel), shown.Content.Attachments.IsEmpty ? ItemScreening.Nothing : await screenings.Of(db, id, shown, cancel));
    }

    private async Task Store(List<(ItemRow Row, ImmutableArray<AnsweredFinding> Errors)> looked, CancellationToken cancel) => await database.Acts.Perform<int>(
        new Act("finding.rescan-step", Gongkai.Data.Acts.Actor.System, ChainId.System),
        async scope =>
        {
            var ids = looked.ConvertAll(one => one.Row.Id);
            var stored = await scope.Db.PublishedScans.Where(row => ids.Contains(row.Item)).ToDictionaryAsync(row => row.Item, cancel);
            foreach (var (item, errors) in looked)
            {
                if (!stored.TryGetValue(item.Id, out var row)) scope.Db.PublishedScans.Add(row = new PublishedScanRow { Item = item.Id });
                (row.Number, row.Scanner, row.At) = (item.VisibleVersion!.Value, ScannerVersion.Current, scope.Now);
                row.Take(errors);
            }

            scope.Record(new Subject("scan", scope.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), new
            {
                scanner = ScannerVersion.Current, items = looked.Count, found = looked.Where(one => !one.Errors.IsEmpty).Select(one => one.Row.Id),
            });
            return looked.Count;
        },
        cancel);
}

/// <summary>已发布而又查出错误的一条。</summary>
/// <param name="Id">哪一条。</param>
/// <param name="Title">公众看到的名称。</param>
/// <param name="At">扫描的时刻。</param>
/// <param name="Findings">错误级的各处，遮盖过的。</param>
public sealed record RescannedItem(ItemId Id, string Title, DateTimeOffset At, ImmutableArray<AnsweredFinding> Findings);

/// <summary>走了一遍。</summary>
/// <param name="Scanned">扫了几条。</param>
/// <param name="Found">公开着而又查出错误的，错误多的在前，至多 100 条。</param>
public sealed record RescanReport(int Scanned, ImmutableArray<RescannedItem> Found);
