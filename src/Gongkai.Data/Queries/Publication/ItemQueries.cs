using Gongkai.Data.Mapping.Publication;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Queries.Publication;

/// <summary>取出信息，供办理；未公开的也在内，所以只给查过权限的服务用。公众看的见 <see cref="PublicItemQueries"/>。</summary>
public static class ItemQueries
{
    /// <summary>要改的一行，连同各版与各事件；没有的为空。</summary>
    public static Task<ItemRow?> Row(GongkaiDbContext db, ItemId id, CancellationToken cancel) =>
        db.Items.Include(row => row.Versions).Include(row => row.Events).AsSplitQuery().SingleOrDefaultAsync(row => row.Id == id.Value, cancel);

    /// <summary>一条信息的全部；没有的为空。</summary>
    public static async Task<Item?> Find(GongkaiDbContext db, ItemId id, CancellationToken cancel) =>
        (await db.Items.AsNoTracking().Include(row => row.Versions).Include(row => row.Events).AsSplitQuery().SingleOrDefaultAsync(row => row.Id == id.Value, cancel))?.ToItem();

    /// <summary>一条信息属于哪个单位、到了哪一步；没有的为空。</summary>
    public static Task<ItemHead?> Head(GongkaiDbContext db, ItemId id, CancellationToken cancel) =>
        db.Items.AsNoTracking().Where(row => row.Id == id.Value).Select(row => new ItemHead(new UnitId(row.Unit), row.Step)).SingleOrDefaultAsync(cancel);

    /// <summary>单位自某日起的各次审查程序。</summary>
    public static async Task<IReadOnlyList<ReviewSetting>> ReviewSettings(GongkaiDbContext db, UnitId unit, CancellationToken cancel)
    {
        var rows = await db.ReviewSettings.AsNoTracking().Where(row => row.Unit == unit.Value).ToListAsync(cancel);
        return [.. rows.Select(row => new ReviewSetting(unit, row.Plan, row.ValidFrom, new PersonId(row.Person), row.Reason))];
    }

    /// <summary>到了发布时刻的定时信息，先到的在前。</summary>
    public static Task<List<Guid>> Due(GongkaiDbContext db, DateTimeOffset now, CancellationToken cancel) =>
        db.Items.AsNoTracking().Where(row => row.ScheduledFor != null && row.ScheduledFor <= now).OrderBy(row => row.ScheduledFor).Select(row => row.Id).ToListAsync(cancel);
}

/// <summary>一条信息属于哪个单位、到了哪一步。</summary>
/// <param name="Unit">单位。</param>
/// <param name="Step">步。</param>
public sealed record ItemHead(UnitId Unit, ReviewStep Step);
