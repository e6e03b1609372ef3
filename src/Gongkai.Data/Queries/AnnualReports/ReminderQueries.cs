using Gongkai.Data.Mapping.AnnualReports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Queries.AnnualReports;

/// <summary>取出催报。</summary>
public static class ReminderQueries
{
    /// <summary>催一个单位报一年的，晚的在前。</summary>
    public static Task<List<ReportReminderRow>> Of(GongkaiDbContext db, Guid unit, int year, CancellationToken cancel) =>
        db.Set<ReportReminderRow>().AsNoTracking().Where(row => row.Unit == unit && row.Year == year).OrderByDescending(row => row.At).ToListAsync(cancel);

    /// <summary>一个主管部门催一年的各次，晚的在前。</summary>
    public static Task<List<ReportReminderRow>> By(GongkaiDbContext db, Guid authority, int year, CancellationToken cancel) =>
        db.Set<ReportReminderRow>().AsNoTracking().Where(row => row.Authority == authority && row.Year == year).OrderByDescending(row => row.At).ToListAsync(cancel);
}
