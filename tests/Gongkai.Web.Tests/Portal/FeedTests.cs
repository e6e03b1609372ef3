using System.Text.Json;
using System.Xml.Linq;
using Gongkai.Web.Portal;
using Gongkai.Web.Portal.Sitemaps;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Tests.Portal;

/// <summary>给机器看的：订阅、网站地图、接口，写得合规范，别的程序读得懂。</summary>
public sealed class FeedTests(PublishingSite site) : IClassFixture<PublishingSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task Every_feed_is_well_formed_and_holds_the_item()
    {
        var (_, shortId) = await site.Publish(site.Office.Complete("<b>加粗</b>&的通知"));
        foreach (var address in (string[])["/feed", "/feed?category=2001", $"{PortalAddress.OfUnit(site.Office.Unit)}/feed", "/search/feed?q=%E5%8A%A0%E7%B2%97"])
        {
            using var response = await site.Get(address);
            var feed = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
            var entry = feed.Elements(Atom + "entry").Single(one => one.Element(Atom + "id")!.Value == $"{site.Address}i/{shortId}");

            response.Content.Headers.ContentType!.MediaType.ShouldBe("application/atom+xml");
            response.Headers.ETag.ShouldNotBeNull();
            entry.Element(Atom + "title")!.Value.ShouldBe("<b>加粗</b>&的通知");
            entry.Element(Atom + "author")!.Element(Atom + "name")!.Value.ShouldBe("云泽市文化广播局");
            entry.Element(Atom + "published")!.Value.ShouldBe("2026-03-02T01:00:00Z");
            feed.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "self").Attribute("href")!.Value.ShouldBe(new Uri(site.Address, address).AbsoluteUri);
        }
    }

    [Fact]
    public async Task The_sitemap_lists_the_items_and_the_units_and_robots_points_to_it()
    {
        var (_, shortId) = await site.Publish();
        var addresses = XDocument.Parse(await site.Text("/sitemap.xml")).Root!.Elements(Map + "url").Select(url => url.Element(Map + "loc")!.Value).ToList();

        addresses.ShouldContain($"{site.Address}i/{shortId}");
        addresses.ShouldContain($"{site.Address}{PortalAddress.OfUnit(site.Office.Unit)[1..]}");
        addresses.ShouldBeUnique();
        (await site.Text("/robots.txt")).ShouldContain($"Sitemap: {site.Address}sitemap.xml");
        (await site.Text("/sitemap/1.xml")).ShouldBe(await site.Text("/sitemap.xml"));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(Sitemap.MostEntries, 1)]
    [InlineData(Sitemap.MostEntries + 1, 2)]
    [InlineData(1_000_000, 20)]
    public void A_large_sitemap_is_an_index_of_parts(int items, int parts)
    {
        var context = new DefaultHttpContext { Request = { Scheme = "https", Host = new HostString("gk.example") } };

        var index = XDocument.Parse(Sitemap.Index(items, context.Request)).Root!;

        index.Name.ShouldBe(Map + "sitemapindex");
        index.Elements().Select(part => part.Value).ShouldBe(Enumerable.Range(1, parts).Select(part => $"https://gk.example/sitemap/{part}.xml"));
    }

    [Fact]
    public async Task The_interface_gives_the_list_and_each_item_with_its_attachments()
    {
        var (_, shortId) = await site.Publish(site.Office.Complete("接口里的通知") with { Added = [await site.Attach("细则.txt")] });
        using var list = JsonDocument.Parse(await site.Text("/api/v1/items?q=%E6%8E%A5%E5%8F%A3%E9%87%8C"));
        using var one = JsonDocument.Parse(await site.Text($"/api/v1/items/{shortId}"));

        var entry = list.RootElement.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        entry.GetProperty("id").GetString().ShouldBe(shortId);
        entry.GetProperty("unit").GetProperty("name").GetString().ShouldBe("云泽市文化广播局");
        list.RootElement.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
        one.RootElement.GetProperty("html").GetString().ShouldBe("<p>全市公共文化场馆自今日起免费开放。</p>");
        var attachment = one.RootElement.GetProperty("attachments").EnumerateArray().ShouldHaveSingleItem();
        using var file = await site.Get(attachment.GetProperty("url").GetString()!);
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await file.Content.ReadAsByteArrayAsync())).ShouldBe(attachment.GetProperty("sha256").GetString());
    }

    [Fact]
    public async Task The_interface_refuses_what_it_does_not_understand_and_pages_end()
    {
        using var wrong = await site.Get("/api/v1/items?page=x");
        using var far = JsonDocument.Parse(await site.Text("/api/v1/items?page=1000"));

        ((int)wrong.StatusCode).ShouldBe(400);
        wrong.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        far.RootElement.GetProperty("items").GetArrayLength().ShouldBe(0);
        far.RootElement.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
