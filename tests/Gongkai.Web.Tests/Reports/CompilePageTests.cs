using System.Net;
using Gongkai.AnnualReports.Drafting;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Writing;
using Gongkai.Organisations.Access;
using Gongkai.Testing.Builders;
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
    public async Task What_was_kept_is_there_when_the_page_is_opened_again_and_an_explanation_is_carried_to_the_self_check()
    {
        var (unit, year) = (site.City.County, site.City.Today.Year - 1);
        var address = $"/console/reports/{unit}/{year}/compile";
        using var handler = await site.SignedIn(Role.Handler, unit);
        var page = (await handler.Get(address)).Page;
        var explained = page.QuerySelector("[name^='explain.']")!.GetAttribute("name")!;
        await handler.Submit("compile-report", ("Act", "keep"), ("Section5", "存在的主要问题：解读形式单一。"), ("cell.disclosure.penalties.decisions", "１，２３４"), ("why.disclosure.penalties.decisions", "另有记录"), (explained, "没有这一类事项"));

        var again = (await handler.Get(address)).Page;
        again.QuerySelector("[name='cell.disclosure.penalties.decisions']")!.GetAttribute("value").ShouldBe("1234");
        again.QuerySelector("[name='why.disclosure.penalties.decisions']")!.GetAttribute("value").ShouldBe("另有记录");
        again.QuerySelector("#section-5")!.TextContent.ShouldBe("存在的主要问题：解读形式单一。");
        var edition = (await handler.Get($"/console/reports/{unit}/{year}")).Page;
        edition.QuerySelectorAll("#act-SelfCheck textarea").Select(field => field.TextContent).ShouldContain("没有这一类事项", "格子旁边写的说明，送审时先填上。");
    }

    [Fact]
    public async Task Two_people_in_one_grid_lose_nothing_and_choose_where_they_differ()
    {
        var (unit, year) = (site.City.Tourism, site.City.Today.Year - 1);
        var address = $"/console/reports/{unit}/{year}/compile";
        using var mine = await site.SignedIn(Role.Handler, unit);
        using var theirs = await site.SignedIn(Role.Handler, unit);
        await mine.Get(address);
        await theirs.Get(address);
        await theirs.Submit("compile-report", ("Act", "keep"), ("Section5", "对方写的问题。"), ("cell.disclosure.coercions.decisions", "8"), ("why.disclosure.coercions.decisions", "对方的理由"), ("cell.disclosure.fees.amount", "1.5"), ("why.disclosure.fees.amount", "财政的账"));

        var asked = await mine.Submit("compile-report", ("Act", "keep"), ("Section5", "我写的问题。"), ("Section6", "只有我改了第六部分。"), ("cell.disclosure.coercions.decisions", "7"), ("why.disclosure.coercions.decisions", "我的理由"), ("cell.disclosure.penalties.decisions", "3"), ("why.disclosure.penalties.decisions", "我的另一格"));
        asked.Status.ShouldBe(HttpStatusCode.Conflict);
        var cells = asked.Page.QuerySelectorAll(".grid-conflict");
        cells.Select(one => one.QuerySelector("legend")!.TextContent.Trim()).ShouldBe(["表二：行政强制，本年处理决定数量", asked.Page.QuerySelector("label[for='section-5']")!.TextContent.Replace("必填", "", StringComparison.Ordinal).Trim()]);
        cells[0].TextContent.ShouldSatisfyAllConditions(text => text.ShouldContain("我的7"), text => text.ShouldContain("8，理由：对方的理由"), text => text.ShouldContain("登记数出来的空白"));
        cells[1].TextContent.ShouldSatisfyAllConditions(text => text.ShouldContain("我写的问题。"), text => text.ShouldContain("对方写的问题。"));
        Value(asked, "cell.disclosure.fees.amount").ShouldBe("1.5", "只有对方改了的，不问就合。");
        (Value(asked, "cell.disclosure.coercions.decisions"), Value(asked, "cell.disclosure.penalties.decisions")).ShouldBe(("7", "3"));

        var unchosen = await mine.Submit("compile-report", ("Act", "keep"), ("pick.disclosure.coercions.decisions", "theirs"));
        (unchosen.Status, unchosen.Text.Contains("还有 1 处两个人改得不同", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true));
        unchosen.Page.QuerySelectorAll(".grid-conflict").Length.ShouldBe(2);
        await mine.Submit("compile-report", ("Act", "keep"), ("pick.disclosure.coercions.decisions", "theirs"), ("pick.section.5", "mine"));

        var kept = await mine.Get(address);
        new[] { "coercions", "penalties" }.Select(row => Value(kept, $"cell.disclosure.{row}.decisions")).ShouldBe(["8", "3"]);
        (Value(kept, "cell.disclosure.fees.amount"), Value(kept, "why.disclosure.coercions.decisions")).ShouldBe(("1.5", "对方的理由"));
        kept.Page.QuerySelector("#section-5")!.TextContent.ShouldBe("我写的问题。");
        kept.Page.QuerySelector("#section-6")!.TextContent.ShouldBe("只有我改了第六部分。");
    }

    [Fact]
    public async Task A_report_made_elsewhere_stands_beside_the_computed_one_and_each_cell_is_taken_from_either()
    {
        var (unit, year) = (site.City.City, site.City.Today.Year - 1);
        var address = $"/console/reports/{unit}/{year}/compile";
        using var handler = await site.SignedIn(Role.Handler, unit);
        await handler.Get($"/console/reports/{unit}/{year}");
        var made = ReportBuilder.Clean2021().Build() with { Year = year, Agency = "云泽市人民政府", Title = $"云泽市人民政府{year}年政府信息公开工作年度报告" };
        await handler.SubmitFiles("put-report", [("File", "年报.docx", ReportWriter.Write(made, ReportFormat.Docx).Value)]);
        var page = (await handler.Get(address)).Page;
        var (penalties, received) = ("disclosure.penalties.decisions", "requests.newlyReceived.naturalPerson");
        var theirs = page.QuerySelectorAll("#handed-in, .data-table tr").Single(row => row.QuerySelector($"[name='take.{received}']") is not null);
        theirs.TextContent.ShouldSatisfyAllConditions(text => text.ShouldContain("照登记 0"), text => text.ShouldContain($"取 {CellOf(made, received)}"));
        page.QuerySelectorAll("[name='take.section.5']").Length.ShouldBe(2, "文字也并排着。");

        var silent = await handler.Submit("compile-report", ("Act", "keep"), ($"take.{penalties}", "theirs"), ("take.section.5", "theirs"));
        (silent.Status, silent.Text.Contains("改过的格子要写理由：行政处罚", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true));
        Value(silent, $"cell.{penalties}").ShouldBe(CellOf(made, penalties), "取了的已经填上。");
        var back = await handler.Submit("compile-report", ("Act", "check"), ($"take.{penalties}", "computed"));
        Value(back, $"cell.{penalties}").ShouldBe("", "改回照登记的。");
        await handler.Submit("compile-report", ("Act", "check"), ($"take.{penalties}", "theirs"));
        await handler.Submit("compile-report", ("Act", "keep"), ($"why.{penalties}", "系统外办的，照交来的"));

        var kept = await handler.Get(address);
        (Value(kept, $"cell.{penalties}"), Value(kept, $"why.{penalties}"), Value(kept, $"cell.{received}")).ShouldBe((CellOf(made, penalties), "系统外办的，照交来的", "0"), "没有选的照登记。");
        kept.Page.QuerySelector("#section-5")!.TextContent.ShouldBe(made.Section(5)!.Text.ReplaceLineEndings("\n").Trim());
        kept.Page.QuerySelector("#handed-in").ShouldBeNull("选好存成了由登记编的一版。");

        static string CellOf(AnnualReport report, string path) => HandedInCells.Of(report, CellPath.Parse(path)!.Value)!.Value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string? Value(SigningIn.Reply page, string name) => page.Page.QuerySelector($"[name='{name}']")?.GetAttribute("value");

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
