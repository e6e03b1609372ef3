using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Console;
using Gongkai.Web.Tests.SigningIn;

namespace Gongkai.Web.Tests.Reviewing;

/// <summary>审查的页面：案卷、各件事、成批、工作台，经真的网站。</summary>
public sealed class ReviewPageTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    [Fact]
    public async Task An_item_goes_from_draft_to_the_public_through_the_pages_of_its_people()
    {
        var item = await site.Office.Draft(site.Office.Complete("关于图书馆延长开放时间的通知"));
        await Act(Role.Handler, item, ReviewAction.Submit);
        await Act(Role.OfficeHead, item, ReviewAction.Pass, ("confirmed", "Legality,Accuracy,Openness"));
        await Act(Role.Proofreader, item, ReviewAction.Pass);
        await Act(Role.DeputyLeader, item, ReviewAction.Pass, ("confirmed", "Legality,Accuracy,Openness"));
        InventedCity.Done(await site.Office.Do(site.Office.SecondProofreader, item, ReviewAction.Pass));
        await Act(Role.SecrecyReviewer, item, ReviewAction.Pass, ("confirmed", "Secrecy"));
        await Act(Role.DisclosureOfficeHead, item, ReviewAction.Pass, ("confirmed", "Legality,Accuracy,Openness,Secrecy"));
        await Act(Role.Proofreader, item, ReviewAction.Pass);
        var published = await Act(Role.DisclosureOfficeHead, item, ReviewAction.Publish);

        published.Text.ShouldContain("已经办了：发布");
        published.Page.QuerySelector("a[href^='/i/']").ShouldNotBeNull();
        using var stranger = site.Visitor();
        (await stranger.Get(published.Page.QuerySelector("a[href^='/i/']")!.GetAttribute("href")!)).Text.ShouldContain("关于图书馆延长开放时间的通知");
    }

    [Fact]
    public async Task What_was_returned_stands_on_the_home_of_its_drafter_with_the_reason()
    {
        var item = await site.Submitted(site.Office.Complete("关于展览时间的通知"));

        await Act(Role.OfficeHead, item, ReviewAction.Return, ("text", "开放时间没有写"));

        using var handler = await site.Holder(Role.Handler);
        var home = await handler.Get("/console");
        home.Text.ShouldContain("退回给我的");
        home.Text.ShouldContain("开放时间没有写");
        (await handler.Get(ConsoleAddress.Item(item))).Page.QuerySelector("#act-submit").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_reason_that_is_missing_is_asked_for_and_what_was_filled_in_stays()
    {
        var item = await site.Submitted();
        using var head = await site.Holder(Role.OfficeHead);
        await head.Get(ConsoleAddress.Act(item, ReviewAction.Pass));

        var refused = await head.Submit("act", ("confirmed", "Legality"), ("text", "看过附件"));

        refused.Text.ShouldContain("要逐一确认准确性、可公开性");
        refused.Page.QuerySelector("textarea[name=text]")!.TextContent.ShouldBe("看过附件");
        refused.Page.QuerySelectorAll("input[name=confirmed][checked]").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Who_opened_before_somebody_else_acted_sees_both_sides_and_changes_nothing()
    {
        var item = await site.Submitted();
        using var head = await site.Holder(Role.OfficeHead);
        await head.Get(ConsoleAddress.Act(item, ReviewAction.Pass));
        InventedCity.Done(await site.Office.Do(site.Office.Holder(Role.Handler), item, ReviewAction.TakeBack));

        var stale = await head.Submit("act", ("confirmed", "Legality,Accuracy,Openness"));

        stale.Status.ShouldBe(HttpStatusCode.Conflict);
        var table = stale.Page.QuerySelector(".stale-item")!.TextContent;
        table.ShouldContain("待一审");
        table.ShouldContain("拟稿");
        stale.Text.ShouldContain("撤回送审");
    }

    [Fact]
    public async Task A_double_click_acts_once_and_answers_the_same()
    {
        var item = await site.Office.Draft();
        using var handler = await site.Holder(Role.Handler);
        await handler.Get(ConsoleAddress.Act(item, ReviewAction.Submit));

        var first = await handler.Submit("act");
        var second = await handler.Submit("act");

        second.Location.ShouldBe(first.Location);
        await using var db = site.City.Database.CreateContext();
        (await Data.Queries.Publication.ItemQueries.Find(db, item, CancellationToken.None))!.Events.Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_neighbouring_step_is_explained_before_it_is_tried_and_refused_when_it_is()
    {
        var item = await site.Submitted();
        var head = site.Office.Holder(Role.OfficeHead);
        await site.City.Appoint(head, Role.Proofreader, site.Office.Unit);
        InventedCity.Done(await site.Office.Do(head, item, ReviewAction.Pass));
        using var visitor = await site.SignedIn(head);

        var dossier = await visitor.Get(ConsoleAddress.Item(item));

        dossier.Page.QuerySelector("#act-pass").ShouldBeNull();
        dossier.Page.QuerySelector(".act-blocked")!.TextContent.ShouldContain("一审是您办的，一校要由别人办");
        (await visitor.Get("/console")).Text.ShouldContain("一校要由别人办");
    }

    [Fact]
    public async Task A_withdrawn_item_is_gone_from_the_portal_the_search_and_the_feed()
    {
        var item = await site.Office.Publish(site.Office.Complete("关于临时闭馆的通知", "<p>因设备检修，市图书馆临时闭馆。</p>"));
        var address = $"/i/{Data.Mapping.Publication.ShortItemId.Of(item.Value)}";
        using var reader = site.Visitor();
        (await reader.Get(address)).Status.ShouldBe(HttpStatusCode.OK);

        var withdrawn = await Act(Role.SecrecyReviewer, item, ReviewAction.Withdraw, ("text", "闭馆日期写错"));

        withdrawn.Text.ShouldContain("已撤回");
        var gone = await reader.Get(address);
        gone.Status.ShouldBe(HttpStatusCode.Gone);
        gone.Text.ShouldContain("闭馆日期写错");
        (await reader.Get("/search?q=临时闭馆")).Text.ShouldNotContain("关于临时闭馆的通知");
        (await reader.Get("/feed")).Page.DocumentElement.OuterHtml.ShouldNotContain("关于临时闭馆的通知");
    }

    [Fact]
    public async Task A_doubt_is_escalated_and_its_answer_is_recorded_with_the_document()
    {
        var item = await site.Submitted();
        foreach (var by in (Gongkai.Organisations.People.PersonId[])[site.Office.Holder(Role.OfficeHead), site.Office.SecondProofreader, site.Office.Holder(Role.DeputyLeader), site.Office.Holder(Role.Proofreader)])
            InventedCity.Done(await site.Office.Do(by, item, ReviewAction.Pass));
        var escalated = await Act(Role.SecrecyReviewer, item, ReviewAction.EscalateToSecrecyBureau, ("text", "是否涉密不能确定"));
        using var chief = await site.Holder(Role.DisclosureOfficeHead);
        await chief.Get(ConsoleAddress.Act(item, ReviewAction.AnswerOpen));

        var without = await chief.Submit("act");
        var with = await chief.Follow(await chief.Submit("act", ("document", "云保密复〔2026〕3号")));

        escalated.Text.ShouldContain("已报请确定");
        without.Text.ShouldContain("答复要写明文号或者记录");
        with.Text.ShouldContain("云保密复〔2026〕3号");
        with.Text.ShouldContain("待三审");
    }

    [Fact]
    public async Task A_time_of_publication_is_set_in_Beijing_time_and_taken_back()
    {
        var item = await site.Office.Draft();
        await site.Office.Approve(item);

        var scheduled = await Act(Role.DisclosureOfficeHead, item, ReviewAction.Schedule, ("at", "2026-03-05T09:30"));
        var taken = await Act(Role.DisclosureOfficeHead, item, ReviewAction.Unschedule);

        scheduled.Text.ShouldContain("定在 2026-03-05 09:30 发布");
        taken.Text.ShouldContain("待发布");
    }

    [Fact]
    public async Task A_batch_shows_first_what_will_happen_and_does_it_after()
    {
        var (whole, wanting) = (await site.Office.Draft(site.Office.Complete("成批之一")), await site.Office.Draft(site.Office.Complete("成批之二", "")));
        using var handler = await site.Holder(Role.Handler);
        var listed = await handler.Get("/console/items?q=成批之");
        listed.Page.QuerySelectorAll("input[name=item]").Length.ShouldBe(2);

        var preview = await handler.Get($"{ConsoleAddress.Bulk}?act=submit&item={whole}&item={wanting}");
        var values = preview.Page.QuerySelectorAll("form.act-form input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);
        var done = await handler.Post(handler.Path, values);
        var again = await handler.Post(handler.Path, values);

        preview.Text.ShouldContain("1 条会办，1 条会被拒绝");
        preview.Text.ShouldContain("要有正文或者附件");
        done.Text.ShouldContain("办了 1 条");
        again.Text.ShouldContain("办了 1 条");
        (await site.Office.VersionOf(wanting)).ShouldBe(1);
        (await handler.Get($"{ConsoleAddress.Bulk}?act=schedule&item={whole}")).Text.ShouldContain("一条一条办");
    }

    [Fact]
    public async Task Nobody_of_another_unit_sees_an_item_and_a_wrong_address_is_not_found()
    {
        var item = await site.Office.Draft();
        using var stranger = await site.SignedIn(Role.Handler, site.City.Tourism);

        (await stranger.Get(ConsoleAddress.Item(item))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await stranger.Get(ConsoleAddress.Act(item, ReviewAction.Submit))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await stranger.Get($"/console/items?unit={site.Office.Unit}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await stranger.Get($"/console/items/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var own = await site.Holder(Role.Handler);
        (await own.Get($"{ConsoleAddress.Item(item)}/acts/no-such-act")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Get($"{ConsoleAddress.Bulk}?act=submit&item={item}")).Text.ShouldNotContain("关于开放全市公共文化场馆的通知");
    }

    [Fact]
    public async Task Every_act_is_taken_from_exactly_the_roles_of_the_process_table()
    {
        var item = await site.Submitted();
        var version = await site.Office.VersionOf(item);
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var visitor = await site.SignedIn(role, site.Office.Unit);
            var token = (await visitor.Get("/console/password")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            // 该填的都不填：能办的也办不成，这一条始终停在待一审。
            foreach (var row in ReviewProcess.Table.Rows.Where(row => row.From == ReviewStep.FirstReview && row.Action is (ReviewAction.Pass or ReviewAction.Return or ReviewAction.Withdraw)))
            {
                var reply = await visitor.Post(ConsoleAddress.Act(item, row.Action), new Dictionary<string, string>
                {
                    ["_handler"] = "act", ["__RequestVerificationToken"] = token, ["version"] = version.ToString(System.Globalization.CultureInfo.InvariantCulture), ["key"] = "一次",
                });
                var expected = role.InReview() is { } held && row.Roles.Contains(held) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
                if (reply.Status != expected) wrong.Add($"{role} {row.Action}：{(int)reply.Status}");
            }
        }

        wrong.ShouldBeEmpty();
        (await site.Office.VersionOf(item)).ShouldBe(version);
    }

    [Fact]
    public async Task Too_many_searches_from_one_source_are_told_to_wait()
    {
        using var reader = site.Visitor();
        for (var time = 0; time < 120; time++) (await reader.Get("/search/feed?q=没有的词")).Status.ShouldBe(HttpStatusCode.OK);

        var tooMany = await reader.Get("/search/feed?q=没有的词");

        tooMany.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        tooMany.Page.QuerySelector("h1")!.TextContent.ShouldBe("操作太频繁");
    }

    /// <summary>由任某个角色的人在页面上办一件，答复办成以后的案卷。</summary>
    private async Task<Reply> Act(Role role, ItemId item, ReviewAction action, params (string Name, string Value)[] fields)
    {
        using var visitor = await site.Holder(role);
        (await visitor.Get(ConsoleAddress.Item(item))).Page.QuerySelector($"#act-{ConsoleAddress.WordOf(action)}").ShouldNotBeNull($"{role} 的案卷上没有“{action.Caption()}”");
        await visitor.Get(ConsoleAddress.Act(item, action));
        var reply = await visitor.Submit("act", fields);
        reply.Location.ShouldNotBeNull(reply.Text);
        return await visitor.Follow(reply);
    }
}
