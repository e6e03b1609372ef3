using System.Net;
using System.Text.Json;
using Gongkai.Publication.Drafting;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Components.Panels;
using Gongkai.Web.Portal;

namespace Gongkai.Web.Tests.Portal;

/// <summary>一条信息的页面：著录项、正文、附件、更正、标签；来稿里写什么也不生事。</summary>
public sealed class ItemPageTests(PublishingSite site) : IClassFixture<PublishingSite>
{
    private const string Hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)>&lt;'";

    [Fact]
    public async Task The_page_shows_what_is_recorded_and_the_text()
    {
        var (_, shortId) = await site.Publish();
        var page = await site.Page($"/i/{shortId}");

        page.QuerySelector("h1.document-title")!.TextContent.ShouldBe("关于开放全市公共文化场馆的通知");
        page.QuerySelector(".document-text p")!.TextContent.ShouldBe("全市公共文化场馆自今日起免费开放。");
        var facts = page.QuerySelectorAll(".metadata dt").ToDictionary(term => term.TextContent, term => term.NextElementSibling!.TextContent.Trim());
        facts["索引号"].ShouldStartWith(InventedCity.CultureCode);
        facts["发布机构"].ShouldBe("云泽市文化广播局");
        facts["生成日期"].ShouldBe("2026-03-02");
        facts["公开方式"].ShouldBe("主动公开");
        page.QuerySelector(".item-mark")!.TextContent.ShouldBe("（此件公开发布）");
        page.QuerySelector(".item-citation")!.TextContent.ShouldContain($"[EB/OL]. (2026-03-02). {site.Address}i/{shortId}");
    }

    [Theory]
    [InlineData("SiteName", "政府信息公开")]
    [InlineData("ColumnName", "法定主动公开内容")]
    [InlineData("ArticleTitle", "关于开放全市公共文化场馆的通知")]
    [InlineData("PubDate", "2026-03-02 09:00")]
    [InlineData("ContentSource", "云泽市文化广播局")]
    [InlineData("description", "公共文化场馆免费开放。")]
    public async Task The_tags_of_government_sites_are_there(string name, string content)
    {
        var page = await site.Page($"/i/{(await site.Publish()).ShortId}");

        page.QuerySelectorAll($"meta[name={name}]").ShouldHaveSingleItem().GetAttribute("content").ShouldBe(content);
    }

    [Fact]
    public async Task A_hostile_title_and_text_stay_text_on_every_page()
    {
        var (_, shortId) = await site.Publish(site.Office.Complete(Hostile, "<p>正文<script>alert(3)</script><a href=\"javascript:alert(4)\" onclick=\"alert(5)\">链接</a></p>") with
        {
            Added = [await site.Attach(Hostile + ".txt")],
        });
        foreach (var address in (string[])["/", "/catalogue", $"/i/{shortId}", "/search?q=alert", PortalAddress.OfUnit(site.Office.Unit)])
        {
            var page = await site.Page(address);

            page.QuerySelectorAll("script:not([src]):not([type='application/ld+json']), img:not([src^='/']), [onerror], [onclick], a[href^='javascript:']").ShouldBeEmpty(address);
        }

        var item = await site.Page($"/i/{shortId}");
        item.QuerySelector("h1")!.TextContent.ShouldBe(Hostile);
        using var linked = JsonDocument.Parse(item.QuerySelectorAll("script[type='application/ld+json']").ShouldHaveSingleItem().TextContent);
        linked.RootElement.GetProperty("headline").GetString().ShouldBe(Hostile);
    }

    [Fact]
    public async Task An_attachment_is_named_sized_and_sent_so_that_no_browser_runs_it()
    {
        var (_, shortId) = await site.Publish(site.Office.Complete() with { Added = [await site.Attach("../../名单\r\nSet-Cookie: a=b<b>\"二〇二六\".html", "一行字，名字里写的是网页。")] });
        var address = await site.AttachmentAddress(shortId);
        using var response = await site.Get(address);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("Content-Security-Policy").ShouldBe(["sandbox; default-src 'none'"]);
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.CacheControl!.NoCache.ShouldBeTrue();
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition.FileNameStar!.ShouldStartWith("名单");
        response.Content.Headers.ContentDisposition.FileNameStar.ShouldNotContain("/");
        (await site.Page($"/i/{shortId}")).QuerySelector(".attachment-list")!.TextContent.ShouldContain("字节");
    }

    [Fact]
    public async Task The_page_has_every_part_a_reader_looks_for_and_asks_no_other_host()
    {
        var (_, shortId) = await site.Publish();
        var page = await site.Page($"/i/{shortId}");
        var address = $"{site.Address}i/{shortId}";

        foreach (var part in (string[])[".metadata", "h1.document-title", ".document-text", ".item-citation", "button[data-print]", "details.share"]) page.QuerySelector(part).ShouldNotBeNull(part);
        page.QuerySelector("#share-address")!.GetAttribute("value").ShouldBe(address);
        var code = page.QuerySelector(".share img")!;
        code.GetAttribute("alt")!.ShouldContain("二维码");
        using var picture = await site.Get(code.GetAttribute("src")!);
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        (await picture.Content.ReadAsStringAsync()).ShouldContain(QrCode.Of(address).Path);
        var links = page.QuerySelectorAll(".share-links a").Select(link => link.GetAttribute("href")!).ToList();
        links[0].ShouldStartWith("mailto:?subject=");
        links.ShouldAllBe(link => link.Contains(Uri.EscapeDataString(address), StringComparison.Ordinal));
        page.QuerySelectorAll("[src]:not([src^='/']), link[rel=stylesheet]:not([href^='/']), iframe").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_picture_in_a_published_text_comes_from_this_site_and_goes_when_the_item_is_withdrawn()
    {
        var file = await site.Attach("图.png") with { Kind = Gongkai.Documents.FileKind.Of("png"), Id = Guid.NewGuid() };
        var (item, shortId) = await site.Publish(site.Office.Complete(html: $"<p>见图。<img src=\"attachment:{file.Id}\" alt=\"开放时间\"></p>") with { Added = [file] });

        var address = (await site.Page($"/i/{shortId}")).QuerySelector(".document-text img")!.GetAttribute("src")!;
        address.ShouldStartWith($"/i/{shortId}/f/");
        using var shown = await site.Get(address);
        shown.StatusCode.ShouldBe(HttpStatusCode.OK);
        await site.Withdraw(item);
        using var gone = await site.Get(address);
        gone.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task An_attachment_that_did_not_change_is_not_sent_again_and_may_be_fetched_in_part()
    {
        var (_, shortId) = await site.Publish(site.Office.Complete() with { Added = [await site.Attach("细则.txt")] });
        var address = new Uri(await site.AttachmentAddress(shortId), UriKind.Relative);
        using var first = await site.Client.GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var unchanged = await site.Client.SendAsync(again);
        using var part = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new(0, 5) } };
        using var partial = await site.Client.SendAsync(part);

        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        partial.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await partial.Content.ReadAsByteArrayAsync()).Length.ShouldBe(6);
    }

    [Theory]
    [InlineData("/i/0000000000")]
    [InlineData("/i/x")]
    [InlineData("/i/0000000000/code.svg")]
    [InlineData("/i/%27%20OR%201=1--")]
    [InlineData("/i/0000000000/f/00000000000000000000000000000000/a.pdf")]
    [InlineData("/i/0000000000/f/..%2f..%2fgongkai.db/a")]
    [InlineData("/u/0000000000")]
    [InlineData("/u/x/feed")]
    [InlineData("/api/v1/items/0000000000")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        using var response = await site.Get(address);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldContain("没有找到");
    }

    [Fact]
    public void Pictures_of_this_version_get_their_address_and_others_are_left_out()
    {
        var file = new Attachment(new AttachmentId(Guid.NewGuid()), "图 1.png", new string('a', 64), 10, "image/png");
        var html = $"<p>文字里的 src=&quot;attachment:{file.Id}&quot;<img src=\"attachment:{file.Id}\" alt=\"位置图\"><img src=\"attachment:{Guid.NewGuid()}\" alt=\"\"></p><table><tr><td>甲</td></tr></table>";

        var rendered = Gongkai.Web.Portal.Items.ItemBody.Render("0123456789", new ItemContent(html, [], [file]));

        rendered.ShouldContain($"<img src=\"/i/0123456789/f/{file.Id.Value:N}/%E5%9B%BE%201.png\" alt=\"位置图\"");
        rendered.Split("<img").Length.ShouldBe(2);
        rendered.ShouldContain("tabindex=\"0\"><table>");
        rendered.ShouldEndWith("</table></div>");
    }

    [Fact]
    public async Task A_correction_is_told_with_its_note()
    {
        var (item, shortId) = await site.Publish();
        await site.Correct(item, site.Office.Complete(), "更正开放时间");

        (await site.Page($"/i/{shortId}")).QuerySelectorAll(".change-history strong").Select(caption => caption.TextContent).ShouldBe(["首次发布", "更正"]);
    }
}
