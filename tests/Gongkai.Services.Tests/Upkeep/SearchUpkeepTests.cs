using Gongkai.Data;
using Gongkai.Data.Search;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Review;
using Gongkai.Services.Publication;
using Gongkai.Services.Publication.Normative;
using Gongkai.Services.Upkeep;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Upkeep;

/// <summary><c>db verify</c> 核对检索索引：公开的都查得到，撤下的查不到，动过手脚的说得出是哪一条。</summary>
public sealed class SearchUpkeepTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task The_index_agrees_with_what_was_published_corrected_and_withdrawn_until_somebody_meddles(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var kept = await office.Publish();
        var withdrawn = await office.Publish();
        InventedCity.Done(await office.Do(office.Holder(Role.SecrecyReviewer), withdrawn, ReviewAction.Withdraw, request => request with { Text = "有误" }));
        (await DataUpkeep.VerifySearch(city.Database, None)).ShouldBeEmpty();

        await Run(city, "UPDATE search_document SET title = title || '改'");
        var changed = await DataUpkeep.VerifySearch(city.Database, None);
        changed.Select(fault => (fault.Subject.Id, fault.Message)).ShouldContain((kept.Value.ToString("D"), "检索里的文字与公开的一版不一样。"));
        await Run(city, "UPDATE search_document SET title = substr(title, 1, length(title) - 1)");

        await Run(city, engine == Engine.Sqlite ? "DELETE FROM search_index WHERE rowid % 1024 = 1" : "DELETE FROM search_index WHERE passage % 1024 = 1");
        (await DataUpkeep.VerifySearch(city.Database, None)).Select(fault => fault.Message).ShouldBe(["第 1 段的词片不在全文索引里，或者不对。", "全文索引有 1 段，应有 2 段。"]);

        await Run(city, "UPDATE search_document SET subject_id = 'nobody'");
        (await DataUpkeep.VerifySearch(city.Database, None)).Select(fault => fault.Message).ShouldBe(
            ["公开着，检索里却没有。", "已经不公开，检索里却还有。", "第 1 段的词片不在全文索引里，或者不对。", "全文索引有 1 段，应有 2 段。"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_registered_as_normative_is_found_by_its_validity_today_and_no_longer_once_the_register_is_corrected(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var item = await office.Publish();
        var id = await office.Register(office.Facts(1, new(2020, 5, 6), item));
        await office.Register(office.Facts(2, new(2021, 5, 6), expires: new(2022, 5, 5)));

        (await Found(office, "文化场馆", LibraryValidity.InForce)).ShouldBe([FoundKind.Item]);
        (await Found(office, "文化场馆", LibraryValidity.Expired)).ShouldBe([FoundKind.Normative]);
        (await Found(office, "文化场馆", LibraryValidity.Repealed)).ShouldBeEmpty();
        (await Found(office, "文化场馆", null)).Count().ShouldBe(2);
        (await DataUpkeep.VerifySearch(city.Database, None)).ShouldBeEmpty();

        InventedCity.Done(await office.Publication.Normative.Correct(office.Holder(Role.LegalReviewer), id, 1, office.Facts(1, new(2020, 5, 6)) with { PublishedOn = null }, "登记错了", null, None));

        (await Found(office, "文化场馆", LibraryValidity.InForce)).ShouldBeEmpty();
        (await DataUpkeep.VerifySearch(city.Database, None)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_finds_nothing_is_told_of_what_is_near_and_never_of_what_was_withdrawn(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var item = await office.Publish();
        var search = office.Publication.Search;
        const string asked = "文化场馆 没有的词";

        (await search.Find(new SearchRequest(asked), None)).Count.ShouldBe(0);
        (await search.Near(asked, None)).ShouldHaveSingleItem().Kind.ShouldBe(FoundKind.Item);
        (await search.Near("文化场错", None)).ShouldHaveSingleItem();
        (await search.Near("", None)).ShouldBeEmpty();

        InventedCity.Done(await office.Do(office.Holder(Role.SecrecyReviewer), item, ReviewAction.Withdraw, request => request with { Text = "有误" }));
        (await search.Near(asked, None)).ShouldBeEmpty();
    }

    private static async Task<IEnumerable<FoundKind>> Found(InventedOffice office, string text, LibraryValidity? validity)
    {
        var search = office.Publication.Search;
        return (await search.Find(await search.Within(new SearchRequest(text), validity, None), None)).Entries.Select(entry => entry.Kind);
    }

    private static async Task Run(InventedCity city, string statement)
    {
        await using var db = city.Database.CreateContext();
        await db.Database.ExecuteSqlRawAsync(statement);
    }
}
