using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Matters;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Portal;
using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

// 事项清单在浏览器里：看得出哪一项过时了，发布以后随即不过时；各页三种宽度不横滚，axe 没有毛病。与审查的几个人用同一个网站，省一次搭建。
public sealed partial class ReviewJourneyTests
{
    [BrowserFact]
    public async Task The_list_shows_what_is_stale_it_is_published_and_the_state_changes()
    {
        var head = site.Office.Holder(Role.DisclosureOfficeHead);
        var matter = InventedCity.Done(await site.Office.Publication.Matters.Add(head, site.Office.Unit, Facts("文化市场检查结果", new MatterRhythm(MatterFrequency.OnMaking)), null, CancellationToken.None));
        InventedCity.Done(await site.Office.Publication.Matters.Add(head, site.Office.Unit, Facts("展览与讲座", new MatterRhythm(MatterFrequency.Monthly)), null, CancellationToken.None));
        await site.Office.Publish(site.Office.Complete("第一期文化市场检查结果") with { Matter = matter, Aspects = OpennessAspects.Result });
        var late = site.Office.Complete("第二期文化市场检查结果") with { Matter = matter };
        var item = await site.Office.Draft(late with { Metadata = late.Metadata with { CreatedOn = site.City.Today.AddDays(-60) } });
        await site.Office.Approve(item);

        await using var visit = await site.Open("/console/matters?state=stale", head, new Look(1440));
        var page = visit.Page;
        (await page.Locator("tbody tr").First.InnerTextAsync()).ShouldContain("没有按时更新");
        foreach (var path in new[] { "/console/matters", $"/console/matters/{matter}", "/console/aspects", PortalAddress.OfMatters(site.Office.Unit), "/matters" }) await LookAt(page, path);

        await page.GotoAsync($"/console/matters/{matter}");
        await page.GetByRole(AriaRole.Link, new() { Name = "第二期文化市场检查结果" }).ClickAsync();
        var form = page.Locator("details[open] .act-form").First;
        await form.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice-good")).ToContainTextAsync("已经办了：发布");

        await page.GotoAsync("/console/matters?state=current");
        await Assertions.Expect(page.Locator("tbody").First).ToContainTextAsync("文化市场检查结果");
        await page.GotoAsync("/console/matters?state=stale");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("没有这样的事项");
        visit.Complaints.ShouldBeEmpty();
    }

    private static async Task LookAt(IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
        foreach (var (width, name, _) in Screenshots.Looks)
        {
            await page.SetViewportSizeAsync(width, 900);
            if (name != "dark") await Screenshots.Take(page, "matters" + path.Replace('?', '-'), name, width);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, $"{path}，{width} 像素：内容比屏幕宽");
        }

        (await Axe.Faults(page)).ShouldBeEmpty(path);
    }

    private static MatterFacts Facts(string name, MatterRhythm rhythm) => new()
    {
        Group = "文化市场", Name = name, Elements = "检查的对象、结果和处理；涉及多个单位的逐一写明", Basis = "《政府信息公开条例》第二十条第十三项", Category = "2013", Rhythm = rhythm,
        Channels = [Channel.Website, Channel.NewMedia], Levels = [UnitLevel.City],
    };
}
