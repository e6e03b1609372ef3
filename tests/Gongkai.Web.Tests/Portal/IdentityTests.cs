namespace Gongkai.Web.Tests.Portal;

/// <summary>页脚与网页标签：设置了什么就有什么，没有设置的一样也不编。</summary>
public sealed class IdentityTests(IdentityTests.NamedSite named, RunningSite plain) : IClassFixture<IdentityTests.NamedSite>, IClassFixture<RunningSite>
{
    [Fact]
    public async Task The_footer_shows_what_is_set()
    {
        var page = await named.Page("/");

        page.QuerySelectorAll(".site-footer-facts div").Select(fact => fact.TextContent)
            .ShouldBe(["主办单位云泽市人民政府办公室", "网站标识码9909990001", "ICP 备案云ICP备00000001号"]);
        page.QuerySelector(".site-footer a[href='https://faults.example/']")!.TextContent.ShouldBe("政府网站找错");
    }

    [Fact]
    public async Task The_footer_invents_nothing()
    {
        var page = await plain.Page("/");

        page.QuerySelector(".site-footer-facts").ShouldBeNull();
        page.QuerySelector("meta[name=SiteIDCode]").ShouldBeNull();
        page.QuerySelector(".site-footer")!.TextContent.ShouldNotContain("找错");
    }

    [Theory]
    [InlineData("SiteName", "云泽市政府信息公开")]
    [InlineData("SiteIDCode", "9909990001")]
    [InlineData("SiteDomain", "127.0.0.1")]
    [InlineData("ColumnName", "政府信息公开")]
    public async Task The_home_page_carries_the_tags_of_government_sites(string name, string content) =>
        (await named.Page("/")).QuerySelector($"meta[name={name}]")!.GetAttribute("content").ShouldBe(content);

    public sealed class NamedSite : RunningSite
    {
        protected override Dictionary<string, string?> Settings => new()
        {
            ["Site:Name"] = "云泽市政府信息公开",
            ["Site:Sponsor"] = "云泽市人民政府办公室",
            ["Site:IdentityCode"] = "9909990001",
            ["Site:IcpRecord"] = "云ICP备00000001号",
            ["Site:FaultReportAddress"] = "https://faults.example/",
        };
    }
}
