using System.Runtime.CompilerServices;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.AnnualReports;
using Gongkai.Data.Queries.Publication;
using Gongkai.Data.Search;
using Gongkai.Services.AnnualReports;
using Gongkai.Services.Publication;
using Gongkai.Services.Publication.Guide;
using Gongkai.Services.Publication.Normative;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Upkeep;

/// <summary>公众应当查得到的：公开着的信息（连同内容）、发布了的指南与制度、公布了的登记、公布着的年报。核对检索索引用。</summary>
internal static class SearchableContent
{
    private const int Together = 500;

    public static async IAsyncEnumerable<IReadOnlyList<ExpectedEntry>> Of(GongkaiDbContext db, [EnumeratorCancellation] CancellationToken cancel)
    {
        var normative = (await db.NormativeDocuments.Where(row => row.Item != null).Select(row => row.Item!.Value).ToListAsync(cancel)).ToHashSet();
        var after = Guid.Empty;
        while (await Items(db, after, cancel) is { Count: > 0 } batch)
        {
            after = batch[^1].Row.Id;
            yield return [.. batch.Select(item => Expected(item.Row, item.Version, normative.Contains(item.Row.Id)))];
        }

        yield return await Present(StandingPages.Kind, StandingPageQueries.Visible(db).Select(row => row.Id), cancel);
        yield return await Present(ReportShelf.Kind, PublishedReportQueries.Visible(db).Select(row => row.Id), cancel);
        var documents = await NormativeQueries.All(db).ToListAsync(cancel);
        yield return [.. documents.Where(row => NormativeSaving.IsFoundItself(row.ToDocument().Facts)).Select(row => new ExpectedEntry(NormativeSaving.SubjectOf(row), null))];
    }

    private static async Task<List<(ItemRow Row, ItemVersionRow Version)>> Items(GongkaiDbContext db, Guid after, CancellationToken cancel)
    {
        var batch = await PublicItemQueries.Visible(db).Where(row => row.Id > after).OrderBy(row => row.Id).Take(Together)
            .Join(db.Set<ItemVersionRow>(), row => new { row.Id, Number = row.VisibleVersion!.Value }, version => new { Id = version.Item, version.Number }, (row, version) => new { row, version })
            .ToListAsync(cancel);
        return [.. batch.Select(one => (one.row, one.version))];
    }

    private static ExpectedEntry Expected(ItemRow row, ItemVersionRow version, bool normative)
    {
        var subject = new Subject("item", row.Id);
        return new ExpectedEntry(subject, ItemSaving.EntryOf(subject, row.Unit, row.IndexNumber, row.Shown(version), normative));
    }

    private static async Task<IReadOnlyList<ExpectedEntry>> Present(string kind, IQueryable<Guid> ids, CancellationToken cancel) =>
        (await ids.ToListAsync(cancel)).ConvertAll(id => new ExpectedEntry(new Subject(kind, id), null));
}
