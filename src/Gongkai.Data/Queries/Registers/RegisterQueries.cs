using Gongkai.Data.Mapping.Registers;
using Gongkai.Organisations.Registers;
using Gongkai.Organisations.Units;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Queries.Registers;

/// <summary>查台账。</summary>
public static class RegisterQueries
{
    /// <summary>一个单位一本台账一段时间里的各笔，按日期的先后，作废了的也在内。</summary>
    /// <param name="first">自哪一天（含）。</param>
    /// <param name="last">到哪一天（含）。</param>
    public static async Task<IReadOnlyList<RegisterEntry>> Between(GongkaiDbContext db, UnitId unit, string form, DateOnly first, DateOnly last, CancellationToken cancel)
    {
        var rows = await db.RegisterEntries.AsNoTracking().Include(row => row.Evidence)
            .Where(row => row.Unit == unit.Value && row.Form == form && row.OnDate >= first && row.OnDate <= last)
            .OrderBy(row => row.OnDate).ThenBy(row => row.Slot).ThenBy(row => row.Id).ToListAsync(cancel);
        return rows.ConvertAll(row => row.ToEntry());
    }

    /// <summary>一笔的一行，连同依据的文件，跟踪着；没有的为空。</summary>
    public static Task<RegisterEntryRow?> Row(GongkaiDbContext db, RegisterEntryId id, CancellationToken cancel) =>
        db.RegisterEntries.Include(row => row.Evidence).SingleOrDefaultAsync(row => row.Id == id.Value, cancel);

    /// <summary>同一笔：单位、台账、日期、认一笔的栏都相同，没有作废的；没有的为空。</summary>
    public static Task<RegisterEntryRow?> Same(GongkaiDbContext db, UnitId unit, string form, DateOnly on, string slot, CancellationToken cancel) =>
        db.RegisterEntries.SingleOrDefaultAsync(row => row.Unit == unit.Value && row.Form == form && row.OnDate == on && row.Slot == slot, cancel);

    /// <summary>一个单位一年里各本台账各有几笔，作废了的不算。</summary>
    public static async Task<IReadOnlyDictionary<string, int>> Counts(GongkaiDbContext db, UnitId unit, int year, CancellationToken cancel) => await db.RegisterEntries
        .Where(row => row.Unit == unit.Value && row.Voided == null && row.OnDate >= new DateOnly(year, 1, 1) && row.OnDate <= new DateOnly(year, 12, 31))
        .GroupBy(row => row.Form).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
}
