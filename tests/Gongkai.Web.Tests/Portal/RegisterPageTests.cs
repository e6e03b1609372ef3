using Gongkai.AnnualReports.Filing;
using System.Net;
using Gongkai.AnnualReports.Writing;
using Gongkai.Documents.Office;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Guide;
using Gongkai.Publication.Normative;
using Gongkai.Testing.Builders;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Portal;

namespace Gongkai.Web.Tests.Portal;

/// <summary>指南、制度、栏目、文件库、年报的页面：发布了的看得到、查得到、在地图里，没有发布的哪里也没有。</summary>
public sealed class RegisterPageTests(RegisterPageTests.Site site) : IClassFixture<RegisterPageTests.Site>
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>本组测试自己的网站：数着几条的测试不受它影响。</summary>
    public sealed class Site : PublishingSite;

    [Fact]
    public async Task A_guide_is_shown_with_its_older_versions_and_what_was_never_published_is_nowhere()
    {
        var unit = await NewOffice();
        var guide = PortalAddress.OfGuide(unit.Unit);
        (await site.Page(guide)).QuerySelector("main")!.TextContent.ShouldContain("还没有发布指南");
        var version = await unit.PublishGuide();
        version = await unit.PublishGuide(version, "<p>到市图书馆查阅。</p>");
        InventedCity.Done(await unit.Publication.Pages.Save(unit.Holder(Role.Handler), unit.Unit, null, InventedRegisters.GuideTexts("<p>没有发布的写法甲乙丙。</p>"), version, null, None));

        var current = await site.Page(guide);
        var old = await site.Page($"{guide}/1");

        current.QuerySelector("main")!.TextContent.ShouldContain("到市图书馆查阅");
        current.QuerySelectorAll(".edition-list a").Select(link => link.GetAttribute("href")).ShouldBe([$"{guide}/1"]);
        old.QuerySelector(".notice")!.TextContent.ShouldContain("这是旧的一版");
        foreach (var address in (string[])[guide, $"{guide}/1", "/", PortalAddress.OfUnit(unit.Unit), "/search?q=没有发布的写法甲乙丙", "/sitemap.xml", PortalAddress.OfColumn(unit.Unit, "guide") + "/feed"])
            (await site.Text(address)).Replace("检索：没有发布的写法甲乙丙", "", StringComparison.Ordinal).ShouldNotContain("<p>没有发布的写法", customMessage: address);
        (await Status($"{guide}/3")).ShouldBe(HttpStatusCode.NotFound);
        (await site.Page("/search?q=到市图书馆查阅")).QuerySelector(".search-results a")!.GetAttribute("href").ShouldBe(guide);
        (await site.Text("/sitemap.xml")).ShouldContain(guide);
    }

    [Fact]
    public async Task A_system_is_listed_and_a_draft_of_one_is_not()
    {
        var unit = await NewOffice();
        var systems = PortalAddress.OfSystems(unit.Unit);
        InventedCity.Done(await unit.Publication.Pages.Save(unit.Holder(Role.Handler), unit.Unit, "adjustment", [new(StandingPageDecisions.Body, "<p>没有发布的调整机制。</p>")], 0, null, None));
        await unit.PublishSystem("review", "<p>先审查，后公开。</p>", from: new DateOnly(2026, 4, 1));

        var list = await site.Page(systems);
        var link = list.QuerySelectorAll(".item-list a").ShouldHaveSingleItem();

        link.TextContent.ShouldBe("政府信息公开审查机制");
        (await site.Page(link.GetAttribute("href")!)).QuerySelector(".document-text")!.TextContent.ShouldContain("先审查，后公开");
        await using var db = site.City.Database.CreateContext();
        foreach (var row in db.StandingPages.Where(row => row.Slot == "adjustment" && row.Unit == unit.Unit.Value).ToList())
            (await Status($"{systems}/{row.ShortId}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_column_lists_its_items_has_a_feed_and_a_wrong_one_is_not_there()
    {
        var (_, shortId) = await site.Publish(site.Office.Complete("关于栏目的通知"));
        var unit = site.Office.Unit;

        (await site.Page(PortalAddress.OfColumn(unit, "policy"))).QuerySelector("main")!.TextContent.ShouldContain("关于栏目的通知");
        (await site.Page(PortalAddress.OfColumn(unit, "statutory"))).QuerySelector(".column-index a")!.GetAttribute("href").ShouldBe(PortalAddress.OfColumn(unit, "policy"));
        (await site.Text($"{PortalAddress.OfColumn(unit, "policy")}/feed")).ShouldContain($"/i/{shortId}");
        (await site.Text($"{PortalAddress.OfColumn(unit, "budget")}/feed")).ShouldNotContain(shortId);
        foreach (var wrong in (string[])["nothing", "guide", "policy?page=9", "policy?page=x"]) (await Status(PortalAddress.OfColumn(unit, wrong))).ShouldBe(HttpStatusCode.NotFound, wrong);
    }

    [Fact]
    public async Task The_library_shows_what_is_in_force_links_the_text_both_ways_and_hides_what_is_withdrawn()
    {
        var unit = site.Office;
        var (text, shortId) = await site.Publish(unit.Complete("云泽市夜间开放管理办法"));
        var id = await unit.Register(unit.Facts(101, site.City.Today, item: text) with { Title = "云泽市夜间开放管理办法" });
        var (about, aboutId) = await site.Publish(unit.Complete("一图读懂夜间开放管理办法"));
        InventedCity.Done(await unit.Publication.Interpretations.Link(unit.Holder(Role.LegalReviewer), id, about, InterpretationKind.Diagram, None));
        var gone = await unit.Register(unit.Facts(102, new(2020, 3, 2), expires: new(2025, 3, 1)) with { Title = "已经失效的夜间办法" });
        var unpublished = await unit.Register(unit.Facts(103, new(2025, 3, 3)) with { Title = "没有公布的夜间办法", PublishedOn = null });

        var entry = PortalAddress.OfNormative(PublishingSite.ShortIdOf(new(id.Value)));
        (await site.Page("/library?q=夜间")).QuerySelectorAll(".data-table tbody a").Select(link => link.GetAttribute("href")).ShouldBe([entry]);
        (await site.Page("/library?q=夜间&validity=expired")).QuerySelector("main")!.TextContent.ShouldContain("已经失效的夜间办法");
        (await site.Page($"/i/{shortId}")).QuerySelector(".item-validity")!.TextContent.ShouldContain("现行有效");
        (await site.Page($"/i/{aboutId}")).QuerySelector(".item-validity a")!.GetAttribute("href").ShouldBe($"/i/{shortId}");
        (await site.Page(entry)).QuerySelectorAll(".item-list a").Select(link => link.GetAttribute("href")).ShouldBe([$"/i/{aboutId}"]);
        (await site.Text(entry)).ShouldContain("\"legislationLegalForce\":\"https://schema.org/InForce\"");
        foreach (var address in (string[])["/library?validity=all", "/library?q=夜间&validity=all", $"{PortalAddress.OfLibrary(unit.Unit)}?validity=all", "/search?q=夜间办法", "/sitemap.xml"])
            (await site.Text(address)).ShouldNotContain("没有公布的夜间办法", customMessage: address);
        (await Status(PortalAddress.OfNormative(PublishingSite.ShortIdOf(new(unpublished.Value))))).ShouldBe(HttpStatusCode.NotFound);
        foreach (var wrong in (string[])["?validity=x", "?kind=x", "?unit=x", "?year=1", "?page=9"]) (await Status("/library" + wrong)).ShouldBe(HttpStatusCode.NotFound, wrong);

        await site.Withdraw(text);

        (await site.Text("/library?validity=all")).ShouldNotContain("云泽市夜间开放管理办法");
        (await Status(entry)).ShouldBe(HttpStatusCode.NotFound);
        (await site.Page($"/i/{aboutId}")).QuerySelector(".item-validity").ShouldBeNull();
        (await site.Text("/sitemap.xml")).ShouldNotContain(entry);
        gone.Value.ShouldNotBe(Guid.Empty);
    }

    [Fact]
    public async Task The_validity_that_a_page_shows_changes_at_midnight()
    {
        await using var fresh = await Fresh();
        var unit = fresh.Site.Office;
        await unit.Register(unit.Facts(1, new(2021, 3, 2), expires: fresh.Site.City.Today) with { Title = "今日到期的办法" });
        (await fresh.Site.Text("/library")).ShouldContain("今日到期的办法");

        fresh.Site.Time.Advance(TimeSpan.FromDays(1));

        (await fresh.Site.Text("/library")).ShouldNotContain("今日到期的办法");
    }

    [Fact]
    public async Task A_report_is_shown_in_full_and_as_data_and_is_gone_when_withdrawn()
    {
        var unit = await NewOffice();
        var address = PortalAddress.OfReport(unit.Unit, 2023);
        await using var file = InventedRegisters.ReportFile();
        InventedCity.Done(await unit.Publication.Reports.Put(unit.Holder(Role.Handler), unit.Unit, 2023, 0, file, "年报.docx", None));
        string[] data = [$"{address}/json", $"{address}/csv", $"{address}/docx", $"{address}/xlsx", $"{address}/original"];
        foreach (var hidden in data.Append(address)) (await Status(hidden)).ShouldBe(HttpStatusCode.NotFound, hidden);

        InventedCity.Done(await unit.Publication.Filings.Do(unit.Holder(Role.DeputyLeader), unit.Unit, 2023, 1, new FilingCommand(FilingAction.AddPast) { Note = "当年的名称" }, null, null, None));

        var page = await site.Page(address);
        page.QuerySelectorAll(".report-text table").Length.ShouldBe(3);
        page.QuerySelectorAll(".report-text td").All(cell => cell.GetAttribute("headers") is { Length: > 0 }).ShouldBeTrue();
        page.QuerySelectorAll("[style]").ShouldBeEmpty();
        foreach (var shown in data) (await Status(shown)).ShouldBe(HttpStatusCode.OK, shown);
        (await Status($"{address}/exe")).ShouldBe(HttpStatusCode.NotFound);
        (await site.Text($"{address}/csv")).ShouldContain("requests,granted,total");
        (await site.Text(PortalAddress.OfReports(unit.Unit))).ShouldContain(address);
        (await site.Page($"/search?q=工作年度报告&unit={PortalAddress.KeyOf(unit.Unit)}")).QuerySelectorAll(".search-results a").Select(link => link.GetAttribute("href")).ShouldContain(address);

        InventedCity.Done(await unit.Publication.Filings.Do(unit.Holder(Role.DeputyLeader), unit.Unit, 2023, 2, new FilingCommand(FilingAction.Withdraw) { Note = "数字有误，核对后重新公布" }, null, null, None));

        (await Status(address)).ShouldBe(HttpStatusCode.Gone);
        (await site.Text(address)).ShouldContain("数字有误，核对后重新公布");
        foreach (var hidden in data) (await Status(hidden)).ShouldBe(HttpStatusCode.NotFound, hidden);
        foreach (var place in (string[])["/reports", PortalAddress.OfReports(unit.Unit), "/search?q=工作年度报告", "/sitemap.xml"]) (await site.Text(place)).ShouldNotContain($"\"{address}\"", customMessage: place);
    }

    [Fact]
    public async Task A_corrected_report_keeps_its_earlier_version_readable_with_the_note_and_a_withdrawn_one_is_nowhere()
    {
        var unit = await NewOffice();
        var address = PortalAddress.OfReport(unit.Unit, 2023);
        var version = await Put(unit, 2023, 0, 1);
        version = await unit.DoFiling(2023, version, FilingAction.AddPast, "当年的名称");
        version = await unit.DoFiling(2023, version, FilingAction.Correct, "收费少计了一笔");
        version = await Put(unit, 2023, version, 2);
        version = await unit.DoFiling(2023, version, FilingAction.AddPast, "收费少计一笔，更正");
        await unit.DoFiling(2024, await Put(unit, 2024, 0, 3), FilingAction.AddPast, "当年的名称");

        var current = await site.Page(address);
        current.QuerySelectorAll(".change-history li").Select(line => line.TextContent).ShouldContain(line => line.Contains("更正公布") && line.Contains("收费少计一笔，更正"));
        current.QuerySelectorAll(".change-history a").Select(link => link.GetAttribute("href")).ShouldBe([$"{address}/1"]);
        current.QuerySelectorAll(".report-years a").Select(link => link.TextContent.Trim()).ShouldBe(["下一份：2024年度"]);
        current.QuerySelectorAll(".report-files a").Select(link => link.TextContent).Contains("PDF").ShouldBe(OfficeConverter.IsInstalled);
        (await Status($"{address}/pdf")).ShouldBe(OfficeConverter.IsInstalled ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        var earlier = await site.Page($"{address}/1");
        earlier.QuerySelector(".notice")!.TextContent.ShouldContain("更正以前的第 1 版");
        earlier.QuerySelectorAll(".report-text table").Length.ShouldBe(3);
        foreach (var wrong in (string[])["2", "3", "0"]) (await Status($"{address}/{wrong}")).ShouldBe(HttpStatusCode.NotFound, wrong);

        await unit.DoFiling(2023, version, FilingAction.Withdraw, "附件里有个人信息");
        (await Status($"{address}/1")).ShouldBe(HttpStatusCode.NotFound);
        (await Status(address)).ShouldBe(HttpStatusCode.Gone);
    }

    private static async Task<long> Put(InventedOffice unit, int year, long version, int fees)
    {
        using var page = new MemoryStream(ReportWriter.Write(Report(year, fees), ReportFormat.Html).Value);
        InventedCity.Done(await unit.Publication.Reports.Put(unit.Holder(Role.Handler), unit.Unit, year, version, page, "年报.html", None));
        return version + 1;
    }

    private static Gongkai.AnnualReports.Model.AnnualReport Report(int year, int fees) =>
        (year == 2023 ? ReportBuilder.Clean2021() : ReportBuilder.Clean2021().Year(year).Replace("2023", "2024")).Set("disclosure.fees.amount", fees).Build();

    private async Task<HttpStatusCode> Status(string address)
    {
        using var response = await site.Get(address);
        return response.StatusCode;
    }

    // 一个新的单位，带着它的班子：别的测试发布的不混进来。
    private async Task<InventedOffice> NewOffice()
    {
        var unit = await site.City.Establish($"云泽市第{Guid.NewGuid().ToString("N")[..6]}局", Gongkai.Organisations.Units.UnitLevel.City, Gongkai.Organisations.Units.UnitKind.Department);
        return await InventedOffice.Create(site.City, unit, site.Office.Publication);
    }

    private static async Task<FreshSite> Fresh()
    {
        var fresh = new FreshSite(new Site());
        await fresh.Site.InitializeAsync();
        return fresh;
    }

    private sealed record FreshSite(Site Site) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Site.DisposeAsync();
    }
}
