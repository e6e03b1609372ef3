using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Law;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Queries.Publication;

/// <summary>取出信息，供办理；未公开的也在内，所以只给查过权限的服务用。公众看的见 <see cref="PublicItemQueries"/>。</summary>
public static class ItemQueries
{
    private const int LedgerBatch = 200;

    /// <summary>要改的一行，连同各版与各事件；没有的为空。</summary>
    public static Task<ItemRow?> Row(GongkaiDbContext db, ItemId id, CancellationToken cancel) =>
        db.Items.Include(row => row.Versions).Include(row => row.Events).AsSplitQuery().SingleOrDefaultAsync(row => row.Id == id.Value, cancel);

    /// <summary>一条信息的全部；没有的为空。</summary>
    public static async Task<Item?> Find(GongkaiDbContext db, ItemId id, CancellationToken cancel) =>
        (await db.Items.AsNoTracking().Include(row => row.Versions).Include(row => row.Events).AsSplitQuery().SingleOrDefaultAsync(row => row.Id == id.Value, cancel))?.ToItem();

    /// <summary>一条信息属于哪个单位、到了哪一步；没有的为空。</summary>
    public static Task<ItemHead?> Head(GongkaiDbContext db, ItemId id, CancellationToken cancel) =>
        db.Items.AsNoTracking().Where(row => row.Id == id.Value).Select(row => new ItemHead(new UnitId(row.Unit), row.Step)).SingleOrDefaultAsync(cancel);

    /// <summary>一条信息最新一版的附件，连同所属的单位；没有的为空。</summary>
    public static async Task<(UnitId Unit, ImmutableArray<Attachment> Files)?> LatestFiles(GongkaiDbContext db, ItemId id, CancellationToken cancel)
    {
        if (await Head(db, id, cancel) is not { } head) return null;
        var latest = await db.Set<ItemVersionRow>().AsNoTracking().Where(row => row.Item == id.Value).OrderByDescending(row => row.Number).FirstAsync(cancel);
        return (head.Unit, latest.ReadDraft().Content.Attachments);
    }

    /// <summary>几条信息各自的全部审查事件，按先后。</summary>
    public static async Task<ILookup<Guid, ReviewEvent>> Events(GongkaiDbContext db, IReadOnlyCollection<Guid> items, CancellationToken cancel)
    {
        var rows = await db.Set<ReviewEventRow>().AsNoTracking().Where(row => items.Contains(row.Item)).OrderBy(row => row.Item).ThenBy(row => row.Number).ToListAsync(cancel);
        return rows.ToLookup(row => row.Item, row => row.ToEvent());
    }

    /// <summary>几条信息各版的号与写的人，由早到晚；不取内容。</summary>
    public static async Task<ILookup<Guid, (int Number, PersonId By)>> Writers(GongkaiDbContext db, IReadOnlyCollection<Guid> items, CancellationToken cancel)
    {
        var rows = await db.Set<ItemVersionRow>().AsNoTracking().Where(row => items.Contains(row.Item)).OrderBy(row => row.Item).ThenBy(row => row.Number)
            .Select(row => new { row.Item, row.Number, row.Person }).ToListAsync(cancel);
        return rows.ToLookup(row => row.Item, row => (row.Number, new PersonId(row.Person)));
    }

    /// <summary>单位自某日起的各次审查程序。</summary>
    public static async Task<IReadOnlyList<ReviewSetting>> ReviewSettings(GongkaiDbContext db, UnitId unit, CancellationToken cancel)
    {
        var rows = await db.ReviewSettings.AsNoTracking().Where(row => row.Unit == unit.Value).ToListAsync(cancel);
        return [.. rows.Select(row => new ReviewSetting(unit, row.Plan, row.ValidFrom, new PersonId(row.Person), row.Reason))];
    }

    /// <summary>一段时间里公开过、更正过、撤回过的各条；一批一批地取，不同时占着内存。</summary>
    /// <param name="first">自哪一天（含），北京时间。</param>
    /// <param name="last">到哪一天（含）。</param>
    public static async IAsyncEnumerable<Item> PublishedBetween(GongkaiDbContext db, UnitId unit, DateOnly first, DateOnly last, [EnumeratorCancellation] CancellationToken cancel)
    {
        ReviewAction[] kinds = [ReviewAction.Publish, ReviewAction.PublishOnTime, ReviewAction.Withdraw, ReviewAction.Keep, ReviewAction.AnswerNotOpen];
        var (from, until) = (LegalTime.StartOf(first), LegalTime.StartOf(last.AddDays(1)));
        var ids = await db.Set<ReviewEventRow>().AsNoTracking().Where(row => kinds.Contains(row.Action) && row.At >= from && row.At < until)
            .Join(db.Items.Where(item => item.Unit == unit.Value), row => row.Item, item => item.Id, (row, item) => item.Id).Distinct().ToListAsync(cancel);
        foreach (var part in ids.Chunk(LedgerBatch))
        {
            var rows = await db.Items.AsNoTracking().Include(row => row.Versions).Include(row => row.Events).AsSplitQuery().Where(row => part.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(cancel);
            foreach (var row in rows) yield return row.ToItem();
        }
    }

    /// <summary>到了发布时刻的定时信息，先到的在前。</summary>
    public static Task<List<Guid>> Due(GongkaiDbContext db, DateTimeOffset now, CancellationToken cancel) =>
        db.Items.AsNoTracking().Where(row => row.ScheduledFor != null && row.ScheduledFor <= now).OrderBy(row => row.ScheduledFor).Select(row => row.Id).ToListAsync(cancel);
}

/// <summary>一条信息属于哪个单位、到了哪一步。</summary>
/// <param name="Unit">单位。</param>
/// <param name="Step">步。</param>
public sealed record ItemHead(UnitId Unit, ReviewStep Step);
