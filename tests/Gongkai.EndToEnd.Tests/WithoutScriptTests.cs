using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

/// <summary>关了脚本，该能做的都能做。</summary>
public sealed class WithoutScriptTests(SiteInBrowser site) : IClassFixture<SiteInBrowser>
{
    private static readonly Look Plain = new(768, Script: false);

    [BrowserFact]
    public async Task Large_print_is_switched_on_and_off_and_stays_on_the_page()
    {
        await using var visit = await site.Open("/help", Plain);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "大字版" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-text", "large");
        new Uri(visit.Page.Url).AbsolutePath.ShouldBe("/help");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "无障碍声明" }).ClickAsync();
        await Visit.Arrive(visit.Page, "/accessibility");
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-text", "large");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "标准字号" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-text", "normal");
    }

    [BrowserFact]
    public async Task A_form_that_is_wrong_comes_back_with_its_errors_and_with_what_was_typed()
    {
        await using var visit = await site.Open("/console/gallery", Plain);
        await visit.Page.GetByLabel("不公开的理由").FillAsync("涉及个人隐私");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).ClickAsync();

        (await visit.Page.Locator(".error-summary h2").InnerTextAsync()).ShouldBe("有 3 处要改");
        (await visit.Page.GetByLabel("不公开的理由").InputValueAsync()).ShouldBe("涉及个人隐私");
        await visit.Page.Locator(".error-summary a").First.ClickAsync();
        (await visit.Page.Locator(":target").GetAttributeAsync("name")).ShouldBe("Form.Title");
    }

    [BrowserFact]
    public async Task A_form_that_is_right_is_accepted()
    {
        await using var visit = await site.Open("/console/gallery", Plain);
        await visit.Page.GetByLabel("标题").FillAsync("关于城区停车的通知");
        await visit.Page.GetByLabel("体裁").SelectOptionAsync("notice");
        await visit.Page.GetByLabel("生成日期").FillAsync("2026-11-10");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".notice-good").GetByText("填对了")).ToHaveCountAsync(1);
        (await visit.Page.Locator(".error-summary").CountAsync()).ShouldBe(0);
    }
}
