using Gongkai.Data.Mapping.AnnualReports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Queries.AnnualReports;

/// <summary>取出催报。</summary>
public static class ReminderQueries
{
    /// <summary>催一个单位报一年的，晚的在前。</summary>
    public static Task<List<ReportReminderRow>> Of(GongkaiDbContext db, Guid unit, int year, CancellationToken cancel) =>
        db.Set<ReportReminderRow>().AsNoTracking().Where(row => row.Unit == unit && row.Year == year).OrderByDescending(row => row.At).ToListAsync(cancel);

    /// <summary>几个单位各自最近一次被催时说的话；没有被催过的不在其中。</summary>
    public static async Task<Dictionary<Guid, string>> LatestTo(GongkaiDbContext db, IReadOnlyCollection<Guid> units, int year, CancellationToken cancel)
    {
        var rows = await db.Set<ReportReminderRow>().AsNoTracking().Where(row => row.Year == year && units.Contains(row.Unit)).OrderBy(row => row.At).Select(row => new { row.Unit, row.Text }).ToListAsync(cancel);
        return rows.GroupBy(row => row.Unit).ToDictionary(group => group.Key, group => group.Last().Text);
    }

    /// <summary>一个主管部门催一年的各次，晚的在前。</summary>
    public static Task<List<ReportReminderRow>> By(GongkaiDbContext db, Guid authority, int year, CancellationToken cancel) =>
        db.Set<ReportReminderRow>().AsNoTracking().Where(row => row.Authority == authority && row.Year == year).OrderByDescending(row => row.At).ToListAsync(cancel);
}
