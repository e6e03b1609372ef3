using System.Net;
using System.Text;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Drafting;

namespace Gongkai.Web.Tests.Drafting;

/// <summary>拟稿时的附件：收、改名、排次序、去掉、下载，查出了什么；不该收的一个也不留。</summary>
public sealed class AttachmentPageTests(DraftingSite site) : IClassFixture<DraftingSite>
{
    private const string Field = "Form.Upload";

    [Fact]
    public async Task Files_are_kept_renamed_ordered_and_removed()
    {
        using var visitor = await site.Handler();
        var id = await site.Draft(visitor);
        await visitor.Follow(await visitor.SubmitFiles("draft", [(Field, "甲.txt", Text("甲的内容")), (Field, "乙.txt", Text("乙的内容")), (Field, "丙.txt", Text("丙的内容"))]));

        await visitor.Follow(await visitor.Submit("draft", ("Form.Files[0].Name", "开放的场馆.exe"), ("Form.Files[0].Order", "9"), ("Form.Files[2].Remove", "true")));

        (await Names(id)).ShouldBe(["乙.txt", "开放的场馆.txt"]);
        visitor.Page.QuerySelectorAll(".draft-file-name input").Select(input => input.GetAttribute("value")).ShouldBe(["乙.txt", "开放的场馆.txt"]);
    }

    [Theory]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("C:\\\\windows\\\\名单.txt", "名单.txt")]
    [InlineData("invoice\u202Etxt.exe", "invoicetxt.txt")]
    public async Task A_file_name_is_only_a_name_and_its_ending_follows_the_content(string given, string kept)
    {
        using var visitor = await site.Handler();
        var id = await site.Draft(visitor);

        await visitor.Follow(await visitor.SubmitFiles("draft", [(Field, given, Text("内容"))]));

        (await Names(id)).ShouldBe([kept]);
    }

    [Fact]
    public async Task A_file_that_is_not_what_it_says_is_refused_and_what_was_typed_and_what_was_good_are_kept()
    {
        using var visitor = await site.Handler();
        await visitor.Get("/console/items/new");
        var before = await site.Count();

        var refused = await visitor.SubmitFiles(
            "draft",
            [(Field, "好的.txt", Text("内容")), (Field, "假的.pdf", Text("<!DOCTYPE html><script>alert(1)</script>")), (Field, "两样.pdf", Encoding.UTF8.GetBytes("<script>alert(1)</script>\n%PDF-1.4\n%%EOF"))],
            site.Complete("带附件的稿"));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("“假的.pdf”没有收下");
        refused.Text.ShouldContain("“两样.pdf”没有收下");
        refused.Page.QuerySelector("textarea[name='Form.Html']")!.TextContent.ShouldContain("免费开放");
        (await site.Count()).ShouldBe(before);

        var saved = await visitor.Submit("draft");
        (await Names(DraftingSite.IdOf(saved.Location.ShouldNotBeNull(saved.Text)))).ShouldBe(["好的.txt"]);
    }

    [Fact]
    public async Task The_receipt_of_a_file_is_of_no_use_to_anybody_else_and_cannot_be_made_up()
    {
        using var visitor = await site.Handler();
        await visitor.Get("/console/items/new");
        var refused = await visitor.SubmitFiles("draft", [(Field, "只有我有.txt", Text("没有公开的内容"))], ("Form.Title", ""));
        var receipt = refused.Page.QuerySelector("[name='Form.Files[0].Receipt']")!.GetAttribute("value")!;
        using var other = await site.Handler();
        await other.Get("/console/items/new");

        foreach (var claimed in (string[])[receipt, "bWFkZSB1cA==", "不是收条", new string('A', 100_000)])
        {
            var stolen = await other.Submit("draft", site.Complete(others: [("Form.Files[0].Receipt", claimed), ("Form.Files[0].Name", "别人的.txt")]));
            stolen.Text.ShouldContain("收条不对");
        }

        var foreign = await other.Submit("draft", site.Complete(others: [("Form.Files[0].Id", Guid.NewGuid().ToString()), ("Form.Files[0].Name", "别人的.txt")]));
        foreign.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_file_too_large_is_refused_with_a_sentence_and_what_was_typed_is_kept()
    {
        using var visitor = await site.Handler();
        await visitor.Get("/console/items/new");
        var before = await site.Count();

        var large = await visitor.SubmitFiles("draft", [(Field, "很大.txt", new byte[(50 << 20) + 1])], site.Complete("附件太大的稿"));

        large.Text.ShouldContain("“很大.txt”没有收下：文件太大，一个附件最大 50 MB。");
        large.Page.QuerySelector("input[name='Form.Title']")!.GetAttribute("value").ShouldBe("附件太大的稿");
        (await site.Count()).ShouldBe(before);
    }

    [Fact]
    public async Task What_is_hidden_in_a_file_is_said_beside_it()
    {
        using var visitor = await site.Handler();
        await site.Draft(visitor);

        var page = await visitor.Follow(await visitor.SubmitFiles("draft", [(Field, "联系人.txt", Text("身份证号11010519491231002X")), (Field, "通知.docx", await File.ReadAllBytesAsync(Gongkai.Testing.Repository.PathOf("samples", "09-市民政局2025.docx")))]));

        var files = page.Page.QuerySelectorAll(".draft-file");
        files[0].TextContent.ShouldContain("1 处不处置不得发布");
        files[0].TextContent.ShouldNotContain("11010519491231002X");
        files[1].TextContent.ShouldContain("批注");
    }

    [Fact]
    public async Task Staff_of_the_unit_download_what_is_not_published_and_nobody_else_does()
    {
        using var visitor = await site.Handler();
        var id = await site.Draft(visitor);
        await visitor.Follow(await visitor.SubmitFiles("draft", [(Field, "名单.txt", Text("没有公开的名单"))]));
        var address = visitor.Page.QuerySelector(".draft-file-open")!.GetAttribute("href")!;
        using var stranger = await site.SignedIn(Role.Handler, site.City.Tourism);
        using var auditor = await site.SignedIn(Role.Auditor);
        using var anyone = site.Visitor();

        (await visitor.Get(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await auditor.Get(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await stranger.Get(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await anyone.Get(address)).Location.ShouldNotBeNull().ShouldStartWith("/console/sign-in");
        (await visitor.Get($"/console/items/{id}/files/{Guid.NewGuid():N}/x")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.Get($"/console/items/{id}/files/..%2f..%2fgongkai.keys/x")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<IEnumerable<string>> Names(ItemId id) => (await site.Stored(id)).Latest.Draft.Content.Attachments.Select(file => file.FileName);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
