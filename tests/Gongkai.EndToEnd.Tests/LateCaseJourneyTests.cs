using Gongkai.Organisations.Access;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Gongkai.Testing.Organisations;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.EndToEnd.Tests;

/// <summary>逾期的一件在浏览器里办完：清单上标出来，期满不能再延期，迟发的延期告知标出来；照样答复、送达，表三照样计它。</summary>
public sealed class LateCaseJourneyTests(OfficeInBrowser site) : IClassFixture<OfficeInBrowser>
{
    private string Root => site.Address.ToString();

    [BrowserFact]
    public async Task A_late_case_is_flagged_cannot_be_extended_and_is_answered_delivered_and_counted_all_the_same()
    {
        var cases = new InventedCases(site.Office, site.Services.GetRequiredService<RequestServices>());
        var (late, told) = ((await cases.Processing()).Case, (await cases.Processing(InventedCases.Application("市图书馆 2025 年的采购清单"))).Case);
        Until(InventedHardCases.Due);
        await cases.Done(told, Role.DisclosureOfficeHead, CaseAction.ApproveExtension, new() { Days = 20, Text = "涉及多个年度的档案" });
        Until(InventedHardCases.Due.AddDays(2));
        await using var clerk = await site.Open("/console/cases?overdue=true", Role.Handler);
        await using var head = await site.Open("/console", Role.DisclosureOfficeHead);
        await using var lawyer = await site.Open("/console", Role.LegalReviewer);
        await using var secrecy = await site.Open("/console", Role.SecrecyReviewer);

        (await clerk.Page.Locator("tr", new() { Has = clerk.Page.Locator($"a[href='/console/cases/{late}']") }).InnerTextAsync()).ShouldContain("逾期");
        (await clerk.Page.Locator($"main a[href='/console/cases/{told}']").CountAsync()).ShouldBe(1, "批准了延期没有告知的，期限没有变。");
        await Look(clerk, "late-list");
        await Shows(clerk, told, "批准了延长 20 个工作日，还没有告知申请人");
        await clerk.Act(Root, $"{told}", CaseAction.NotifyExtension);
        await Shows(clerk, told, "延期告知迟发");
        await Look(clerk, "late-extension");

        await head.Page.GotoAsync(CaseActing.AddressOf(Root, $"{late}", CaseAction.ApproveExtension));
        await head.Fill("days", "20");
        await head.Fill("text", "来不及了，材料多");
        await head.Press(CaseAction.ApproveExtension);
        (await head.Page.Locator(".refusal").InnerTextAsync()).ShouldContain("已经届满，不能再延期");
        (await head.Page.Locator("main [name='text']").First.InputValueAsync()).ShouldBe("来不及了，材料多", "写了的还在。");
        await Look(head, "late-refused");

        await clerk.Act(Root, $"{late}", CaseAction.StartDraft);
        await clerk.Act(Root, $"{late}", CaseAction.SubmitDraft, ("outcome", nameof(CaseOutcome.Granted)), ("text", "发放名册见附件。"));
        await lawyer.Act(Root, $"{late}", CaseAction.PassLegal);
        await secrecy.Act(Root, $"{late}", CaseAction.PassSecrecy);
        await head.Act(Root, $"{late}", CaseAction.ApproveAnswer);
        await clerk.Act(Root, $"{late}", CaseAction.SendAnswer, ("number", "云文广公复〔2026〕17号"));
        await clerk.Act(Root, $"{late}", CaseAction.RecordDelivery, ("evidence", "当面签收"));
        await Shows(clerk, late, "予以公开");
        await Look(clerk, "late-answered");

        await clerk.Page.GotoAsync($"{Root}console/cases/counts?unit={site.Office.Unit}&year=2026&row=granted&column=NaturalPerson");
        (await clerk.Page.Locator($"main li a[href='/console/cases/{late}']").CountAsync()).ShouldBe(1, "迟了的也计入表三。");
        await clerk.Page.GotoAsync($"{Root}console/cases?overdue=true");
        (await clerk.Page.Locator($"a[href='/console/cases/{late}']").CountAsync()).ShouldBe(0, "答复了的不再列在逾期里。");
        foreach (var visit in new[] { clerk, head, lawyer, secrecy })
        {
            visit.ForeignRequests.ShouldBeEmpty();
            visit.Complaints.Where(complaint => !complaint.Contains("422", StringComparison.Ordinal)).ShouldBeEmpty("拒绝的那一次答 422，浏览器记一句。");
        }
    }

    private void Until(DateOnly day) => site.City.Clock.Advance(TimeSpan.FromDays(day.DayNumber - site.City.Today.DayNumber));

    private async Task Shows(Visit visit, Gongkai.Requests.Intake.CaseId id, string text)
    {
        await visit.Page.GotoAsync($"{Root}console/cases/{id}");
        (await visit.Page.Locator("main").InnerTextAsync()).ShouldContain(text);
    }

    // 三种宽度看一遍：不横滚，axe 没有毛病。
    private static async Task Look(Visit visit, string name)
    {
        foreach (var width in (int[])[390, 768, 1440])
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            await Screenshots.Take(visit.Page, name, "light", width);
            (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, $"{name}，{width} 像素：内容比屏幕宽");
        }

        (await Axe.Faults(visit.Page)).ShouldBeEmpty(name);
    }
}
