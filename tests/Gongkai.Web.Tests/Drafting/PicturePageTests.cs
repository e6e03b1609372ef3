using System.Net;
using System.Text;
using System.Text.Json;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Drafting;
using Gongkai.Web.Tests.SigningIn;

namespace Gongkai.Web.Tests.Drafting;

/// <summary>正文里的图片：与附件同一道收下，存以前只给收下它的人看，存了只在这一条里用；没有公开的谁也取不到，来稿里写什么地址都不生事。</summary>
public sealed class PicturePageTests(DraftingSite site) : IClassFixture<DraftingSite>
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_picture_is_uploaded_shown_in_the_preview_and_not_listed_again_among_the_attachments()
    {
        using var visitor = await site.Handler();
        await visitor.Get("/console/items/new");
        var picture = await Upload(visitor, "开放时间.png", Png);
        var id = await Draft(visitor, picture, $"<p>见图。</p><p><img src=\"attachment:{picture.Id}\" alt=\"各馆开放时间一览\" onerror=\"alert(1)\" style=\"x\"></p>");

        (await site.Stored(id)).Latest.Draft.Content.Html.ShouldBe($"<p>见图。</p><p><img src=\"attachment:{picture.Id}\" alt=\"各馆开放时间一览\"></p>");
        var preview = (await visitor.Get($"/console/items/{id}/preview")).Page;
        var shown = preview.QuerySelectorAll(".document-text img").ShouldHaveSingleItem();
        shown.GetAttribute("alt").ShouldBe("各馆开放时间一览");
        preview.QuerySelector(".attachment-list").ShouldBeNull("正文里显示着的图片不再列一遍");
        using var sent = await visitor.Raw(shown.GetAttribute("src")!);
        (sent.StatusCode, sent.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "image/png"));
        sent.Headers.GetValues("Content-Security-Policy").ShouldBe(["sandbox; default-src 'none'"]);
    }

    [Fact]
    public async Task A_picture_that_is_not_published_is_reached_by_nobody_else()
    {
        using var visitor = await site.Handler();
        await visitor.Get("/console/items/new");
        var picture = await Upload(visitor, "图.png", Png);
        (await visitor.Download(picture.Address)).Type.ShouldBe("image/png");
        using var other = await site.Handler();
        (await other.Get(picture.Address)).Status.ShouldBe(HttpStatusCode.NotFound, "收条只有收下它的人能用");
        using var stranger = site.Visitor();
        (await stranger.Get(picture.Address)).Location.ShouldNotBeNull().ShouldStartWith("/console/sign-in");

        var id = await Draft(visitor, picture, $"<p><img src=\"attachment:{picture.Id}\" alt=\"图\"></p>");
        foreach (var address in (string[])[$"/i/{ShortItemId.Of(id.Value)}/f/{Guid.Parse(picture.Id):N}/x.png", $"/i/{Guid.Parse(picture.Id):N}", $"/console/items/{id}/files/{Guid.Parse(picture.Id):N}/x.png"])
        {
            using var reply = await stranger.Raw(address);
            reply.StatusCode.ShouldBeOneOf([HttpStatusCode.NotFound, HttpStatusCode.Redirect], address);
        }
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", "图.svg")]
    [InlineData("<html><script>alert(1)</script></html>", "图.png")]
    [InlineData("%PDF-1.4 不是图片", "图.png")]
    [InlineData("GIF89a<script>alert(1)</script>", "图.gif")]
    [InlineData("", "空的.png")]
    public async Task What_is_no_picture_is_refused_with_a_sentence_whatever_its_name(string content, string name)
    {
        using var visitor = await site.Handler();
        await visitor.Get("/console/items/new");

        var (status, text) = await Send(visitor, name, Encoding.UTF8.GetBytes(content));

        status.ShouldBeOneOf(HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadRequest);
        text.ShouldContain(letter => letter >= '一' && letter <= '龥');
        text.ShouldNotContain("receipt");
    }

    [Fact]
    public async Task A_picture_larger_than_the_limit_is_refused_and_says_how_large_it_may_be()
    {
        using var visitor = await site.Handler();
        await visitor.Get("/console/items/new");

        (await Send(visitor, "大.png", [.. Png, .. new byte[6 << 20]])).Text.ShouldContain("不超过 5 MB");
    }

    [Theory]
    [InlineData("data:image/png;base64,iVBORw0KGgo=")]
    [InlineData("https://elsewhere.example/x.png")]
    [InlineData("//elsewhere.example/x.png")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("attachment:../../gongkai.db")]
    [InlineData("attachment:00000000-0000-0000-0000-000000000001")]
    [InlineData("/console/items/pictures?receipt=x")]
    public async Task An_address_that_is_no_picture_of_this_draft_leaves_no_picture_and_says_so(string address)
    {
        using var visitor = await site.Handler();

        var id = await site.Draft(visitor, ("Form.Html", $"<p>正文。<img src=\"{address}\" alt=\"图\"></p>"));

        (await site.Stored(id)).Latest.Draft.Content.Html.ShouldBe("<p>正文。</p>");
        visitor.Page.QuerySelector(".notice-careful")!.TextContent.ShouldContain("图片");
    }

    [Fact]
    public async Task A_picture_of_another_draft_is_not_taken_and_one_no_longer_used_is_dropped_and_not_published_as_an_attachment()
    {
        using var visitor = await site.Handler();
        await visitor.Get("/console/items/new");
        var picture = await Upload(visitor, "图.png", Png);
        var first = await Draft(visitor, picture, $"<p><img src=\"attachment:{picture.Id}\" alt=\"图\"></p>");
        var other = await site.Draft(visitor, ("Form.Html", $"<p>另一条。<img src=\"attachment:{picture.Id}\" alt=\"图\"></p>"));
        (await site.Stored(other)).Latest.Draft.Content.Html.ShouldBe("<p>另一条。</p>");

        await visitor.Get($"/console/items/{first}/edit");
        await visitor.Follow(await visitor.Submit("draft", ("Form.Html", "<p>不用图了。</p>")));

        var stored = await site.Stored(first);
        stored.Latest.Draft.Content.Attachments.ShouldBeEmpty();
        visitor.Page.QuerySelector(".notice-careful")!.TextContent.ShouldContain("正文里不再用");
    }

    [Fact]
    public async Task A_picture_without_a_text_for_those_who_cannot_see_it_is_kept_but_not_sent_for_review()
    {
        using var visitor = await site.Handler();
        await visitor.Get("/console/items/new");
        var picture = await Upload(visitor, "图.png", Png);
        await Draft(visitor, picture, $"<p><img src=\"attachment:{picture.Id}\"></p>");

        visitor.Page.QuerySelector("main")!.TextContent.ShouldContain("正文里有 1 张图片没有替代文字");
    }

    [Fact]
    public async Task Without_the_token_of_the_form_or_without_the_permission_no_picture_is_taken()
    {
        using var visitor = await site.Handler();
        using var auditor = await site.SignedIn(Role.Auditor);
        await auditor.Get("/console/password");

        (await Send(visitor, "图.png", Png, token: "x")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Send(auditor, "图.png", Png)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<ItemId> Draft(Visitor visitor, Picture picture, string html)
    {
        var reply = await visitor.Submit(
            DraftingSite.Edit,
            ("Form.Title", "有图的一条"), ("Form.Mode", nameof(DisclosureMode.Active)), ("Form.Html", html),
            ("Form.Files[0].Receipt", picture.Receipt), ("Form.Files[0].Inline", "true"), ("Form.Files[0].Name", "图.png"), ("Form.Files[0].Order", "1"));
        var address = reply.Location.ShouldNotBeNull(reply.Text);
        await visitor.Get(address);
        return DraftingSite.IdOf(address);
    }

    private static async Task<Picture> Upload(Visitor visitor, string name, byte[] content)
    {
        var (status, text) = await Send(visitor, name, content);
        status.ShouldBe(HttpStatusCode.OK, text);
        var answer = JsonDocument.Parse(text).RootElement;
        return new Picture(answer.GetProperty("id").GetString()!, answer.GetProperty("receipt").GetString()!, answer.GetProperty("address").GetString()!);
    }

    private static async Task<(HttpStatusCode Status, string Text)> Send(Visitor visitor, string name, byte[] content, string? token = null)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("picture"), "_handler" },
            { new StringContent(token ?? visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(content), "file", name },
        };
        using var reply = await visitor.SendRaw("/console/items/pictures", form);
        return (reply.StatusCode, await reply.Content.ReadAsStringAsync());
    }

    private sealed record Picture(string Id, string Receipt, string Address);
}
