using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

/// <summary>年报的格子在浏览器里改：像表格软件一样走、贴、撤回、重做，合计随着加，查出的写在格子旁边；断了网、两个人一起改、服务器中途停了，填的都不丢。</summary>
public sealed class ReportGridTests(OfficeInBrowser site) : IClassFixture<OfficeInBrowser>
{
    private const string New = "requests.newlyReceived";

    private int Year => site.City.Today.Year - 1;

    private string Compile(UnitId unit) => $"/console/reports/{unit}/{Year}/compile";

    [BrowserFact]
    public async Task Cells_are_walked_pasted_undone_redone_added_up_and_checked_while_one_types()
    {
        await using var visit = await site.Open(Compile(site.Office.Unit), Role.Handler);
        var page = visit.Page;
        var first = Cell(page, $"{New}.naturalPerson");
        await first.FocusAsync();
        foreach (var (key, at) in new[] { ("ArrowDown", "requests.carriedIn.naturalPerson"), ("Enter", "requests.granted.naturalPerson"), ("Shift+Enter", "requests.carriedIn.naturalPerson"), ("ArrowUp", $"{New}.naturalPerson"), ("Tab", $"{New}.business"), ("ArrowRight", $"{New}.research"), ("ArrowLeft", $"{New}.business"), ("Shift+Tab", $"{New}.naturalPerson") })
        {
            await page.Keyboard.PressAsync(key);
            await Assertions.Expect(Cell(page, at)).ToBeFocusedAsync();
        }

        var before = await first.InputValueAsync();
        await Paste(first, "1,234\t５６\t\n6\t7\t\"1,000\"\r\n");
        (await Values(page, $"{New}.naturalPerson", $"{New}.business", $"{New}.research", "requests.carriedIn.naturalPerson", "requests.carriedIn.business", "requests.carriedIn.research")).ShouldBe(["1234", "56", "", "6", "7", "1000"], "千分位、全角、空着的、引号里的，都照数填。");
        (await Values(page, $"{New}.total")).ShouldBe(["1290"], "合计随着加。");
        await Assertions.Expect(page.Locator("[data-grid-live]")).ToContainTextAsync("改过的");
        await Assertions.Expect(page.Locator("[data-grid-findings]")).ToContainTextAsync("1234");
        await Assertions.Expect(page.Locator("#notes-requests-totalProcessed")).ToContainTextAsync("T3-01");
        await Assertions.Expect(page.Locator(".grid-wrong").First).ToBeVisibleAsync();

        await first.FocusAsync();
        await page.Keyboard.PressAsync("Control+z");
        (await Values(page, $"{New}.naturalPerson", $"{New}.total")).ShouldBe([before, before]);
        await page.Keyboard.PressAsync("Control+y");
        (await Values(page, $"{New}.naturalPerson", $"{New}.total")).ShouldBe(["1234", "1290"]);
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Locator("[data-grid-live]")).Not.ToContainTextAsync("改过的");
        await page.Keyboard.TypeAsync("25");
        (await Values(page, $"{New}.naturalPerson")).ShouldBe(["25"]);
        await page.Keyboard.PressAsync("Control+z");
        (await Values(page, $"{New}.naturalPerson", $"{New}.total")).ShouldBe([before, before], "打的字也撤得回。");
        visit.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_lost_connection_keeps_what_was_typed_says_so_and_saves_when_it_is_back()
    {
        await using var visit = await site.Open(Compile(site.City.City), await site.City.Somebody(Role.Handler, site.City.City, "duanwang"), new Look(1440));
        var page = visit.Page;
        await page.Context.SetOfflineAsync(true);
        await Fill(page, "disclosure.penalties.decisions", "3");
        await Assertions.Expect(page.Locator("[data-grid-state]")).ToContainTextAsync("留在浏览器里");
        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();
        (await Values(page, "disclosure.penalties.decisions")).ShouldBe([""], "没有存，页面是登记的。");
        await page.GetByRole(AriaRole.Button, new() { Name = "接着填" }).ClickAsync();
        (await Values(page, "disclosure.penalties.decisions")).ShouldBe(["3"]);
        await page.FillAsync("[name='why.disclosure.penalties.decisions']", "另有记录");

        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "存成一版" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-grid-state]")).ToContainTextAsync("还没有存");
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已经存成第 1 版", new() { Timeout = 15_000 });
        (await page.EvaluateAsync<int>("Object.keys(localStorage).filter(name => name.startsWith('gongkai-grid:')).length")).ShouldBe(0, "存好了，浏览器里的去掉。");
    }

    [BrowserFact]
    public async Task A_server_killed_while_one_types_gets_it_once_when_it_is_back()
    {
        var node = await site.StartNode();
        await using var visit = await site.Open("/console", await site.City.Somebody(Role.Handler, site.City.City, "tingji"), new Look(1440));
        var page = visit.Page;
        await page.GotoAsync($"{node}console/reports/{site.City.City}/{Year - 1}/compile");
        await Change(page, ("disclosure.penalties.decisions", "3"));
        await site.Stop(node);
        await Fill(page, "disclosure.licences.decisions", "4");
        await Save(page);
        await Assertions.Expect(page.Locator("[data-grid-state]")).ToContainTextAsync("还没有存");
        (await Values(page, "disclosure.penalties.decisions", "disclosure.licences.decisions")).ShouldBe(["3", "4"]);

        await site.StartNode(node);
        // 停着的时候改的一格没有查过，没有地方写理由：服务器要一个，填的都在。
        await Assertions.Expect(page.Locator("[name='why.disclosure.licences.decisions']")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await page.FillAsync("[name='why.disclosure.licences.decisions']", "另有记录");
        await Save(page);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已经存成第 1 版");
        await page.GotoAsync($"{node}console/reports/{site.City.City}/{Year - 1}/compile");
        (await Values(page, "disclosure.penalties.decisions", "disclosure.licences.decisions")).ShouldBe(["3", "4"]);
    }

    [BrowserFact]
    public async Task Two_browsers_in_one_grid_merge_what_one_changed_and_ask_where_both_did()
    {
        var (first, second) = (await site.City.Somebody(Role.Handler, site.City.CityOffice, "liangren1"), await site.City.Somebody(Role.Handler, site.City.CityOffice, "liangren2"));
        await using var mine = await site.Open(Compile(site.City.CityOffice), first, new Look(1440));
        await using var theirs = await site.Open(Compile(site.City.CityOffice), second, new Look(1440));
        await Change(theirs.Page, ("disclosure.penalties.decisions", "8"), ("disclosure.licences.decisions", "5"));
        await Save(theirs.Page);
        await Assertions.Expect(theirs.Page.Locator("main")).ToContainTextAsync("已经存成第 1 版");

        await Change(mine.Page, ("disclosure.penalties.decisions", "7"), ("disclosure.coercions.decisions", "3"));
        await Save(mine.Page);
        var asked = mine.Page.Locator(".grid-conflict");
        await Assertions.Expect(asked).ToHaveCountAsync(1);
        await Assertions.Expect(asked).ToContainTextAsync("登记数出来的");
        await Screenshots.Take(mine.Page, "grid-conflict", "light", 1440);
        (await Values(mine.Page, "disclosure.licences.decisions", "disclosure.coercions.decisions")).ShouldBe(["5", "3"], "只有一个人改的已经合好。");
        (await Axe.Faults(mine.Page)).ShouldBeEmpty();
        await mine.Page.SetViewportSizeAsync(390, 900);
        await Screenshots.Take(mine.Page, "grid-conflict", "light", 390);
        await asked.Locator("input[value=theirs]").CheckAsync();
        await Save(mine.Page);
        await Assertions.Expect(mine.Page.Locator("main")).ToContainTextAsync("已经存成第 2 版");
        await mine.Page.GotoAsync(Compile(site.City.CityOffice));
        (await Values(mine.Page, "disclosure.penalties.decisions", "disclosure.licences.decisions", "disclosure.coercions.decisions")).ShouldBe(["8", "5", "3"]);
    }

    private static ILocator Cell(IPage page, string path) => page.Locator($"[name='cell.{path}']");

    private static Task Fill(IPage page, string path, string value) => Cell(page, path).FillAsync(value);

    private static async Task<string[]> Values(IPage page, params string[] paths)
    {
        var values = new List<string>();
        foreach (var path in paths) values.Add(await Cell(page, path).InputValueAsync());
        return [.. values];
    }

    private static async Task Change(IPage page, params (string Path, string Value)[] cells)
    {
        foreach (var (path, value) in cells) await Fill(page, path, value);
        foreach (var (path, _) in cells) await page.FillAsync($"[name='why.{path}']", "另有记录");
    }

    private static Task Save(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "存成一版" }).ClickAsync();

    private static async Task Paste(ILocator cell, string text) =>
        await cell.EvaluateAsync("(cell, text) => { const data = new DataTransfer(); data.setData('text/plain', text); cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }", text);
}
