using System.IO.Compression;
using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Web.Console;

namespace Gongkai.Web.Tests.Reviewing;

/// <summary>台账与审查程序的页面。</summary>
public sealed class LedgerPageTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    [Fact]
    public async Task The_ledger_is_shown_and_saved_with_every_text_as_text()
    {
        await site.Office.Publish(site.Office.Complete("=HYPERLINK(1)"));
        using var visitor = await site.Holder(Role.Handler);

        var page = await visitor.Get(ConsoleAddress.Ledger);
        var file = await visitor.Download(page.Page.QuerySelector("a[download]")!.GetAttribute("href")!);

        page.Text.ShouldContain("=HYPERLINK(1)");
        file.Type.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        using var package = new ZipArchive(new MemoryStream(file.Content));
        var sheets = string.Concat(package.Entries.Where(entry => entry.FullName.Contains("worksheets", StringComparison.Ordinal)).Select(Text));
        sheets.ShouldContain("=HYPERLINK(1)");
        sheets.ShouldNotContain("<f>");
    }

    [Theory]
    [InlineData("from=2026-13-01", HttpStatusCode.OK, "日期要写成")]
    [InlineData("from=2026-03-05&to=2026-03-01", HttpStatusCode.OK, "不能早于")]
    [InlineData("from=2020-01-01&to=2026-01-01", HttpStatusCode.OK, "一次至多看一年")]
    public async Task A_period_that_cannot_be_shown_is_refused_with_a_sentence(string query, HttpStatusCode status, string sentence)
    {
        using var visitor = await site.Holder(Role.Handler);

        var page = await visitor.Get($"{ConsoleAddress.Ledger}?{query}");

        page.Status.ShouldBe(status);
        page.Text.ShouldContain(sentence);
        (await visitor.Get($"{ConsoleAddress.Ledger}.xlsx?{query}")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_ledger_of_another_unit_is_not_shown()
    {
        using var visitor = await site.Holder(Role.Handler);

        (await visitor.Get($"{ConsoleAddress.Ledger}?unit={site.City.Tourism}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visitor.Get($"{ConsoleAddress.Ledger}.xlsx?unit={site.City.Tourism}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_small_body_takes_fewer_steps_with_a_reason_that_everybody_sees()
    {
        var address = ConsoleAddress.ReviewPlan(site.Office.Unit);
        using var chief = await site.Holder(Role.DisclosureOfficeHead);
        using var handler = await site.Holder(Role.Handler);
        await chief.Get(address);

        var without = await chief.Submit("plan", ("Form.Plan", "OneReview"));
        var with = await chief.Submit("plan", ("Form.Plan", "OneReview"), ("Form.Reason", "全机关只有两人"));
        var seen = await handler.Get(address);

        without.Text.ShouldContain("要说明理由");
        with.Text.ShouldContain("现在是一审一校");
        seen.Text.ShouldContain("全机关只有两人");
        seen.Page.QuerySelector("form input[value=plan]").ShouldBeNull();
        await handler.Get(ConsoleAddress.Item(await site.Office.Draft()));
        handler.Page.Body!.TextContent.ShouldContain("一审一校");
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
