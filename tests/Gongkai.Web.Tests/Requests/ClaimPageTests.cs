using System.Globalization;
using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Claims;
using Gongkai.Web.Portal;
using Gongkai.Web.Tests.Reviewing;
using Gongkai.Web.Tests.SigningIn;

namespace Gongkai.Web.Tests.Requests;

/// <summary>更正申请、投诉举报的页面，没有脚本：门户上交、凭查询码查，后台录入、办理；伪造的挡住。</summary>
public sealed class ClaimPageTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    private string Today => site.City.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_citizen_asks_for_a_correction_and_follows_it_to_the_letter()
    {
        using var citizen = site.Visitor();
        var page = PortalAddress.OfClaim(site.Office.Unit, ClaimKind.Correction);
        (await citizen.Get(page)).Text.ShouldContain("《政府信息公开条例》第四十一条");
        (await citizen.Submit("claim", ("Form.About", "房屋登记的面积"))).ShouldSatisfyAllConditions(reply => reply.Status.ShouldBe(HttpStatusCode.UnprocessableEntity), reply => reply.Page.QuerySelector("[name='Form.About']")!.GetAttribute("value").ShouldBe("房屋登记的面积"));
        var sent = await citizen.Submit("claim", ("Form.About", "房屋登记的面积"), ("Form.Text", "登记为八十，应当是九十平方米"), ("Form.Name", "某乙"), ("Form.Phone", "13800138000"));
        var code = sent.Page.QuerySelector(".receipt-number")!.TextContent.Trim();
        code.ShouldStartWith("GZ");

        await citizen.Get("/track");
        (await citizen.Submit("track", ("Form.Code", code), ("Form.LastFour", "1111"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await citizen.Submit("track", ("Form.Code", code), ("Form.LastFour", "8000"))).Location.ShouldBe("/track/claim");
        (await citizen.Get("/track/claim")).Text.ShouldContain("还没有登记");

        using var handler = await site.Holder(Role.Handler);
        using var head = await site.Holder(Role.DisclosureOfficeHead);
        var address = (await handler.Get($"/console/claims?unit={site.Office.Unit}")).Page.QuerySelectorAll("main .data-table a").First(link => link.TextContent.Contains("房屋登记的面积", StringComparison.Ordinal)).GetAttribute("href")!;
        (await Do(handler, address, ClaimAction.Register)).Text.ShouldContain("已经办了：登记");
        await Do(handler, address, ClaimAction.Accept);
        (await Do(handler, address, ClaimAction.Propose, ("result", "Corrected"), ("text", "抄错"))).Text.ShouldContain("CM-03");
        await Do(handler, address, ClaimAction.Record, ("text", "调阅登记簿"), ("evidence", "第三页"));
        await Do(handler, address, ClaimAction.Propose, ("result", "NotCorrected"), ("text", "记录与登记簿一致"));
        (await handler.Get(address)).Page.QuerySelector("form [value='claim-Approve']").ShouldBeNull("负责人才批准。");
        (await Forge(handler, address, "claim-Approve")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Forge(handler, address, "claim-Destroy")).ShouldSatisfyAllConditions(reply => reply.Status.ShouldBe(HttpStatusCode.BadRequest, "没有这样的事。"), reply => reply.Page.QuerySelector("h1")!.TextContent.ShouldBe("请求不完整"));
        await Do(head, address, ClaimAction.Approve);
        (await Do(handler, address, ClaimAction.Tell, ("number", "云文广公更〔2026〕1号"), ("evidence", "签收单"))).Text.ShouldContain("已经办了：告知");
        var (type, file) = await handler.Download($"{address}/letter.docx");
        (type, file[0]).ShouldBe(("application/vnd.openxmlformats-officedocument.wordprocessingml.document", (byte)'P'));
        await citizen.Get("/track/claim");
        (await citizen.Submit("letter")).Text.ShouldSatisfyAllConditions(text => text.ShouldContain("某乙："), text => text.ShouldContain("申请行政复议"), text => text.ShouldNotContain("调阅登记簿"));
        (await handler.Get(address)).Text.ShouldNotContain("13800138000");
        (await handler.Submit("show-claimant")).Text.ShouldContain("13800138000");
    }

    [Fact]
    public async Task A_complaint_needs_no_name_and_is_seen_by_its_own_body_only()
    {
        using var handler = await site.Holder(Role.Handler);
        await handler.Get($"/console/claims/new?unit={site.Office.Unit}");
        (await handler.Submit("enter-claim", ("Form.Kind", "Complaint"), ("Form.Way", "Portal"), ("Form.About", "某局"), ("Form.Text", "不公开预算"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var entered = await handler.Submit("enter-claim", ("Form.Kind", "Complaint"), ("Form.Way", "FromSuperior"), ("Form.About", "某局"), ("Form.Text", "不公开预算"));
        var address = entered.Location!;
        (await handler.Get(address)).Text.ShouldContain("上级转办");
        using var stranger = await site.SignedIn(Role.Handler, site.City.County);
        (await stranger.Get(address)).Text.ShouldNotContain("不公开预算");
        (await Forge(stranger, address, "claim-Register")).Text.ShouldNotContain("已经办了");
        (await handler.Get($"/console/claims/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var late = site.Visitor();
        (await late.Get("/track/claim")).Location.ShouldBe("/track");
        (await late.Get(PortalAddress.OfClaim(site.Office.Unit, ClaimKind.Complaint).Replace("complaint", "other", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<Reply> Do(Visitor visitor, string address, ClaimAction action, params (string, string)[] fields)
    {
        await visitor.Get(address);
        return await visitor.Submit($"claim-{action}", [("on", Today), .. fields]);
    }

    private async Task<Reply> Forge(Visitor visitor, string address, string handler)
    {
        var token = (await visitor.Get("/console/password")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var version = (await visitor.Get(address)).Page?.QuerySelector("input[name=version]")?.GetAttribute("value") ?? "5";
        return await visitor.Post(address, new Dictionary<string, string> { ["_handler"] = handler, ["__RequestVerificationToken"] = token, ["version"] = version, ["on"] = Today });
    }
}
