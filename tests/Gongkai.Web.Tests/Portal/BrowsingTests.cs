using System.Net;
using Gongkai.Publication.Catalogue;
using Gongkai.Services.Publication;
using Gongkai.Web.Portal;

namespace Gongkai.Web.Tests.Portal;

/// <summary>首页、单位、目录：条数与链接对得上，翻页翻得到头，地址可以抄给别人。</summary>
public sealed class BrowsingTests(BrowsingTests.FilledSite site) : IClassFixture<BrowsingTests.FilledSite>
{
    private const int Published = 23;

    [Fact]
    public async Task The_home_page_shows_the_newest_the_categories_with_their_counts_and_the_units()
    {
        var page = await site.Here.Page("/");

        page.QuerySelectorAll(".home-front .item-list li").Length.ShouldBe(10);
        page.QuerySelector(".home-front .item-list a")!.TextContent.ShouldBe("第23号通知");
        page.QuerySelectorAll(".category-index li").First(line => line.TextContent.Contains("财政预算", StringComparison.Ordinal)).QuerySelector(".category-count")!.TextContent.Trim().ShouldStartWith("3");
        page.QuerySelector(".home-units li")!.TextContent.ShouldContain("云泽市文化广播局");
        page.QuerySelector(".home-columns")!.TextContent.ShouldContain("填写申请表");
    }

