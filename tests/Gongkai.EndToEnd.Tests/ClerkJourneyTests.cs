using Gongkai.Organisations.Access;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Gongkai.Testing.Organisations;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.EndToEnd.Tests;

/// <summary>经办在浏览器里从头办到底：告知补正、征求第三方意见、延期、部分公开；负责人批准；服务器中途重启，什么也不丢。</summary>
public sealed class ClerkJourneyTests(OfficeInBrowser site) : IClassFixture<OfficeInBrowser>
{
    private Uri? _address;
    private string _case = "";

    [BrowserFact]
    public async Task A_clerk_goes_through_correction_consultation_extension_and_a_partial_answer_while_the_server_restarts()
    {
        var cases = new InventedCases(site.Office, site.Services.GetRequiredService<RequestServices>());
        _case = (await cases.Submit()).Case.ToString();
        await using var clerk = await site.Open("/console", Role.Handler);
        await using var head = await site.Open("/console", Role.DisclosureOfficeHead);
        await using var lawyer = await site.Open("/console", Role.LegalReviewer);
        await using var secrecy = await site.Open("/console", Role.SecrecyReviewer);

        await Act(clerk, CaseAction.Confirm, ("evidence", "电话确认，通话记录 12 号"));
        await Act(clerk, CaseAction.Register);
        await Act(head, CaseAction.Assign, ("assignee", site.Office.Holder(Role.Handler).ToString()));
        await Act(head, CaseAction.RequestCorrection, ("text", "写明是哪一批补助"), ("until", Day(21)));
        await Act(clerk, CaseAction.ReceiveCorrection, ("text", "2025 年第二批"));
        await Act(clerk, CaseAction.Accept);
        await Act(head, CaseAction.ConsultThirdParty, ("party", "某文化公司"));
        await Shows(clerk, "某文化公司");

        await Restart();
        await Shows(clerk, "2025 年第二批", "重启以后，办过的都在。");
        await Act(clerk, CaseAction.DeliverConsultation, ("evidence", "挂号信 XA000000001CN"));
        await Act(clerk, CaseAction.EndConsultation, ("opinion", "RefusesWithReason"), ("text", "涉及报价，不同意公开"));
        await Act(head, CaseAction.ApproveExtension, ("days", "20"), ("text", "要逐页区分处理"));
        await Act(clerk, CaseAction.NotifyExtension);
        await Shows(clerk, "延长 20 个工作日");

        await Act(clerk, CaseAction.StartDraft);
        await clerk.Page.GotoAsync(CaseActing.AddressOf(Root, _case, CaseAction.SubmitDraft));
        await clerk.Page.SelectOptionAsync("main [name='outcome']", "PartlyGranted");
        await clerk.Page.CheckAsync("main [name='grounds'][value='ThirdPartyRights']");
        await clerk.Fill("text", "发放名册见附件，报价部分不予公开。");
        await clerk.Submit(_case, CaseAction.SubmitDraft);
        await Act(lawyer, CaseAction.PassLegal);
        await Act(secrecy, CaseAction.PassSecrecy);
        await Act(head, CaseAction.ApproveAnswer);
        await Act(clerk, CaseAction.SendAnswer, ("number", "云文广公复〔2026〕7号"));

        await Shows(clerk, "部分公开");
        await clerk.Page.GotoAsync($"{Root}console/cases/counts?unit={site.Office.Unit}&year={site.City.Today.Year}");
        (await clerk.Page.Locator("tr", new() { HasText = "（二）部分公开" }).Locator("td").Last.InnerTextAsync()).ShouldBe("1", "表三里有它。");
        foreach (var visit in new[] { clerk, head, lawyer, secrecy })
        {
            visit.ForeignRequests.Where(address => !address.StartsWith(Root, StringComparison.Ordinal)).ShouldBeEmpty("重启以后换了端口的不算。");
            visit.Complaints.ShouldBeEmpty();
        }
    }

    private string Root => (_address ?? site.Address).ToString();

    private string Day(int later) => site.City.Today.AddDays(later).ToString("yyyy-MM-dd");

    // 换一个进程接着办：浏览器里的登录、库里的东西都还在。
    private async Task Restart()
    {
        await site.Stop(site.Address);
        _address = await site.StartNode();
    }

    private Task Act(Visit visit, CaseAction action, params (string Name, string Value)[] fields) => visit.Act(Root, _case, action, fields);

    private async Task Shows(Visit visit, string text, string? why = null)
    {
        await visit.Page.GotoAsync($"{Root}console/cases/{_case}");
        (await visit.Page.Locator("main").InnerTextAsync()).ShouldContain(text, Case.Sensitive, why);
    }
}
