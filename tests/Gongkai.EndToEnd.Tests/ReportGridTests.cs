using Gongkai.Organisations.Access;
using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

/// <summary>年报的格子在浏览器里改：方向键走，从表格里贴一片，撤回，边改边由服务器的规则查。</summary>
public sealed class ReportGridTests(OfficeInBrowser site) : IClassFixture<OfficeInBrowser>
{
    [BrowserFact]
    public async Task Cells_are_walked_pasted_undone_and_checked_while_one_types()
    {
        await using var visit = await site.Open($"/console/reports/{site.Office.Unit}/{site.City.Today.Year - 1}/compile", Role.Handler);
        var page = visit.Page;
        var first = page.Locator("[name='cell.requests.newlyReceived.naturalPerson']");
        await first.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("[name='cell.requests.carriedIn.naturalPerson']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");

        var before = await first.InputValueAsync();
        await first.EvaluateAsync("(cell, text) => { const data = new DataTransfer(); data.setData('text/plain', text); cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }", "1,234\t5\n6\t7\n");
        (await first.InputValueAsync()).ShouldBe("1234");
        (await page.InputValueAsync("[name='cell.requests.carriedIn.business']")).ShouldBe("7");
        await Assertions.Expect(page.Locator("[data-grid-live]")).ToContainTextAsync("改过的");
        await Assertions.Expect(page.Locator("[data-grid-findings]")).ToContainTextAsync("1234");
        await Assertions.Expect(page.Locator(".grid-wrong").First).ToBeVisibleAsync();

        await first.FocusAsync();
        await page.Keyboard.PressAsync("Control+z");
        (await first.InputValueAsync()).ShouldBe(before);
        await Assertions.Expect(page.Locator("[data-grid-live]")).Not.ToContainTextAsync("改过的");
        visit.Complaints.ShouldBeEmpty();
    }
}
