using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Letters;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Tests.Reviewing;
using Gongkai.Web.Tests.SigningIn;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Requests;

/// <summary>申请人凭查询码和后四位看自己的申请：看得见什么、看不见什么，补正、撤回、领文书。</summary>
public sealed class TrackPageTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    private InventedCases Cases => new(site.Office, site.Services.GetRequiredService<RequestServices>());

    [Fact]
    public async Task The_applicant_sees_stage_and_due_date_day_by_day_and_nothing_of_who_reviews_and_what_was_said()
    {
        var cases = Cases;
        var receipt = await cases.Processing();
        await cases.Done(receipt.Case, Role.Handler, CaseAction.RecordSearch, new() { Search = new("密库第七架", "补助", "某检索员") });
        await cases.Done(receipt.Case, Role.DisclosureOfficeHead, CaseAction.ConsultThirdParty, new() { Party = "某文化公司" });
        using var visitor = await Tracked(receipt);

        var page = await visitor.Get("/track/case");

        page.Page.QuerySelector("[aria-current=step]")!.TextContent.ShouldContain("办理");
        page.Text.ShouldContain("正在征求意见，这段时间不计入期限");
        page.Text.ShouldContain("双方确认收到，期限自次日起算");
        page.Page.QuerySelectorAll("details tbody tr").ShouldNotBeEmpty("逐日的理由");
        foreach (var inner in (string[])["某文化公司", "密库第七架", "某检索员", "交办", "检索", "经办", "13800138000", "999900199001010014"]) page.Text.ShouldNotContain(inner);
        page.Page.QuerySelectorAll(".case-letters a").Select(link => link.TextContent).ShouldBe(["政府信息公开征求意见告知书", "政府信息公开申请接收回执"], "写给第三方的不在内。");
        page.Page.QuerySelectorAll("[href], [action], [src]").SelectMany(link => (string?[])[link.GetAttribute("href"), link.GetAttribute("action"), link.GetAttribute("src")])
            .ShouldAllBe(address => address == null || !address.Contains(receipt.TrackCode, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letters_to_the_applicant_are_read_and_downloaded_and_others_are_not_there()
    {
        var cases = Cases;
        var receipt = await cases.Processing();
        await cases.Done(receipt.Case, Role.DisclosureOfficeHead, CaseAction.ConsultThirdParty, new() { Party = "某文化公司" });
        using var visitor = await Tracked(receipt);

        (await visitor.Get("/track/letters/1")).Text.ShouldContain("某乙：");
        var (type, file) = await visitor.Download("/track/letters/1.docx");
        type.ShouldBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        file[..2].ShouldBe("PK"u8.ToArray());
        (await visitor.Get("/track/letters/2")).Status.ShouldBe(HttpStatusCode.NotFound, "第二份写给第三方。");
        foreach (var address in (string[])["/track/letters/2.docx", "/track/letters/1.exe", "/track/letters/99.docx"])
        {
            using var refused = await visitor.Raw(address);
            refused.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }

        using var stranger = site.Visitor();
        (await stranger.Get("/track/letters/1")).Location.ShouldBe("/track");
        using var unseen = await stranger.Raw("/track/letters/1.docx");
        unseen.Headers.Location!.OriginalString.ShouldBe("/track");
    }

    [Fact]
    public async Task A_correction_is_sent_once_and_a_version_that_is_past_is_refused_and_keeps_what_was_typed()
    {
        var cases = Cases;
        var receipt = await cases.Submit();
        await cases.Done(receipt.Case, Role.Handler, CaseAction.Confirm, new() { Evidence = "电话确认" });
        await cases.Done(receipt.Case, Role.Handler, CaseAction.Register);
        await cases.Done(receipt.Case, Role.DisclosureOfficeHead, CaseAction.Assign, new() { Assignee = site.Office.Holder(Role.Handler) });
        await cases.Done(receipt.Case, Role.DisclosureOfficeHead, CaseAction.RequestCorrection, new() { Text = "写明是哪一批补助", Until = site.City.Today.AddDays(21) });
        using var visitor = await Tracked(receipt);
        (await visitor.Get("/track/case")).Text.ShouldContain("请您补正");

        (await visitor.Submit("correct", ("Form.Text", " "))).Text.ShouldContain("请写明要补正的内容");
        var past = await visitor.Submit("correct", ("Form.Text", "2025 年第二批"), ("Form.Version", "1"));
        (past.Status, past.Page.QuerySelector("textarea")!.TextContent).ShouldBe((HttpStatusCode.Conflict, "2025 年第二批"));
        await visitor.Get("/track/case");
        using var second = await Tracked(receipt);
        await second.Get("/track/case");
        (await visitor.Submit("correct", ("Form.Text", "2025 年第二批"))).Text.ShouldContain("补正收到了");
        var again = await second.Submit("correct", ("Form.Text", "在另一处又写了一遍"));
        (again.Status, again.Text.Contains("在另一处又写了一遍", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true), "事情办过去了，写了的还给他。");
        (await cases.Open(receipt.Case)).Steps.Count(step => step.Event.Action == CaseAction.ReceiveCorrection).ShouldBe(1);
        (await visitor.Get("/track/case")).Page.QuerySelector("textarea").ShouldBeNull("补正过了，表单就没有了。");
    }

    [Fact]
    public async Task A_withdrawal_says_what_follows_and_ends_the_case()
    {
        var cases = Cases;
        var receipt = await cases.Processing();
        using var visitor = await Tracked(receipt);
        (await visitor.Get("/track/case")).Page.QuerySelector("details .confirm-panel")!.TextContent.ShouldContain("撤回了的不能恢复");

        var done = await visitor.Submit("withdraw");

        done.Text.ShouldContain("申请撤回了");
        (await cases.Open(receipt.Case)).Line.Outcome.ShouldBe(CaseOutcome.Withdrawn);
        (await visitor.Get("/track/case")).Page.QuerySelectorAll("form input[value=withdraw]").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fee_that_is_due_shows_its_amount_and_its_notice()
    {
        var cases = Cases;
        var receipt = await cases.Processing();
        var order = new CaseDetails { Fee = new(Law.Fees.ChargeMode.Pages, 300, 0), Text = "一次申请三百页" };
        await cases.Done(receipt.Case, Role.DisclosureOfficeHead, CaseAction.IssueFeeNotice, order, null, (LetterChoice.Payment, "到财政专户缴纳"));
        using var visitor = await Tracked(receipt);

        var page = await visitor.Get("/track/case");

        page.Text.ShouldContain("要收信息处理费");
        page.Text.ShouldContain($"应缴 {order.Fee!.Quote(site.City.Today).Value.Fee:0.##} 元");
    }

    [Fact]
    public async Task A_wrong_code_and_wrong_digits_say_the_same_and_a_code_cannot_be_tried_for_ever()
    {
        var receipt = await Cases.Submit();
        using var visitor = site.Visitor();
        await visitor.Get("/track");

        var said = new List<string>();
        foreach (var (code, last) in ((string, string)[])[(receipt.TrackCode, "0000"), ("SQ2222222222", "0014"), ("🙂", "0014")])
        {
            var refused = await visitor.Submit("track", ("Form.Code", code), ("Form.LastFour", last));
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            said.Add(refused.Page.QuerySelector(".refusal")!.TextContent);
        }

        said.Distinct().ShouldHaveSingleItem();
        (await visitor.Submit("track", ("Form.Code", ""), ("Form.LastFour", ""))).Page.QuerySelectorAll(".error-summary li").Length.ShouldBe(2);
        // 一次换一个来源，也只试得了二十次。
        var statuses = new List<HttpStatusCode>();
        foreach (var guess in Enumerable.Range(1, 20))
        {
            using var other = site.Visitor();
            await other.Get("/track");
            statuses.Add((await other.Submit("track", ("Form.Code", receipt.TrackCode), ("Form.LastFour", $"{guess:0000}"))).Status);
        }

        statuses.Count(status => status == HttpStatusCode.TooManyRequests).ShouldBe(1);
    }

    [Fact]
    public async Task A_visit_that_is_forged_left_or_too_old_is_none_and_what_was_typed_is_given_back()
    {
        var cases = Cases;
        var receipt = await cases.Processing();
        using var stranger = site.Visitor();
        (await stranger.Get("/track/case")).Location.ShouldBe("/track");
        stranger.Cookies.Add(site.Address, new Cookie("track", "伪造".GetHashCode(StringComparison.Ordinal).ToString(), "/track"));
        (await stranger.Get("/track/case")).Location.ShouldBe("/track");

        using var left = await Tracked(receipt);
        await left.Get("/track/case");
        (await left.Submit("leave")).Location.ShouldBe("/track");
        (await left.Get("/track/case")).Location.ShouldBe("/track");

        using var old = await Tracked(receipt);
        await old.Get("/track/case");
        site.City.Clock.Advance(TimeSpan.FromMinutes(31));
        var late = await old.Submit("withdraw", ("Form.Text", "写了很久的话"));
        (late.Status, late.Text.Contains("写了很久的话", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true));
        (await cases.Open(receipt.Case)).Line.Outcome.ShouldBeNull();
    }

    [Fact]
    public async Task One_source_may_ask_thirty_times_in_ten_minutes()
    {
        using var visitor = site.Visitor();
        var nothing = new Dictionary<string, string> { ["_handler"] = "track" };
        for (var sent = 0; sent < 30; sent++) (await visitor.Post("/track", nothing)).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await visitor.Post("/track", nothing)).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private async Task<Visitor> Tracked(CaseReceipt receipt)
    {
        var visitor = site.Visitor();
        await visitor.Get("/track");
        (await visitor.Submit("track", ("Form.Code", receipt.TrackCode.ToLowerInvariant()), ("Form.LastFour", "0014"))).Location.ShouldBe("/track/case");
        return visitor;
    }
}
