using System.Net;
using System.Net.Http.Headers;
using Gongkai.Web.Caching;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Caching;

/// <summary>公开页面：存得住、问得着、清得掉。</summary>
public sealed class PublicPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static readonly Uri Help = new("/help", UriKind.Relative);

    [Fact]
    public async Task A_page_that_did_not_change_is_not_sent_again()
    {
        using var first = await site.Client.GetAsync(Help);
        using var request = new HttpRequestMessage(HttpMethod.Get, Help);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await site.Client.SendAsync(request);

        first.Headers.CacheControl!.NoCache.ShouldBeTrue("撤回的信息不能留在浏览器里不问就用。");
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_page_is_sent_compressed_in_the_way_the_reader_takes(string encoding)
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Help);
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
            using var response = await site.Client.SendAsync(request);

            response.Content.Headers.ContentEncoding.ShouldBe([encoding]);
            response.Headers.Vary.ShouldContain("Accept-Encoding");
        }

        using var plain = await site.Client.GetAsync(Help);
        plain.Content.Headers.ContentEncoding.ShouldBeEmpty();
        (await plain.Content.ReadAsStringAsync()).ShouldContain("怎样用键盘");
    }

    [Fact]
    public async Task Publication_empties_the_cache()
    {
        using var first = await site.Client.GetAsync(Help);
        using var kept = await site.Client.GetAsync(Help);
        await site.Services.GetRequiredService<PublicPages>().ContentChanged(CancellationToken.None);
        using var fresh = await site.Client.GetAsync(Help);

        kept.Headers.Age.ShouldNotBeNull("第二次应当来自缓存。");
        fresh.Headers.Age.ShouldBeNull("清过以后应当重做。");
    }

    [Fact]
    public async Task A_head_request_gets_the_headers_and_no_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, Help);
        using var response = await site.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.ETag.ShouldNotBeNull();
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_public_page_sets_no_cookie_and_holds_no_form_token()
    {
        using var response = await site.Client.GetAsync(Help);

        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await RunningSite.Document(response)).QuerySelector("input[name=__RequestVerificationToken]").ShouldBeNull();
    }

    [Fact]
    public async Task Large_print_is_a_cookie_and_gets_its_own_cached_page()
    {
        using var client = site.NewClient();
        using var form = new FormUrlEncodedContent([new("choice", "large"), new("back", "/help?a=1")]);
        using var changed = await client.PostAsync(new Uri("/display", UriKind.Relative), form);
        using var large = await client.GetAsync(Help);
        using var normal = await site.Client.GetAsync(Help);

        changed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        changed.Headers.Location!.ToString().ShouldBe("/help?a=1");
        (await RunningSite.Document(large)).DocumentElement.GetAttribute("data-text").ShouldBe("large");
        (await RunningSite.Document(normal)).DocumentElement.GetAttribute("data-text").ShouldBe("normal");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public void The_display_switch_returns_to_this_site_only(string back) =>
        Gongkai.Web.Display.DisplayEndpoint.LocalAddress(back).ShouldBe("/");
}
