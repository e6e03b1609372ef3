using Deque.AxeCore.Playwright;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

/// <summary>申请人拿着手机：填申请表，缺项回来补，拿查询码，补正，看期限的缘由，领答复；没有脚本也走得通。</summary>
public sealed class ApplicantJourneyTests(OfficeInBrowser site) : IClassFixture<OfficeInBrowser>
{
    private const string Wanted = "2025 年公共文化场馆免费开放补助的发放名册";

    private string Requests => $"{PortalAddress.OfUnit(site.Office.Unit)}/requests";

    [BrowserFact]
    public async Task Somebody_with_a_phone_and_no_script_applies_corrects_and_collects_the_answer()
    {
        await using var visit = await site.Open(Requests, null, new Look(390, Script: false));
        var page = visit.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "在网上申请" }).ClickAsync();
        await page.FillAsync("[name='Form.Name']", "某乙");
        await page.FillAsync("[name='Form.Wanted']", Wanted);
        await page.GetByRole(AriaRole.Button, new() { Name = "提交申请" }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary h2")).ToHaveTextAsync("有 2 处没有写，或者像是写错了");
        await page.Locator(".error-summary li a").First.ClickAsync();
        (await page.Locator(":target").GetAttributeAsync("name")).ShouldBe("Form.IdentityNumber");
        await page.FillAsync("[name='Form.IdentityNumber']", "999900199001010014");
        await page.FillAsync("[name='Form.Phone']", "13800138000");
        await page.GetByRole(AriaRole.Button, new() { Name = "补写好了，提交" }).ClickAsync();
        await Visit.Arrive(page, "/track/receipt");
        var code = await page.Locator(".receipt-number").InnerTextAsync();

        var cases = new InventedCases(site.Office, site.Services.GetRequiredService<RequestServices>());
        var id = await IdOf(code);
        await cases.Done(id, Role.Handler, CaseAction.Confirm, new() { Evidence = "电话确认" });
        await cases.Done(id, Role.Handler, CaseAction.Register);
        await cases.Done(id, Role.DisclosureOfficeHead, CaseAction.Assign, new() { Assignee = site.Office.Holder(Role.Handler) });
        await cases.Done(id, Role.DisclosureOfficeHead, CaseAction.RequestCorrection, new() { Text = "写明是哪一批补助", Until = site.City.Today.AddDays(21) });

        await Track(page, code);
        await Assertions.Expect(page.Locator(".case-now")).ToContainTextAsync("请您补正");
        await page.FillAsync("[name='Form.Text']", "2025 年第二批");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交补正" }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice-good")).ToContainTextAsync("补正收到了");
        await cases.Done(id, Role.Handler, CaseAction.Accept);
        await cases.Answer(id, new() { Outcome = CaseOutcome.Granted });
        await page.GotoAsync("/track/case");
        await Assertions.Expect(page.Locator(".case-now")).ToContainTextAsync("答复了：予以公开");
        await page.Locator(".case-letters a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".letter-to")).ToHaveTextAsync("某乙：");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载 DOCX" }).ClickAsync());
        download.SuggestedFilename.ShouldEndWith(".docx");
        visit.ForeignRequests.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Every_page_of_the_applicant_fits_the_screen_and_is_accessible_light_and_dark()
    {
        await using var visit = await site.Open($"{Requests}/apply", null, new Look(390));
        var page = visit.Page;
        await LookAt(visit, "apply");
        await page.FillAsync("[name='Form.Wanted']", "市图书馆延长开放时间的通知");
        await page.GetByText("有代理人，或者几个人一起申请").ClickAsync();
        await page.FillAsync("[name='Form.AgentName']", "某丙");
        await page.ReloadAsync();
        (await page.InputValueAsync("[name='Form.AgentName']")).ShouldBe("某丙", "刷新了还在。");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交申请" }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".notice", new() { HasText = "可能已经公开" })).ToContainTextAsync("关于市图书馆延长开放时间的通知");
        await LookAt(visit, "apply-gaps");
        await page.FillAsync("[name='Form.Phone']", "13800138000");
        await page.GetByRole(AriaRole.Button, new() { Name = "仍按所填提交" }).ClickAsync();
        await Visit.Arrive(page, "/track/receipt");
        await LookAt(visit, "receipt");
        var code = await page.Locator(".receipt-number").InnerTextAsync();
        await page.GotoAsync($"{Requests}/apply");
        (await page.InputValueAsync("[name='Form.Wanted']")).ShouldBeEmpty("交成了，草稿就没有了。");

        await page.GotoAsync("/track");
        await LookAt(visit, "track");
        await page.GotoAsync("about:blank");
        await page.GotoAsync($"/track#{code}");
        (await page.InputValueAsync("[name='Form.Code']")).ShouldBe(code, "扫码来的，查询码填好了。");
        new Uri(page.Url).Fragment.ShouldBeEmpty();
        var cases = new InventedCases(site.Office, site.Services.GetRequiredService<RequestServices>());
        var id = await IdOf(code);
        await cases.Done(id, Role.Handler, CaseAction.Confirm, new() { Evidence = "电话确认" });
        await cases.Done(id, Role.Handler, CaseAction.Register);
        await cases.Done(id, Role.DisclosureOfficeHead, CaseAction.Assign, new() { Assignee = site.Office.Holder(Role.Handler) });
        await cases.Done(id, Role.DisclosureOfficeHead, CaseAction.RequestCorrection, new() { Text = "写明身份证明", Until = site.City.Today.AddDays(21) });
        await Track(page, code, "8000");
        await LookAt(visit, "case");
        await page.GotoAsync("/track/letters/1");
        await LookAt(visit, "letter");
        await cases.Done(id, Role.Handler, CaseAction.ReceiveCorrection, new() { Text = "补了", Evidence = "当面补交" });
        await cases.Done(id, Role.Handler, CaseAction.Accept);
        await cases.Answer(id, new() { Outcome = CaseOutcome.Granted }, "云文广公复〔2026〕19号");
        await page.GotoAsync("/track/case");
        await LookAt(visit, "answered");
        await page.GotoAsync($"{Requests[..^"/requests".Length]}/claims/correction");
        await LookAt(visit, "claim");
        visit.ForeignRequests.ShouldBeEmpty();
        // 缺项交回来的是 422，浏览器会记一笔。
        visit.Complaints.Where(complaint => !complaint.Contains("422", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static async Task Track(IPage page, string code, string lastFour = "0014")
    {
        await page.GotoAsync("/track");
        await page.FillAsync("[name='Form.Code']", code);
        await page.FillAsync("[name='Form.LastFour']", lastFour);
        await page.GetByRole(AriaRole.Button, new() { Name = "查询" }).ClickAsync();
        await Visit.Arrive(page, "/track/case");
    }

    private async Task<CaseId> IdOf(string code)
    {
        await using var db = site.City.Database.CreateContext();
        return new CaseId((await db.RequestCases.SingleAsync(row => row.TrackCode == code)).Id);
    }

    // 交回来的页面不能重新打开：就在这一页上换宽度、换明暗看。
    private static async Task LookAt(Visit visit, string name)
    {
        var page = visit.Page;
        foreach (var theme in (string[])["light", "dark"])
        {
            await page.EvaluateAsync($"document.documentElement.dataset.bsTheme = document.documentElement.dataset.theme = '{theme}'");
            foreach (var width in (int[])[1440, 768, 390])
            {
                await page.SetViewportSizeAsync(width, 900);
                await Screenshots.Take(page, $"applicant-{name}", theme, width);
                (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, $"{name}，{width} 像素：内容比屏幕宽");
            }

            var result = await page.RunAxe();
            result.Violations.Select(violation => $"{name} {theme} {violation.Id}：{violation.Help}（{string.Join("；", violation.Nodes.Take(3).Select(node => node.Html))}）").ShouldBeEmpty();
        }

        await page.EvaluateAsync("document.documentElement.dataset.bsTheme = document.documentElement.dataset.theme = 'light'");
    }
}
