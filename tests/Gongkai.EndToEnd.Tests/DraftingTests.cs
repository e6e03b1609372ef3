using Gongkai.Organisations.Access;
using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

/// <summary>经办在真的浏览器里拟稿：三种宽度都看，axe 没有毛病，不违反内容策略，不问别的主机。</summary>
public sealed class DraftingTests(CityInBrowser site) : IClassFixture<CityInBrowser>
{
    private const string Body = ".rich-page[contenteditable=true]";

    [BrowserFact]
    public async Task The_pages_of_drafting_are_accessible_fit_the_screen_and_break_no_policy()
    {
        await using var visit = await site.Open("/console/items/new", Role.Handler, new Look(1440));
        await LookAt(visit, "/console/items/new", "draft-new");
        await Fill(visit.Page);
        await visit.Page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "开放的场馆名单.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes("联系人手机13800138000") });
        await Save(visit.Page);
        var edit = new Uri(visit.Page.Url).AbsolutePath;
        await LookAt(visit, edit, "draft-edit");
        await visit.Page.GotoAsync(edit);
        await visit.Page.FillAsync("[name='Form.Title']", "关于延长全市公共文化场馆开放时间的通知");
        await Save(visit.Page);
        await LookAt(visit, "/console/items/import", "draft-import");
        await LookAt(visit, edit.Replace("/edit", "/versions"), "draft-versions");
        await LookAt(visit, edit.Replace("/edit", "/preview"), "draft-preview");

        visit.ForeignRequests.ShouldBeEmpty();
        visit.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task What_is_pasted_from_word_keeps_its_structure_and_loses_everything_else()
    {
        await using var visit = await site.Open("/console/items/new", Role.Handler, new Look(1440));
        await Fill(visit.Page);
        await visit.Page.Keyboard.PressAsync("Control+A");
        await visit.Page.EvaluateAsync(
            """
            html => {
                const data = new DataTransfer();
                data.setData('text/html', html);
                document.querySelector('.rich-page').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """,
            """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal { mso-style-parent: ""; }</style></head><body>
            <h1>一、开放的场馆</h1><p class=MsoNormal style='text-indent:24pt;mso-char-indent-count:2'><span lang=EN-US style='font-family:仿宋'>市图书馆</span>免费开放。<o:p></o:p></p>
            <table class=MsoTableGrid border=1><tr><td width=200 style='width:150pt'><p class=MsoNormal>市图书馆</p></td><td><p class=MsoNormal>九时</p></td></tr></table>
            <p align=right class=MsoNormal style='text-align:right'>二〇二六年三月二日</p><p><img src="file:///C:/tmp/clip_image001.png" onerror="alert(1)"></p><script>alert(2)</script></body></html>
            """);
        await visit.Page.GetByText("1 张图片，没有留下").WaitForAsync();
        await Save(visit.Page);

        var stored = await visit.Page.EvaluateAsync<string>("document.querySelector(\"[name='Form.Html']\").value");
        var plain = string.Concat(stored.Split('\n'));
        plain.ShouldStartWith("<h2>一、开放的场馆</h2><p>市图书馆免费开放。</p>");
        plain.ShouldContain("<tr><td>市图书馆</td><td>九时</td></tr>");
        plain.ShouldContain("<p class=\"text-end\">二〇二六年三月二日</p>");
        plain.ShouldNotContain("mso", Case.Insensitive);
        plain.ShouldNotContain("script");
        plain.ShouldNotContain("img");
        visit.ForeignRequests.ShouldBeEmpty();
        visit.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_picture_is_put_into_the_text_with_a_word_for_those_who_cannot_see_it_and_shown_in_the_preview()
    {
        await using var visit = await site.Open("/console/items/new", Role.Handler, new Look(1440));
        await Fill(visit.Page);
        var chosen = await visit.Page.RunAndWaitForFileChooserAsync(() => visit.Page.GetByRole(AriaRole.Button, new() { Name = "图片" }).ClickAsync());
        await chosen.SetFilesAsync(new FilePayload { Name = "开放时间.png", MimeType = "image/png", Buffer = await visit.Page.ScreenshotAsync(new() { Clip = new() { Width = 300, Height = 120 } }) });
        await visit.Page.GetByLabel("图上是什么").FillAsync("各馆的开放时间");
        await Screenshots.Take(visit.Page, "draft-picture", "light", 1440);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "好", Exact = true }).ClickAsync();
        (await visit.Page.Locator($"{Body} img").EvaluateAsync<int>("async picture => { await picture.decode(); return picture.naturalWidth; }")).ShouldBe(300);
        await Save(visit.Page);

        (await visit.Page.InputValueAsync("[name='Form.Html']")).ShouldContain("src=\"attachment:");
        await visit.Page.GotoAsync(new Uri(visit.Page.Url).AbsolutePath.Replace("/edit", "/preview"));
        (await visit.Page.GetByRole(AriaRole.Img, new() { Name = "各馆的开放时间" }).EvaluateAsync<int>("async picture => { await picture.decode(); return picture.naturalWidth; }")).ShouldBe(300);
        await Screenshots.Take(visit.Page, "draft-picture-preview", "light", 1440);
        visit.ForeignRequests.ShouldBeEmpty();
        visit.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task What_was_not_saved_is_offered_back_after_a_crash_and_forgotten_once_it_is_saved()
    {
        await using var visit = await site.Open("/console/items/new", Role.Handler, new Look(1440));
        await Fill(visit.Page);
        await visit.Page.WaitForFunctionAsync("() => Object.entries(localStorage).some(([key, value]) => key.startsWith('gongkai-draft:') && value.includes('免费开放，报名'))");

        await visit.Page.GotoAsync("/console/items/new");
        await Screenshots.Take(visit.Page, "draft-kept", "light", 1440);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "接着写" }).ClickAsync();

