using Gongkai.Data.Mapping.Publication;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Queries.Publication;

/// <summary>取出常设页：指南、制度。没有发布的版本也在内，所以公众看的由服务挑过。</summary>
public static class StandingPageQueries
{
    /// <summary>连同各版与各次发布。</summary>
    public static IQueryable<StandingPageRow> WithParts(GongkaiDbContext db) => db.StandingPages.Include(row => row.Versions).Include(row => row.Publications).AsSplitQuery();

    /// <summary>要改的一件；没有的为空。</summary>
    public static Task<StandingPageRow?> Row(GongkaiDbContext db, Guid unit, string slot, CancellationToken cancel) =>
        WithParts(db).SingleOrDefaultAsync(row => row.Unit == unit && row.Slot == slot, cancel);

    /// <summary>一个单位的全部常设页。</summary>
    public static Task<List<StandingPageRow>> Of(GongkaiDbContext db, Guid unit, CancellationToken cancel) =>
        WithParts(db).AsNoTracking().Where(row => row.Unit == unit).OrderBy(row => row.Id).ToListAsync(cancel);

    /// <summary>发布了的常设页：公众的一切查询的起点。</summary>
    public static IQueryable<StandingPageRow> Visible(GongkaiDbContext db) => WithParts(db).AsNoTracking().Where(row => row.VisibleVersion != null);
}
