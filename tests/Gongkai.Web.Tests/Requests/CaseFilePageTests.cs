using System.Globalization;
using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Gongkai.Testing.Files;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Tests.Reviewing;
using Gongkai.Web.Tests.SigningIn;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Requests;

/// <summary>案卷里的文件，用普通的表单：放进去，改用途，随答复给申请人；补正带材料。不合适的说清楚，写了的还在。</summary>
public sealed class CaseFilePageTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    private InventedCases Cases => new(site.Office, site.Services.GetRequiredService<RequestServices>());

    [Fact]
    public async Task A_handler_attaches_files_and_the_applicant_downloads_them_after_delivery()
    {
        var cases = Cases;
        var receipt = await cases.Processing();
        var address = $"/console/cases/{receipt.Case}/files";
        using var handler = await site.Holder(Role.Handler);
        await handler.Get(address);
        (await handler.SubmitFiles("attach-file", [("Form.Upload", "表.txt", "只是文字。"u8.ToArray()), ("Form.Upload", "名册.pdf", InventedPdf.Blank(2))])).ShouldSatisfyAllConditions(
            refused => refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity),
            refused => refused.Text.ShouldContain("“表.txt”没有收下：只收 PDF、JPG、PNG、DOCX"),
            refused => refused.Text.ShouldContain("附上 名册.pdf", Case.Sensitive, "没有收下的不带累收下了的。"));
        (await handler.Follow(await handler.Submit("attach-file"))).Text.ShouldContain("文件放进案卷了");
        await handler.SubmitFiles("attach-file", [("Form.Upload", "回执.pdf", InventedPdf.Blank(1))], ("Form.Purpose", "Evidence"), ("Form.Event", "2"));
        (await handler.Get(address)).Text.ShouldContain("证据，留在案卷：双方确认");
        (await handler.Follow(await handler.Submit("use-file-1"))).Text.ShouldContain("用途改好了");
        (await handler.Follow(await handler.Submit("use-file-1"))).Page.QuerySelector("main .data-table tbody")!.TextContent.ShouldContain("随答复提供");
        (await handler.Download($"{address}/1")).Type.ShouldBe("application/pdf");

        using var visitor = await Tracked(receipt);
        (await Status(visitor, "/track/files/1")).ShouldBe(HttpStatusCode.NotFound);
        await cases.Answer(receipt.Case, new() { Outcome = CaseOutcome.Granted }, "云文广公复〔2026〕21号");
        (await Status(visitor, "/track/files/1")).ShouldBe(HttpStatusCode.NotFound, "发出了，还没有送达。");
        (await visitor.Get("/track/case")).Text.ShouldContain("随答复提供 1 个文件");
        await cases.Done(receipt.Case, Role.Handler, CaseAction.RecordDelivery, new() { Evidence = "邮件 1 号" });

        (await visitor.Get("/track/case")).Page.QuerySelector("a[href='/track/files/1']")!.TextContent.ShouldBe("名册.pdf");
        var (type, content) = await visitor.Download("/track/files/1");
        (type, content.AsSpan().StartsWith("%PDF-"u8)).ShouldBe(("application/pdf", true));
        (await Status(visitor, "/track/files/2")).ShouldBe(HttpStatusCode.NotFound, "证据不给。");
        using var stranger = site.Visitor();
        (await Status(stranger, "/track/files/1")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_delivery_is_entered_with_its_evidence_and_the_portal_records_its_own()
    {
        var cases = Cases;
        var (posted, opened) = (await cases.Processing(), await cases.Processing());
        await cases.Answer(posted.Case, new() { Outcome = CaseOutcome.Granted }, "云文广公复〔2026〕31号");
        await cases.Answer(opened.Case, new() { Outcome = CaseOutcome.Granted }, "云文广公复〔2026〕32号");
        var act = $"/console/cases/{posted.Case}/acts/record-delivery";
        using var handler = await site.Holder(Role.Handler);
        foreach (var (way, evidence, says) in ((string, string, string)[])[("Post", "已寄出", "邮件号码"), ("Portal", "领取了", "由系统"), ("Pickup", "", "送达要有证据")])
        {
            await handler.Get(act);
            var refused = await handler.Submit("act", ("delivered", way), ("evidence", evidence));
            (refused.Status, refused.Text.Contains(says, StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true), says);
        }

        await handler.Get(act);
        (await handler.Follow(await handler.Submit("act", ("delivered", "Post"), ("evidence", "挂号信 XA12345678944")))).Text.ShouldContain("送达：邮寄");
        using var visitor = await Tracked(opened);
        (await visitor.Get("/track/letters/2")).Text.ShouldContain("云文广公复〔2026〕32号");
        (await handler.Get($"/console/cases/{opened.Case}")).Text.ShouldContain("送达：在本网站凭查询码领取");
    }

    [Theory]
    [InlineData(DeliveryWay.Pickup, 0)]
    [InlineData(DeliveryWay.Email, -2)]
    [InlineData(DeliveryWay.Post, null)]
    public async Task The_day_of_delivery_is_proposed_by_the_rule_of_the_way_asked_for_and_can_be_changed(DeliveryWay way, int? days)
    {
        var (cases, today) = (Cases, site.City.Today);
        var id = await cases.TakenOver($"2025-{way}", today.AddDays(-5), application: InventedCases.Application() with { Delivery = way });
        await cases.Done(id, Role.Handler, CaseAction.StartDraft);
        await cases.Done(id, Role.Handler, CaseAction.SubmitDraft, new() { Outcome = CaseOutcome.Granted });
        await cases.Done(id, Role.LegalReviewer, CaseAction.PassLegal);
        await cases.Done(id, Role.SecrecyReviewer, CaseAction.PassSecrecy);
        await cases.Done(id, Role.DisclosureOfficeHead, CaseAction.ApproveAnswer);
        await cases.Done(id, Role.Handler, CaseAction.SendAnswer, new() { Number = $"云文广公复〔2026〕{40 + (int)way}号" }, today.AddDays(-2));
        using var handler = await site.Holder(Role.Handler);

        var page = (await handler.Get($"/console/cases/{id}/acts/record-delivery")).Page;
        page.QuerySelector("[name='on']")!.GetAttribute("value").ShouldBe(days is { } later ? today.AddDays(later).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "");
        page.QuerySelector("[name='delivered'] option[selected]")!.GetAttribute("value").ShouldBe($"{way}");
        await handler.Submit("act", ("on", today.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("evidence", "挂号信 XA12345678944，本人签收，邮件发送记录"));
        (await cases.Open(id)).State.DeliveredOn.ShouldBe(today.AddDays(-1));
    }

    [Fact]
    public async Task Forged_and_unfit_files_are_refused_with_a_sentence()
    {
        var cases = Cases;
        var id = (await cases.Processing()).Case;
        using var handler = await site.Holder(Role.Handler);
        await handler.Get($"/console/cases/{id}/files");
        (await handler.Submit("attach-file")).Text.ShouldContain("请选文件");
        (await handler.SubmitFiles("attach-file", [("Form.Upload", "一.pdf", InventedPdf.Blank(1))], ("Form.Purpose", "Application"))).Text.ShouldContain("不在单子上");
        foreach (var (name, content, says) in ((string, byte[], string)[])[("厚.pdf", InventedPdf.Blank(5000), "有 5000 页"), ("空.pdf", [], "没有收下"), ("锁.pdf", Locked, "没有收下"), ("大.pdf", new byte[(8 << 20) + 1], "不超过 8 MB")])
            (await handler.SubmitFiles("attach-file", [("Form.Upload", name, content)])).ShouldSatisfyAllConditions(
                refused => refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, name), refused => refused.Page.QuerySelector(".file-drop .field-error")!.TextContent.ShouldContain(says));
        using var legal = await site.Holder(Role.LegalReviewer);
        (await legal.Get($"/console/cases/{id}/files")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await handler.Get($"/console/cases/{Guid.NewGuid()}/files")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await cases.Requests.Files.Of(await cases.Office.Current(cases.Office.Holder(Role.Handler)), id, CancellationToken.None)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_go_with_the_answer_only_between_registration_and_review()
    {
        var cases = Cases;
        var early = (await cases.Submit()).Case;
        var reviewed = (await cases.Processing()).Case;
        await cases.Done(reviewed, Role.Handler, CaseAction.StartDraft);
        await cases.Done(reviewed, Role.Handler, CaseAction.SubmitDraft, new() { Outcome = CaseOutcome.Granted });
        using var handler = await site.Holder(Role.Handler);
        foreach (var (id, says) in ((CaseId, string)[])[(early, "还没有登记"), (reviewed, "答复已经送审")])
        {
            await handler.Get($"/console/cases/{id}/files");
            (await handler.SubmitFiles("attach-file", [("Form.Upload", "名册.pdf", InventedPdf.Blank(1))])).ShouldSatisfyAllConditions(refused => refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity), refused => refused.Text.ShouldContain("RQ-19"), refused => refused.Text.ShouldContain(says));
            (await cases.Requests.Files.Of(await cases.Office.Current(cases.Office.Holder(Role.Handler)), id, CancellationToken.None)).Value.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_correction_brings_papers_and_a_paper_that_is_not_taken_loses_nothing()
    {
        var cases = Cases;
        var receipt = await cases.Submit();
        await cases.Done(receipt.Case, Role.Handler, CaseAction.Confirm, new() { Evidence = "电话确认" });
        await cases.Done(receipt.Case, Role.Handler, CaseAction.Register);
        await cases.Done(receipt.Case, Role.DisclosureOfficeHead, CaseAction.Assign, new() { Assignee = site.Office.Holder(Role.Handler) });
        await cases.Done(receipt.Case, Role.DisclosureOfficeHead, CaseAction.RequestCorrection, new() { Text = "补委托书", Until = site.City.Today.AddDays(21) });
        using var visitor = await Tracked(receipt);
        await visitor.Get("/track/case");

        var refused = await visitor.SubmitFiles("correct", [("Form.Upload", "委托书.pdf", InventedPdf.Blank(2)), ("Form.Upload", "厚.pdf", InventedPdf.Blank(5000))], ("Form.Text", "委托书补上"));
        refused.ShouldSatisfyAllConditions(
            page => page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity), page => page.Text.ShouldContain("有 5000 页，至多收 100 页"),
            page => page.Page.QuerySelector("textarea")!.TextContent.ShouldBe("委托书补上"), page => page.Text.ShouldContain("附上 委托书.pdf"));
        (await visitor.Submit("correct")).Text.ShouldContain("补正收到了");

        using var handler = await site.Holder(Role.Handler);
        (await handler.Get($"/console/cases/{receipt.Case}")).Page.QuerySelector($"a[href='/console/cases/{receipt.Case}/files/1']")!.TextContent.ShouldBe("委托书.pdf");
    }

    // 要口令才打得开。
    private static byte[] Locked => [.. "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 0 /Kids [] >>\nendobj\ntrailer\n<< /Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O <00> /U <00> /P -4 >> /ID [<00> <00>] >>\n%%EOF\n"u8];

    private static async Task<HttpStatusCode> Status(Visitor visitor, string address)
    {
        using var reply = await visitor.Raw(address);
        return reply.StatusCode;
    }

    private async Task<Visitor> Tracked(CaseReceipt receipt)
    {
        var visitor = site.Visitor();
        await visitor.Get("/track");
        (await visitor.Submit("track", ("Form.Code", receipt.TrackCode), ("Form.LastFour", "0014"))).Location.ShouldBe("/track/case");
        return visitor;
    }
}
