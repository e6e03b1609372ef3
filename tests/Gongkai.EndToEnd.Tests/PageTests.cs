
namespace Gongkai.EndToEnd.Tests;

/// <summary>每一页都在真的浏览器里看：三种宽度，浅色、深色、大字，有无脚本。</summary>
public sealed class PageTests(SiteInBrowser site) : IClassFixture<SiteInBrowser>
{
    /// <summary>要看的页面：加了页面，在这里加一行。</summary>
    public static TheoryData<string> Pages { get; } = ["/", "/help", "/accessibility", "/没有这一页", "/console/setup", "/console/sign-in", "/console/gallery"];

    private static readonly int[] Widths = [390, 768, 1440];

    private static readonly Dictionary<string, string?> Displays = new()
    {
        ["light"] = "normal.light",
        ["dark"] = "normal.dark",
        ["large"] = "large.light",
        ["large-dark"] = "large.dark",
    };

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_free_of_accessibility_faults_in_every_look(string path)
    {
        foreach (var (name, display) in Displays)
        {
            await using var visit = await site.Open(path, new Look(Widths[name.Length % Widths.Length], display));
            (await Axe.Faults(visit.Page)).ShouldBeEmpty(name);
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_needs_no_sideways_scrolling(string path)
    {
        foreach (var width in Widths)
        {
            foreach (var (name, display) in Displays)
            {
                await using var visit = await site.Open(path, new Look(width, display));
                await Screenshots.Take(visit.Page, path, name, width);
                var overflow = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

                overflow.ShouldBeLessThanOrEqualTo(0, $"{width} 像素、{name}：内容比屏幕宽");
            }
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_asks_no_other_host_and_breaks_no_policy(string path)
    {
        await using var visit = await site.Open(path, new Look(1440));
        await visit.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);

        visit.ForeignRequests.ShouldBeEmpty();
        visit.Complaints.Where(complaint => !complaint.Contains("404", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Everything_that_can_be_acted_on_is_reached_with_the_keyboard_and_shows_the_focus(string path)
    {
        await using var visit = await site.Open(path, new Look(1440));
        var expected = await visit.Page.EvaluateAsync<int>(Keyboard.CountTargets);
        var inner = await visit.Page.EvaluateAsync<int>("window.extra");
        var unseen = new List<string>();
        for (var step = 0; step < expected + inner; step++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (await visit.Page.EvaluateAsync<string?>(Keyboard.DescribeUnseenFocus) is { } description) unseen.Add(description);
        }

        unseen.ShouldBeEmpty("停在这里时看不出来");
        (await visit.Page.EvaluateAsync<int>("window.reached.size")).ShouldBe(expected, "有的链接或按钮用 Tab 走不到");
    }

    [BrowserFact]
    public async Task In_forced_colours_every_stop_of_the_keyboard_is_still_seen()
    {
        await using var visit = await site.Open("/console/gallery", new Look(1440, ForcedColors: true));
        var steps = await visit.Page.EvaluateAsync<int>(Keyboard.CountTargets);
        var unseen = new List<string>();
        for (var step = 0; step < steps; step++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (await visit.Page.EvaluateAsync<string?>(Keyboard.DescribeUnseenFocus) is { } description) unseen.Add(description);
        }

        unseen.ShouldBeEmpty();
        await Screenshots.Take(visit.Page, "/console/gallery", "forced-colors", 1440);
    }

    [BrowserTheory]
    [InlineData("<img src='data:,'>")]
    [InlineData("<iframe title='框架' srcdoc=\"<img src='data:,'>\"></iframe>")]
    public async Task A_picture_without_words_is_a_fault_on_the_page_and_in_a_frame(string picture)
    {
        await using var visit = await site.Open("/help", new Look(1440));
        (await Axe.Faults(visit.Page)).ShouldBeEmpty();

        await visit.Page.EvaluateAsync("html => document.querySelector('main').insertAdjacentHTML('beforeend', html)", picture);
        await visit.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);

        (await Axe.Faults(visit.Page)).ShouldHaveSingleItem().ShouldStartWith("image-alt");
    }

    [BrowserFact]
    public async Task On_paper_only_the_content_is_left()
    {
        await using var visit = await site.Open("/help", new Look(1440, "large.dark"));
        await visit.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });

        (await visit.Page.Locator(".masthead-nav").IsVisibleAsync()).ShouldBeFalse();
        (await visit.Page.Locator(".display-switch").IsVisibleAsync()).ShouldBeFalse();
        (await visit.Page.Locator("h1").IsVisibleAsync()).ShouldBeTrue();
        (await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).ShouldBe("rgb(255, 255, 255)");
        await Screenshots.Take(visit.Page, "/help", "print", 1440);
    }

    [BrowserFact]
    public async Task The_skip_link_comes_first_and_leads_to_the_content()
    {
        await using var visit = await site.Open("/help", new Look(1440));
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");

        (await visit.Page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("content");
    }
}
