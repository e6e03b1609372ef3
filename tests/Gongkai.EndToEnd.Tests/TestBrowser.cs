using System.Text.RegularExpressions;
using Gongkai.Testing;
using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

/// <summary>一个浏览器；每次打开都是一个新的访客，有自己的 cookie。</summary>
public sealed class TestBrowser : IAsyncDisposable
{
    /// <summary>只有排版与脚本、没有窗口界面的浏览器：带界面的每开一页要多起一个进程，慢几倍。</summary>
    internal const string Program = "chromium-headless-shell";

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private TestBrowser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>这台机器上有浏览器可用。</summary>
    public static bool IsInstalled => Tools.Find(Program) is not null;

    /// <summary>启动；没有装浏览器的为空，那时用到它的测试都跳过。</summary>
    public static async Task<TestBrowser?> Launch()
    {
        if (Tools.Find(Program) is not { } chromium) return null;
        var playwright = await Playwright.CreateAsync();
        return new TestBrowser(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = Flags }));
    }

    /// <summary>一个新的访客，还没有打开哪一页。</summary>
    /// <param name="site">网站的地址。</param>
    /// <param name="signedIn">从前登录的人留下的 cookie；不登录的为空。</param>
    public async Task<Visit> Visit(Uri site, Look look, string? signedIn = null)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            StorageState = signedIn,
            BaseURL = site.ToString(),
            Locale = "zh-CN",
            JavaScriptEnabled = look.Script,
            ViewportSize = new ViewportSize { Width = look.Width, Height = look.Width < 600 ? 844 : 900 },
            ReducedMotion = ReducedMotion.Reduce,
            ForcedColors = look.ForcedColors ? ForcedColors.Active : ForcedColors.None,
        });
        if (look.Display is { } display) await context.AddCookiesAsync([new Cookie { Name = "display", Value = display, Url = site.ToString() }]);
        return new Visit(context, await context.NewPageAsync(), site);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
    }
}

/// <summary>怎样看：宽度、显示偏好（cookie 的值）、有没有脚本、系统的高对比。</summary>
public sealed record Look(int Width, string? Display = null, bool Script = true, bool ForcedColors = false);

/// <summary>一次访问。</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    public Visit(IBrowserContext context, IPage page, Uri host)
    {
        _context = context;
        Page = page;
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(host.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) ForeignRequests.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => Complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>发往别的主机的请求。</summary>
    public List<string> ForeignRequests { get; } = [];

    /// <summary>浏览器控制台里的错误与警告，内容安全策略的拦截也在内。</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>按了、点了以后，等到了这一页，而且装好了（脚本也跑过了）。</summary>
    /// <param name="path">地址的样子，正则表达式，从头到尾，不写主机，例如 <c>/console/items/[^/]+</c>。</param>
    public static async Task Arrive(IPage page, string path)
    {
        // 不用 WaitForURLAsync：它先在测试这边看一眼地址，不是，再去听“到了”；到了正好在两者之间的，就听不见，一直等到超时。
        // Expect 在浏览器那边反复看现在的地址，早到晚到都看得见。
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^https?://[^/]+{path}$"), new() { Timeout = 30_000 });
        await page.WaitForLoadStateAsync();
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
