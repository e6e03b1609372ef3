using System.Collections.Immutable;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Search;
using Gongkai.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Data.Tests.SettingActs;

namespace Gongkai.Data.Tests.Search;

/// <summary>往检索里放、从检索里查。</summary>
internal static class Indexing
{
    public static Task Put(this TestDatabase test, string id, string title, string body, SearchFacets? facets = null) =>
        test.Put([new SearchEntry(new Subject("item", id), title, body, facets ?? new SearchFacets { Unit = Bureau, Year = 2024 })]);

    public static Task Put(this TestDatabase test, IEnumerable<SearchEntry> entries) => test.Change(async scope =>
    {
        foreach (var entry in entries) await scope.Search.Put(entry, default);
    });

    public static async Task Change(this TestDatabase test, Func<ActScope, Task> work) =>
        (await test.Database.Acts.Perform<int>(
            new Act("item.publish", Clerk, new ChainId(Bureau)),
            async scope =>
            {
                await work(scope);
                scope.Record(new Subject("item", "x"));
                return 1;
            },
            CancellationToken.None)).Succeeded.ShouldBeTrue();

    public static Task<SearchResults> Find(this TestDatabase test, string text) => test.Find(new SearchRequest(text));

    public static async Task<ImmutableArray<string>> FindIds(this TestDatabase test, SearchRequest request) =>
        [.. (await test.Find(request)).Hits.Select(hit => hit.Subject.Id)];

    public static async Task<SearchResults> Find(this TestDatabase test, SearchRequest request)
    {
        await using var db = test.Database.CreateContext();
        return await db.Search(request, CancellationToken.None);
    }

    /// <summary>下一件收下的编号从这个数起，好像从前收过那么多。</summary>
    public static async Task NextOrdinal(this TestDatabase test, long ordinal)
    {
        await using var db = test.Database.CreateContext();
        await db.Database.ExecuteSqlRawAsync(test.Settings.Engine == Engine.Sqlite
            ? $"DELETE FROM sqlite_sequence WHERE name = 'search_document'; INSERT INTO sqlite_sequence (name, seq) VALUES ('search_document', {ordinal - 1})"
            : $"ALTER TABLE search_document ALTER COLUMN ordinal RESTART WITH {ordinal}");
    }
}
