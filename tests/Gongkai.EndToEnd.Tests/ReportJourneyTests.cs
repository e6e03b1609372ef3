using Gongkai.AnnualReports.Filing;
using Gongkai.Organisations.Access;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Portal;
using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

/// <summary>一份年报在浏览器里从头到尾：照登记编、标出矛盾、改一格写理由、送审签发、退回重报、接收、汇总、公布、更正，与从前的对照。</summary>
public sealed class ReportJourneyTests(OfficeInBrowser site) : IClassFixture<OfficeInBrowser>
{
    private int Year => site.City.Today.Year - 1;

    private string Report => $"/console/reports/{site.Office.Unit}/{Year}";

    [BrowserFact]
    public async Task A_report_is_compiled_contradicted_overridden_submitted_returned_accepted_added_up_published_corrected_and_compared()
    {
        await site.Office.PublishReport();
        await using var handler = await site.Open($"{Report}/compile", Role.Handler);
        await using var head = await site.Open("/console", Role.DisclosureOfficeHead);
        await using var leader = await site.Open("/console", Role.DeputyLeader);
        await using var officer = await site.Open("/console", Role.AuthorityOfficer);
        await using var visitor = await site.Open("/", null, new Look(1440));

        var page = handler.Page;
        var prose = await page.InputValueAsync("#section-1");
        await page.FillAsync("#section-1", "本年度新收政府信息公开申请 99 件。");
        await Assertions.Expect(page.Locator("[data-grid-findings]")).ToContainTextAsync("99");
        await page.FillAsync("#section-1", prose);
        await page.FillAsync("[name='cell.disclosure.coercions.decisions']", "2");
        await page.FillAsync("[name='cell.disclosure.penalties.decisions']", "0");
        await page.FillAsync("[name='cell.disclosure.fees.amount']", "0");
        await Assertions.Expect(page.Locator("[data-grid-live] input")).ToHaveCountAsync(3);
        foreach (var why in await page.Locator("[data-grid-live] input").AllAsync()) await why.FillAsync("系统外办的，另有记录");
        await Keep(page);
        await Assertions.Expect(page.Locator("#overrides")).ToContainTextAsync("改过的 3 格");

        await Submit(handler, head, leader);
        await Do(officer, FilingAction.SendBack, "第五部分请写具体");
        await Recompile(page, "存在的主要问题：解读的形式单一。改进：多用图解。");
        await Submit(handler, head, leader);
        await Do(officer, FilingAction.Accept);
        await officer.Page.GotoAsync($"/console/collect/total?unit={site.City.CityOffice}&year={Year}&cell=disclosure.coercions.decisions");
        await Assertions.Expect(officer.Page.GetByRole(AriaRole.Row, new() { Name = "云泽市文化广播局 2" })).ToBeVisibleAsync();
        await Do(leader, FilingAction.Publish);
        var address = PortalAddress.OfReport(site.Office.Unit, Year);
        (await visitor.Page.GotoAsync(address))!.Status.ShouldBe(200);
        await Assertions.Expect(visitor.Page.Locator("main")).ToContainTextAsync("多用图解");

        await Do(leader, FilingAction.Correct, "第六部分漏写一句");
        await Recompile(page, "存在的主要问题：解读的形式单一。改进：多用图解，多开见面会。");
        await Submit(handler, head, leader);
        await Do(officer, FilingAction.Accept);
        await Do(leader, FilingAction.Publish, "第五部分补写一项，数字没有变。");
        await visitor.Page.GotoAsync(address);
        await Assertions.Expect(visitor.Page.Locator("main")).ToContainTextAsync("补写一项");
        await visitor.Page.GotoAsync($"/data/compare?old={PortalAddress.KeyOf(site.Office.Unit)}.2023&new={PortalAddress.KeyOf(site.Office.Unit)}.{Year}");
        await Assertions.Expect(visitor.Page.Locator("main")).ToContainTextAsync("行政处罚");
        await Assertions.Expect(visitor.Page.Locator("main")).ToContainTextAsync("见面会");
        foreach (var visit in new[] { handler, head, leader, officer, visitor }) visit.ForeignRequests.ShouldBeEmpty();
    }

    private static async Task Keep(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "存成一版" }).ClickAsync();
        await Assertions.Expect(page.Locator("#act-SelfCheck")).ToBeVisibleAsync();
    }

    private async Task Recompile(IPage page, string problems)
    {
        await page.GotoAsync($"{Report}/compile");
        await page.FillAsync("#section-5", problems);
        await Keep(page);
    }

    private async Task Submit(Visit handler, Visit head, Visit leader)
    {
        await handler.Page.GotoAsync(Report);
        foreach (var field in await handler.Page.Locator("#act-SelfCheck textarea").AllAsync()) await field.FillAsync("照登记，已经核对");
        await Send(handler, FilingAction.SelfCheck);
        await Do(head, FilingAction.Pass);
        await Do(leader, FilingAction.Sign);
    }

    private async Task Do(Visit visit, FilingAction action, string? note = null)
    {
        await visit.Page.GotoAsync(Report);
        await visit.Page.Locator($"#act-{action}").EvaluateAsync("one => one.open = true");
        if (note is not null) await visit.Page.FillAsync($"#note-{action}", note);
        await Send(visit, action);
    }

    private static async Task Send(Visit visit, FilingAction action)
    {
        await visit.Page.Locator($"#act-{action} button[type=submit]").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("main .notice").First).ToContainTextAsync($"{action.Caption()}：已经办好");
    }
}
