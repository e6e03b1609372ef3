using System.Net;
using Gongkai.Requests.Intake;
using Gongkai.Web.Portal;
using Gongkai.Web.Tests.Reviewing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Requests;

/// <summary>公众在门户上申请：普通的 HTTP，不用脚本。缺项不挡，伪造的、放不下的不收，写了的不丢。</summary>
public sealed class ApplyPageTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    private static readonly (string, string)[] Whole =
    [
        ("Form.Name", "某乙"), ("Form.IdentityNumber", "999900199001010014"), ("Form.Phone", "13800138000"), ("Form.Wanted", "2025 年文化场馆免费开放补助的发放名册"),
    ];

    private string Unit => PortalAddress.OfUnit(site.Office.Unit);

    private string Apply => $"{Unit}/requests/apply";

    [Fact]
    public async Task Somebody_applies_gets_a_code_once_and_nothing_personal_stands_in_any_address()
    {
        using var visitor = site.Visitor();
        (await visitor.Get($"{Unit}/requests")).Page.QuerySelector($"a[href='{Apply}']").ShouldNotBeNull();
        (await visitor.Get(Apply)).Text.ShouldContain("不问用途");
        var before = await Cases();

        var sent = await visitor.Submit("apply", Whole);

        (sent.Status, sent.Location).ShouldBe((HttpStatusCode.Redirect, "/track/receipt"));
        var receipt = await visitor.Follow(sent);
        var code = receipt.Page.QuerySelector(".receipt-number")!.TextContent;
        code.ShouldStartWith("SQ");
        receipt.Page.QuerySelector(".receipt svg.qr-picture").ShouldNotBeNull();
        receipt.Text.ShouldContain("双方确认之日");
        receipt.Page.QuerySelectorAll("a[href], form[action]").Select(link => link.GetAttribute("href") ?? link.GetAttribute("action")).Where(address => address!.Contains(code, StringComparison.Ordinal))
            .ShouldBe([$"/track#{code}"], "查询码只在 # 后面，浏览器不发给服务器。");
        (await Cases()).ShouldBe(before + 1);
        using var other = site.Visitor();
        (await other.Get("/track/receipt")).Status.ShouldBe(HttpStatusCode.NotFound, "收条只给交的那个浏览器看。");
    }

    [Theory]
    [InlineData("/requests/apply", "")]
    [InlineData("", "/track")]
    [InlineData("", "/track/receipt")]
    [InlineData("", "/track/case")]
    [InlineData("", "/track/letters/1")]
    [InlineData("", "/track/letters/1.docx")]
    public async Task Pages_about_one_person_are_neither_kept_nor_indexed(string ofUnit, string address)
    {
        using var visitor = site.Visitor();
        using var response = await visitor.Raw(address.Length > 0 ? address : Unit + ofUnit);

        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        response.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex, nofollow"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
    }

    [Fact]
    public async Task What_is_missing_comes_back_at_its_field_with_what_was_typed_and_may_be_sent_all_the_same()
    {
        using var visitor = site.Visitor();
        await visitor.Get(Apply);
        var before = await Cases();

        var back = await visitor.Submit("apply", ("Form.Kind", "LegalService"), ("Form.Wanted", "补助的名册\r\n第二行"), ("Form.Delivery", "Email"), ("Form.AgentName", "某丙"), ("Form.Others", "某丁\r\n某戊"), ("Form.IdentityNumber", "999900199001010015"));

        back.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Cases()).ShouldBe(before);
        back.Page.QuerySelectorAll(".error-summary li a").Select(link => link.GetAttribute("href"))
            .ShouldBe(["#f-Form-Name", "#f-Form-IdentityNumber", "#f-Form-Phone", "#f-Form-Email", "#f-Form-AgentAuthority"]);
        foreach (var field in (string[])["f-Form-Name", "f-Form-IdentityNumber", "f-Form-Phone", "f-Form-Email", "f-Form-AgentAuthority"]) back.Page.GetElementById($"{field}-error").ShouldNotBeNull(field);
        back.Page.QuerySelector("textarea[name='Form.Wanted']")!.TextContent.ReplaceLineEndings("\n").ShouldBe("补助的名册\n第二行");
        back.Page.QuerySelector("textarea[name='Form.Others']")!.TextContent.ReplaceLineEndings("\n").ShouldBe("某丁\n某戊");
        back.Page.QuerySelector("input[name='Form.Kind'][checked]")!.GetAttribute("value").ShouldBe("LegalService");
        back.Page.QuerySelector("details.folded-form")!.HasAttribute("open").ShouldBeTrue();
        back.Page.QuerySelector("button[value=anyway]")!.TextContent.ShouldBe("仍按所填提交");

        (await visitor.Submit("apply", ("Form.Act", "anyway"))).Location.ShouldBe("/track/receipt");
        (await Cases()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Without_a_number_or_a_phone_the_receipt_says_that_it_cannot_be_tracked()
    {
        using var visitor = site.Visitor();
        await visitor.Get(Apply);

        var receipt = await visitor.Follow(await visitor.Submit("apply", ("Form.Wanted", "补助的名册"), ("Form.Act", "anyway")));

        receipt.Text.ShouldContain("不能在网上查询");
        receipt.Text.ShouldContain("没有写联系方式");
        receipt.Page.QuerySelector("svg.qr-picture").ShouldBeNull();
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_case()
    {
        using var visitor = site.Visitor();
        await visitor.Get(Apply);
        var before = await Cases();

        await visitor.Submit("apply", Whole);
        var first = (await visitor.Get("/track/receipt")).Page.QuerySelector(".receipt-number")!.TextContent;
        var values = Whole.ToDictionary(field => field.Item1, field => field.Item2);
        await visitor.Get(Apply);
        (await visitor.Submit("apply", [.. Whole])).Location.ShouldBe("/track/receipt");
        (await visitor.Get("/track/receipt")).Page.QuerySelector(".receipt-number")!.TextContent.ShouldNotBe(first, "重新打开的是另一张表。");
        (await Cases()).ShouldBe(before + 2);

        await visitor.Get(Apply);
        var page = visitor.Page;
        foreach (var hidden in page.QuerySelectorAll("form input[type=hidden]").Where(input => input.GetAttribute("name") is "_handler" or "__RequestVerificationToken" or "Form.Key")) values[hidden.GetAttribute("name")!] = hidden.GetAttribute("value")!;
        (values["Form.Kind"], values["Form.IdentityKind"], values["Form.Copy"], values["Form.Delivery"], values["_handler"]) = ("NaturalPerson", "ResidentId", "Electronic", "Portal", "apply");
        foreach (var _ in (int[])[1, 2]) (await visitor.Post(Apply, values)).Location.ShouldBe("/track/receipt");
        (await Cases()).ShouldBe(before + 3);
    }

    [Fact]
    public async Task What_is_forged_too_long_unreadable_or_empty_is_not_taken_and_says_why()
    {
        using var visitor = site.Visitor();
        await visitor.Get(Apply);
        var before = await Cases();

        (await visitor.Post(Apply, new Dictionary<string, string> { ["_handler"] = "apply", ["Form.Wanted"] = "伪造" })).Status.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var (field, value, sentence) in ((string, string, string)[])
        [
            ("Form.Wanted", new string('长', ApplicationChecks.LongestWanted + 1), "“所需信息”不超过 4000 个字，现在有 4001 个"), ("Form.Name", "某\u0007乙", "看不见的控制字符"),
            ("Form.Kind", "7", "“申请人是”选的不在单子上"), ("Form.Delivery", "Pigeon", "“怎样送来”选的不在单子上"), ("Form.Website", "http://example.org", "请不要填这一格"),
            ("Form.Others", string.Join('\n', Enumerable.Repeat("某丁", 21)), "共同申请人至多写 20 个"),
        ])
        {
            await visitor.Get(Apply);
            var refused = await visitor.Submit("apply", [.. Whole.Where(known => known.Item1 != field), (field, value)]);
            (refused.Status, refused.Page.QuerySelector(".refusal")!.TextContent).ShouldSatisfyAllConditions(it => it.Status.ShouldBe(HttpStatusCode.UnprocessableEntity), it => it.Item2.ShouldContain(sentence));
        }

        await visitor.Get(Apply);
        (await visitor.Submit("apply", ("Form.Wanted", " "), ("Form.Act", "anyway"))).Text.ShouldContain("申请是空的");
        (await Cases()).ShouldBe(before);
        (await visitor.Get("/u/0000000000/requests/apply")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_this_unit_has_already_published_is_shown_before_sending_and_hinders_nothing()
    {
        await site.Office.Publish(site.Office.Complete("关于全市公共文化场馆免费开放的通知"));
        using var visitor = site.Visitor();
        await visitor.Get(Apply);
        var before = await Cases();

        var shown = await visitor.Submit("apply", [.. Whole, ("Form.Act", "check")]);

        shown.Status.ShouldBe(HttpStatusCode.OK);
        shown.Text.ShouldContain("可能已经公开");
        shown.Page.QuerySelectorAll(".notice li a").Select(link => link.TextContent).ShouldContain(text => text.Contains("免费开放的通知", StringComparison.Ordinal));
        (await Cases()).ShouldBe(before);
        (await visitor.Submit("apply")).Location.ShouldBe("/track/receipt");
    }

    [Fact]
    public async Task Files_stay_with_the_form_that_came_back_and_go_with_the_case_sealed()
    {
        byte[] picture = [0x89, .. "PNG\r\n\u001a\n"u8, .. "照片"u8];
        using var visitor = site.Visitor();
        await visitor.Get(Apply);

        var back = await visitor.SubmitFiles("apply", [("Form.Upload", "身份证.png", picture)], ("Form.Wanted", "附了材料的申请"));
        back.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        back.Page.QuerySelector("input[name='Form.Kept'][checked]").ShouldNotBeNull();
        back.Text.ShouldContain("附上 身份证.png");
        var refused = await visitor.SubmitFiles("apply", [("Form.Upload", "表格.txt", "只是文字。"u8.ToArray())], ("Form.Act", "anyway"));
        refused.Page.QuerySelector(".file-drop .field-error")!.TextContent.ShouldContain("“表格.txt”没有收下：只收 PDF、JPG、PNG、DOCX");
        refused.Page.QuerySelector("input[name='Form.Kept'][checked]").ShouldNotBeNull("没有收下的不带累收下了的。");
        (await visitor.Submit("apply", ("Form.Act", "anyway"), ("Form.Kept", "伪造"))).Text.ShouldContain("收条不对");
        await visitor.Get(Apply);
        await visitor.SubmitFiles("apply", [("Form.Upload", "身份证.png", picture)], ("Form.Wanted", "附了材料的申请"));
        (await visitor.Submit("apply", ("Form.Act", "anyway"))).Location.ShouldBe("/track/receipt");

        await using var db = site.City.Database.CreateContext();
        (await db.RequestFiles.AsNoTracking().ToListAsync()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(file => file.Format.ShouldBe("png"), file => file.Length.ShouldBe(picture.Length));
    }

    [Fact]
    public async Task One_source_may_send_thirty_an_hour()
    {
        using var visitor = site.Visitor();
        await visitor.Get(Apply);
        var nothing = new Dictionary<string, string> { ["_handler"] = "apply" };
        for (var sent = 0; sent < 30; sent++) (await visitor.Post(Apply, nothing)).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await visitor.Post(Apply, nothing)).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await visitor.Get(Apply)).Status.ShouldBe(HttpStatusCode.OK, "打开页面不算。");
    }

    private async Task<int> Cases()
    {
        await using var db = site.City.Database.CreateContext();
        return await db.RequestCases.CountAsync();
    }
}
