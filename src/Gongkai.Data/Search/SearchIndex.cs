using Gongkai.Data.Acts;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Search;

/// <summary>检索索引的改动，只在做一件事之内（<see cref="ActScope.Search"/>），与文件的改动一起提交。</summary>
public sealed class SearchIndex
{
    private readonly GongkaiDbContext _db;
    private readonly IFullTextEngine _engine;

    internal SearchIndex(GongkaiDbContext db) => (_db, _engine) = (db, FullTextEngines.For(db));

    private DbSet<SearchDocumentRow> Documents => _db.Set<SearchDocumentRow>();

    private DbSet<SearchPassageRow> Passages => _db.Set<SearchPassageRow>();

    /// <summary>放进一件；已有的换成新的。</summary>
    public async Task Put(SearchEntry entry, CancellationToken cancel)
    {
        var facets = SearchFacetTokens.Of(entry);
        var document = await Find(entry.Subject, cancel);
        if (document is not null) await DropPassages(document, cancel);
        else Documents.Add(document = new SearchDocumentRow { SubjectKind = entry.Subject.Kind, SubjectId = entry.Subject.Id, Title = "", Facets = "" });
        (document.Title, document.Facets) = (entry.Title, facets);
        // 编号由库给出，段号由它算得，所以先存这一行。
        await _db.SaveChangesAsync(cancel);

        var number = document.Ordinal * SearchPassages.PerDocument;
        foreach (var passage in SearchPassages.Split(entry.Body).Prepend(entry.Title)) await Add(number++, document, passage, cancel);
    }

    /// <summary>撤下一件；本来没有的不算错。</summary>
    public async Task Remove(Subject subject, CancellationToken cancel)
    {
        if (await Find(subject, cancel) is not { } document) return;
        await DropPassages(document, cancel);
        Documents.Remove(document);
    }

    private async Task Add(long id, SearchDocumentRow document, string text, CancellationToken cancel)
    {
        Passages.Add(new SearchPassageRow { Id = id, Document = document.Ordinal, Text = text });
        await _engine.Add(IndexedPassage.Of(id, text, document.Title, document.Facets), cancel);
    }

    private async Task DropPassages(SearchDocumentRow document, CancellationToken cancel)
    {
        var first = document.Ordinal * SearchPassages.PerDocument;
        await _engine.Remove(first, first + SearchPassages.PerDocument - 1, cancel);
        await Passages.Where(row => row.Document == document.Ordinal).ExecuteDeleteAsync(cancel);
    }

    private Task<SearchDocumentRow?> Find(Subject subject, CancellationToken cancel) =>
        Documents.SingleOrDefaultAsync(row => row.SubjectKind == subject.Kind && row.SubjectId == subject.Id, cancel);
}
