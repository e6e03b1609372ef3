using Gongkai.Data.Search;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Sqlite;

/// <summary>SQLite 的全文索引 FTS5：不存原文（contentless），切词器 ascii 只按空格分开已经切好的词片。</summary>
internal sealed class SqliteFullText(GongkaiDbContext db) : IFullTextEngine
{
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

    private static string Condition(SearchTerm term) =>
        $"tokens : \"{string.Join(' ', term.Tokens)}\"{(term.IsPrefix ? " *" : "")}";
}
