using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Guide;
using static Gongkai.Publication.Tests.InventedItems;

namespace Gongkai.Publication.Tests.Guide;

public sealed class StandingPageTests
{
    private static readonly UnitContact Contact = new("云泽市湖滨路1号", "周一至周五9:00—17:00", "0999-1234567", "无", "https://yunze.invalid/");
    private static readonly UnitFacts Facts = Publisher with { Contact = Contact };
    private static readonly Office General = new(new OfficeId(Guid.Empty), "办公室", new Validity(new(2019, 1, 1), null), [new Validity(new(2019, 1, 1), null)]);
    private static readonly ImmutableArray<PageText> Whole =
        [.. GuidePart.Prefill(Facts, General).Select(text => text.Text.Length > 0 ? text : text with { Text = "撰写的内容" })];

    private static StandingPage Guide(ImmutableArray<PageText> texts) =>
        StandingPageDecisions.Create(new StandingPageId(Guid.Empty), InventedItems.Unit, null, texts, Handler, At(0)).Value;

    [Fact]
    public void The_facts_of_the_body_fill_their_parts_and_the_rest_is_left_to_write() =>
        GuidePart.Prefill(Facts, General).Where(text => text.Text.Length == 0).Select(text => text.Code).ShouldBe(["classification", "arrangement", "access", "requestChannels", "remedies"]);

    [Fact]
    public void A_guide_without_a_compulsory_part_is_not_published_and_the_parts_are_named()
    {
        var guide = Guide([.. Whole.Where(text => text.Code is not ("fax" or "access"))]);

        StandingPageDecisions.Publish(guide, Chief, Today).Refusal.ShouldNotBeNull().Reason.ShouldBe("还缺政府信息的获取方式、传真号码，不得发布。");
    }

    [Theory]
    [InlineData("classification"), InlineData("arrangement"), InlineData("access"), InlineData("officeName"), InlineData("address")]
    [InlineData("officeHours"), InlineData("phone"), InlineData("fax"), InlineData("online")]
    public void Each_part_of_article_twelve_is_compulsory(string code) =>
        StandingPageDecisions.Publish(Guide([.. Whole.Where(text => text.Code != code)]), Chief, Today).Refusal.ShouldNotBeNull().Basis!.Article.ShouldBe("第十二条");

    [Fact]
    public void Optional_parts_may_be_missing() =>
        StandingPageDecisions.Publish(Guide([.. Whole.Where(text => text.Code is not ("requestChannels" or "remedies"))]), Chief, Today).Succeeded.ShouldBeTrue();

    [Fact]
    public void Whoever_wrote_a_version_does_not_publish_it() =>
        StandingPageDecisions.Publish(Guide(Whole), Handler, Today).Refusal.ShouldNotBeNull().Reason.ShouldBe("这一版是您写的，要由别人审查发布。");

    [Fact]
    public void The_public_sees_the_published_version_until_the_next_is_published()
    {
        var guide = Guide(Whole);
        guide.Visible.ShouldBeNull();
        guide = guide.Apply(StandingPageDecisions.Publish(guide, Chief, Today).Value);
        StandingPageDecisions.Publish(guide, Chief, Today).Refusal.ShouldNotBeNull().Reason.ShouldBe("最新的一版已经发布。");
        guide = guide.Apply(StandingPageDecisions.Save(guide, Whole.SetItem(0, Whole[0] with { Text = "新的分类" }), Handler, At(5)).Value);

        guide.Visible!.Number.ShouldBe(1);
        guide.Apply(StandingPageDecisions.Publish(guide, Chief, Today).Value).Visible!.Number.ShouldBe(2);
    }

    [Fact]
    public void A_version_without_a_change_is_not_saved() =>
        StandingPageDecisions.Save(Guide(Whole), Whole, Handler, At(5)).Refusal.ShouldNotBeNull().Reason.ShouldBe("没有改动，不另存一版。");

    [Fact]
    public void A_guide_has_no_other_parts() =>
        StandingPageDecisions.Create(new StandingPageId(Guid.Empty), InventedItems.Unit, null, [new PageText("news", "动态")], Handler, At(0)).Refusal.ShouldNotBeNull();

    [Fact]
    public void A_guide_is_due_twenty_working_days_after_the_body_changed_and_then_overdue()
    {
        var guide = Guide(Whole);
        guide = guide.Apply(StandingPageDecisions.Publish(guide, Chief, new(2025, 1, 6)).Value);
        var unit = new Unit(InventedItems.Unit, 1, [new UnitPeriod(new(2019, 1, 1), Facts, "设立")], null, [General]);
        StandingPageDecisions.Standing(guide, unit, Today, WorkingCalendar.National).Freshness.ShouldBe(GuideFreshness.Current);

        var moved = unit.Apply(new UnitChanged(unit.Id, new(2025, 1, 24), "搬迁", Facts with { Contact = Contact with { Address = "云泽市山前路2号" } }));
        StandingPageDecisions.Standing(guide, moved, new(2025, 2, 27), WorkingCalendar.National).ShouldBe(new GuideStanding(GuideFreshness.Due, new(2025, 1, 24), new DateOnly(2025, 2, 27)));
        StandingPageDecisions.Standing(guide, moved, new(2025, 2, 28), WorkingCalendar.National).Freshness.ShouldBe(GuideFreshness.Overdue);
    }

    [Fact]
    public void The_systems_that_the_regulation_asks_for_are_missed_by_name()
    {
        var page = StandingPageDecisions.Create(new StandingPageId(Guid.Empty), InventedItems.Unit, "review", [new PageText(StandingPageDecisions.Body, "审查机制……")], Handler, At(0)).Value;
        RequiredSystem.Missing(Facts, [page]).Length.ShouldBe(4);
        page = page.Apply(StandingPageDecisions.Publish(page, Chief, Today).Value);

        RequiredSystem.Missing(Facts, [page]).Select(system => system.Code).ShouldBe(["coordination", "adjustment", "requests"]);
        RequiredSystem.Missing(Facts with { Kind = UnitKind.Government }, [page]).Select(system => system.Code).ShouldContain("assessment");
    }
}
