using Gongkai.Documents;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Publication.Review;
using Gongkai.Scanning;
using Gongkai.Testing.Organisations;
using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

/// <summary>几个人在浏览器里办：三审三校之后发布，退回了再送审，撤回，只用键盘。</summary>
public sealed partial class ReviewJourneyTests(OfficeInBrowser site) : IClassFixture<OfficeInBrowser>
{
    [BrowserFact]
    public async Task Several_people_review_an_item_and_the_public_reads_it()
    {
        const string Title = "关于文化馆公益课程安排的通知";
        var item = await Drafted(Title);
        await By(site.Office.Holder(Role.Handler), item, "送审");
        foreach (var person in (PersonId[])[site.Office.Holder(Role.OfficeHead), site.Office.Holder(Role.Proofreader), site.Office.Holder(Role.DeputyLeader), site.Office.SecondProofreader, site.Office.Holder(Role.SecrecyReviewer), site.Office.Holder(Role.DisclosureOfficeHead), site.Office.Holder(Role.Proofreader)])
            await By(person, item, "通过", fromHome: Title);

        await By(site.Office.Holder(Role.DisclosureOfficeHead), item, "发布", fromHome: Title);

        await using var reader = await site.Open("/search?q=公益课程", null, new Look(390, Script: false));
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = Title }).First.ClickAsync();
        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync(Title);
    }

    [BrowserFact]
    public async Task A_returned_item_comes_back_with_its_reason_and_is_submitted_again()
    {
        const string Title = "关于非遗展演活动的通知";
        var item = await site.Submitted(site.Office.Complete(Title));
        await using var head = await site.Open("/console/items/" + item, site.Office.Holder(Role.OfficeHead), new Look(768));
        await head.Page.Locator("#act-return summary").ClickAsync();
        await head.Page.GetByLabel("退回的理由").FillAsync("地点没有写明");
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "退回修改" }).ClickAsync();
        await Assertions.Expect(head.Page.Locator(".notice-good")).ToContainTextAsync("已经办了：退回修改");

        await using var handler = await site.Open("/console", site.Office.Holder(Role.Handler), new Look(768));
        (await handler.Page.GetByText("地点没有写明").IsVisibleAsync()).ShouldBeTrue();
        await handler.Page.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await handler.Page.GetByRole(AriaRole.Button, new() { Name = "送审" }).ClickAsync();

        await Assertions.Expect(handler.Page.Locator(".dossier-standing")).ToContainTextAsync("待一审");
    }

    [BrowserFact]
    public async Task A_poisoned_file_is_stopped_exempted_by_a_second_person_and_its_cleaned_copy_is_what_the_public_downloads()
    {
        const string Title = "关于公告送达处罚决定书的通知";
        var item = await site.Poisoned(Title);
        await using var handler = await site.Open("/console/items/" + item, site.Office.Holder(Role.Handler), new Look(768));
        await Assertions.Expect(handler.Page.Locator("main")).ToContainTextAsync("还有 1 处错误没有处置");
        await handler.Page.GetByRole(AriaRole.Link, new() { Name = "申请豁免" }).ClickAsync();
        await handler.Page.GetByLabel("为什么应当公开").FillAsync("公告送达要写明当事人");
        await handler.Page.GetByRole(AriaRole.Button, new() { Name = "申请豁免" }).ClickAsync();
        await Assertions.Expect(handler.Page.Locator(".notice-good")).ToContainTextAsync("已经申请豁免");

        await using var secrecy = await site.Open("/console/findings", site.Office.Holder(Role.SecrecyReviewer), new Look(390));
        await secrecy.Page.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await secrecy.Page.GetByLabel("批准", new() { Exact = true }).CheckAsync();
        await secrecy.Page.GetByLabel("看了什么、为什么").FillAsync("核对过公告送达的依据");
        await secrecy.Page.GetByRole(AriaRole.Button, new() { Name = "记下决定" }).ClickAsync();
        await Assertions.Expect(secrecy.Page.Locator(".notice-good")).ToContainTextAsync("已经批准豁免");
        await By(site.Office.Holder(Role.SecrecyReviewer), item.ToString(), "通过");
        foreach (var step in (ReviewStep[])[ReviewStep.ThirdReview, ReviewStep.ThirdProof]) InventedCity.Done(await site.Office.Do(site.Office.HolderOf(step), item, ReviewAction.Pass));
        await By(site.Office.Holder(Role.DisclosureOfficeHead), item.ToString(), "发布");

        await using var reader = await site.Open("/search?q=处罚决定书", null, new Look(390, Script: false));
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = Title }).First.ClickAsync();
        var download = await reader.Page.RunAndWaitForDownloadAsync(() => reader.Page.Locator(".attachment-list a").First.ClickAsync());
        var bytes = await File.ReadAllBytesAsync((await download.PathAsync())!);
        var found = FileScanner.Scan(bytes, "送达公告.docx", ReadLimits.Default, ScanOptions.Default, CancellationToken.None).Value;
        found.ShouldAllBe(finding => !CleanedCopy.Removes(finding.Kind));
        found.Where(finding => finding.Severity == ScanSeverity.Error).ShouldHaveSingleItem("只剩豁免了的那一处").Kind.ShouldBe(ScanKind.ResidentId);
    }

    [BrowserFact]
    public async Task A_withdrawn_item_is_gone_at_once_for_everybody()
    {
        const string Title = "关于临时调整借阅规则的公告";
        var item = await site.Office.Publish(site.Office.Complete(Title, "<p>自即日起临时调整借阅规则。</p>"));
        await using var secrecy = await site.Open("/console/items/" + item, site.Office.Holder(Role.SecrecyReviewer), new Look(1440));
        var address = (await secrecy.Page.GetByRole(AriaRole.Link, new() { Name = "公众看到的" }).GetAttributeAsync("href"))!;
        await using var reader = await site.Open(address, null, new Look(1440));
        (await reader.Page.Locator("h1").InnerTextAsync()).ShouldBe(Title);

        await secrecy.Page.Locator("#act-withdraw summary").ClickAsync();
        await secrecy.Page.GetByLabel("撤回的理由").FillAsync("规则有误，核对后重新公开");
        await secrecy.Page.GetByRole(AriaRole.Button, new() { Name = "撤回已发布的" }).ClickAsync();
        await Assertions.Expect(secrecy.Page.Locator(".dossier-standing")).ToContainTextAsync("已撤回");

        (await reader.Page.ReloadAsync())!.Status.ShouldBe(410);
        (await reader.Page.GetByText("规则有误，核对后重新公开").IsVisibleAsync()).ShouldBeTrue();
        await reader.Page.GotoAsync("/search?q=借阅规则");
        (await reader.Page.GetByRole(AriaRole.Link, new() { Name = Title }).CountAsync()).ShouldBe(0);
        (await (await reader.Page.APIRequest.GetAsync("/feed")).TextAsync()).ShouldNotContain(Title);
    }

    [BrowserFact]
    public async Task Somebody_with_only_a_keyboard_finds_the_item_reviews_it_and_turns_the_shortcuts_off()
    {
        await site.Submitted(Dated(site.Office.Complete("关于只用键盘的通知"), site.City.Today.AddDays(-90)));
        await using var visit = await site.Open("/console", site.Office.Holder(Role.OfficeHead), new Look(1440));
        var keyboard = visit.Page.Keyboard;

        await keyboard.PressAsync("j");
        (await visit.Page.EvaluateAsync<string>("document.activeElement.textContent")).ShouldBe("关于只用键盘的通知");
        await keyboard.PressAsync("Enter");
        await Visit.Arrive(visit.Page, "/console/items/[^/]+");
        await keyboard.PressAsync("p");
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await keyboard.PressAsync("Space");
            await keyboard.PressAsync("Tab");
        }

        await keyboard.TypeAsync("photo p.3 ok? r/s");
        (await visit.Page.EvaluateAsync<string>("document.activeElement.value")).ShouldBe("photo p.3 ok? r/s", "正在输入的字被快捷键拿走了");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator(".notice-good")).ToContainTextAsync("已经办了：通过");

        await keyboard.PressAsync("?");
        (await visit.Page.Locator("dialog[data-shortcuts]").IsVisibleAsync()).ShouldBeTrue();
        await Screenshots.Take(visit.Page, "review-shortcuts", "light", 1440);
        await visit.Page.Locator("#shortcuts-on").FocusAsync();
        await keyboard.PressAsync("Space");
        await keyboard.PressAsync("Escape");
        await keyboard.PressAsync("g");
        await keyboard.PressAsync("w");
        await keyboard.PressAsync("?");
        (await visit.Page.Locator("dialog[data-shortcuts]").IsVisibleAsync()).ShouldBeFalse("关了快捷键，按键不再起作用");
        visit.Page.Url.ShouldContain("/console/items/");
        visit.Complaints.ShouldBeEmpty();
    }

    /// <summary>经办在拟稿的页面上拟一条，答复案卷的地址里的标识。</summary>
    private async Task<string> Drafted(string title)
    {
        await using var visit = await site.Open("/console/items/new", site.Office.Holder(Role.Handler), new Look(1440));
        await visit.Page.FillAsync("[name='Form.Title']", title);
        await visit.Page.FillAsync("[name='Form.Description']", "文化馆本季度公益课程的安排。");
        await visit.Page.SelectOptionAsync("[name='Form.Genre']", "Circular");
        await visit.Page.FillAsync("[name='Form.WithoutNumber']", "便民通知，不编文号");
        await visit.Page.FillAsync("[name='Form.CreatedOn']", "2026-03-02");
        await visit.Page.SelectOptionAsync("[name='Form.Category']", "2001");
        await visit.Page.SelectOptionAsync("[name='Form.Subject']", "1201");
        await visit.Page.CheckAsync("[name='Form.Mode'][value='Active']");
        await visit.Page.Locator(".rich-page[contenteditable=true]").FillAsync("文化馆本季度公益课程安排如下。");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await visit.Page.GetByText("已经保存").WaitForAsync();
        return new Uri(visit.Page.Url).Segments[3].TrimEnd('/');
    }

    private static Services.Publication.DraftInput Dated(Services.Publication.DraftInput input, DateOnly on) => input with { Metadata = input.Metadata with { CreatedOn = on } };

    /// <summary>一个人登录着，打开案卷（或者从工作台点进去），把要确认的都勾上，按那个按钮。</summary>
    private async Task By(PersonId person, string item, string button, string? fromHome = null)
    {
        await using var visit = await site.Open(fromHome is null ? "/console/items/" + item : "/console", person, new Look(1440));
        if (fromHome is not null) await visit.Page.GetByRole(AriaRole.Link, new() { Name = fromHome }).ClickAsync();
        var form = visit.Page.Locator("details[open] .act-form").First;
        foreach (var box in await form.Locator("input[name=confirmed]").AllAsync()) await box.CheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".notice-good")).ToContainTextAsync("已经办了：" + button);
        visit.Complaints.ShouldBeEmpty();
    }
}
