using Gongkai.Web.Tests;

namespace Gongkai.EndToEnd.Tests;

/// <summary>一个运行着的网站和一个浏览器，全部浏览器测试共用。</summary>
public sealed class SiteInBrowser : RunningSite, IAsyncLifetime
{
    private TestBrowser? _browser;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        _browser = await TestBrowser.Launch();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        await DisposeAsync();
    }

    /// <summary>打开一个访客的浏览器，打开一页；凡是向别的主机发出的请求都记下。</summary>
    public async Task<Visit> Open(string path, Look look)
    {
        var visit = await _browser!.Visit(Address, look);
        await visit.Page.GotoAsync(path);
        return visit;
    }
}
