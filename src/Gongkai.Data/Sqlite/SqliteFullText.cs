using Gongkai.Data.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.Data.Sqlite;

/// <summary>SQLite 的全文索引 FTS5：不存原文（contentless），切词器 ascii 只按空格分开已经切好的词片。</summary>
internal sealed class SqliteFullText(GongkaiDbContext db) : IFullTextEngine
{
    private Dictionary<long, ulong>? _stored;

    public Task Add(IndexedPassage passage, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"INSERT INTO search_index (rowid, tokens) VALUES ({passage.Id}, {Text(passage)})", cancel);

    public async Task Fill(IAsyncEnumerable<IndexedPassage> passages, CancellationToken cancel)
    {
        await using var insert = db.Database.GetDbConnection().CreateCommand();
        insert.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        insert.CommandText = "INSERT INTO search_index (rowid, tokens) VALUES ($passage, $tokens)";
        var (id, tokens) = (insert.CreateParameter(), insert.CreateParameter());
        (id.ParameterName, tokens.ParameterName) = ("$passage", "$tokens");
        insert.Parameters.AddRange(new[] { id, tokens });
        await foreach (var passage in passages.WithCancellation(cancel))
        {
            (id.Value, tokens.Value) = (passage.Id, Text(passage));
            await insert.ExecuteNonQueryAsync(cancel);
        }

        // 一段一段放进去的分在许多处，并到一处，查起来快。
        await db.Database.ExecuteSqlRawAsync("INSERT INTO search_index (search_index) VALUES ('optimize')", cancel);
    }

    public Task Remove(long first, long last, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"DELETE FROM search_index WHERE rowid BETWEEN {first} AND {last}", cancel);

    public Task<List<long>> Find(SearchConditions conditions, int limit, CancellationToken cancel)
    {
        var match = string.Join(" AND ", conditions.Terms.Select(Condition).Concat(conditions.Facets.Select(facet => $"\"{facet}\"")));
        return db.Database.SqlQuery<long>($"SELECT rowid AS Value FROM search_index WHERE search_index MATCH {match} ORDER BY rowid DESC LIMIT {limit}")
            .ToListAsync(cancel);
    }

    public async Task<HashSet<long>> Differing(IReadOnlyList<IndexedPassage> passages, CancellationToken cancel)
    {
        _stored ??= await Stored(cancel);
        return [.. passages.Where(passage => _stored.GetValueOrDefault(passage.Id) != Sum(passage)).Select(passage => passage.Id)];
    }

    public Task<long> Count(CancellationToken cancel) => db.Database.SqlQuery<long>($"SELECT count(*) AS Value FROM search_index").SingleAsync(cancel);

    // 索引里存的只有“词片—段—位置”：整个走一遍，一段一段地加成一个和，与应有的和比。
    private async Task<Dictionary<long, ulong>> Stored(CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_instances USING fts5vocab(main, search_index, instance)", cancel);
        var sums = new Dictionary<long, ulong>();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = "SELECT doc, term, offset FROM temp.search_instances";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var passage = reader.GetInt64(0);
            sums[passage] = unchecked(sums.GetValueOrDefault(passage) + Instance(reader.GetString(1), reader.GetInt64(2)));
        }

        return sums;
    }

    private static ulong Sum(IndexedPassage passage)
    {
        var sum = 0UL;
        var at = 0;
        foreach (var token in passage.Tokens.Concat(passage.Facets)) sum = unchecked(sum + Instance(token, at++));
        return sum;
    }

    private static ulong Instance(string term, long offset) => unchecked((((ulong)(uint)term.GetHashCode(StringComparison.Ordinal) << 32) | (uint)offset.GetHashCode()) * 0x9E3779B97F4A7C15UL);

    // 筛选的词片接在最后。
    private static string Text(IndexedPassage passage) => string.Join(' ', passage.Tokens.Concat(passage.Facets));

    private static string Condition(SearchTerm term) => $"\"{string.Join(' ', term.Tokens)}\"{(term.IsPrefix ? " *" : "")}";
}
