using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Queries.Publication;
using Gongkai.Data.Search;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Review;
using Gongkai.Services.Publication;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Publication;

/// <summary>先审查、后公开：办完三审三校才看得见，看得见的随时可以撤下，未公开的哪里也找不到。</summary>
public sealed class PublishingTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task An_item_passes_three_reviews_is_published_and_is_found(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);

        await office.Publish();

        var entry = (await office.Publication.Catalogue.List(new PublicItemFilter(), 1, None)).Entries.ShouldHaveSingleItem();
        entry.IndexNumber.ShouldBe($"{InventedCity.CultureCode}/{city.Today.Year}-00001");
        var found = (await office.Publication.Catalogue.Search(new SearchRequest("文化场馆"), None)).Items.ShouldHaveSingleItem();
        found.Entry.ShortId.ShouldBe(entry.ShortId);
        var item = (await office.Publication.Catalogue.Find(entry.ShortId, None))!;
        item.Draft.Content.Html.ShouldBe("<p>全市公共文化场馆自今日起免费开放。</p>");
        item.Changes.ShouldHaveSingleItem().Action.ShouldBe(ReviewAction.Publish);
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_is_seen_by_the_public_before_it_is_published_or_after_it_is_withdrawn(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var item = await office.Draft();
        var shortId = Gongkai.Data.Mapping.Publication.ShortItemId.Of(item.Value);
        await NothingIsSeen(office, shortId);
        await office.Approve(item);
        await NothingIsSeen(office, shortId);
        InventedCity.Done(await office.Do(office.Holder(Role.DisclosureOfficeHead), item, ReviewAction.Publish, request => request with { Channels = [Channel.Website] }));
        (await office.Publication.Catalogue.Find(shortId, None)).ShouldNotBeNull();

        InventedCity.Done(await office.Do(office.Holder(Role.SecrecyReviewer), item, ReviewAction.Withdraw, request => request with { Text = "内容有误" }));

        await NothingIsSeen(office, shortId);
        (await office.Publication.Catalogue.FindWithdrawn(shortId, None))!.Note.ShouldBe("内容有误");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_correction_replaces_what_is_seen_only_when_it_is_published_and_keeps_the_index_number(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var item = await office.Publish();
        var before = (await office.Publication.Catalogue.List(new PublicItemFilter(), 1, None)).Entries[0];
        InventedCity.Done(await office.Do(office.Holder(Role.Handler), item, ReviewAction.Revise, request => request with { Text = "日期写错" }));
        InventedCity.Done(await office.Publication.Drafts.Save(office.Holder(Role.Handler), item, await office.VersionOf(item), office.Complete(html: "<p>自明日起免费开放。</p>"), null, None));
        await office.Approve(item);
        (await office.Publication.Catalogue.Find(before.ShortId, None))!.Draft.Content.Paragraphs[0].ShouldContain("自今日起");

        InventedCity.Done(await office.Do(office.Holder(Role.DisclosureOfficeHead), item, ReviewAction.Publish, request => request with { Text = "更正开放日期", Channels = [Channel.Website] }));

        var after = (await office.Publication.Catalogue.Find(before.ShortId, None))!;
        after.Entry.IndexNumber.ShouldBe(before.IndexNumber);
        after.Draft.Content.Paragraphs[0].ShouldContain("自明日起");
        after.Changes[^1].Note.ShouldBe("更正开放日期");
        (await office.Publication.Catalogue.Search(new SearchRequest("自今日起"), None)).Items.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_timed_item_appears_at_its_time_and_not_before(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var item = await office.Draft();
        await office.Approve(item);
        var at = city.Clock.GetUtcNow().AddHours(2);
        InventedCity.Done(await office.Do(office.Holder(Role.DisclosureOfficeHead), item, ReviewAction.Schedule, request => request with { ScheduledFor = at, Channels = [Channel.Website] }));

        (await office.Publication.Timed.PublishDue(None)).ShouldBeEmpty();
        (await office.Publication.Catalogue.List(new PublicItemFilter(), 1, None)).Count.ShouldBe(0);
        city.Clock.Advance(TimeSpan.FromHours(3));
        (await office.Publication.Timed.PublishDue(None)).ShouldBeEmpty();

        (await office.Publication.Catalogue.List(new PublicItemFilter(), 1, None)).Count.ShouldBe(1);
        (await office.Publication.Timed.PublishDue(None)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_acts_out_of_role_or_on_two_neighbouring_steps(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var item = await office.Draft();
        InventedCity.Done(await office.Do(office.Holder(Role.Handler), item, ReviewAction.Submit));

        (await office.Do(office.Holder(Role.Handler), item, ReviewAction.Pass)).Refusal!.Reason.ShouldContain("科室负责人");
        (await office.Do(office.Holder(Role.OfficeHead), item, ReviewAction.Publish)).Succeeded.ShouldBeFalse();
        await city.Appoint(office.Holder(Role.OfficeHead), Role.Proofreader, office.Unit);
        InventedCity.Done(await office.Do(office.Holder(Role.OfficeHead), item, ReviewAction.Pass));
        (await office.Do(office.Holder(Role.OfficeHead), item, ReviewAction.Pass)).Refusal!.Reason.ShouldContain("相邻");
        (await office.Do(city.Administrator, item, ReviewAction.Pass)).Succeeded.ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Personal_data_in_the_text_stops_the_secrecy_review(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var item = await office.Draft(office.Complete(html: "<p>联系人证件号11010519491231002X。</p>"));
        InventedCity.Done(await office.Do(office.Holder(Role.Handler), item, ReviewAction.Submit));
        foreach (var by in (Gongkai.Organisations.People.PersonId[])[office.Holder(Role.OfficeHead), office.Holder(Role.Proofreader), office.Holder(Role.DeputyLeader), office.SecondProofreader])
            InventedCity.Done(await office.Do(by, item, ReviewAction.Pass));

        var refused = await office.Do(office.Holder(Role.SecrecyReviewer), item, ReviewAction.Pass);

        refused.Refusal!.Reason.ShouldContain("正文第1段");
        refused.Refusal.Reason.ShouldNotContain("11010519491231002X");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_double_click_publishes_once_and_a_stale_page_is_told_both_versions(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var item = await office.Draft();
        var seen = await office.VersionOf(item);
        var request = new ReviewRequest(item, seen, ReviewAction.Submit);

        var key = new CommandKey("按钮", request);
        var first = await office.Publication.Reviews.Do(office.Holder(Role.Handler), request, key, None);
        var again = await office.Publication.Reviews.Do(office.Holder(Role.Handler), request, key, None);
        var stale = await office.Publication.Drafts.Save(office.Holder(Role.Handler), item, seen, office.Complete("另一个名称"), null, None);

        InventedCity.Done(again).ShouldBe(InventedCity.Done(first));
        stale.Refusal.ShouldBeOfType<StaleRefusal>().Theirs.ShouldBe(seen + 1);
        await using var db = city.Database.CreateContext();
        (await db.Items.Include(row => row.Events).SingleAsync()).Events.Count.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_columns_of_the_list_can_be_recomputed_from_the_events(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var item = await office.Publish();

        await using var db = city.Database.CreateContext();
        var row = (await ItemQueries.Row(db, item, None))!;
        var stored = db.Entry(row).CurrentValues.Clone();
        row.Take(row.ToItem());

        foreach (var property in stored.Properties) db.Entry(row).CurrentValues[property].ShouldBe(stored[property], property.Name);
    }

    private static async Task NothingIsSeen(InventedOffice office, string shortId)
    {
        var catalogue = office.Publication.Catalogue;
        (await catalogue.Find(shortId, None)).ShouldBeNull();
        (await catalogue.List(new PublicItemFilter(), 1, None)).Count.ShouldBe(0);
        (await catalogue.Counts(None)).ByCategory(new PublicItemFilter()).ShouldBeEmpty();
        (await catalogue.Search(new SearchRequest("文化场馆"), None)).Count.ShouldBe(0);
    }
}
