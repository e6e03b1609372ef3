using System.Net;

namespace Gongkai.Web.Tests.Access;

/// <summary>只开门户的网站：后台与接口像没有一样。</summary>
public sealed class SurfaceTests(SurfaceTests.PortalOnly site) : IClassFixture<SurfaceTests.PortalOnly>
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/console/gallery", HttpStatusCode.NotFound)]
    [InlineData("/healthz", HttpStatusCode.OK)]
    public async Task A_surface_that_is_off_answers_like_a_wrong_address(string path, HttpStatusCode expected)
    {
        using var response = await site.Client.GetAsync(new Uri(path, UriKind.Relative));

        response.StatusCode.ShouldBe(expected);
    }

    public sealed class PortalOnly : RunningSite
    {
        protected override Dictionary<string, string?> Settings => new() { ["Surfaces"] = "portal" };
    }
}

/// <summary>只给演示看的页面，平常没有。</summary>
public sealed class DemoOnlyTests(ProductionSite site) : IClassFixture<ProductionSite>
{
    [Fact]
    public async Task The_gallery_is_not_there_outside_the_demo()
    {
        using var response = await site.Client.GetAsync(new Uri("/console/gallery", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
