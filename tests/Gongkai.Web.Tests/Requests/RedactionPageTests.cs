using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Files;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Gongkai.Testing.Builders;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Tests.Reviewing;
using Gongkai.Web.Tests.SigningIn;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Requests;

/// <summary>遮盖，只用普通的表单：找字来标，写框的位置，一键标上建议的，做成并核验；伪造的不成。</summary>
public sealed class RedactionPageTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    private InventedCases Cases => new(site.Office, site.Services.GetRequiredService<RequestServices>());

    [Fact]
    public async Task A_file_is_covered_with_plain_forms_and_what_goes_out_is_what_was_made()
    {
        var (id, address) = await WithFile();
        using var handler = await site.Holder(Role.Handler);
        var page = await handler.Get(address);
        page.Page.QuerySelector("img[src$='/pages/1.png']").ShouldNotBeNull();
        (await handler.Download($"/console/cases/{id}/files/1/pages/1.png")).Type.ShouldBe("image/png");

        (await Redact(handler, address, ("act", "text"), ("texts", "SECRETNAME"), ("ground", "Privacy"))).Text.ShouldContain("标了 1 处");
        (await Redact(handler, address, ("act", "suggested"), ("texts", "13812345678"), ("ground", "Privacy"))).Text.ShouldContain("标了 1 处");
        (await Redact(handler, address, ("act", "area"), ("page", "1"), ("left", "10"), ("top", "60"), ("right", "30"), ("bottom", "65.5"), ("ground", "TradeSecret"))).Text.ShouldContain("标了 1 处");
        (await Redact(handler, address, ("act", "unmark"), ("index", "2"))).Text.ShouldContain("去掉了一处标记");
        (await Redact(handler, address, ("act", "make"))).Text.ShouldContain("做成了，核验过了");
        var (type, released) = await handler.Download($"/console/cases/{id}/files/1/released");
        (type, System.Text.Encoding.Latin1.GetString(released).Contains("SECRETNAME", StringComparison.Ordinal)).ShouldBe(("application/pdf", false));
        using var anybody = site.Visitor();
        foreach (var sought in (string[])["SECRETNAME", "决定书", "Everyone may read"])
            (await anybody.Get($"/search?q={Uri.EscapeDataString(sought)}")).Page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href") ?? "").ShouldAllBe(href => !href.Contains("/cases/", StringComparison.Ordinal) && !href.Contains("/track/", StringComparison.Ordinal), "检索里没有案卷的文件。");
        foreach (var preview in (string[])["pages/1.png", "released"])
        {
            using var reply = await handler.Raw($"/console/cases/{id}/files/1/{preview}");
            reply.Headers.CacheControl!.NoStore.ShouldBeTrue($"{preview} 谁也不许存。");
            using var unseen = await anybody.Raw($"/console/cases/{id}/files/1/{preview}");
            unseen.StatusCode.ShouldNotBe(HttpStatusCode.OK);
        }

        using var secrecy = await site.Holder(Role.SecrecyReviewer);
        (await secrecy.Download($"/console/cases/{id}/files/1/released")).Type.ShouldBe("application/pdf", "审的人看的就是放出的。");
        (await secrecy.Get(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Forged_and_mistaken_marks_are_refused_with_a_sentence_and_nothing_typed_is_lost()
    {
        var (id, address) = await WithFile();
        using var handler = await site.Holder(Role.Handler);
        await handler.Get(address);

        foreach (var (says, fields) in ((string, (string, string)[])[])
        [
            ("没有找到“没有的字”", [("act", "text"), ("texts", "没有的字"), ("ground", "Privacy")]), ("请选遮盖的理由", [("act", "text"), ("texts", "SECRETNAME"), ("ground", "7")]),
            ("0 到 100", [("act", "area"), ("page", "1"), ("left", "甲"), ("top", "1"), ("right", "20"), ("bottom", "20"), ("ground", "Privacy")]),
            ("框要在页内", [("act", "area"), ("page", "9"), ("left", "1"), ("top", "1"), ("right", "20"), ("bottom", "20"), ("ground", "Privacy")]),
            ("框要在页内", [("act", "area"), ("page", "1"), ("left", "30"), ("top", "1"), ("right", "20"), ("bottom", "20"), ("ground", "Privacy")]),
            ("别人先改了标记", [("act", "text"), ("texts", "SECRETNAME"), ("ground", "Privacy"), ("seen", "9.9.9")]), ("已经做成了", [("act", "make")]), ("表单不完整", [("act", "delete")]),
        ])
        {
            var refused = await Post(handler, address, fields);
            (refused.Status, refused.Page.QuerySelector(".refusal")?.TextContent ?? "").ShouldSatisfyAllConditions(it => it.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, says), it => it.Item2.ShouldContain(says));
        }

        (await Post(handler, address, [("act", "text"), ("texts", "没有的字"), ("ground", "TradeSecret")])).Page.QuerySelector("#find-texts")!.TextContent.ShouldBe("没有的字");
        (await handler.Get($"/console/cases/{id}/files/9/redaction")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var legal = await site.Holder(Role.LegalReviewer);
        using var picture = await legal.Raw($"/console/cases/{id}/files/1/pages/1.png");
        picture.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_answer_does_not_go_to_review_while_a_file_has_marks_that_are_not_made()
    {
        var (id, address) = await WithFile();
        using var handler = await site.Holder(Role.Handler);
        (await Redact(handler, address, ("act", "text"), ("texts", "SECRETNAME"), ("ground", "Privacy"))).Text.ShouldContain("还没有做成");
        await Cases.Done(id, Role.Handler, CaseAction.StartDraft);
        var act = $"/console/cases/{id}/acts/submit-draft";
        await handler.Get(act);

        var refused = await handler.Submit("act", ("outcome", nameof(CaseOutcome.PartlyGranted)), ("grounds", nameof(CaseOutcome.ThirdPartyRights)), ("text", "个人隐私"), ("cause", "只遮姓名"));

        (refused.Status, refused.Text.Contains("RQ-20", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true));
    }

    private async Task<(CaseId Id, string Address)> WithFile()
    {
        var cases = Cases;
        var id = (await cases.Processing()).Case;
        InventedCity.Done(await cases.Attach(id, CaseFilePurpose.Answer, new RawPdf().Page(RawPdf.Text(72, 700, "Everyone may read SECRETNAME") + RawPdf.Text(72, 650, "Phone 13812345678")).ToBytes(), "决定书.pdf"));
        return (id, $"/console/cases/{id}/files/1/redaction?page=1");
    }

    private static async Task<Reply> Redact(Visitor visitor, string address, params (string, string)[] fields)
    {
        await visitor.Get(address);
        return await visitor.Follow(await Post(visitor, address, fields));
    }

    private static async Task<Reply> Post(Visitor visitor, string address, (string Name, string Value)[] fields)
    {
        var page = (await visitor.Get(address)).Page;
        var form = new Dictionary<string, string>
        {
            ["_handler"] = "redact", ["seen"] = page.QuerySelector("input[name=seen]")!.GetAttribute("value")!, ["__RequestVerificationToken"] = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        };
        foreach (var (name, value) in fields) form[name] = value;
        return await visitor.Post(address, form);
    }
}
