namespace Gongkai.Web.Tests.Security;

/// <summary>反向代理说的话，只有设置里写明的才信。</summary>
public sealed class ProxyTests(ProxyTests.BehindProxy behind, RunningSite open) : IClassFixture<ProxyTests.BehindProxy>, IClassFixture<RunningSite>
{
    [Fact]
    public async Task A_trusted_proxy_that_ended_the_encryption_gets_strict_transport_security()
    {
        using var response = await AskAsHttps(behind);

        response.Headers.Contains("Strict-Transport-Security").ShouldBeTrue();
    }

    [Fact]
    public async Task Anybody_elses_word_about_the_encryption_is_not_taken()
    {
        using var response = await AskAsHttps(open);

        response.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    private static async Task<HttpResponseMessage> AskAsHttps(RunningSite site)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/help", UriKind.Relative));
        request.Headers.Host = "gongkai.example";
        request.Headers.Add("X-Forwarded-Proto", "https");
        return await site.Client.SendAsync(request);
    }

    public sealed class BehindProxy : RunningSite
    {
        protected override Dictionary<string, string?> Settings => new() { ["Proxies"] = "127.0.0.1" };
    }
}