    [Fact]
    public async Task Pages_of_the_catalogue_hold_every_item_once()
    {
        var first = await site.Here.Page("/catalogue");
        var second = await site.Here.Page(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        var shown = first.QuerySelectorAll(".item-list li > div > a").Concat(second.QuerySelectorAll(".item-list li > div > a")).Select(link => link.GetAttribute("href")).ToList();
        shown.Distinct().Count().ShouldBe(Published);
        second.QuerySelector("a[rel=next]").ShouldBeNull();
        second.QuerySelector("a[rel=prev]")!.GetAttribute("href").ShouldBe("/catalogue");
    }

    [Theory]
    [InlineData("/catalogue?page=3")]
    [InlineData("/catalogue?page=0")]
    [InlineData("/catalogue?page=-1")]
    [InlineData("/catalogue?page=99999999999999999999")]
    [InlineData("/catalogue?page=1000000")]
    [InlineData("/catalogue?page=abc")]
    [InlineData("/catalogue?year=0")]
    [InlineData("/catalogue?year=20260")]
    [InlineData("/catalogue?category=9999")]
    [InlineData("/catalogue?category=2001&category=2007")]
    [InlineData("/catalogue?genre=Circular%27")]
    [InlineData("/catalogue?subject=%00")]
    [InlineData("/catalogue?unit=nobody")]
    [InlineData("/feed?year=x")]
    [InlineData("/search?q=a&page=99")]
    [InlineData("/search?q=a&validity=forever")]
    [InlineData("/search/feed?q=a&validity=forever")]
    [InlineData("/sitemap/0.xml")]
    [InlineData("/sitemap/2.xml")]
    public async Task A_page_or_a_filter_that_does_not_exist_is_not_found(string address)
    {
        using var response = await site.Here.Get(address);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_facet_leads_to_as_many_items_as_it_says_and_is_taken_off_again()
    {
        var page = await site.Here.Page("/catalogue");
        foreach (var option in page.QuerySelectorAll(".facet a"))
        {
            var count = int.Parse(option.QuerySelector(".facet-count")!.FirstChild!.TextContent);
            var narrowed = await site.Here.Page(option.GetAttribute("href")!);

            narrowed.QuerySelector(".browse-results .number")!.TextContent.ShouldBe($"{count}");
            var chosen = narrowed.QuerySelectorAll(".facet a[aria-current]").ShouldHaveSingleItem();
            chosen.GetAttribute("href").ShouldBe("/catalogue");
        }
    }

    [Fact]
    public async Task The_address_of_a_filtered_page_is_canonical_whatever_the_order_of_its_parts()
    {
        var page = await site.Here.Page("/catalogue?year=2026&x=1&category=2007");

        page.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe($"{site.Here.Address}catalogue?category=2007&year=2026");
        page.QuerySelector("link[rel=alternate]")!.GetAttribute("href").ShouldBe("/feed?category=2007&year=2026");
    }

    [Fact]
    public async Task A_unit_has_its_page_with_its_items_and_its_place_in_the_tree()
    {
        var page = await site.Here.Page(PortalAddress.OfUnit(site.Here.Office.Unit));
        var city = await site.Here.Page(PortalAddress.OfUnit(site.Here.City.City));

        page.QuerySelector("h1")!.TextContent.ShouldBe("云泽市文化广播局");
        page.QuerySelectorAll(".item-list li").Length.ShouldBe(20);
        page.QuerySelector(".breadcrumbs")!.TextContent.ShouldContain("云泽市人民政府");
        city.QuerySelector(".empty-state")!.TextContent.ShouldContain("还没有公开的信息");
        city.QuerySelectorAll(".unit-below a").Select(link => link.TextContent).ShouldContain("云泽市文化广播局");
    }

    [Fact]
    public async Task Search_finds_marks_and_leads_on_and_says_what_to_do_when_nothing_is_found()
    {
        var found = await site.Here.Page("/search?q=%E7%AC%AC7%E5%8F%B7%E9%80%9A%E7%9F%A5");
        var nothing = await site.Here.Page("/search?q=%E5%AD%90%E8%99%9A%E4%B9%8C%E6%9C%89&year=2026");

        found.QuerySelectorAll(".search-results li").ShouldHaveSingleItem().QuerySelector("h2 mark")!.TextContent.ShouldContain("7");
        nothing.QuerySelector(".empty-state")!.TextContent.ShouldContain("没有查到“子虚乌有”");
        nothing.QuerySelector(".empty-state a")!.GetAttribute("href").ShouldBe("/search?q=%E5%AD%90%E8%99%9A%E4%B9%8C%E6%9C%89");
    }

    [Fact]
    public async Task A_search_box_is_told_titles_of_what_is_published_and_who_finds_nothing_what_is_near()
    {
        var titles = await site.Here.Text("/search/suggestions?q=%E7%AC%AC7%E5%8F%B7%E9%80%9A%E7%9F%A5");
        var nothing = await site.Here.Page("/search?q=7%E5%8F%B7%E9%80%9A%E7%9F%A5%20%E5%AD%90%E8%99%9A%E4%B9%8C%E6%9C%89");
        var valid = await site.Here.Page("/search?q=%E9%80%9A%E7%9F%A5&validity=inForce");

        titles.ShouldBe("[\"第7号通知\"]");
        nothing.QuerySelector(".search-near a")!.TextContent.ShouldContain("第7号通知");
        valid.QuerySelectorAll(".search-results li").ShouldBeEmpty("没有登记成规章、规范性文件的，不在其中。");
        valid.QuerySelector("#search-validity option[selected]")!.TextContent.ShouldBe("现行有效");
    }

    [Theory]
    [InlineData("%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("%27%20OR%20%271%27=%271")]
    [InlineData("%22%20NEAR(%20*%20AND%20NOT")]
    [InlineData("%00%01%ff%fe")]
    [InlineData("%F0%9F%98%80%20%ED%A0%80")]
    [InlineData("....------")]
    [InlineData("*")]
    [InlineData("a:b%20%7Bc%7D%20%7C%20!%20%26%20%3C-%3E")]
    public async Task Any_query_is_answered_with_a_page_and_stays_text(string query)
    {
        using var response = await site.Here.Get($"/search?q={query}");
        var page = await RunningSite.Document(response);
        using var feed = await site.Here.Get($"/search/feed?q={query}");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
        page.QuerySelector("#search-q").ShouldNotBeNull();
        feed.StatusCode.ShouldBe(HttpStatusCode.OK);
        System.Xml.Linq.XDocument.Parse(await feed.Content.ReadAsStringAsync()).Root!.Name.LocalName.ShouldBe("feed");
    }

    [Fact]
    public async Task A_very_long_query_is_cut_and_answered()
    {
        using var response = await site.Here.Get($"/search?q={new string('a', 5000)}");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await RunningSite.Document(response)).QuerySelector("#search-q")!.GetAttribute("value")!.Length.ShouldBe(200);
    }

    /// <summary>二十三条通知：三条是预决算，其余是规范性文件一类。</summary>
    public sealed class FilledSite : IAsyncLifetime
    {
        public PublishingSite Here { get; } = new();

        public async Task InitializeAsync()
        {
            await Here.InitializeAsync();
            for (var number = 1; number <= Published; number++)
            {
                var input = Here.Office.Complete($"第{number}号通知");
                await Here.Publish(number % 8 == 0 || number == 1 ? WithCategory(input, "2007") : input);
                Here.Time.Advance(TimeSpan.FromMinutes(1));
            }
        }

        public Task DisposeAsync() => Here.DisposeAsync();

        private static DraftInput WithCategory(DraftInput input, string category) =>
            input with { Metadata = input.Metadata with { DisclosureCategory = DisclosureCategory.Find(category)!.Code, Genre = Genre.Announcement } };
    }
}
