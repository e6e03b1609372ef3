using Gongkai.Data.Mapping.AnnualReports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Queries.AnnualReports;

/// <summary>取出公布的年报；没有公布的版本也在内，所以公众看的从 <see cref="Visible"/> 出发。</summary>
public static class PublishedReportQueries
{
    /// <summary>要改的一件；没有的为空。</summary>
    public static Task<PublishedReportRow?> Row(GongkaiDbContext db, Guid unit, int year, CancellationToken cancel) =>
        WithParts(db).SingleOrDefaultAsync(row => row.Unit == unit && row.Year == year, cancel);

    /// <summary>一个单位各年的，晚的在前。</summary>
    public static Task<List<PublishedReportRow>> Of(GongkaiDbContext db, Guid unit, CancellationToken cancel) =>
        WithParts(db).AsNoTracking().Where(row => row.Unit == unit).OrderByDescending(row => row.Year).ToListAsync(cancel);

    /// <summary>公布着的，各版不在内。</summary>
    public static IQueryable<PublishedReportRow> Visible(GongkaiDbContext db) => db.PublishedReports.AsNoTracking().Where(row => row.VisibleEdition != null);

    /// <summary>公布着的一版；没有的为空。</summary>
    public static async Task<(PublishedReportRow Row, ReportEditionRow Edition)?> FindShown(GongkaiDbContext db, Guid unit, int year, CancellationToken cancel)
    {
        if (await Visible(db).SingleOrDefaultAsync(row => row.Unit == unit && row.Year == year, cancel) is not { } row) return null;
        return (row, await db.Set<ReportEditionRow>().AsNoTracking().SingleAsync(edition => edition.Report == row.Id && edition.Number == row.VisibleEdition, cancel));
    }

    private static IQueryable<PublishedReportRow> WithParts(GongkaiDbContext db) => db.PublishedReports.Include(row => row.Editions).Include(row => row.Releases).Include(row => row.Filings).AsSplitQuery();
}
