using System.Net;
using System.Text.Json;
using Gongkai.AnnualReports.Model;
using Gongkai.Services.AnnualReports.DataCentre;
using Gongkai.Testing.Builders;

namespace Gongkai.Web.Tests.DataCentre;

/// <summary>外来的年报：只有数据中心，每一页都标明未经核实，看的与本站的一样。</summary>
public sealed class ForeignReportsTests(ForeignReportsTests.Site site) : IClassFixture<ForeignReportsTests.Site>
{
    /// <summary>装着五个机关三年外来年报的网站。</summary>
    public sealed class Site : RunningSite
    {
        private readonly string _reports = Directory.CreateTempSubdirectory("gongkai-foreign-").FullName;

        protected override bool Demo => false;

        protected override ForeignSource? Reports => ForeignSource.Load(Write(_reports, [.. Lines()])).Value;
    }

    [Fact]
    public async Task Only_the_data_centre_is_there_and_every_page_of_it_says_that_the_data_are_foreign()
    {
        using var home = await site.Client.GetAsync(new Uri("/", UriKind.Relative));
        home.Headers.Location!.ToString().ShouldBe("/data");
        var body = (await site.Page("/data")).QuerySelector("#ranking tbody a")!.GetAttribute("href")!;
        var report = (await site.Page("/data")).QuerySelectorAll("#ranking tbody a").First(link => link.GetAttribute("href")!.StartsWith("/data/reports/", StringComparison.Ordinal)).GetAttribute("href")!;

        foreach (var path in new[] { "/data", "/data/table", "/data/compare", "/data/download", "/data/indicators", body, report })
        {
            var page = await site.Page(path);
            page.QuerySelector(".notice")!.TextContent.ShouldContain("外来数据，未经本机关核实", customMessage: path);
            page.QuerySelectorAll(".masthead-nav a").Select(link => link.GetAttribute("href")!).ShouldAllBe(address => address.StartsWith("/data"), path);
            foreach (var link in page.QuerySelectorAll("main a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0]).Distinct().Where(link => !link.Contains("indicator=", StringComparison.Ordinal)).Take(15))
                (await Status(link)).ShouldBe(HttpStatusCode.OK, $"{path} → {link}");
        }

        (await site.Page(report)).QuerySelectorAll(".report-text table").Length.ShouldBe(3);
        foreach (var closed in (string[])["/catalogue", "/console", "/console/sign-in", "/reports", "/search", "/api/v1/items", "/feed"]) (await Status(closed)).ShouldBe(HttpStatusCode.NotFound, closed);
    }

    [Fact]
    public async Task The_views_and_the_download_are_those_of_the_published_ones_with_the_warning()
    {
        using var trend = JsonDocument.Parse(await site.Client.GetStringAsync(new Uri("/api/v1/data/views/trend", UriKind.Relative)));
        using var bodies = JsonDocument.Parse(await site.Client.GetStringAsync(new Uri("/api/v1/data/bodies", UriKind.Relative)));

        trend.RootElement.GetProperty("rows").GetArrayLength().ShouldBe(3);
        trend.RootElement.GetProperty("warning").GetString()!.ShouldContain("外来数据");
        bodies.RootElement.GetProperty("bodies").GetArrayLength().ShouldBe(5);
        (await site.Client.GetStringAsync(new Uri("/data/download/reports.csv", UriKind.Relative))).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(18);
    }

    [Fact]
    public void What_cannot_be_loaded_is_said_in_a_sentence_and_what_is_left_out_is_counted()
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-foreign-").FullName;
        ForeignSource.Load(Path.Combine(folder, "没有")).Refusal!.Reason.ShouldContain("没有文件夹");
        ForeignSource.Load(folder).Refusal!.Reason.ShouldContain("gongkai report batch");
        ForeignSource.Load(Write(folder, Lines().First(), "{坏的")).Refusal!.Reason.ShouldContain("第 2 行：不是合法的 JSON");
        ForeignSource.Load(Write(folder, "{}")).Refusal!.Reason.ShouldContain("第 1 行：没有 report 一项");
        ForeignSource.Load(Write(folder, [.. Lines()])).Value.Tally.ShouldBe(new ForeignTally(15, 1, 1));
    }

    private static IEnumerable<string> Lines()
    {
        var reports = InventedBodies.All.Where(body => body.Level == InventedLevel.Department).Take(5)
            .SelectMany((body, at) => new[] { 2020, 2021, 2022 }.Select(year => ReportGenerator.Create((at * 10) + year, new ReportShape { Body = body, Year = year, Size = ReportSize.Medium }))).ToList();
        reports.Add(reports[0]);
        reports.Add(reports[1] with { Agency = null });
        return reports.Select((report, at) => $"{{\"file\":\"{at}.txt\",\"size\":1,\"report\":{CanonicalJson.ToText(report, indented: false)},\"findings\":[],\"notAssessable\":[]}}");
    }

    private static string Write(string folder, params string[] lines)
    {
        File.WriteAllText(Path.Combine(folder, ForeignSource.FileName), string.Concat(lines.Select(line => line + "\n")));
        return folder;
    }

    private async Task<HttpStatusCode> Status(string address)
    {
        using var response = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
        return response.StatusCode;
    }
}
