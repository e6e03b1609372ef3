using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

/// <summary>门户的每一页在真的浏览器里看：三种宽度不横滚，axe 没有毛病，不违反内容策略；在手机上查得到、看得了、下得到。</summary>
public sealed class PortalPageTests(PortalInBrowser site) : IClassFixture<PortalInBrowser>
{
    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/catalogue?year=2026")]
    [InlineData("/u/{unit}")]
    [InlineData("/i/{item}")]
    [InlineData("/i/{withdrawn}")]
    [InlineData("/u/{unit}/guide", "/u/{unit}/guide/1", "/u/{unit}/systems", "/u/{unit}/systems/{system}", "/u/{unit}/requests")]
    [InlineData("/u/{unit}/c/statutory", "/library", "/u/{unit}/library?validity=all", "/library/{normative}", "/i/{regulated}")]
    [InlineData("/reports", "/u/{unit}/reports", "/r/{unit}/2023")]
    [InlineData("/data?year=2023", "/data?indicator=disclosure.licences.decisions", "/data/bodies/{unit}?indicator=share.granted", "/data/indicators", "/data/download")]
    [InlineData("/data/table?body={unit}&cell=requests.granted.total&cell=share.granted", "/data/compare?old={unit}.2021&new={unit}.2022", "/data?level=moon", "/r/{unit}/2022")]
    [InlineData("/search?q=开放")]
    [InlineData("/search?q=没有的词")]
    public async Task A_page_of_the_portal_is_accessible_fits_the_screen_and_breaks_no_policy(params string[] paths)
    {
        await using var visit = await site.Open("/help", new Look(1440));
        foreach (var path in paths)
        {
            foreach (var (width, name, display) in Screenshots.Looks)
            {
                await visit.Page.SetViewportSizeAsync(width, 900);
                await visit.Page.Context.AddCookiesAsync([new Cookie { Name = "display", Value = display, Url = site.Address.ToString() }]);
                await visit.Page.GotoAsync(site.Real(path));
                await Screenshots.Take(visit.Page, "portal" + path.Replace("{", "").Replace("}", "").Replace('?', '-'), name, width);

                (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, $"{path}，{width} 像素、{name}：内容比屏幕宽");
                if (name == "large") continue;
                (await Axe.Faults(visit.Page)).ShouldBeEmpty($"{path} {name}");
            }
        }

        visit.ForeignRequests.ShouldBeEmpty();
        // 撤回的页面本来就是 410，条件不对的是 400，浏览器会记一笔。
        visit.Complaints.Where(complaint => !complaint.Contains("410", StringComparison.Ordinal) && !complaint.Contains("400", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Somebody_with_a_phone_and_no_script_searches_reads_and_downloads()
    {
        await using var visit = await site.Open("/", new Look(390, Script: false));
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("免费开放 名单");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "检索" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "关于全市公共文化场馆免费开放的通知" }).First.ClickAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("关于全市公共文化场馆免费开放的通知");

        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "免费开放的公共文化场馆名单.txt" }).ClickAsync());

        download.SuggestedFilename.ShouldBe("免费开放的公共文化场馆名单.txt");
        (await download.FailureAsync()).ShouldBeNull();
    }

    [BrowserFact]
    public async Task While_somebody_types_titles_that_can_be_found_are_suggested()
    {
        await using var visit = await site.Open("/search", new Look(1440));
        await visit.Page.GetByLabel("要查的词").PressSequentiallyAsync("免费开放");

        await Assertions.Expect(visit.Page.Locator("datalist option[value='关于全市公共文化场馆免费开放的通知']")).ToHaveCountAsync(1);
        visit.Complaints.ShouldBeEmpty();
    }
}
