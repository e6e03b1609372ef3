using Gongkai.Data.Acts;
using Gongkai.Data.Search;
using Gongkai.Testing.Databases;
using static Gongkai.Data.Tests.SettingActs;

namespace Gongkai.Data.Tests.Search;

public sealed class SearchTests
{
    private static readonly Guid Other = new("0190b1c0-0000-7000-8000-000000000002");

    [Theory]
    [OnSqlite("信息公开", "a,b"), OnPostgres("信息公开", "a,b")]
    [OnSqlite("信 息公 开", "a,b"), OnPostgres("信 息公 开", "a,b")]
    [OnSqlite("條例", "b"), OnPostgres("條例", "b")]
    [OnSqlite("办法 收费", "a"), OnPostgres("办法 收费", "a")]
    [OnSqlite("国办函〔2020〕109号", "a"), OnPostgres("国办函〔2020〕109号", "a")]
    [OnSqlite("ＷＴＯ", "c"), OnPostgres("ＷＴＯ", "c")]
    [OnSqlite("wto", "c"), OnPostgres("wto", "c")]
    [OnSqlite("WT", ""), OnPostgres("WT", "")]
    [OnSqlite("税", "c"), OnPostgres("税", "c")]
    [OnSqlite("则", "c"), OnPostgres("则", "c")]
    [OnSqlite("公开信息", "a"), OnPostgres("公开信息", "a")]
    [OnSqlite("公开处理", ""), OnPostgres("公开处理", "")]
    [OnSqlite("条例为了", ""), OnPostgres("条例为了", "")]
    [OnSqlite("跨行的词", "b"), OnPostgres("跨行的词", "b")]
    [OnSqlite("\U00020000\U00020001", "c"), OnPostgres("\U00020000\U00020001", "c")]
    [OnSqlite("', \" * OR NOT : ( )", ""), OnPostgres("', \" * OR NOT : ( )", "")]
    [OnSqlite("，。", ""), OnPostgres("，。", "")]
    public async Task Finds_what_a_reader_means_by_it(Engine engine, string text, string expected)
    {
        await using var test = await Filled(engine);

        (await test.Find(text)).Hits.Select(hit => hit.Subject.Id).Order(StringComparer.Ordinal)
            .ShouldBe(expected.Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Hits_in_the_title_come_first_then_the_newest(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Put("old", "别的", "说到海洋");
        await test.Put("title", "海洋环境", "无");
        await test.Put("new", "别的", "又说到海洋");

        (await test.Find("海洋")).Hits.Select(hit => hit.Subject.Id).ShouldBe(["title", "new", "old"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_changed_is_found_as_it_is_now_and_what_was_removed_not_at_all(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Put("a", "旧标题", "旧正文");
        await test.Put("a", "新标题", "新正文");
        await test.Put("b", "新标题", "新正文");
        await test.Change(scope => scope.Search.Remove(new Subject("item", "b"), default));

        (await test.Find("旧")).Hits.ShouldBeEmpty();
        (await test.Find("新正文")).Hits.ShouldHaveSingleItem().Subject.Id.ShouldBe("a");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Filters_narrow_by_unit_category_year_and_kind(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Put("a", "通知", "正文", new() { Unit = Bureau, Categories = ["财政/预算", "计划"], Year = 2024 });
        await test.Put("b", "通知", "正文", new() { Unit = Other, Categories = ["计划"], Year = 2025 });

        (await test.FindIds(new("通知") { Unit = Bureau })).ShouldBe(["a"]);
        (await test.FindIds(new("通知") { Category = "财政/预算" })).ShouldBe(["a"]);
        (await test.FindIds(new("通知") { Category = "计划" })).ShouldBe(["b", "a"]);
        (await test.FindIds(new("通知") { Year = 2025 })).ShouldBe(["b"]);
        (await test.FindIds(new("通知") { Kind = "report" })).ShouldBeEmpty();
        (await test.FindIds(new("通知") { Unit = Bureau, Year = 2025 })).ShouldBeEmpty();
        (await test.FindIds(new("通知") { Unit = Bureau, Category = "计划", Year = 2024, Kind = "item" })).ShouldBe(["a"]);
        (await test.FindIds(new("通知") { Category = "计划", Year = 2025 })).ShouldBe(["b"]);
        (await test.FindIds(new("通知") { Unit = Other, Category = "财政/预算" })).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Among_named_normative_documents_nothing_else_is_found(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        var normative = new SearchFacets { Unit = Bureau, Normative = true };
        await test.Put("a", "办法", "正文", normative);
        await test.Put("b", "办法", "正文", normative);
        await test.Put("c", "办法", "正文");

        (await test.FindIds(new("办法") { Among = new HashSet<Subject> { new("item", "a"), new("item", "c") } })).ShouldBe(["a"]);
        (await test.FindIds(new("办法") { Among = new HashSet<Subject>() })).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_facet_is_no_word_that_can_be_searched(Engine engine)
    {
        await using var test = await Filled(engine);

        (await test.Find("public")).Hits.ShouldBeEmpty();
        (await test.Find("title")).Hits.ShouldBeEmpty();
        (await test.Find("y2024")).Hits.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_long_text_is_found_to_its_end_and_shown_where_it_was_found(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        var body = string.Concat(Enumerable.Repeat("这一句话没有别的意思。", 2000)) + "最后提到白鹤滩水电站，到此为止。";
        await test.Put("a", "长文", body);

        var hit = (await test.Find("白鹤滩 水电站")).Hits.ShouldHaveSingleItem();

        hit.Snippet.Marks.ShouldBe([(hit.Snippet.Text.IndexOf("白鹤滩", StringComparison.Ordinal), 6)]);
        hit.Snippet.Text.Length.ShouldBeLessThanOrEqualTo(120);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_count_stops_at_a_thousand_and_says_that_there_are_more(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Change(async scope =>
        {
            for (var n = 0; n < 1010; n++) await scope.Search.Put(Entry($"n{n}", "公告", "内容"), default);
        });

        var results = await test.Find(new SearchRequest("公告") { Page = 50 });

        (results.Count, results.More).ShouldBe((1000, true));
        results.Hits.Length.ShouldBe(20);
        results.Hits[^1].Subject.Id.ShouldBe("n10");
    }

    [Fact]
    public void Highlights_mark_the_source_through_spaces_width_and_variants()
    {
        var marked = SearchHighlights.Mark("《信 息公开條例》第１０条，第100条", SearchQuery.Runs("信息公开条例 10"));

        marked.Marks.Select(mark => marked.Text.Substring(mark.Start, mark.Length)).ShouldBe(["信 息公开條例", "１０"]);
    }

    private static async Task<TestDatabase> Filled(Engine engine)
    {
        var test = await TestDatabase.Create(engine);
        await test.Put("a", "政府信息公开信息处理费管理办法", "国办函〔2020〕109号。收费按件、按量。");
        await test.Put("b", "政府信息公开条例", "为了保障公民依法获取政府信息，跨\n行的词也要找到。");
        await test.Put("c", "WTO 规则", "与税有关的规则 \U00020000\U00020001");
        return test;
    }

    private static SearchEntry Entry(string id, string title, string body, SearchFacets? facets = null) => new(
        new Subject("item", id), title, body, facets ?? new SearchFacets { Unit = Bureau, Year = 2024 });
}
