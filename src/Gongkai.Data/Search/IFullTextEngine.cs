using Gongkai.Data.Postgres;
using Gongkai.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Search;

/// <summary>全文索引：词片由程序切好，引擎只管存和找。</summary>
internal interface IFullTextEngine
{
    Task Add(IndexedPassage passage, CancellationToken cancel);

    /// <summary>往空的索引里放进许多段，比一段一段地放快得多；在当前的事务里。</summary>
    Task Fill(IAsyncEnumerable<IndexedPassage> passages, CancellationToken cancel);

    /// <summary>删去从 <paramref name="first"/> 到 <paramref name="last"/>（含）的各段。</summary>
    Task Remove(long first, long last, CancellationToken cancel);

    /// <summary>合乎各条件的段号，后收的在前，至多 <paramref name="limit"/> 个。</summary>
    Task<List<long>> Find(SearchConditions conditions, int limit, CancellationToken cancel);

    /// <summary>索引里没有、或者词片不同的各段的段号。</summary>
    Task<HashSet<long>> Differing(IReadOnlyList<IndexedPassage> passages, CancellationToken cancel);

    /// <summary>索引里一共几段。</summary>
    Task<long> Count(CancellationToken cancel);
}

internal static class FullTextEngines
{
    public static IFullTextEngine For(GongkaiDbContext db) =>
        db.Database.IsSqlite() ? new SqliteFullText(db) : new PostgresFullText(db);
}
