using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Publishing;
using Gongkai.Data.Mapping;
using Gongkai.Data.Mapping.AnnualReports;
using Gongkai.Organisations.Units;
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

    /// <summary>上一年度的：公布着的一版，没有公布着的取最新的一版；没有编过的为空。</summary>
    public static async Task<AnnualReport?> Previous(GongkaiDbContext db, Guid unit, int year, CancellationToken cancel)
    {
        if (await db.PublishedReports.AsNoTracking().SingleOrDefaultAsync(row => row.Unit == unit && row.Year == year - 1, cancel) is not { } row) return null;
        var edition = await db.Set<ReportEditionRow>().AsNoTracking().Where(one => one.Report == row.Id && (row.VisibleEdition == null || one.Number == row.VisibleEdition)).OrderByDescending(one => one.Number).FirstAsync(cancel);
        return CanonicalJsonReader.Read(edition.Canonical).Value;
    }

    /// <summary>几个单位一年的，连同各件事；全文不在内，另取（<see cref="Canonicals"/>）。</summary>
    public static async Task<List<PublishedReport>> OfYear(GongkaiDbContext db, IReadOnlyCollection<Guid> units, int year, CancellationToken cancel)
    {
        var rows = db.PublishedReports.AsNoTracking().Where(row => row.Year == year && units.Contains(row.Unit));
        var heads = await rows.Select(row => new { row.Id, row.Version, row.Unit }).ToListAsync(cancel);
        var editions = await rows.SelectMany(row => row.Editions).OrderBy(edition => edition.Number).Select(edition => new { edition.Report, edition.Content }).ToListAsync(cancel);
        var releases = await rows.SelectMany(row => row.Releases).OrderBy(release => release.Ordinal).ToListAsync(cancel);
        var filings = await rows.SelectMany(row => row.Filings).OrderBy(filing => filing.Number).ToListAsync(cancel);
        var (editionsOf, releasesOf, filingsOf) = (editions.ToLookup(one => one.Report), releases.ToLookup(one => one.Report), filings.ToLookup(one => one.Report));
        return heads.ConvertAll(head => new PublishedReport(
            head.Id, checked((int)head.Version), new UnitId(head.Unit), year,
            [.. editionsOf[head.Id].Select(one => RowJson.Read<ReportEdition>(one.Content))], [.. releasesOf[head.Id].Select(one => RowJson.Read<ReportRelease>(one.Content))])
        {
            Filings = [.. filingsOf[head.Id].Select(one => RowJson.Read<FilingEvent>(one.Content))],
        });
    }

    /// <summary>这些年报最新一版的全文，键是年报。</summary>
    public static async Task<Dictionary<Guid, AnnualReport>> Canonicals(GongkaiDbContext db, IReadOnlyCollection<Guid> reports, CancellationToken cancel)
    {
        var texts = await db.Set<ReportEditionRow>().AsNoTracking().Where(edition => reports.Contains(edition.Report))
            .GroupBy(edition => edition.Report).Select(group => group.OrderByDescending(edition => edition.Number).Select(edition => new { edition.Report, edition.Canonical }).First()).ToListAsync(cancel);
        return texts.ToDictionary(one => one.Report, one => CanonicalJsonReader.Read(one.Canonical).Value);
    }

    /// <summary>一年的各次公布与撤下，早的在前；各版不在内。</summary>
    public static Task<List<ReportReleaseRow>> Releases(GongkaiDbContext db, Guid unit, int year, CancellationToken cancel) =>
        db.PublishedReports.AsNoTracking().Where(row => row.Unit == unit && row.Year == year).SelectMany(row => row.Releases).OrderBy(release => release.Ordinal).ToListAsync(cancel);

    /// <summary>第几版，不论公布没有；没有的为空。</summary>
    public static Task<ReportEditionRow?> Edition(GongkaiDbContext db, Guid unit, int year, int number, CancellationToken cancel) =>
        db.PublishedReports.AsNoTracking().Where(row => row.Unit == unit && row.Year == year).SelectMany(row => row.Editions).SingleOrDefaultAsync(edition => edition.Number == number, cancel);

    /// <summary>公布着的各件现在是第几版，报告本身不在内。</summary>
    public static Task<List<ShownEdition>> ShownEditions(GongkaiDbContext db, CancellationToken cancel) =>
        Visible(db).Select(row => new ShownEdition(row.Id, row.Unit, row.Year, row.VisibleEdition!.Value, row.FirstReleasedAt!.Value)).ToListAsync(cancel);

    /// <summary>公布着的各件连同现在的一版，按单位、年度；给了标识的只取那几件。</summary>
    public static IAsyncEnumerable<ShownContent> ShownContents(GongkaiDbContext db, IReadOnlyCollection<Guid>? only)
    {
        var rows = only is null ? Visible(db) : Visible(db).Where(row => only.Contains(row.Id));
        return rows.OrderBy(row => row.Unit).ThenBy(row => row.Year).Join(
            db.Set<ReportEditionRow>().AsNoTracking(), row => new { Report = row.Id, Number = row.VisibleEdition!.Value }, edition => new { edition.Report, edition.Number },
            (row, edition) => new ShownContent(row.Id, row.Unit, row.Year, edition)).AsAsyncEnumerable();
    }

    private static IQueryable<PublishedReportRow> WithParts(GongkaiDbContext db) => db.PublishedReports.Include(row => row.Editions).Include(row => row.Releases).Include(row => row.Filings).AsSplitQuery();
}

/// <summary>公布着的一件现在是第几版。</summary>
/// <param name="Id">年报。</param>
/// <param name="Unit">单位。</param>
/// <param name="Year">年度。</param>
/// <param name="Edition">第几版。</param>
/// <param name="ReleasedAt">首次公布的时刻。</param>
public sealed record ShownEdition(Guid Id, Guid Unit, int Year, int Edition, DateTimeOffset ReleasedAt);

/// <summary>公布着的一件和现在的一版。</summary>
public sealed record ShownContent(Guid Id, Guid Unit, int Year, ReportEditionRow Edition);
