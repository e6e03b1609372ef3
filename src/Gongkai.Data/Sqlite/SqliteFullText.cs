using Gongkai.Data.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.Data.Sqlite;

/// <summary>SQLite 的全文索引 FTS5：不存原文（contentless），切词器 ascii 只按空格分开已经切好的词片。</summary>
internal sealed class SqliteFullText(GongkaiDbContext db) : IFullTextEngine
{
    private Dictionary<long, ulong>? _stored;

    public Task Add(long passage, IEnumerable<string> tokens, IEnumerable<string> facets, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"INSERT INTO search_index (rowid, tokens, facets) VALUES ({passage}, {string.Join(' ', tokens)}, {string.Join(' ', facets)})", cancel);

    public Task Remove(long first, long last, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"DELETE FROM search_index WHERE rowid BETWEEN {first} AND {last}", cancel);

    public Task<List<long>> Find(IReadOnlyList<SearchTerm> terms, IEnumerable<string> facets, int limit, CancellationToken cancel)
    {
        var conditions = terms.Select(Condition).Concat(facets.Select(facet => $"facets : \"{facet}\""));
        var match = string.Join(" AND ", conditions);
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
        command.CommandText = "SELECT doc, term, col, offset FROM temp.search_instances";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var passage = reader.GetInt64(0);
            sums[passage] = unchecked(sums.GetValueOrDefault(passage) + Instance(reader.GetString(1), reader.GetString(2) == "facets", reader.GetInt64(3)));
        }

        return sums;
    }

    private static ulong Sum(IndexedPassage passage)
    {
        var sum = 0UL;
        for (var at = 0; at < passage.Tokens.Count; at++) sum = unchecked(sum + Instance(passage.Tokens[at], isFacet: false, at));
        for (var at = 0; at < passage.Facets.Count; at++) sum = unchecked(sum + Instance(passage.Facets[at], isFacet: true, at));
        return sum;
    }

    private static ulong Instance(string term, bool isFacet, long offset) => unchecked((((ulong)(uint)term.GetHashCode(StringComparison.Ordinal) << 32) | (uint)HashCode.Combine(offset, isFacet)) * 0x9E3779B97F4A7C15UL);

    private static string Condition(SearchTerm term) =>
        $"tokens : \"{string.Join(' ', term.Tokens)}\"{(term.IsPrefix ? " *" : "")}";
}
