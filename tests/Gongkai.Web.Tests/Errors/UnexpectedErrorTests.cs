using System.Net;
using Gongkai.Web.Assets;
using Gongkai.Web.Errors;
using Gongkai.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Web.Tests.Errors;

/// <summary>程序遇到意外：给人的是一句话和编号，不是调用栈。</summary>
public sealed class UnexpectedErrorTests
{
    [Fact]
    public async Task An_unexpected_error_shows_a_sentence_and_a_number_and_no_trace()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new SiteIdentity { Name = "政府信息公开" })
            .AddSingleton(AssetFiles.Load(Path.Combine(AppContext.BaseDirectory, "wwwroot", "dist")))
            .AddHttpContextAccessor().AddRazorComponents();
        await using var app = builder.Build();
        app.UseErrorPages();
        app.Run(_ => throw new InvalidOperationException("秘密的细节"));
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var response = await client.GetAsync(new Uri("/", UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        text.ShouldNotContain("InvalidOperationException");
        (await RunningSite.Document(response)).QuerySelector("h1")!.TextContent.ShouldBe("服务器出错");
        (await RunningSite.Document(response)).Body!.TextContent.ShouldNotContain("秘密的细节");
    }
}
