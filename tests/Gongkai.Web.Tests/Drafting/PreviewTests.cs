using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Testing;

namespace Gongkai.Web.Tests.Drafting;

/// <summary>预览、各版的差别、从 Word 文件拟、有害的正文。</summary>
public sealed class PreviewTests(DraftingSite site) : IClassFixture<DraftingSite>
{
    private const string Hostile =
        """
        <p onclick="alert(1)" style="background:url(javascript:alert(2))">正文<script>alert(3)</script></p><svg onload="alert(4)"><script>alert(5)</script></svg>
        <img src="data:image/svg+xml;base64,PHN2Zz4=" onerror="alert(6)"><a href="java&#10;script:alert(7)">链接</a><iframe src="//evil.example"></iframe>
        <p style="display:none">看不见的字</p><form action="//evil.example"><input name="x"></form><p>]]&gt;&lt;script&gt;alert(8)&lt;/script&gt;</p>
        """;

    [Fact]
    public async Task The_preview_shows_what_the_public_will_see_is_marked_and_is_kept_by_nobody()
    {
        using var visitor = await site.Handler();
        var id = await site.Draft(visitor);

        var preview = await visitor.Get($"/console/items/{id}/preview");

        preview.Page.QuerySelector(".preview-banner")!.TextContent.ShouldContain("第 1 版，还没有公开的样子");
        preview.Page.QuerySelector("article.item h1")!.TextContent.ShouldBe("关于开放全市公共文化场馆的通知");
        preview.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldNotBeNull().ShouldContain("noindex");
        preview.Page.QuerySelector("script[type='application/ld+json']").ShouldBeNull();
        using var raw = await visitor.Raw($"/console/items/{id}/preview");
        raw.Headers.CacheControl!.NoStore.ShouldBeTrue();
        raw.Headers.ETag.ShouldBeNull();
    }

    [Fact]
    public async Task Only_who_may_read_what_is_unpublished_sees_the_preview_and_the_versions()
    {
        using var visitor = await site.Handler();
        var id = await site.Draft(visitor);
        using var reviewer = await site.SignedIn(Role.SecrecyReviewer, site.City.Culture);
        using var stranger = await site.SignedIn(Role.Handler, site.City.Tourism);
        using var anyone = site.Visitor();

        foreach (var page in (string[])["preview", "versions"])
        {
            (await reviewer.Get($"/console/items/{id}/{page}")).Status.ShouldBe(HttpStatusCode.OK);
            (await stranger.Get($"/console/items/{id}/{page}")).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await stranger.Get($"/console/items/{id}/{page}")).Text.ShouldNotContain("公共文化场馆");
            (await anyone.Get($"/console/items/{id}/{page}")).Location.ShouldNotBeNull().ShouldStartWith("/console/sign-in");
        }

