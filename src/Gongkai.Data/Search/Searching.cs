using Gongkai.Data.Acts;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Search;

/// <summary>检索：标题里有的在前，其余后收的在前。</summary>
public static class Searching
{
    /// <summary>至多数到多少件。</summary>
    public const int MostCounted = 1000;

    private const int MostPassages = MostCounted + 1;

    private const int Widening = 8;

    // 一次最多带这么多个参数，两种引擎都容得下。
    private const int AtOnce = 500;

    /// <summary>查一页。输入里没有可查的字，什么也不返回。</summary>
    public static async Task<SearchResults> Search(this GongkaiDbContext db, SearchRequest request, CancellationToken cancel)
    {
        var runs = SearchQuery.Runs(request.Text);
        if (runs.Count == 0) return SearchResults.None;
        var found = await Find(db, request, [.. runs.Select(SearchQuery.Term)], cancel);
        var page = found.Take(MostCounted).Skip((Math.Max(1, request.Page) - 1) * request.PageSize).Take(request.PageSize).ToList();
        return new SearchResults([.. await Hits(db, page, runs, cancel)], Math.Min(found.Count, MostCounted), found.Count > MostCounted);
    }

    /// <summary>合乎条件的各件，标题里有的在前，其余后收的在前；至多比要数的多一件。</summary>
    private static async Task<List<(long Document, long Passage)>> Find(GongkaiDbContext db, SearchRequest request, List<SearchTerm> terms, CancellationToken cancel)
    {
        var engine = FullTextEngines.For(db);
        var facets = SearchFacetTokens.Of(request).ToList();
        if (request.Among is { } among) return await Among(db, await Passages(int.MaxValue), among, cancel);
        // 一件的正文可以有许多段；段数够了、件数还不够的，再多取些。
        for (var limit = MostPassages; ; limit *= Widening)
        {
            var passages = await Passages(limit);
            var documents = Best(passages.Titles.Concat(passages.Bodies));
            if (documents.Count >= MostPassages || passages.Bodies.Count < limit) return documents;
        }

        async Task<(List<long> Titles, List<long> Bodies)> Passages(int limit)
        {
            var titles = await engine.Find(SearchConditions.Of(terms, facets, inTitle: true), limit, cancel);
            return (titles, titles.Count < limit ? await engine.Find(SearchConditions.Of(terms, facets, inTitle: false), limit, cancel) : []);
        }
    }

    // 规章、规范性文件只有几千件：全部找来，再看是不是要的。
    private static async Task<List<(long Document, long Passage)>> Among(
        GongkaiDbContext db, (List<long> Titles, List<long> Bodies) passages, IReadOnlySet<Subject> among, CancellationToken cancel)
    {
        var found = Best(passages.Titles.Concat(passages.Bodies));
        var kept = new HashSet<long>();
        foreach (var some in found.Select(one => one.Document).Chunk(AtOnce))
        {
            var rows = await db.Set<SearchDocumentRow>().AsNoTracking().Where(row => some.Contains(row.Ordinal)).ToListAsync(cancel);
            kept.UnionWith(rows.Where(row => among.Contains(new Subject(row.SubjectKind, row.SubjectId))).Select(row => row.Ordinal));
        }

        return [.. found.Where(one => kept.Contains(one.Document))];
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
            bodies[document] = SearchPassages.IsTitle(passage) ? body : passage;
        }

        return [.. order.Select(document => (document, bodies[document] == 0 ? (document * SearchPassages.PerDocument) + 1 : bodies[document]))];
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
