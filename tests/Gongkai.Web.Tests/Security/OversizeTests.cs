using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Gongkai.Web.Hosting;
using Gongkai.Web.Tests.Drafting;

namespace Gongkai.Web.Tests.Security;

/// <summary>太大的请求：报了长度的不读内容就说太大，分块传来的读到限度就停；都是中文的页面，什么也没有存。</summary>
public sealed class OversizeTests(DraftingSite site) : IClassFixture<DraftingSite>
{
    [Theory]
    [InlineData("/console/items/new", RequestLimits.UploadBytes + 1, true)]
    [InlineData("/console/items/new", 10L << 30, true)]
    [InlineData("/console/items/new", RequestLimits.UploadBytes + 1, false)]
    [InlineData("/console/sign-in", RequestLimits.FormBytes + 1, false)]
    [InlineData("/display", RequestLimits.FormBytes + 1, false)]
    [InlineData("/track/case", RequestLimits.ApplicationBytes + 1, false)]
    public async Task A_request_that_says_it_is_too_large_is_answered_at_once_with_a_page_in_Chinese(string path, long length, bool signedIn)
    {
        var before = await site.Count();

        var answer = await Send(path, $"Content-Length: {length.ToString(CultureInfo.InvariantCulture)}", signedIn, body: "--x\r\n");

        answer.ShouldStartWith("HTTP/1.1 413");
        answer.ShouldContain("<h1>文件太大</h1>");
        answer.ShouldContain("没有保存");
        answer.ShouldNotContain("BadHttpRequestException");
        (await site.Count()).ShouldBe(before);
    }

    [Fact]
    public async Task A_request_that_grows_too_large_without_saying_so_is_stopped_at_the_limit()
    {
        var chunk = $"{RequestLimits.FormBytes / 2:x}\r\n{new string('a', (int)RequestLimits.FormBytes / 2)}\r\n";
        var answer = await Send("/console/sign-in", "Transfer-Encoding: chunked", signedIn: false, body: chunk + chunk + chunk, type: "application/x-www-form-urlencoded");

        answer.ShouldStartWith("HTTP/1.1 413");
        answer.ShouldContain("<h1>文件太大</h1>");
    }

    private async Task<string> Send(string path, string framing, bool signedIn, string body, string type = "multipart/form-data; boundary=x")
    {
        using var visitor = signedIn ? await site.Handler() : site.Visitor();
        var cookies = visitor.Cookies.GetCookieHeader(new Uri(site.Address, "/console"));
        using var client = new TcpClient();
        await client.ConnectAsync(site.Address.Host, site.Address.Port);
        await using var stream = client.GetStream();
        var head = $"POST {path} HTTP/1.1\r\nHost: {site.Address.Authority}\r\nContent-Type: {type}\r\n{framing}\r\n{(cookies.Length > 0 ? $"Cookie: {cookies}\r\n" : "")}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head + body));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = new StringBuilder();
        var buffer = new char[4096];
        try
        {
            while (await reader.ReadAsync(buffer) is > 0 and var count && !answer.ToString().Contains("</html>", StringComparison.Ordinal)) answer.Append(buffer, 0, count);
        }
        catch (IOException)
        {
            // 服务器说完就断开：没有读的内容还在路上。
        }

        return answer.ToString();
    }
}
