using Gongkai.Testing;
using Gongkai.Web.Tests;
using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

/// <summary>一个运行着的网站和一个浏览器，全部浏览器测试共用。</summary>
public sealed class SiteInBrowser : RunningSite, IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        if (Tools.Find("chromium") is not { } chromium) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = Flags });
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
        await DisposeAsync();
    }

    /// <summary>打开一个访客的浏览器，打开一页；凡是向别的主机发出的请求都记下。</summary>
    public async Task<Visit> Open(string path, Look look)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            Locale = "zh-CN",
            JavaScriptEnabled = look.Script,
            ViewportSize = new ViewportSize { Width = look.Width, Height = look.Width < 600 ? 844 : 900 },
            ReducedMotion = ReducedMotion.Reduce,
            ForcedColors = look.ForcedColors ? ForcedColors.Active : ForcedColors.None,
        });
        if (look.Display is { } display)
            await context.AddCookiesAsync([new Cookie { Name = "display", Value = display, Url = Address.ToString() }]);
        var page = await context.NewPageAsync();
        var visit = new Visit(context, page, Address);
        await page.GotoAsync(path);
        return visit;
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

    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
