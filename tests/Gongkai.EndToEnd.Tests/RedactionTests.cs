using System.Globalization;
using Gongkai.Organisations.Access;

namespace Gongkai.EndToEnd.Tests;

/// <summary>遮盖：在页上按住拖动，框的位置就填好了；交了就标上。</summary>
public sealed class RedactionTests(OfficeInBrowser site) : IClassFixture<OfficeInBrowser>
{
    [BrowserFact]
    public async Task A_rectangle_is_drawn_with_the_mouse_and_marked()
    {
        await using var visit = await site.Open("/console", Role.Handler);
        await visit.Page.GotoAsync(site.Real("/console/cases/{case}/files/1/redaction"));
        var sheet = visit.Page.Locator(".redaction-live svg");
        await sheet.ScrollIntoViewIfNeededAsync();
        var box = (await sheet.BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(box.X + (box.Width * 0.2f), box.Y + (box.Height * 0.3f));
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(box.X + (box.Width * 0.6f), box.Y + (box.Height * 0.35f), new() { Steps = 4 });
        await visit.Page.Mouse.UpAsync();

        double Side(string value) => double.Parse(value, CultureInfo.InvariantCulture);
        Side(await visit.Page.Locator("#area-left").InputValueAsync()).ShouldBe(20, 1);
        Side(await visit.Page.Locator("#area-right").InputValueAsync()).ShouldBe(60, 1);
        Side(await visit.Page.Locator("#area-bottom").InputValueAsync()).ShouldBe(35, 1);
        var before = await visit.Page.Locator("rect.redaction-mark").CountAsync();
        await visit.Page.Locator("[data-redaction-form=area] button[type=submit]").ClickAsync();
        await visit.Page.WaitForURLAsync(url => url.Contains("done=marked-1", StringComparison.Ordinal));
        (await visit.Page.Locator("rect.redaction-mark").CountAsync()).ShouldBe(before + 1);
        visit.Complaints.ShouldBeEmpty();
    }
}
