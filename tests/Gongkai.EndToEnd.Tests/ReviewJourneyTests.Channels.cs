using Gongkai.Organisations.Access;
using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

// 渠道账号在浏览器里：登记一个，设成自动投放，公开一条，案卷上看得见它要发到哪里。
public sealed partial class ReviewJourneyTests
{
    [BrowserFact]
    public async Task An_account_is_entered_connected_and_the_item_shows_that_it_goes_there()
    {
        await using var visit = await site.Open("/console/channels", Role.DisclosureOfficeHead);
        var page = visit.Page;
        await page.GetByText("登记一个账号").ClickAsync();
        await page.SelectOptionAsync("#add-f-platform", "手机报");
        await page.FillAsync("#add-f-name", "云泽手机报");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "云泽手机报" }).ClickAsync();
        await LookAt(page, new Uri(page.Url).AbsolutePath);
        await page.GotoAsync(page.Url);
        await page.GetByText("设自动发布").ClickAsync();
        await page.SelectOptionAsync("#adapter-f-adapter", "FileDrop");
        await page.FillAsync("#adapter-f-target", "../etc");
        await page.GetByRole(AriaRole.Button, new() { Name = "设好" }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("不写路径");
        await page.FillAsync("#adapter-f-target", "phone-news");
        await page.GetByRole(AriaRole.Button, new() { Name = "设好" }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice-good")).ToContainTextAsync("自动发布设好了");

        var item = await site.Office.Publish(site.Office.Complete("手机报也发的通知"));
        await page.GotoAsync($"/console/items/{item}");

        await Assertions.Expect(page.Locator("table", new() { HasText = "云泽手机报" })).ToContainTextAsync("首次公开");
        // 填错的那一次回答 422，浏览器照例说一句。
        visit.Complaints.ShouldHaveSingleItem().ShouldContain("422");
    }
}
