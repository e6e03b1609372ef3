using System.Net;
using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Writing;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Services.Mailing;
using Gongkai.Services.Notices;
using Gongkai.Testing;
using Gongkai.Testing.Builders;
using Gongkai.Web.Portal;
using Gongkai.Web.Tests.Reviewing;
using Gongkai.Web.Tests.SigningIn;

namespace Gongkai.Web.Tests.Reports;

/// <summary>编报的页面：各步由各人办，主管部门退回一次；伪造的表单说得清为什么不行；不用脚本。</summary>
public sealed class FilingPageTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    private int Year => site.City.Today.Year - 1;

    private string Address => $"/console/reports/{site.Office.Unit}/{Year}";

    [Fact]
    public async Task A_report_goes_the_whole_way_by_the_pages_and_no_forged_form_gets_past_the_table()
    {
        using var handler = await site.Holder(Role.Handler);
        using var head = await site.Holder(Role.DisclosureOfficeHead);
        using var leader = await site.Holder(Role.DeputyLeader);
        using var officer = await site.SignedIn(Role.AuthorityOfficer, site.City.CityOffice);
        await handler.Get(Address);
        (await handler.SubmitFiles("put-report", [("File", "年报.docx", Report())])).Text.ShouldContain("可以自查送审");
        await Round(25);
        await Round(25);
        var reminded = (await handler.Get(Address)).Page.QuerySelectorAll(".folded-form table").Single(table => table.QuerySelector("caption")?.TextContent.Contains("何时提醒了谁", StringComparison.Ordinal) == true);
        reminded.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("年报快到期");
        var forged = await handler.Submit("file-SelfCheck", ("_handler", "file-Publish"));
        forged.Status.ShouldBe(HttpStatusCode.Forbidden, "公布不是编报的人的事。");
        await handler.Get(Address);
        (await handler.Submit("file-SelfCheck", Explained(await handler.Get(Address)))).Text.ShouldContain("自查送审：已经办好");

        await head.Get(Address);
        (await head.Submit("file-Pass", ("Note", "同意"))).Text.ShouldContain("审核通过：已经办好");
        await leader.Get(Address);
        var early = await leader.Submit("file-Sign", ("_handler", "file-Publish"));
        (early.Status, early.Text.Contains("“待签发”时不能“公布”", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true));
        await leader.Get(Address);
        (await leader.SubmitFiles("file-Sign", [("Scan", "签字页.pdf", "%PDF-1.4 扫描"u8.ToArray())])).Text.ShouldContain("签发报送：已经办好");

        var seen = await officer.Get(Address);
        seen.Page.QuerySelectorAll(".report-text table").Length.ShouldBe(3, "主管部门看得到全文。");
        var scan = seen.Page.QuerySelectorAll("a[download]").Single(link => link.TextContent.Contains("签字页.pdf", StringComparison.Ordinal)).GetAttribute("href")!;
        var paper = seen.Page.QuerySelectorAll("a[download]").Single(link => link.TextContent.Contains("年报.docx", StringComparison.Ordinal)).GetAttribute("href")!;
        foreach (var side in new[] { officer, leader })
        {
            (await side.Download(scan)).Content.ShouldBe("%PDF-1.4 扫描"u8.ToArray(), "主管部门和本单位下载的，就是签发时附的。");
            (await side.Download(paper)).Content.ShouldBe(Report());
        }

        (await officer.Get($"{Address}/scans/1")).Status.ShouldBe(HttpStatusCode.NotFound, "那一件事没有附扫描件。");
        seen.Page.QuerySelector("#against").ShouldNotBeNull("交来的文件与登记的对照。");
        seen.Page.QuerySelectorAll(".data-table caption").ShouldContain(caption => caption.TextContent.Contains("表三不同的格子", StringComparison.Ordinal));
        var silent = await officer.Submit("file-SendBack", ("Note", " "));
        (silent.Status, silent.Text.Contains("要写明理由", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true));
        (await officer.Submit("file-SendBack", ("Note", "第五部分请写具体"), ("LetterNumber", "云政办信函〔2026〕2号"))).Text.ShouldContain("退回重报：已经办好");
        var back = await handler.Get(Address);
        back.Text.ShouldContain("第五部分请写具体");
        var letter = back.Page.QuerySelectorAll("a[download]").Single(link => link.TextContent.Contains("云政办信函〔2026〕2号", StringComparison.Ordinal)).GetAttribute("href")!;
        foreach (var side in new[] { officer, handler })
            (await side.Download(letter)).Type.ShouldBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "主管部门和本单位都取得到退回的函。");
        (await officer.Get($"{Address}/letters/1.docx")).Status.ShouldBe(HttpStatusCode.NotFound, "那一件事不是退回。");
        (await handler.SubmitFiles("put-report", [("File", "年报.docx", Report())])).Text.ShouldContain("可以自查送审");
        (await handler.Submit("file-SelfCheck", Explained(await handler.Get(Address)))).Text.ShouldContain("已经办好");
        await Do(head, FilingAction.Pass);
        await Do(leader, FilingAction.Sign);
        await Do(officer, FilingAction.Accept);
        await Do(leader, FilingAction.Publish);
        await Round(31);
        (await handler.Get(Address)).Text.ShouldContain("何时提醒了谁（1 次）", customMessage: "公布了的不再提醒。");
        using var visitor = site.Visitor();
        (await visitor.Get(PortalAddress.OfReport(site.Office.Unit, Year))).Status.ShouldBe(HttpStatusCode.OK);
        using var stranger = await site.SignedIn(Role.Handler, site.City.County);
        (await stranger.Get(Address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Get(scan)).Status.ShouldBe(HttpStatusCode.NotFound, "别的单位取不到扫描件。");
        (await stranger.Get(paper)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Get(letter)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.Get(scan)).Status.ShouldBe(HttpStatusCode.Redirect, "没有登录的去登录。");
    }

    [Fact]
    public async Task A_scan_that_is_no_document_is_refused_and_nothing_is_signed()
    {
        using var handler = await site.SignedIn(Role.Handler, site.City.Tourism);
        using var head = await site.SignedIn(Role.DisclosureOfficeHead, site.City.Tourism);
        using var leader = await site.SignedIn(Role.DeputyLeader, site.City.Tourism);
        var address = $"/console/reports/{site.City.Tourism}/{Year}";
        await handler.Get(address);
        await handler.SubmitFiles("put-report", [("File", "年报.docx", Report())]);
        await handler.Submit("file-SelfCheck", Explained(await handler.Get(address)));
        await head.Get(address);
        (await head.Submit("file-Pass", ("Note", "同意"))).Text.ShouldContain("审核通过：已经办好");
        await leader.Get(address);
        var refused = await leader.SubmitFiles("file-Sign", [("Scan", "签字页.pdf", "不是扫描件"u8.ToArray())]);
        (refused.Status, refused.Text.Contains("要是 PDF 或者图片", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true));
        (await leader.Get(address)).Page.QuerySelector("#act-Sign").ShouldNotBeNull("还等着签发。");
    }

    // 一月里的一天提醒一遍；网站的钟不动。
    private Task<int> Round(int january) =>
        new ReportReminding(site.City.Database, site.City.Services.Trees, MailSettings.Off, new TestClock(LegalTime.StartOf(new DateOnly(Year + 1, 1, january)).AddHours(9))).Run(CancellationToken.None);

    private async Task Do(Visitor who, FilingAction action)
    {
        await who.Get(Address);
        (await who.Submit($"file-{action}", ("Note", ""))).Text.ShouldContain($"{action.Caption()}：已经办好");
    }

    private static (string, string)[] Explained(Reply page) =>
        [.. page.Page.QuerySelectorAll("[name^='Explain']").Select(field => (field.GetAttribute("name")!, "照登记，已经核对")), ("Note", "机构改革前的名称")];

    private byte[] Report() => ReportWriter.Write(ReportBuilder.Clean2021().Build() with { Year = Year, Title = $"云泽市文化广播局{Year}年政府信息公开工作年度报告" }, ReportFormat.Docx).Value;
}
