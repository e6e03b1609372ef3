using Gongkai.Data.Mapping.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Matters;
using Gongkai.Publication.Review;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Queries.Publication;

/// <summary>查事项清单与各项的公开记录。</summary>
public static class MatterQueries
{
    /// <summary>这几个单位还在用的各项，按单位、一级、二级事项。</summary>
    public static async Task<IReadOnlyList<Matter>> Of(GongkaiDbContext db, IReadOnlyCollection<UnitId> units, CancellationToken cancel)
    {
        var ids = units.Select(unit => unit.Value).ToList();
        var rows = await db.Matters.AsNoTracking().Where(row => ids.Contains(row.Unit) && row.EndedOn == null).OrderBy(row => row.Unit).ThenBy(row => row.Slot).ThenBy(row => row.Id).ToListAsync(cancel);
        return rows.ConvertAll(row => row.ToMatter());
    }

    /// <summary>各单位还在用的各有几项；没有的不在里面。</summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> Counts(GongkaiDbContext db, CancellationToken cancel) =>
        await db.Matters.Where(row => row.EndedOn == null).GroupBy(row => row.Unit).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);

    /// <summary>一项；没有的为空。</summary>
    public static async Task<Matter?> Find(GongkaiDbContext db, MatterId id, CancellationToken cancel) =>
        (await db.Matters.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id.Value, cancel))?.ToMatter();

    /// <summary>同一单位还在用的、同名的一项，跟踪着；没有的为空。</summary>
    public static Task<MatterRow?> Same(GongkaiDbContext db, UnitId unit, MatterFacts facts, CancellationToken cancel)
    {
        var slot = MatterRow.SlotOf(facts);
        return db.Matters.SingleOrDefaultAsync(row => row.Unit == unit.Value && row.Slot == slot, cancel);
    }

    /// <summary>这几个单位各项的公开记录；没有信息的不在里面。</summary>
    public static async Task<IReadOnlyDictionary<MatterId, MatterRecord>> Records(GongkaiDbContext db, IReadOnlyCollection<UnitId> units, CancellationToken cancel)
    {
        var ids = units.Select(unit => unit.Value).ToList();
        var published = await PublicItemQueries.Visible(db).Where(row => ids.Contains(row.Unit) && row.VisibleMatter != null).GroupBy(row => row.VisibleMatter!.Value)
            .Select(group => new { group.Key, Count = group.Count(), Last = group.Max(row => row.LastPublishedAt) }).ToListAsync(cancel);
        // 归档不公开的、撤回了的不在等着公开之列。
        var waiting = await db.Items.Where(row => ids.Contains(row.Unit) && row.Matter != null && row.FirstPublishedAt == null && row.Mode == DisclosureMode.Active && row.CreatedOn != null && row.Step != ReviewStep.Kept)
            .GroupBy(row => row.Matter!.Value).Select(group => new { group.Key, First = group.Min(row => row.CreatedOn) }).ToDictionaryAsync(group => group.Key, group => group.First, cancel);
        var records = published.ToDictionary(one => new MatterId(one.Key), one => new MatterRecord(one.Count, LegalTime.DateOf(one.Last!.Value), waiting.GetValueOrDefault(one.Key)));
        foreach (var (matter, first) in waiting) records.TryAdd(new MatterId(matter), new MatterRecord(0, null, first));
        return records;
    }

    /// <summary>一年里首次公开、现在看得见的，按单位与五公开的标注合起来数。</summary>
    /// <param name="units">哪些单位；为空的不限。</param>
    public static async Task<IReadOnlyList<AspectGroup>> Aspects(GongkaiDbContext db, IReadOnlyCollection<UnitId> units, int year, CancellationToken cancel)
    {
        var ids = units.Select(unit => unit.Value).ToList();
        var (from, until) = (LegalTime.StartOf(new DateOnly(year, 1, 1)), LegalTime.StartOf(new DateOnly(year + 1, 1, 1)));
        return await PublicItemQueries.Visible(db).Where(row => ids.Contains(row.Unit) && row.FirstPublishedAt >= from && row.FirstPublishedAt < until)
            .GroupBy(row => new { row.Unit, row.VisibleAspects }).Select(group => new AspectGroup(group.Key.Unit, group.Key.VisibleAspects, group.Count())).ToListAsync(cancel);
    }
}

/// <summary>一个单位、标注相同的几条。</summary>
/// <param name="Aspects">五公开的标注，<see cref="Gongkai.Publication.Catalogue.OpennessAspects"/> 的数。</param>
public sealed record AspectGroup(Guid Unit, int Aspects, int Count);
