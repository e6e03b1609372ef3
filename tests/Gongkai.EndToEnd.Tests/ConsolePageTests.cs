using Gongkai.Organisations.Access;
using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

/// <summary>后台的每一页在真的浏览器里看：三种宽度不横滚，axe 没有毛病，不违反内容策略。</summary>
public sealed class ConsolePageTests(CityInBrowser site) : IClassFixture<CityInBrowser>
{
    [BrowserTheory]
    [InlineData(null, "/console/sign-in")]
    [InlineData(Role.Administrator, "/console", "/console/password", "/console/totp", "/console/sessions", "/console/permissions", "/console/units", "/console/units/{culture}", "/console/units/establish", "/console/units/regions", "/console/people", "/console/people/add", "/console/people/{administrator}", "/console/audit/verify")]
    [InlineData(Role.DeputyLeader, "/console/delegations")]
    [InlineData(Role.Administrator, "/console/tokens", "/console/settings", "/console/holidays", "/console/holidays/{holiday}")]
    [InlineData(Role.Auditor, "/console/audit")]
    [InlineData(Role.DisclosureOfficeHead, "/console/columns", "/console/guide/{city}", "/console/systems/{city}?system=review", "/console/columns/{city}", "/console/normative", "/console/normative/register", "/console/normative/cleanup", "/console/normative/{normative}")]
    [InlineData(Role.DeputyLeader, "/console/reports", "/console/reports/{city}/2023")]
    public async Task Pages_of_the_console_are_accessible_fit_the_screen_and_break_no_policy(Role? role, params string[] paths)
    {
        await using var visit = await site.Open("/console", role, new Look(1440));
        foreach (var path in paths)
        {
            foreach (var (width, name, display) in Screenshots.Looks)
            {
                await visit.Page.SetViewportSizeAsync(width, 900);
                await visit.Page.Context.AddCookiesAsync([new Cookie { Name = "display", Value = display, Url = site.Address.ToString() }]);
                await visit.Page.GotoAsync(site.Real(path));
                if (path.Contains('{', StringComparison.Ordinal)) await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
                await Screenshots.Take(visit.Page, path.Replace("{", "").Replace("}", ""), name, width);

                (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, $"{path}，{width} 像素、{name}：内容比屏幕宽");
                // 宽窄只影响排法：axe 看手机的浅色与桌面的深色就够。
                if (name == "large" || (name == "light" && width > 390)) continue;
                (await Axe.Faults(visit.Page)).ShouldBeEmpty($"{path} {name}");
            }
        }

        visit.ForeignRequests.ShouldBeEmpty();
        visit.Complaints.ShouldBeEmpty();
    }
}
