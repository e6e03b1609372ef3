using Gongkai.Organisations.Access;
using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

/// <summary>审查的各页在真的浏览器里看：三种宽度不横滚，axe 没有毛病，不违反内容策略。</summary>
public sealed class ReviewPageTests(OfficeInBrowser site) : IClassFixture<OfficeInBrowser>
{
    [BrowserTheory]
    [InlineData(Role.Handler, "/console/cases/{case}/files/1/redaction", "/console/cases/{case}/files/2/redaction")]
    [InlineData(Role.DisclosureOfficeHead, "/console/letters", "/console/letters/PartlyGranted")]
    [InlineData(Role.OfficeHead, "/console", "/console/items/{review}", "/console/items", "/console/items/bulk?act=pass&item={review}&item={draft}", "/console/items/{review}/acts/return")]
    [InlineData(Role.Handler, "/console", "/console/items/{draft}", "/console/items/{published}", "/console/ledger", "/console/help/dossier")]
    [InlineData(Role.Handler, "/console/registers", "/console/registers/permits", "/console/registers/permits/{entry}", "/console/registers/table-two", "/console/registers/rumours", "/console/registers/rectification", "/console/reports/{unit}/2025/compile")]
    [InlineData(Role.DisclosureOfficeHead, "/console/channels", "/console/channels/{account}", "/console/channels/{stopped}")]
    [InlineData(Role.DisclosureOfficeHead, "/console/cases", "/console/cases/new", "/console/cases/{case}", "/console/cases/{case}/files", "/console/cases/{answered}", "/console/cases/{answered}/letters/2", "/console/cases/counts", "/console/cases/years?year=2025", "/console/cases/{case}/acts/issue-fee-notice")]
    [InlineData(Role.AuthorityOfficer, "/console/collect", "/console/collect/total?unit={authority}&year=2025&cell=requests.newlyReceived.total", "/console/reports/{county}/2025")]
    [InlineData(Role.Handler, "/console/reports/{unit}/2025", "/console/reports/{unit}/2024")]
    [InlineData(Role.SecrecyReviewer, "/console/items/{poisoned}", "/console/findings", "{finding}")]
    [InlineData(Role.DisclosureOfficeHead, "/console/items/{timed}", "/console/units/{unit}/review")]
    [InlineData(Role.DisclosureOfficeHead, "/console/cases/retention")]
    [InlineData(Role.Handler, "/console/claims", "/console/claims/new", "/console/claims/{claim}")]
    public async Task Pages_of_the_review_are_accessible_fit_the_screen_and_break_no_policy(Role role, params string[] paths)
    {
        await using var visit = await site.Open("/console", role);
        foreach (var path in paths)
        {
            foreach (var (width, name, display) in Screenshots.Looks)
            {
                await visit.Page.SetViewportSizeAsync(width, 900);
                await visit.Page.Context.AddCookiesAsync([new Cookie { Name = "display", Value = display, Url = site.Address.ToString() }]);
                await visit.Page.GotoAsync(site.Real(path));
                await Screenshots.Take(visit.Page, $"review-{role}-{path.Replace("{", "").Replace("}", "").Replace('?', '-').Replace('&', '-')}", name, width);
                await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");

                (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, $"{path}，{width} 像素、{name}：内容比屏幕宽");
                if (name == "large" || (name == "light" && width > 390)) continue;
                (await Axe.Faults(visit.Page)).ShouldBeEmpty($"{path} {name}");
            }
        }

        visit.ForeignRequests.ShouldBeEmpty();
        visit.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task The_ledger_on_paper_is_only_the_ledger()
    {
        await using var visit = await site.Open("/console/ledger", Role.Handler);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        (await visit.Page.Locator(".ledger-period").IsVisibleAsync()).ShouldBeFalse();
        (await visit.Page.Locator(".console-nav").IsVisibleAsync()).ShouldBeFalse();
        (await visit.Page.Locator(".console-person").IsVisibleAsync()).ShouldBeFalse();
        (await visit.Page.GetByText("关于市图书馆延长开放时间的通知").IsVisibleAsync()).ShouldBeTrue();
        var (page, table) = (await visit.Page.Locator("body").BoundingBoxAsync(), await visit.Page.Locator(".ledger .data-table").BoundingBoxAsync());
        table!.Width.ShouldBeGreaterThan(page!.Width / 2, "纸上没有导航，台账要占整页");
        await Screenshots.Take(visit.Page, "review-ledger", "print", 1440);
    }
}
