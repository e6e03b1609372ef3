using System.Net;

namespace Gongkai.Web.Tests.Security;

/// <summary>表单：没有防伪标记的、别人的标记、太大的，都不收，并且说清楚。</summary>
public sealed class FormTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static readonly Uri Gallery = new("/console/gallery", UriKind.Relative);

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_Chinese()
    {
        using var form = new FormUrlEncodedContent([new("_handler", "gallery"), new("Form.Title", "标题")]);
        using var response = await site.Client.PostAsync(Gallery, form);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await RunningSite.Document(response)).QuerySelector("h1")!.TextContent.ShouldBe("请求不完整");
    }

    [Fact]
    public async Task A_token_is_good_only_for_the_browser_that_got_it()
    {
        using var own = site.NewClient();
        using var other = site.NewClient();
        var token = await Token(own);

        (await Post(other, token)).ShouldBe(HttpStatusCode.BadRequest);
        (await Post(own, token)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_refused_before_it_is_read()
    {
        using var client = site.NewClient();
        using var form = new FormUrlEncodedContent([new("choice", "large"), new("back", new string('x', 2 << 20))]);
        using var response = await client.PostAsync(new Uri("/display", UriKind.Relative), form);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await RunningSite.Document(response)).QuerySelector("h1")!.TextContent.ShouldBe("文件太大");
    }

    private static async Task<HttpStatusCode> Post(HttpClient client, string token)
    {
        using var form = new FormUrlEncodedContent([new("_handler", "gallery"), new("__RequestVerificationToken", token), new("Form.Title", "标题")]);
        using var response = await client.PostAsync(Gallery, form);
        return response.StatusCode;
    }

    private static async Task<string> Token(HttpClient client)
    {
        using var response = await client.GetAsync(Gallery);
        return (await RunningSite.Document(response)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }
}
