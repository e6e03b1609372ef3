using Gongkai.Web.Hosting;

namespace Gongkai.Web.Tests.Security;

/// <summary>每个回答都带安全头，出错的也一样。</summary>
public sealed class HeaderTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/console/gallery")]
    [InlineData("/nothing")]
    [InlineData("/healthz")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var response = await site.Client.GetAsync(new Uri(path, UriKind.Relative));

        response.Headers.GetValues("Content-Security-Policy").ShouldBe([SecurityHeaders.ContentPolicy]);
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        response.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public void The_content_policy_allows_nothing_inline() => SecurityHeaders.ContentPolicy.ShouldNotContain("unsafe");

    [Theory]
    [InlineData("/")]
    [InlineData("/help")]
    [InlineData("/accessibility")]
    [InlineData("/console/gallery")]
    public async Task No_page_holds_inline_script_style_or_handlers(string path)
    {
        var page = await site.Page(path);

        page.QuerySelectorAll("script:not([src]):not([type='application/ld+json']), style, [style]").ShouldBeEmpty();
        page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/console/gallery")]
    public async Task No_page_refers_to_another_host(string path)
    {
        var page = await site.Page(path);

        page.QuerySelectorAll("[src], link[href]:not([rel=canonical])").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href"))
            .Where(address => !address!.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Assets_are_kept_for_ever_because_their_names_change()
    {
        var page = await site.Page("/");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br;q=1.0");
        using var response = await site.Client.SendAsync(request);

        response.Headers.CacheControl!.ToString().ShouldContain("immutable");
        response.Content.Headers.ContentEncoding.ShouldBe(["br"]);
    }
}
