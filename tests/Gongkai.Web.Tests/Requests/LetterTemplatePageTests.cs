using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Web.Tests.Reviewing;

namespace Gongkai.Web.Tests.Requests;

/// <summary>改写文书，用普通的表单：先看，再存，恢复标准；少了必有的项不收，写了的还在。</summary>
public sealed class LetterTemplatePageTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    private string Address => $"/console/letters/StillUnclear?unit={site.Office.Unit}";

    [Fact]
    public async Task A_letter_is_seen_with_examples_saved_as_a_version_and_restored()
    {
        using var head = await site.Holder(Role.DisclosureOfficeHead);
        (await head.Get($"/console/letters?unit={site.Office.Unit}")).Page.QuerySelectorAll("main .data-table tbody tr").Length.ShouldBeGreaterThan(20);
        var text = (await head.Get(Address)).Page.QuerySelector("#letter-text")!.TextContent;

        var seen = await head.Submit("letter", ("act", "preview"), ("title", "答复"), ("text", text + "\n请您谅解。"));
        seen.Page.QuerySelector(".letter-text")!.TextContent.ShouldContain("请您谅解。");
        (await head.Get(Address)).Text.ShouldContain("标准的样子", Case.Sensitive, "看了不是存。");
        (await head.Follow(await head.Submit("letter", ("act", "save"), ("title", "答复"), ("text", text + "\n请您谅解。")))).Text.ShouldContain("现在用的是第 1 版");
        (await head.Follow(await head.Submit("letter", ("act", "restore")))).Text.ShouldContain("恢复了标准的样子");
        (await head.Get(Address)).Page.QuerySelectorAll("details.folded-form").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Forged_and_lacking_letters_are_refused_and_what_was_typed_stays()
    {
        using var head = await site.Holder(Role.DisclosureOfficeHead);
        var text = (await head.Get(Address)).Page.QuerySelector("#letter-text")!.TextContent;

        var lacking = await head.Submit("letter", ("act", "save"), ("text", text.Replace("{救济}", "没有救济", StringComparison.Ordinal)));
        (lacking.Status, lacking.Page.QuerySelector(".refusal")!.TextContent).ShouldSatisfyAllConditions(it => it.Status.ShouldBe(HttpStatusCode.UnprocessableEntity), it => it.Item2.ShouldContain("少了救济一段"));
        lacking.Page.QuerySelector("#letter-text")!.TextContent.ShouldContain("没有救济");
        (await head.Get(Address)).Status.ShouldBe(HttpStatusCode.OK);
        (await head.Submit("letter", ("act", "save"), ("text", text + "\n{身份证号}"))).Text.ShouldContain("“{身份证号}”不是这种文书能填的项");
        (await head.Get(Address)).Status.ShouldBe(HttpStatusCode.OK);
        (await head.Submit("letter", ("act", "save"), ("version", "7"))).Text.ShouldContain("别人先改了");
        (await head.Get($"/console/letters/NoSuch?unit={site.Office.Unit}")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var legal = await site.Holder(Role.LegalReviewer);
        await legal.Get(Address);
        (await legal.Submit("letter", ("act", "save"), ("text", text))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
