using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Web.Tests.Reviewing;

namespace Gongkai.Web.Tests.Reports;

/// <summary>由登记编年报的页面：改文字、再查、存成一版，签发的是另一个人；不用脚本。</summary>
public sealed class CompilePageTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    private string Address => $"/console/reports/{site.Office.Unit}/{site.City.Today.Year - 1}/compile";

    [Fact]
    public async Task A_report_compiled_from_the_records_is_kept_and_is_sent_for_review_by_hand()
    {
        using var handler = await site.Holder(Role.Handler);
        var page = (await handler.Get(Address)).Page;
        page.QuerySelector("#section-1")!.TextContent.ShouldContain("新收政府信息公开申请 0 件");
        page.Body!.TextContent.ShouldContain("没有登记");
        page.QuerySelectorAll(".report-text table").Length.ShouldBe(3);

        var contradicting = await handler.Submit("compile-report", ("Act", "check"), ("Section1", "本年度新收政府信息公开申请 7 件。"));
        contradicting.Page.QuerySelector("#section-1")!.TextContent.ShouldBe("本年度新收政府信息公开申请 7 件。", "改过的留着。");
        contradicting.Text.ShouldContain("7", Case.Sensitive, "与表三对不上的数查得出来。");
        var again = await handler.Submit("compile-report", ("Act", "again"), ("Section1", "随便写的"));
        again.Page.QuerySelector("#section-1")!.TextContent.ShouldContain("新收政府信息公开申请 0 件");

        var kept = await handler.Follow(await handler.Submit("compile-report", ("Act", "keep"), ("Section5", "存在的主要问题：解读形式单一。")));
        kept.Page.QuerySelector("h1")!.TextContent.ShouldContain($"{site.City.Today.Year - 1} 年度的年报");
        kept.Page.QuerySelector("#act-SelfCheck")!.TextContent.ShouldContain("自查送审");
        kept.Page.QuerySelector("#act-Sign").ShouldBeNull("还没有审核，谁也不能签发。");
        var (type, content) = await handler.Download(Address.Replace("/compile", "/compiled.docx", StringComparison.Ordinal));
        (type, content.Length > 5000).ShouldBe(("application/vnd.openxmlformats-officedocument.wordprocessingml.document", true));
    }

    [Fact]
    public async Task A_cell_is_changed_only_with_a_reason_and_what_was_counted_stays_beside_it()
    {
        using var handler = await site.Holder(Role.Handler);
        await handler.Get(Address);
        var silent = await handler.Submit("compile-report", ("Act", "keep"), ("cell.disclosure.penalties.decisions", "3"));
        (silent.Status, silent.Text.Contains("改过的格子要写理由：行政处罚", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true));
        silent.Page.QuerySelector("[name='cell.disclosure.penalties.decisions']")!.GetAttribute("value").ShouldBe("3", "填的还在。");
        silent.Page.QuerySelector("#overrides")!.TextContent.ShouldContain("改过的 1 格");
        var wrong = await handler.Submit("compile-report", ("Act", "keep"), ("cell.disclosure.penalties.decisions", "三件"));
        (wrong.Status, wrong.Text.Contains("“三件”不是数", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true));
        await handler.Get(Address);
        var broken = await handler.Submit("compile-report", ("Act", "check"), ("cell.requests.newlyReceived.total", "9"));
        broken.Page.QuerySelector("[name='cell.requests.newlyReceived.total']")!.ClassList.ShouldContain("grid-wrong", "查出不对的格子标着。");
    }

    [Fact]
    public async Task What_cannot_be_compiled_and_who_may_not_are_told_so()
    {
        using var handler = await site.Holder(Role.Handler);
        (await handler.Get($"/console/reports/{site.Office.Unit}/2010/compile")).Text.ShouldContain("没有统一的年报格式");
        await handler.Get($"/console/reports/{site.Office.Unit}/{site.City.Today.Year}/compile");
        var early = await handler.Submit("compile-report", ("Act", "keep"));
        (early.Status, early.Text.Contains("已经过完", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true));
        (await handler.Get($"/console/reports/{site.City.County}/2025/compile")).Status.ShouldBe(HttpStatusCode.Forbidden);
        await handler.Get(Address);
        (await handler.Submit("compile-report", ("Act", "keep"), ("Section1", new string('长', 20_001)))).Text.ShouldContain("20000 个字");
    }
}
