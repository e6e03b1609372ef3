using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Services.Demonstration;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Console;
using Gongkai.Web.Tests.SigningIn;

namespace Gongkai.Web.Tests.Reviewing;

/// <summary>扫描的命中在页面上：案卷写明怎样处置，豁免要两个人；伪造的表单哪一张也绕不过去。</summary>
public sealed class FindingPageTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    [Fact]
    public async Task A_finding_is_exempted_by_a_second_person_through_the_pages()
    {
        var item = await Blocked();
        using var handler = await site.Holder(Role.Handler);
        var dossier = await handler.Get(ConsoleAddress.Item(item));
        dossier.Text.ShouldContain("还有 1 处错误没有处置");
        foreach (var table in dossier.Page.QuerySelectorAll("main table")) table.TextContent.ShouldNotContain(DemoPoison.ResidentId);
        var finding = await OpenFinding(handler, item);
        finding.Text.ShouldContain("另一个人决定");

        var asked = await handler.Follow(await handler.Submit("ask-exemption", ("Asking.Reason", "依法公告的信息")));

        asked.Text.ShouldContain("已经申请豁免");
        using var secrecy = await site.Holder(Role.SecrecyReviewer);
        (await secrecy.Get("/console")).Text.ShouldContain("等您决定豁免");
        var waiting = await secrecy.Get(ConsoleAddress.Findings);
        waiting.Text.ShouldContain("依法公告的信息");
        await secrecy.Get(waiting.Page.QuerySelector($"main table a[href*='{item}']")!.GetAttribute("href")!);
        var decided = await secrecy.Follow(await secrecy.Submit("decide-exemption", ("Deciding.Decision", "grant"), ("Deciding.Note", "核对过依据")));
        decided.Text.ShouldContain("已经批准豁免");
        decided.Text.ShouldContain("没有妨碍发布的");
        var exempted = await OpenFinding(handler, item);
        exempted.Page.QuerySelector("textarea[name='Revoking.Reason']").ShouldBeNull("经办的人不能撤销");
        await secrecy.Get(handler.Path);
        (await secrecy.Submit("revoke-exemption", ("Revoking.Reason", " "))).Text.ShouldContain("撤销要写明缘由");
        var revoked = await secrecy.Follow(await secrecy.Submit("revoke-exemption", ("Revoking.Reason", "依据已经废止")));
        revoked.Text.ShouldContain("已经撤销豁免");
        revoked.Text.ShouldContain("还有 1 处错误没有处置");
        (await OpenFinding(handler, item)).Text.ShouldContain("撤销：依据已经废止");
    }

    [Fact]
    public async Task Forged_forms_are_refused_by_who_sends_them()
    {
        var item = await Blocked();
        using var handler = await site.Holder(Role.Handler);
        await OpenFinding(handler, item);
        var address = handler.Path;
        await handler.Follow(await handler.Submit("ask-exemption", ("Asking.Reason", "依法公告的信息")));

        foreach (var (role, form, status) in ((Role, string, HttpStatusCode)[])
        [
            (Role.Handler, "decide-exemption", HttpStatusCode.Forbidden), (Role.DisclosureOfficeHead, "decide-exemption", HttpStatusCode.Forbidden),
            (Role.Proofreader, "ask-exemption", HttpStatusCode.Forbidden), (Role.SecrecyReviewer, "no-such-form", HttpStatusCode.BadRequest),
        ])
        {
            using var visitor = await site.Holder(role);
            var token = (await visitor.Get("/console/password")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            var reply = await visitor.Post(address, new Dictionary<string, string>
            {
                ["_handler"] = form, ["__RequestVerificationToken"] = token, ["Deciding.Decision"] = "grant", ["Deciding.Note"] = "看过", ["Deciding.Version"] = "1", ["Asking.Reason"] = "理由",
            });
            reply.Status.ShouldBe(status, $"{role} {form}");
        }

        using var secrecy = await site.Holder(Role.SecrecyReviewer);
        await secrecy.Get(address);
        (await secrecy.Submit("decide-exemption", ("Deciding.Decision", "grant"), ("Deciding.Note", $"就是{DemoPoison.ResidentId}"))).Text.ShouldContain("不要写出原文");
        (await secrecy.Get($"{ConsoleAddress.Item(item)}/findings/{new string('0', 64)}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await secrecy.Get(ConsoleAddress.Item(item))).Text.ShouldContain("还有 1 处错误没有处置");
    }

    [Fact]
    public async Task A_forged_act_or_batch_does_not_get_past_an_open_finding()
    {
        var item = await Blocked();
        await Until(item, ReviewStep.SecrecyReview);
        using var secrecy = await site.Holder(Role.SecrecyReviewer);
        await secrecy.Get(ConsoleAddress.Act(item, ReviewAction.Pass));
        (await secrecy.Post(ConsoleAddress.Act(item, ReviewAction.Pass), await Forged(secrecy, item, ("confirmed", "Secrecy")))).Text.ShouldContain("没有处置，不能通过保密审查");
        InventedCity.Done(await site.Office.Do(site.Office.Holder(Role.SecrecyReviewer), item, ReviewAction.EscalateToAuthority, request => request with { Text = "请确定" }));
        InventedCity.Done(await site.Office.Do(site.Office.Holder(Role.DisclosureOfficeHead), item, ReviewAction.AnswerOpen, request => request with { Document = "复函" }));
        await Until(item, ReviewStep.Approved);

        using var head = await site.Holder(Role.DisclosureOfficeHead);
        foreach (var action in (ReviewAction[])[ReviewAction.Publish, ReviewAction.Schedule])
        {
            await head.Get(ConsoleAddress.Act(item, action));
            var reply = await head.Post(ConsoleAddress.Act(item, action), await Forged(head, item, ("channels", "Website"), ("at", "2030-01-01T09:00")));
            reply.Location.ShouldBeNull(action.ToString());
        }

        (await head.Get($"{ConsoleAddress.Bulk}?act=publish&item={item}")).Text.ShouldContain("没有处置，不能发布");
        using var stranger = site.Visitor();
        (await stranger.Get($"/i/{Data.Mapping.Publication.ShortItemId.Of(item.Value)}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_reviewer_sees_the_proof_and_gets_both_the_original_and_the_copy()
    {
        using var content = new MemoryStream(DemoPoison.Write("名录", "名录共十二项。"));
        var added = InventedCity.Done(await site.City.Database.Attachments.Accept(content, "名录.docx", CancellationToken.None));
        var item = await site.Submitted(site.Office.Complete("关于名录的通知") with { Added = [added] });
        using var secrecy = await site.Holder(Role.SecrecyReviewer);

        var dossier = await secrecy.Get(ConsoleAddress.Item(item));

        dossier.Text.ShouldContain("副本里去掉了");
        dossier.Text.ShouldContain("再扫描一遍，看不见的东西一处也没有");
        dossier.Text.ShouldContain(added.Hash);
        var copy = await secrecy.Download(dossier.Page.QuerySelector("a[href*='/copies/']")!.GetAttribute("href")!);
        var original = await secrecy.Download(dossier.Page.QuerySelector("a[href*='/files/']")!.GetAttribute("href")!);
        original.Content.ShouldBe(content.ToArray());
        copy.Content.ShouldNotBe(original.Content);
        using var stranger = await site.SignedIn(Role.SecrecyReviewer, site.City.Tourism);
        using var refused = await stranger.Raw(dossier.Page.QuerySelector("a[href*='/copies/']")!.GetAttribute("href")!);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<ItemId> Blocked() => await site.Submitted(site.Office.Complete("关于被执行人的公告", $"<p>被执行人证件号{DemoPoison.ResidentId}。</p>"));

    private async Task Until(ItemId item, ReviewStep wanted)
    {
        await using var db = site.City.Database.CreateContext();
        for (var step = (await Data.Queries.Publication.ItemQueries.Head(db, item, CancellationToken.None))!.Step; step != wanted; step = (await Data.Queries.Publication.ItemQueries.Head(db, item, CancellationToken.None))!.Step)
            InventedCity.Done(await site.Office.Do(site.Office.HolderOf(step), item, ReviewAction.Pass));
    }

    private static async Task<Reply> OpenFinding(Visitor visitor, ItemId item)
    {
        var dossier = await visitor.Get(ConsoleAddress.Item(item));
        return await visitor.Get(dossier.Page.QuerySelector("a[href*='/findings/']")!.GetAttribute("href")!);
    }

    // 页面不给按钮，照着表单的样子自己写一张交上来。
    private async Task<Dictionary<string, string>> Forged(Visitor visitor, ItemId item, params (string Name, string Value)[] fields)
    {
        var token = (await visitor.Get("/console/password")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var values = fields.ToDictionary(field => field.Name, field => field.Value);
        (values["_handler"], values["__RequestVerificationToken"], values["version"], values["key"]) = ("act", token, $"{await site.Office.VersionOf(item)}", Guid.NewGuid().ToString("N"));
        return values;
    }
}
