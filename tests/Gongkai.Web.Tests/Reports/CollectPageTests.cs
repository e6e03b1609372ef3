using System.Net;
using Gongkai.AnnualReports.Writing;
using Gongkai.Organisations.Access;
using Gongkai.Testing.Builders;
using Gongkai.Web.Tests.Reviewing;

namespace Gongkai.Web.Tests.Reports;

/// <summary>收集年报的页面：代收、催报先看一遍、定期限、逐格汇总；不用脚本。</summary>
public sealed class CollectPageTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    private int Year => site.City.Today.Year - 1;

    [Fact]
    public async Task An_authority_takes_in_files_reminds_the_rest_and_opens_a_cell()
    {
        using var officer = await site.SignedIn(Role.AuthorityOfficer, site.City.CityOffice);
        var page = await officer.Get("/console/collect");
        page.Page.QuerySelectorAll("input[name='Units']").Length.ShouldBeGreaterThan(3);
        var taken = await officer.SubmitFiles("take-in", [("Files", "旅游局.docx", Report("云泽市旅游局")), ("Files", "坏.pdf", "不是文件"u8.ToArray())]);
        taken.Text.ShouldContain("2 份文件，收下 1 份");

        await officer.Get("/console/collect");
        var none = await officer.Submit("preview-reminder", ("Text", "请尽快"), ("Units", ""));
        (none.Status, none.Text.Contains("请先勾选", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true));
        await officer.Get("/console/collect");
        var preview = await officer.Submit("preview-reminder", ("Text", "请于三日内报送"), ("Units", site.City.County.ToString()));
        preview.Text.ShouldContain("要催 1 个单位");
        using var county = await site.SignedIn(Role.Handler, site.City.County);
        (await officer.Submit("remind")).Text.ShouldContain("催了 1 个单位");
        var filing = await county.Get($"/console/reports/{site.City.County}/{Year}");
        filing.Text.ShouldContain("请于三日内报送");
        filing.Page.QuerySelectorAll("details summary").ShouldContain(summary => summary.TextContent.Contains("何时提醒了谁（1 次）", StringComparison.Ordinal));
        filing.Page.QuerySelectorAll(".data-table caption").ShouldContain(caption => caption.TextContent.Contains("何时提醒了谁", StringComparison.Ordinal));
        (await county.Get("/console")).Text.ShouldContain("请于三日内报送", Case.Sensitive, "工作台上也看得见。");

        await officer.Get("/console/collect");
        (await officer.Submit("report-deadlines", ("DepartmentSubmit", "2-30"))).Text.ShouldContain("“2-30”不是日子");
        await officer.Get("/console/collect");
        (await officer.Submit("report-deadlines", ("DepartmentSubmit", "1-26"), ("DepartmentPublish", "1-28"))).Text.ShouldContain("期限已经定好");

        var total = await officer.Get($"/console/collect/total?unit={site.City.CityOffice}&year={Year}&cell=requests.newlyReceived.total");
        total.Page.QuerySelector("#cell")!.TextContent.ShouldContain("本年新收政府信息公开申请数量");
        total.Text.ShouldContain("云泽市旅游局");
        var refused = await officer.Submit("draft-government");
        (refused.Status, refused.Text.Contains("编制年度报告", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Forbidden, true), "收集的人不编政府的年报。");
        var both = await site.City.Somebody(Role.AuthorityOfficer, site.City.CityOffice);
        await site.City.Appoint(both, Role.Handler, site.City.City);
        using var compiler = await site.SignedIn(both);
        await compiler.Get($"/console/collect/total?unit={site.City.CityOffice}&year={Year}");
        var made = await compiler.Follow(await compiler.Submit("draft-government"));
        made.Page.QuerySelector("h1")!.TextContent.ShouldContain($"云泽市人民政府{Year} 年度的年报");
        made.Page.QuerySelector("#overrides")!.Closest("main")!.TextContent.ShouldContain("由登记编");
        var (type, content) = await officer.Download($"/console/collect/total.xlsx?unit={site.City.CityOffice}&year={Year}");
        (type, content.Length > 4000).ShouldBe(("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", true));
        (await officer.Download($"/console/collect.xlsx?unit={site.City.CityOffice}&year={Year}")).Content.Length.ShouldBeGreaterThan(3000);
    }

    [Fact]
    public async Task Who_is_no_authority_does_not_get_in_and_another_authority_sees_no_line()
    {
        using var handler = await site.SignedIn(Role.Handler, site.City.Culture);
        (await handler.Get("/console/collect")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var elsewhere = await site.SignedIn(Role.AuthorityOfficer, site.City.Tourism);
        (await elsewhere.Get($"/console/collect?unit={site.City.CityOffice}&year={Year}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await elsewhere.Get("/console/collect")).Text.ShouldContain("没有要向它报送的单位");
    }

    private byte[] Report(string agency) => ReportWriter.Write(ReportBuilder.Clean2021().Build() with { Agency = agency, Year = Year, Title = $"{agency}{Year}年政府信息公开工作年度报告" }, ReportFormat.Docx).Value;
}
