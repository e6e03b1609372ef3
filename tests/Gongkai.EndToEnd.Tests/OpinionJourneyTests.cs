using Gongkai.Organisations.Access;
using Gongkai.Publication.Opinions;
using Gongkai.Testing.Organisations;
using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

/// <summary>一次意见征集在浏览器里从头到尾：登记，公众提意见，归并，结果，正式文本；各页顺便看过。</summary>
public sealed class OpinionJourneyTests(OfficeInBrowser site) : IClassFixture<OfficeInBrowser>
{
    private const string Title = "云泽市停车管理办法（征求意见稿）";

    [BrowserFact]
    public async Task A_draft_is_put_to_the_public_and_comes_back_as_an_adopted_text()
    {
        await using var handler = await site.Open("/console/opinions/new", site.Office.Holder(Role.Handler), new Look(1440));
        var page = handler.Page;
        await page.FillAsync("[name='Form.Title']", Title);
        await page.FillAsync("[name='Form.Basis']", "规范性文件管理的规定（演示）");
        await page.FillAsync("[name='Form.FirstDay']", $"{site.City.Today:yyyy-MM-dd}");
        await page.FillAsync("[name='Form.LastDay']", $"{site.City.Today.AddDays(29):yyyy-MM-dd}");
        await page.FillAsync("[name='Form.Email']", "yijian@yunze.example");
        await page.FillAsync("[name='Form.Explanation']", "停车难，要立规矩。");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记，拟好公告" }).ClickAsync();
        await Visit.Arrive(page, "/console/opinions/[0-9a-f-]{36}");
        var dossier = new Uri(page.Url).AbsolutePath;
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("公众还看不见");
        var shortId = await InventedRounds.Announce(site.Office, new OpinionRoundId(Guid.Parse(dossier.Split('/')[^1])));

        foreach (var (text, name) in ((string, string)[])[("夜间应当免费", "某甲"), ("收费标准偏低", "")]) await Comment(text, name);
        foreach (var (text, outcome, reason) in ((string, string, string)[])[("夜间应当免费", "Adopted", ""), ("收费标准偏低", "NotAdopted", "与周边城市相当")])
        {
            await page.GotoAsync($"{dossier}/comments?shelf=ungrouped");
            await page.Locator("tr", new() { HasText = text }).GetByRole(AriaRole.Checkbox).CheckAsync();
            await page.FillAsync("[name=summary]", text);
            await page.GetByRole(AriaRole.Button, new() { Name = "归并" }).ClickAsync();
            await Assertions.Expect(page.Locator(".notice-good")).ToContainTextAsync("归并了 1 条");
            await page.GotoAsync(dossier);
            var form = page.Locator("details", new() { HasText = $"采纳情况：{text}" });
            await form.Locator("summary").ClickAsync();
            await form.Locator("[name=outcome]").SelectOptionAsync(outcome);
            await form.Locator("[name=reason]").FillAsync(reason);
            await form.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
            await Assertions.Expect(page.Locator(".notice-good")).ToContainTextAsync("采纳情况存好了");
        }

        await LookAt(handler, "/console/opinions", "/console/opinions/new", dossier, $"{dossier}/comments", "/opinions", $"/opinions/{shortId}", $"/opinions/{shortId}/comment");
        handler.Complaints.ShouldBeEmpty();

        // 过了最后一日；从前登录的都过期了，由另一个人接着办。
        site.City.Clock.Advance(TimeSpan.FromDays(31));
        await using (var other = await site.Open(dossier, await site.City.Somebody(Role.Handler, site.Office.Unit), new Look(1440)))
        {
            await other.Page.GetByRole(AriaRole.Button, new() { Name = "拟定结果" }).ClickAsync();
            await Assertions.Expect(other.Page.Locator(".notice-good")).ToContainTextAsync("结果的稿拟好了");
        }

        var result = (await site.Office.Publication.OpinionBoard.Open(await site.Office.Current(site.Office.Holder(Role.Handler)), new OpinionRoundId(Guid.Parse(dossier.Split('/')[^1])), CancellationToken.None)).Value.Result!;
        await InventedRounds.Publish(site.Office, result.Id);
        var adopted = Gongkai.Data.Mapping.Publication.ShortItemId.Of((await site.Office.Publish(site.Office.Complete("云泽市停车管理办法"))).Value);
        await using var head = await site.Open(dossier, Role.DisclosureOfficeHead);
        await head.Page.GetByText("关联正式文本").ClickAsync();
        await head.Page.FillAsync("[name=item]", $"/i/{adopted}");
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "关联", Exact = true }).ClickAsync();
        await Assertions.Expect(head.Page.Locator(".notice-good")).ToContainTextAsync("已经关联");
        await LookAt(head, dossier, $"/opinions/{shortId}", "/opinions?show=result");

        await using var reader = await site.Open($"/opinions/{shortId}", null, new Look(390, Script: false));
        await Assertions.Expect(reader.Page.Locator("#feedback")).ToHaveCountAsync(1);
        (await reader.Page.Locator("main").InnerTextAsync()).ShouldContain("收到意见 2 条：采纳 1 条，部分采纳 0 条，未采纳 1 条");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "云泽市停车管理办法", Exact = true }).ClickAsync();
        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("云泽市停车管理办法");
    }

    // 公众拿着手机、不用脚本，从清单走到收据。
    private async Task Comment(string text, string name)
    {
        await using var reader = await site.Open("/opinions", null, new Look(390, Script: false));
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "提意见" }).ClickAsync();
        await reader.Page.FillAsync("[name='Form.Text']", text);
        await reader.Page.FillAsync("[name='Form.Name']", name);
        if (name.Length > 0) await reader.Page.CheckAsync("[name='Form.Consent']");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "交意见" }).ClickAsync();
        await Assertions.Expect(reader.Page.Locator(".notice-good")).ToContainTextAsync("回执编号 YJ");
    }

    private static async Task LookAt(Visit visit, params string[] paths)
    {
        foreach (var path in paths)
        {
            foreach (var width in (int[])[1440, 390])
            {
                await visit.Page.SetViewportSizeAsync(width, 900);
                await visit.Page.GotoAsync(path);
                await Screenshots.Take(visit.Page, $"opinions-{path.Replace('?', '-').Replace('=', '-')}", "light", width);
                await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
                (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, $"{path}，{width} 像素：内容比屏幕宽");
            }

            (await Axe.Faults(visit.Page)).ShouldBeEmpty(path);
        }
    }
}
