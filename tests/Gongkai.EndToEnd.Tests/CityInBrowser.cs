using Gongkai.Organisations.Access;
using Gongkai.Testing;
using Gongkai.Web.Tests.SigningIn;
using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

/// <summary>虚构的城市的后台和一个浏览器；以某个角色登录着去看。</summary>
public sealed class CityInBrowser : CitySite, IAsyncLifetime
{
    private readonly Dictionary<Role, string> _logins = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        if (Tools.Find("chromium") is not { } chromium) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
        await DisposeAsync();
    }

    /// <summary>打开一页；给了角色的，先登录。</summary>
    public async Task<Visit> Open(string path, Role? role, Look look)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(), Locale = "zh-CN", JavaScriptEnabled = true, ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = look.Width, Height = look.Width < 600 ? 844 : 900 },
        });
        if (look.Display is { } display) await context.AddCookiesAsync([new Cookie { Name = "display", Value = display, Url = Address.ToString() }]);
        var page = await context.NewPageAsync();
        var visit = new Visit(context, page, Address);
        if (role is { } held) await SignInto(page, held);
        await page.GotoAsync(path);
        return visit;
    }

    private async Task SignInto(IPage page, Role role)
    {
        if (!_logins.TryGetValue(role, out var login)) _logins[role] = login = (await Somebody(role)).LoginName;
        await page.GotoAsync("/console/sign-in");
        await page.FillAsync("input[name='Form.LoginName']", login);
        await page.FillAsync("input[name='Form.Password']", Password);
        await page.ClickAsync("main button[type=submit]");
    }
}
