using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Search;

/// <summary>库里的一段和它所在的一件。</summary>
internal sealed record SearchedPassage(SearchPassageRow Passage, SearchDocumentRow Document)
{
    /// <summary>它在索引里应有的样子。</summary>
    public IndexedPassage Indexed => IndexedPassage.Of(Passage.Id, Passage.Text, Document.Title, Document.Facets);
}

/// <summary>库里的各段，按段号，一批一批地取。</summary>
internal static class SearchedPassages
{
    private const int Together = 500;

    public static async IAsyncEnumerable<IReadOnlyList<SearchedPassage>> Batches(GongkaiDbContext db, [EnumeratorCancellation] CancellationToken cancel)
    {
        var after = long.MinValue;
        while (await Next(db, after, cancel) is { Count: > 0 } batch)
        {
            after = batch[^1].Passage.Id;
            yield return batch;
        }
    }

    private static async Task<List<SearchedPassage>> Next(GongkaiDbContext db, long after, CancellationToken cancel)
    {
        var batch = await db.Set<SearchPassageRow>().AsNoTracking().Where(passage => passage.Id > after).OrderBy(passage => passage.Id).Take(Together)
            .Join(db.Set<SearchDocumentRow>(), passage => passage.Document, document => document.Ordinal, (passage, document) => new { passage, document }).ToListAsync(cancel);
        return [.. batch.OrderBy(one => one.passage.Id).Select(one => new SearchedPassage(one.passage, one.document))];
    }
}
