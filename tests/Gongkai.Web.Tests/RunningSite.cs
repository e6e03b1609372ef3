using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Services.AnnualReports.DataCentre;
using Gongkai.Web.Settings;
using Microsoft.AspNetCore.Builder;

namespace Gongkai.Web.Tests;

/// <summary>真的监听着一个端口的网站，用普通的 HTTP 去问它。没有脚本，也不跟随跳转。</summary>
public class RunningSite : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-web-").FullName;
    private WebApplication? _site;

    /// <summary>盖过默认的设置。</summary>
    protected virtual Dictionary<string, string?> Settings => [];

    protected virtual bool Demo => true;

    protected virtual TimeProvider Clock => TimeProvider.System;

    /// <summary>外来的年报；不是看外来年报的网站为空。</summary>
    protected virtual ForeignSource? Reports => null;

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _site!.Services;

    public HttpClient Client { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        _site = (await Site.Create(new SiteLaunch(_folder, "http://127.0.0.1:0", Demo, Clock, Settings) { Reports = Reports }, CancellationToken.None)).Value;
        await _site.StartAsync();
        Address = new Uri(_site.Urls.Single());
        Client = NewClient();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _site!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>另一个访客：有自己的 cookie。</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    public async Task<IHtmlDocument> Page(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative));
        response.IsSuccessStatusCode.ShouldBeTrue($"{path} 回答 {(int)response.StatusCode}");
        return await Document(response);
    }

    public static async Task<IHtmlDocument> Document(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
}

/// <summary>不是演示的网站。</summary>
public sealed class ProductionSite : RunningSite
{
    protected override bool Demo => false;
}