        (await anyone.Get($"/i/{Gongkai.Data.Mapping.Publication.ShortItemId.Of(id.Value)}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_differences_of_two_versions_are_marked_with_ins_and_del_and_words()
    {
        using var visitor = await site.Handler();
        var id = await site.Draft(visitor);
        await visitor.Follow(await visitor.Submit("draft", ("Form.Genre", "Notice"), ("Form.Html", "<p>全市公共文化场馆自明日起免费开放。</p><p>星期一闭馆。</p>")));
        await visitor.Follow(await visitor.Submit("draft", ("Form.Title", "另一个名称")));

        var latest = await visitor.Get($"/console/items/{id}/versions");
        var first = await visitor.Get($"/console/items/{id}/versions?from=1&to=2");

        latest.Page.QuerySelectorAll(".differences dt").Select(one => one.TextContent).ShouldBe(["名称"]);
        first.Page.QuerySelectorAll(".differences dt").Select(one => one.TextContent).ShouldBe(["体裁分类"]);
        first.Page.QuerySelectorAll(".difference-body del").Select(one => one.TextContent).ShouldBe(["今"]);
        first.Page.QuerySelectorAll(".difference-body ins").Select(one => one.TextContent).ShouldBe(["明", "星期一闭馆。"]);
        first.Page.QuerySelectorAll(".difference-body .difference-mark").Select(one => one.TextContent).ShouldBe(["旧", "新", "加"]);
        (await visitor.Get($"/console/items/{id}/versions?from=99&to=-1")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Hostile_text_is_cleaned_the_clerk_is_told_and_nothing_of_it_reaches_a_page()
    {
        using var visitor = await site.Handler();
        var id = await site.Draft(visitor, ("Form.Html", Hostile), ("Form.Title", "<script>alert(9)</script>\"onfocus=\"alert(10)"));
        var edit = visitor.Page;
        var preview = (await visitor.Get($"/console/items/{id}/preview")).Page;
        var versions = (await visitor.Get($"/console/items/{id}/versions")).Page;

        edit.QuerySelector(".notice")!.TextContent.ShouldContain("去掉了脚本与样式");
        edit.QuerySelector(".notice")!.TextContent.ShouldContain("去掉了外来的图片");
        edit.QuerySelector(".notice")!.TextContent.ShouldContain("去掉了不显示的文字");
        foreach (var page in (AngleSharp.Html.Dom.IHtmlDocument[])[edit, preview, versions])
        {
            page.QuerySelectorAll("main script, main svg:not(.icon), main iframe, main [style], main img, main a[href^=java]").ShouldBeEmpty();
            page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
        }

        preview.QuerySelector(".document-text")!.TextContent.ShouldContain("<script>alert(8)</script>");
        (await site.Stored(id)).Latest.Draft.Content.Html.ShouldNotContain("看不见的字");
    }

    [Fact]
    public async Task Alignment_and_tables_stay_when_a_draft_is_saved_again_without_an_editor()
    {
        using var visitor = await site.Handler();
        var id = await site.Draft(visitor, ("Form.Html", "<p style='text-align:center'>标题</p><table><tr><td><p>格</p></td></tr></table><p align=right>落款</p>"));
        var first = (await site.Stored(id)).Latest.Draft.Content;

        await visitor.Follow(await visitor.Submit("draft", ("Form.Keywords", "改了关键词")));

        first.Html.ShouldContain("<p class=\"text-center\">标题</p>");
        var second = (await site.Stored(id)).Latest.Draft.Content;
        second.Html.ShouldBe(first.Html);
        second.Paragraphs.ShouldBe(first.Paragraphs);
    }

    [Fact]
    public async Task A_word_file_becomes_a_form_that_is_saved_only_when_the_clerk_says_so()
    {
        using var visitor = await site.Handler();
        await visitor.Get("/console/items/import");
        var before = await site.Count();
        var file = await File.ReadAllBytesAsync(Repository.PathOf("samples", "09-市民政局2025.docx"));

        var read = await visitor.SubmitFiles("import", [("Form.File", "年度报告.docx", file)], ("Form.Keep", "true"));

        read.Status.ShouldBe(HttpStatusCode.OK);
        read.Text.ShouldContain("已经读进来，还没有保存");
        read.Text.ShouldContain("处批注，未读入");
        read.Page.QuerySelector("textarea[name='Form.Html']")!.TextContent.ShouldContain("<table>");
        (await site.Count()).ShouldBe(before);
        var saved = await visitor.Submit("draft", site.Complete(others: ("Form.Html", "<p>由文件拟的正文。</p>")));
        var stored = await site.Stored(DraftingSite.IdOf(saved.Location.ShouldNotBeNull(saved.Text)));
        stored.Latest.Draft.Content.Attachments.ShouldHaveSingleItem().FileName.ShouldBe("年度报告.docx");
    }

    [Fact]
    public async Task A_file_that_is_no_word_document_is_refused_with_what_to_do()
    {
        using var visitor = await site.Handler();
        await visitor.Get("/console/items/import");

        var none = await visitor.Submit("import");
        var pdf = await visitor.SubmitFiles("import", [("Form.File", "报告.docx", await File.ReadAllBytesAsync(Repository.PathOf("samples", "10-市司法局2025.pdf")))]);
        var broken = await visitor.SubmitFiles("import", [("Form.File", "坏的.docx", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3])]);

        none.Text.ShouldContain("请选一个 Word 文件");
        pdf.Text.ShouldContain("只能由 Word 的 docx 文件拟稿");
        broken.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        broken.Page.QuerySelector(".refusal")!.TextContent.ShouldContain("没有办成");
    }
}
