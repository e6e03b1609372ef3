using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Guide;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.Publication;

/// <summary>指南与制度：写了不等于发布，发布的人不是写的人，从前的各版仍在。</summary>
public sealed class StandingPageServiceTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_guide_is_seen_once_another_person_published_it_and_its_older_versions_stay(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var (pages, shown) = (office.Publication.Pages, office.Publication.PublicPages);
        var saved = InventedCity.Done(await pages.Save(office.Holder(Role.DisclosureOfficeHead), office.Unit, null, InventedRegisters.GuideTexts(), 0, null, None));
        (await shown.Guide(office.Unit, None)).ShouldBeNull();
        (await pages.Publish(office.Holder(Role.Handler), office.Unit, null, saved, null, null, None)).Refusal!.Reason.ShouldContain("公开机构负责人");
        (await pages.Publish(office.Holder(Role.DisclosureOfficeHead), office.Unit, null, saved, null, null, None)).Refusal!.Reason.ShouldBe("这一版是您写的，要由别人审查发布。");

        var second = InventedCity.Done(await pages.Save(office.Holder(Role.Handler), office.Unit, null, InventedRegisters.GuideTexts("<p>网上查阅。<script>alert(1)</script></p>"), saved, null, None));
        var published = InventedCity.Done(await pages.Publish(office.Holder(Role.DisclosureOfficeHead), office.Unit, null, second, null, null, None));
        await office.PublishGuide(published, "到市图书馆查阅。");

        var guide = (await shown.Guide(office.Unit, None))!;
        guide.Editions.Select(edition => edition.Number).ShouldBe([2, 3]);
        guide.Find(2)!.TextOf("access").ShouldBe("<p>网上查阅。</p>");
        guide.Current.TextOf("access").ShouldBe("<p>到市图书馆查阅。</p>");
        guide.Find(1).ShouldBeNull("没有发布过的一版，谁也看不到。");
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_guide_that_lacks_a_part_or_tells_a_secret_is_not_published(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var pages = office.Publication.Pages;
        var saved = InventedCity.Done(await pages.Save(office.Holder(Role.Handler), office.Unit, null, [.. InventedRegisters.GuideTexts().Where(text => text.Code != "fax")], 0, null, None));

        var lacking = (await pages.Publish(office.Holder(Role.DisclosureOfficeHead), office.Unit, null, saved, null, null, None)).Refusal!;
        saved = InventedCity.Done(await pages.Save(office.Holder(Role.Handler), office.Unit, null, InventedRegisters.GuideTexts("找证件号11010519491231002X的同志。"), saved, null, None));
        var telling = (await pages.Publish(office.Holder(Role.DisclosureOfficeHead), office.Unit, null, saved, null, null, None)).Refusal!;

        lacking.Reason.ShouldBe("还缺传真号码，不得发布。");
        lacking.Basis!.Article.ShouldBe("第十二条");
        telling.Reason.ShouldStartWith("政府信息的获取方式：");
        telling.Reason.ShouldNotContain("11010519491231002X");
        (await office.Publication.PublicPages.Guide(office.Unit, None)).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_stale_page_is_told_and_a_double_click_saves_once(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var pages = office.Publication.Pages;
        var key = new CommandKey("按钮", "review");
        PageText[] text = [new(StandingPageDecisions.Body, "先审查，后公开。")];

        var first = InventedCity.Done(await pages.Save(office.Holder(Role.Handler), office.Unit, "review", text, 0, key, None));
        var again = InventedCity.Done(await pages.Save(office.Holder(Role.Handler), office.Unit, "review", text, 0, key, None));
        InventedCity.Done(await pages.Save(office.Holder(Role.OfficeHead), office.Unit, "review", [new(StandingPageDecisions.Body, "另一种写法。")], first, null, None));
        var stale = await pages.Save(office.Holder(Role.Handler), office.Unit, "review", [new(StandingPageDecisions.Body, "再一种写法。")], first, null, None);

        again.ShouldBe(first);
        stale.Refusal.ShouldBeOfType<StaleRefusal>().Theirs.ShouldBe(first + 1);
        (await pages.Of(await office.Current(office.Holder(Role.Handler)), office.Unit, None)).Value.Systems.ShouldHaveSingleItem().Versions.Length.ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_systems_still_wanting_are_told_and_a_version_takes_effect_no_earlier_than_the_one_before(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var version = await office.PublishSystem("review", "<p>先审查，后公开。</p>", from: new DateOnly(2026, 4, 1));

        var saved = InventedCity.Done(await office.Publication.Pages.Save(office.Holder(Role.Handler), office.Unit, "review", [new(StandingPageDecisions.Body, "<p>修订。</p>")], version, null, None));
        var early = await office.Publication.Pages.Publish(office.Holder(Role.DisclosureOfficeHead), office.Unit, "review", saved, new DateOnly(2026, 3, 31), null, None);
        var dossier = (await office.Publication.Pages.Of(await office.Current(office.Holder(Role.Handler)), office.Unit, None)).Value;

        early.Refusal!.Reason.ShouldContain("前一版自2026年4月1日起施行");
        dossier.MissingSystems.Select(system => system.Code).ShouldBe(["coordination", "adjustment", "requests"]);
        (await office.Publication.PublicPages.Systems(office.Unit, None)).ShouldHaveSingleItem().Name.ShouldBe("政府信息公开审查机制");
    }
}
