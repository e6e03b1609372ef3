using System.Net;
using System.Text.Json;
using Gongkai.Web.Errors;

namespace Gongkai.Web.Tests.Errors;

/// <summary>出错的页面：中文一句话、接着做什么、请求编号，没有调用栈。</summary>
public sealed class ErrorPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task A_wrong_address_gets_a_page_in_Chinese_with_its_request_number()
    {
        using var response = await site.Client.GetAsync(new Uri("/没有这一页", UriKind.Relative));
        var page = await RunningSite.Document(response);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        page.QuerySelector("h1")!.TextContent.ShouldBe("没有找到");
        page.QuerySelector("code")!.TextContent.ShouldNotBeEmpty();
        page.Title.ShouldBe("没有找到 - 政府信息公开");
    }

    [Fact]
    public async Task A_method_that_is_not_served_says_so()
    {
        using var response = await site.Client.DeleteAsync(new Uri("/help", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await RunningSite.Document(response)).QuerySelector("h1")!.TextContent.ShouldBe("不能这样访问");
    }

    [Fact]
    public async Task The_interface_answers_errors_as_problem_documents()
    {
        using var response = await site.Client.GetAsync(new Uri("/api/v1/nothing", UriKind.Relative));
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        problem.RootElement.GetProperty("title").GetString().ShouldBe("没有找到");
        problem.RootElement.GetProperty("requestId").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    public void Every_error_says_what_to_do_next(int status)
    {
        var sentence = ErrorSentence.For(status);

        sentence.Title.ShouldNotBeEmpty();
        sentence.Explanation.ShouldEndWith("。");
        sentence.Advice.ShouldEndWith("。");
    }
}
