using System.Text;
using Gongkai.Data.Search;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Postgres;

/// <summary>PostgreSQL 的全文索引：词片与位置写成 tsvector，不用它自己的切词；筛选的词片前面加等号，与正文的分开。</summary>
internal sealed class PostgresFullText(GongkaiDbContext db) : IFullTextEngine
{
    // tsvector 一个词片至多记 256 个位置。
    private const int MostPositions = 256;

    // 不超过这么多段的，取来自己排；再多的，从新到旧逐段看。
    private const int Few = 5000;

    public Task Add(long passage, IEnumerable<string> tokens, IEnumerable<string> facets, CancellationToken cancel)
    {
        var vector = Vector(tokens, facets);
        return db.Database.ExecuteSqlAsync($"INSERT INTO search_index (passage, tokens) VALUES ({passage}, {vector}::tsvector)", cancel);
    }

    public Task Remove(long first, long last, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"DELETE FROM search_index WHERE passage BETWEEN {first} AND {last}", cancel);

    public async Task<List<long>> Find(IReadOnlyList<SearchTerm> terms, IEnumerable<string> facets, int limit, CancellationToken cancel)
    {
        var conditions = terms.Select(Condition).Concat(facets.Select(facet => $"'={facet}'"));
        var query = string.Join(" & ", conditions);
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        var few = await FromIndex(query, cancel);
        if (few.Count > Few) return await Newest(query, limit, cancel);
        return [.. few.OrderDescending().Take(limit)];
    }

    public async Task<HashSet<long>> Differing(IReadOnlyList<IndexedPassage> passages, CancellationToken cancel)
    {
        var (ids, vectors) = (passages.Select(passage => passage.Id).ToArray(), passages.Select(passage => Vector(passage.Tokens, passage.Facets)).ToArray());
        var differing = await db.Database.SqlQuery<long>(
            $"""
            SELECT expected.id AS "Value" FROM unnest({ids}, {vectors}) AS expected(id, vector)
            LEFT JOIN search_index ON search_index.passage = expected.id
            WHERE search_index.tokens IS DISTINCT FROM expected.vector::tsvector
            """).ToListAsync(cancel);
        return [.. differing];
    }

    public Task<long> Count(CancellationToken cancel) => db.Database.SqlQuery<long>($"SELECT count(*) AS \"Value\" FROM search_index").SingleAsync(cancel);

    // PostgreSQL 估不准一个词有多少：少的词若从新到旧逐段看，要看遍全部。所以先问索引，到数为止。
    private async Task<List<long>> FromIndex(string query, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlRawAsync("SET LOCAL enable_seqscan = off", cancel);
        var found = await db.Database.SqlQuery<long>(
            $"SELECT passage AS \"Value\" FROM search_index WHERE tokens @@ {query}::tsquery LIMIT {Few + 1}").ToListAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("SET LOCAL enable_seqscan TO DEFAULT", cancel);
        return found;
    }

    // 多的词反过来：从新到旧逐段看，看不了几段就够数。
    private async Task<List<long>> Newest(string query, int limit, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlRawAsync("SET LOCAL enable_bitmapscan = off; SET LOCAL enable_seqscan = off", cancel);
        var found = await db.Database.SqlQuery<long>(
            $"SELECT passage AS \"Value\" FROM search_index WHERE tokens @@ {query}::tsquery ORDER BY passage DESC LIMIT {limit}").ToListAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("SET LOCAL enable_bitmapscan TO DEFAULT; SET LOCAL enable_seqscan TO DEFAULT", cancel);
        return found;
    }

    private static string Condition(SearchTerm term) => term.IsPrefix
        ? $"'{term.Tokens[0]}':*"
        : $"({string.Join(" <-> ", term.Tokens.Select(token => $"'{token}'"))})";

    internal static string Vector(IEnumerable<string> tokens, IEnumerable<string> facets)
    {
        var positions = new Dictionary<string, List<int>>();
        var position = 0;
        foreach (var token in tokens)
        {
            position++;
            if (!positions.TryGetValue(token, out var list)) positions.Add(token, list = []);
            if (list.Count < MostPositions) list.Add(position);
        }

        var text = new StringBuilder();
        foreach (var (token, list) in positions) text.Append('\'').Append(token).Append("':").AppendJoin(',', list).Append(' ');
        foreach (var facet in facets) text.Append("'=").Append(facet).Append("' ");
        return text.ToString();
    }
}
