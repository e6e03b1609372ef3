using System.Globalization;
using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Tests.Reviewing;
using Gongkai.Web.Tests.SigningIn;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Requests;

/// <summary>办理申请：用普通的表单从确认办到发出答复；不该由他办的、晚了的、没有的，说明。</summary>
public sealed class CasePageTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    private InventedCases Cases => new(site.Office, site.Services.GetRequiredService<RequestServices>());

    private DateOnly Today => site.City.Today;

    [Fact]
    public async Task A_case_is_handled_with_plain_forms_from_the_confirmation_to_the_letter()
    {
        var receipt = await Submitted();
        using var handler = await site.Holder(Role.Handler);
        using var head = await site.Holder(Role.DisclosureOfficeHead);
        (await handler.Get("/console/cases")).Page.QuerySelector($"a[href='{Address(receipt.Case)}']")!.TextContent.ShouldContain("补助");
        (await handler.Get("/console")).Page.QuerySelector($"a[href='{Address(receipt.Case)}']").ShouldNotBeNull();

        await Act(handler, receipt.Case, CaseAction.Confirm, ("evidence", "电话确认"));
        await handler.Get(Act(receipt.Case, CaseAction.Register));
        (await handler.Submit("act", ("preview", "letters"))).Page.QuerySelector(".letter-text")!.TextContent.ShouldContain("查询码SQ");
        (await handler.Get(Address(receipt.Case))).Page.QuerySelector(".dossier-standing")!.TextContent.ShouldContain("已收到", Case.Sensitive, "先看文书不是办。");
        await Act(handler, receipt.Case, CaseAction.Register);
        await Act(head, receipt.Case, CaseAction.Assign, ("assignee", site.Office.Holder(Role.Handler).ToString()));
        await Act(handler, receipt.Case, CaseAction.Accept);
        await Act(handler, receipt.Case, CaseAction.StartDraft);
        await Act(handler, receipt.Case, CaseAction.SubmitDraft, ("outcome", nameof(CaseOutcome.InternalAffairs)), ("text", "属于内部的工作流程"));
        foreach (var (role, action) in ((Role, CaseAction)[])[(Role.LegalReviewer, CaseAction.PassLegal), (Role.SecrecyReviewer, CaseAction.PassSecrecy)])
        {
            using var reviewer = await site.Holder(role);
            (await reviewer.Get($"{Act(receipt.Case, CaseAction.SendAnswer)}?preview=answer")).Page.QuerySelector(".letter-text")!.TextContent.ShouldContain("内部的工作流程");
            await Act(reviewer, receipt.Case, action);
        }

        await Act(head, receipt.Case, CaseAction.ApproveAnswer);
        await Act(handler, receipt.Case, CaseAction.SendAnswer, ("number", "云文广公复〔2026〕9号"));

        var page = (await handler.Get(Address(receipt.Case))).Page;
        page.QuerySelector(".dossier-standing")!.TextContent.ShouldContain("已答复");
        page.Body!.TextContent.ShouldNotContain("某乙", Case.Sensitive, "案卷里不写申请人是谁。");
        page.QuerySelectorAll("main .data-table")[^1].QuerySelectorAll("tbody tr").Length.ShouldBe(11, "经过里每件事一行。");
        var letter = page.QuerySelectorAll("a[download]").Select(link => link.GetAttribute("href")!).Last();
        var (type, content) = await handler.Download(letter);
        (type, content.Length > 1000).ShouldBe(("application/vnd.openxmlformats-officedocument.wordprocessingml.document", true));
        (await handler.Get(letter.Replace(".docx", "", StringComparison.Ordinal))).Page.QuerySelector(".letter-to")!.TextContent.ShouldBe("某乙：");
        await handler.Get(Address(receipt.Case));
        (await handler.Submit("show-applicant")).Page.Body!.TextContent.ShouldContain("999900199001010014");
    }

    [Fact]
    public async Task Table_three_counts_the_cases_and_each_cell_opens_on_them()
    {
        var receipt = await Cases.Processing();
        await Cases.Answer(receipt.Case, new() { Outcome = CaseOutcome.Granted }, "云文广公复〔2026〕10号");
        using var handler = await site.Holder(Role.Handler);

        var page = (await handler.Get($"/console/cases/counts?unit={site.Office.Unit}&year={Today.Year}")).Page;
        var cell = page.QuerySelectorAll(".case-counts a").Single(link => link.GetAttribute("href")!.Contains("row=granted&column=NaturalPerson", StringComparison.Ordinal));
        var opened = await handler.Get(cell.GetAttribute("href")!.Split('#')[0]);
        opened.Page.QuerySelectorAll("#content li a").Select(link => link.GetAttribute("href")).ShouldContain(Address(receipt.Case));
        (await handler.Download($"/console/cases.xlsx?unit={site.Office.Unit}&year={Today.Year}")).Type.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        (await handler.Get("/console/cases/counts?year=2010")).Text.ShouldContain("没有统一的格式");
    }

    [Fact]
    public async Task What_came_over_the_counter_is_entered_with_its_evidence_and_missing_items_are_taken()
    {
        using var handler = await site.Holder(Role.Handler);
        await handler.Get($"/console/cases/new?unit={site.Office.Unit}");
        (await handler.Submit("enter-case", ("Form.Way", "InPerson"), ("Form.Wanted", "场馆的收费批文"))).Text.ShouldContain("RQ-13", Case.Sensitive, "当面提交的要有证据。");
        (await handler.Submit("enter-case", ("Form.Way", "Internet"), ("Form.Wanted", "场馆的收费批文"))).Text.ShouldContain("不在单子上");
        (await handler.Submit("enter-case", ("Form.Way", "InPerson"), ("Form.Evidence", "受理记录 7 号"), ("Form.On", Iso(Today.AddDays(1))), ("Form.Wanted", "场馆的收费批文"))).Text.ShouldContain("RQ-17");

        var entered = await handler.Follow(await handler.Submit("enter-case", ("Form.Way", "InPerson"), ("Form.Evidence", "受理记录 7 号"), ("Form.On", Iso(Today)), ("Form.Wanted", "场馆的收费批文")));
        entered.Page.QuerySelector(".dossier-standing")!.TextContent.ShouldContain("已收到");
        entered.Text.ShouldContain("受理记录 7 号");
        using var legal = await site.Holder(Role.LegalReviewer);
        (await legal.Get("/console/cases/new")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Who_may_not_who_is_too_late_and_what_is_not_there_are_told_so()
    {
        var receipt = await Submitted();
        using var handler = await site.Holder(Role.Handler);
        using var proofreader = await site.Holder(Role.Proofreader);
        using var legal = await site.Holder(Role.LegalReviewer);

        (await proofreader.Get(Address(receipt.Case))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Forge(legal, receipt.Case, CaseAction.Confirm, [("evidence", "电话")])).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Forge(legal, receipt.Case, CaseAction.Confirm, [], "show-applicant", Address(receipt.Case))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await handler.Get($"{Address(receipt.Case)}/acts/delete")).Status.ShouldBe(HttpStatusCode.NotFound, "没有删除一件的动作（RQ-12）。");
        (await handler.Get(Address(new CaseId(Guid.NewGuid())))).Status.ShouldBe(HttpStatusCode.NotFound);
        await Cases.Done(receipt.Case, Role.Handler, CaseAction.Confirm, new() { Evidence = "别人先确认了" });
        (await Forge(handler, receipt.Case, CaseAction.Register, [("version", "1")])).Status.ShouldBe(HttpStatusCode.Conflict);
        (await Forge(handler, receipt.Case, CaseAction.SendAnswer, [("number", "1号")])).Text.ShouldContain("不能“发出答复”");
        (await Forge(handler, receipt.Case, CaseAction.Register, [("on", "3/3/2026")])).Text.ShouldContain("2026-03-03");
        (await Forge(handler, receipt.Case, CaseAction.Register, [("number", new string('长', 201))])).Text.ShouldContain("不超过 200 个字");
        using var head = await site.Holder(Role.DisclosureOfficeHead);
        (await Forge(head, (await Cases.Processing()).Case, CaseAction.Reassign, [("assignee", site.Office.City.Administrator.ToString())])).Text.ShouldContain("只能交给本单位");
    }

    private async Task<CaseReceipt> Submitted() => await Cases.Submit();

    // 打开那一件的页面，填好，交出去，跟到办成以后的页面。
    private static async Task Act(Visitor visitor, CaseId id, CaseAction action, params (string, string)[] fields)
    {
        (await visitor.Get(Act(id, action))).Status.ShouldBe(HttpStatusCode.OK);
        var reply = await visitor.Submit("act", fields);
        reply.Page?.QuerySelector(".refusal")?.TextContent.ShouldBeNull();
        (await visitor.Follow(reply)).Page.QuerySelector(".notice-good").ShouldNotBeNull($"{action}");
    }

    private Task<Reply> Forge(Visitor visitor, CaseId id, CaseAction action, IReadOnlyList<(string Name, string Value)> fields, string handler = "act", string? address = null) =>
        ForgedForm.Send(visitor, Address(id), address ?? Act(id, action), [("on", Iso(Today)), .. fields], handler);

    private static string Address(CaseId id) => $"/console/cases/{id}";

    private static string Act(CaseId id, CaseAction action) => $"{Address(id)}/acts/{CaseDesk.KindOf(action)[CaseDesk.KindPrefix.Length..]}";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