        (await visit.Page.InputValueAsync("[name='Form.Title']")).ShouldBe("关于开放全市公共文化场馆的通知");
        (await visit.Page.IsCheckedAsync("[name='Form.Mode'][value='Active']")).ShouldBeTrue();
        (await visit.Page.InnerTextAsync(Body)).ShouldContain("免费开放，报名");
        await Save(visit.Page);
        await visit.Page.GotoAsync("/console/items/new");
        (await visit.Page.Locator(".draft-kept").CountAsync()).ShouldBe(0);
        (await visit.Page.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('gongkai-draft:')).length")).ShouldBe(0);
    }

    private static async Task Fill(IPage page)
    {
        await page.FillAsync("[name='Form.Title']", "关于开放全市公共文化场馆的通知");
        await page.FillAsync("[name='Form.Description']", "公共文化场馆免费开放。");
        await page.SelectOptionAsync("[name='Form.Genre']", "Circular");
        await page.FillAsync("[name='Form.DocumentNumber']", "云府( 2026 )08号");
        await page.FillAsync("[name='Form.CreatedOn']", "2026-02-10");
        await page.SelectOptionAsync("[name='Form.Category']", "2001");
        await page.CheckAsync("[name='Form.Mode'][value='Active']");
        await page.Locator(Body).ClickAsync();
        await page.Keyboard.TypeAsync("市图书馆、市文化馆自即日起免费开放，报名找某甲，身份证号11010519491231002X。");
    }

    private static async Task Save(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await page.GetByText("已经保存").WaitForAsync();
    }

    private async Task LookAt(Visit visit, string path, string name)
    {
        foreach (var (width, look, display) in Screenshots.Looks)
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            await visit.Page.Context.AddCookiesAsync([new Cookie { Name = "display", Value = display, Url = site.Address.ToString() }]);
            await visit.Page.GotoAsync(path);
            await Screenshots.Take(visit.Page, name, look, width);
            (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, $"{path}，{width} 像素、{look}：内容比屏幕宽");
            if (look == "large" || (look == "light" && width > 390)) continue;
            (await Axe.Faults(visit.Page)).ShouldBeEmpty($"{path} {look}");
        }
    }
}
