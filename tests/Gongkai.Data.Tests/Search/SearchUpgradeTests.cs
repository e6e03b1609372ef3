using Gongkai.Data.Acts;
using Gongkai.Data.Keys;
using Gongkai.Data.Search;
using Gongkai.Data.Upgrading;
using Gongkai.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Data.Tests.SettingActs;

namespace Gongkai.Data.Tests.Search;

/// <summary>检索索引换了样子的升级：旧库里的各件，升级之后照样查得到，索引核对得过。</summary>
public sealed class SearchUpgradeTests
{
    private const int BeforeTheChange = 9;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_filled_index_of_the_former_shape_is_made_anew_and_agrees(Engine engine)
    {
        await using var test = await TestDatabase.CreateEmpty(engine);
        KeyFile.Create(test.Settings.KeyPath);
        await SchemaUpgrade.Apply(test.Settings, test.Clock, (_, _) => Task.CompletedTask, default, upTo: BeforeTheChange);
        await FillAsBefore(test.Settings);

        using (var upgraded = (await DatabaseOpening.Open(test.Settings, test.Clock, default)).Value) await Check(upgraded);
        // 重建到一半停下的：下次打开再做一遍。
        await Run(test.Settings, "DELETE FROM search_index");
        using var again = (await DatabaseOpening.Open(test.Settings, test.Clock, default)).Value;
        await Check(again);
    }

    private static async Task Check(Database database)
    {
        await using var db = database.CreateContext();
        (await Ids(db, new("海洋"))).ShouldBe(["2", "1"]);
        (await Ids(db, new("海洋") { Unit = Bureau, Year = 2024 })).ShouldBe(["1"]);
        (await Ids(db, new("公报 说到"))).ShouldBe(["1"]);
        (await database.VerifySearch(_ => Expected(), default)).ShouldBeEmpty();
    }

    private static async Task<IEnumerable<string>> Ids(GongkaiDbContext db, SearchRequest request) => (await db.Search(request, default)).Hits.Select(hit => hit.Subject.Id);

    private static async IAsyncEnumerable<IReadOnlyList<ExpectedEntry>> Expected()
    {
        await Task.CompletedTask;
        yield return
        [
            Of(new SearchEntry(new Subject("item", "1"), "公报", "说到海洋", new SearchFacets { Unit = Bureau, Year = 2024, Categories = ["20-1"] })),
            Of(new SearchEntry(new Subject("normative", "2"), "海洋管理办法", "", new SearchFacets { Unit = Bureau, Year = 2023, Normative = true })),
        ];

        static ExpectedEntry Of(SearchEntry entry) => new(entry.Subject, entry);
    }

    // 第 9 版的程序写下的样子：筛选项里有 staff、public，没有正文的没有正文的段。
    private static async Task FillAsBefore(DataSettings settings)
    {
        var (item, normative) = (FacetsBefore("item", 2024, ["20-1"]), FacetsBefore("normative", 2023, []));
        await Run(settings, $"INSERT INTO search_document (ordinal, subject_kind, subject_id, title, facets) VALUES (1, 'item', '1', '公报', '{item}'), (2, 'normative', '2', '海洋管理办法', '{normative}')");
        await Run(settings, "INSERT INTO search_passage (id, document, text) VALUES (1024, 1, '公报'), (1025, 1, '说到海洋'), (2048, 2, '海洋管理办法')");
        await Run(settings, settings.Engine == Engine.Sqlite
            ? $"INSERT INTO search_index (rowid, tokens, facets) VALUES (1024, '公报 报', 'title {item}'), (1025, '公报 报 说到 到海 海洋 洋', '{item}'), (2048, '海洋 洋管', 'title {normative}')"
            : "INSERT INTO search_index (passage, tokens) VALUES (1024, '公报:1 =public'), (1025, '海洋:1 =public'), (2048, '海洋:1 =public')");
    }

    private static string FacetsBefore(string kind, int year, string[] categories)
    {
        var now = SearchFacetTokens.Of(new SearchEntry(new Subject(kind, ""), "", "", new SearchFacets { Unit = Bureau, Year = year, Categories = [.. categories] })).Split(' ');
        return string.Join(' ', now.Take(2).Concat(["staff", "public"]).Concat(now.Skip(2)));
    }

    private static async Task Run(DataSettings settings, string statement)
    {
        await using var db = new GongkaiDbContext(Database.OptionsFor(settings));
        await db.Database.ExecuteSqlRawAsync(statement);
    }
}
