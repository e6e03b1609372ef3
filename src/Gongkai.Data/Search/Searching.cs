using Gongkai.Data.Acts;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Search;

/// <summary>检索：标题里有的在前，其余后收的在前。</summary>
public static class Searching
{
    /// <summary>至多数到多少件。</summary>
    public const int MostCounted = 1000;

    private const int MostPassages = MostCounted + 1;

    /// <summary>查一页。输入里没有可查的字，什么也不返回。</summary>
    public static async Task<SearchResults> Search(this GongkaiDbContext db, SearchRequest request, CancellationToken cancel)
    {
        var runs = SearchQuery.Runs(request.Text);
        if (runs.Count == 0) return SearchResults.None;
        var terms = runs.Select(SearchQuery.Term).ToList();
        var facets = SearchFacetTokens.Of(request).ToList();
        var engine = FullTextEngines.For(db);
        var titles = await engine.Find(terms, [.. facets, SearchFacetTokens.Title], MostPassages, cancel);
        var passages = titles.Count < MostPassages ? await engine.Find(terms, facets, MostPassages, cancel) : [];

        var best = Best(titles.Concat(passages));
        var more = titles.Count == MostPassages || passages.Count == MostPassages;
        var page = best.Skip((Math.Max(1, request.Page) - 1) * request.PageSize).Take(request.PageSize).ToList();
        return new SearchResults([.. await Hits(db, page, runs, cancel)], Math.Min(best.Count, MostCounted), more);
    }

    /// <summary>一件只取一次，记下正文里第一处查到的段；只在标题里查到的，用正文的第一段。</summary>
    private static List<(long Document, long Passage)> Best(IEnumerable<long> passages)
    {
        var order = new List<long>();
        var bodies = new Dictionary<long, long>();
        foreach (var passage in passages)
        {
            var document = passage / SearchPassages.PerDocument;
            if (!bodies.TryGetValue(document, out var body)) order.Add(document);
            bodies[document] = passage % SearchPassages.PerDocument == 0 ? body : passage;
        }

        return [.. order.Take(MostCounted).Select(document => (document, bodies[document] == 0 ? (document * SearchPassages.PerDocument) + 1 : bodies[document]))];
    }

    private static async Task<IEnumerable<SearchHit>> Hits(
        GongkaiDbContext db, List<(long Document, long Passage)> page, IReadOnlyList<SearchRun> runs, CancellationToken cancel)
    {
        var ordinals = page.Select(hit => hit.Document).ToList();
        var passages = page.Select(hit => hit.Passage).ToList();
        var documents = await db.Set<SearchDocumentRow>().AsNoTracking().Where(row => ordinals.Contains(row.Ordinal)).ToDictionaryAsync(row => row.Ordinal, cancel);
        var texts = await db.Set<SearchPassageRow>().AsNoTracking().Where(row => passages.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Text, cancel);
        return
            from hit in page
            let document = documents[hit.Document]
            select new SearchHit(
                new Subject(document.SubjectKind, document.SubjectId),
                SearchHighlights.Mark(document.Title, runs),
                SearchHighlights.Snippet(texts.GetValueOrDefault(hit.Passage, ""), runs));
    }
}
