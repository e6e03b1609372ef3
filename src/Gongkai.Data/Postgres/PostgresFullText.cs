using Gongkai.Data.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Gongkai.Data.Postgres;

/// <summary>
/// PostgreSQL 的全文索引：词片与位置写成 tsvector，不用它自己的切词。GIN 找得快，却不分先后，
/// 所以从新到旧一截一截地找（<see cref="PassageBlocks"/>），够数就停。
/// </summary>
internal sealed class PostgresFullText(GongkaiDbContext db) : IFullTextEngine
{
    // 只许走 GIN：它估不准一个词有多少，会去逐段看遍全部。
    private const string Prepare =
        "SET LOCAL enable_seqscan = off; SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0; SELECT max(passage) FROM search_index";

    private const string Index = "CREATE INDEX ix_search_index_tokens ON search_index USING gin (tokens) WITH (fastupdate = off)";

    // 下一截照已经看过的疏密估，多看一成：差一点的不必再找一次。
    private const double Margin = 1.1;

    public Task Add(IndexedPassage passage, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"INSERT INTO search_index (passage, tokens) VALUES ({passage.Id}, {SearchVector.Of(passage)}::tsvector)", cancel);

    public async Task Fill(IAsyncEnumerable<IndexedPassage> passages, CancellationToken cancel)
    {
        // 先放、后建索引：逐段改 GIN 要慢几十倍。
        await db.Database.ExecuteSqlRawAsync("DROP INDEX ix_search_index_tokens", cancel);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using (var copy = await connection.BeginTextImportAsync("COPY search_index (passage, tokens) FROM STDIN", cancel))
            await foreach (var passage in passages.WithCancellation(cancel))
                await copy.WriteAsync($"{passage.Id}\t{SearchVector.Of(passage)}\n".AsMemory(), cancel);
        await db.Database.ExecuteSqlRawAsync($"SET LOCAL maintenance_work_mem = '256MB'; {Index}", cancel);
    }

    public Task Remove(long first, long last, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"DELETE FROM search_index WHERE passage BETWEEN {first} AND {last}", cancel);

    public async Task<List<long>> Find(SearchConditions conditions, int limit, CancellationToken cancel)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        if (await Scalar(Prepare, cancel) is not long newest) return [];
        var end = (newest / SearchPassages.PerDocument) + 1;
        var (found, from, wanted) = (new List<long>(), end, (double)limit);
        while (found.Count < limit)
        {
            // 看到头也不够的：不分块，一次全找来。
            if (wanted >= from) return Newest(await Find(SearchVector.Query(conditions, []), cancel), limit);
            var until = from;
            from = PassageBlocks.Start(from - (long)wanted);
            found.AddRange(await Find(SearchVector.Query(conditions, [.. PassageBlocks.Between(from, until, conditions.InTitle)]), cancel));
            wanted = found.Count == 0 ? double.PositiveInfinity : 1 + ((end - from) * Margin * (limit - found.Count) / found.Count);
        }

        return Newest(found, limit);
    }

    public async Task<HashSet<long>> Differing(IReadOnlyList<IndexedPassage> passages, CancellationToken cancel)
    {
        var (ids, vectors) = (passages.Select(passage => passage.Id).ToArray(), passages.Select(SearchVector.Of).ToArray());
        var differing = await db.Database.SqlQuery<long>(
            $"""
            SELECT expected.id AS "Value" FROM unnest({ids}, {vectors}) AS expected(id, vector)
            LEFT JOIN search_index ON search_index.passage = expected.id
            WHERE search_index.tokens IS DISTINCT FROM expected.vector::tsvector
            """).ToListAsync(cancel);
        return [.. differing];
    }

    public Task<long> Count(CancellationToken cancel) => db.Database.SqlQuery<long>($"SELECT count(*) AS \"Value\" FROM search_index").SingleAsync(cancel);

    private static List<long> Newest(List<long> passages, int limit) => [.. passages.OrderDescending().Take(limit)];

    private async Task<List<long>> Find(string query, CancellationToken cancel)
    {
        await using var command = Command("SELECT passage FROM search_index WHERE tokens @@ @query::tsquery");
        command.Parameters.AddWithValue("query", query);
        var found = new List<long>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) found.Add(reader.GetInt64(0));
        return found;
    }

    private async Task<object?> Scalar(string statement, CancellationToken cancel)
    {
        await using var command = Command(statement);
        return await command.ExecuteScalarAsync(cancel);
    }

    private NpgsqlCommand Command(string statement) =>
        new(statement, (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
}
