using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace Gongkai.Web.Tests.DataCentre;

/// <summary>年报数据中心：图都有表，条件都在网址里，不对的说一句话，下载的与页面一样。</summary>
public sealed class DataCentreTests(DataCentreTests.Site site) : IClassFixture<DataCentreTests.Site>
{
    public sealed class Site : DataCentreSite;

    [Fact]
    public async Task Every_chart_stands_with_its_table_its_files_and_a_fixed_address()
    {
        var page = await site.Page("/data?indicator=share.granted&year=2022&level=city");

        page.QuerySelectorAll(".data-figure").Select(figure => figure.Id).ShouldBe(["trend", "distribution", "ranking", "kinds", "regions", "composition"]);
        foreach (var figure in page.QuerySelectorAll(".data-figure"))
        {
            figure.QuerySelector("table.data-view, p.soft").ShouldNotBeNull(figure.Id);
            foreach (var link in figure.QuerySelectorAll(".data-files a").Take(3)) (await Status(link.GetAttribute("href")!)).ShouldBe(HttpStatusCode.OK, link.GetAttribute("href"));
            figure.QuerySelector(".data-files a:last-child")!.GetAttribute("href").ShouldBe($"/data?indicator=share.granted&level=city&year=2022#{figure.Id}");
        }

        page.QuerySelectorAll("svg[role=img]").All(chart => chart.GetAttribute("aria-label") is { Length: > 5 }).ShouldBeTrue();
        page.QuerySelectorAll("[style]").ShouldBeEmpty();
        page.QuerySelector(".data-definition")!.TextContent.ShouldContain("占本年度办理结果（七）总计的百分数");
        page.QuerySelectorAll("#ranking tbody tr").Length.ShouldBe(10);
    }

    [Fact]
    public async Task Where_the_forms_cannot_be_compared_the_line_breaks_and_a_sentence_says_why()
    {
        var page = await site.Page("/data?indicator=disclosure.licences.decisions");

        page.QuerySelector("#trend")!.TextContent.ShouldContain("口径不同，前后不可比，线在换格式的地方断开");
        page.QuerySelectorAll("#trend .chart:first-child polyline").Length.ShouldBe(2);
        (await site.Page("/data")).QuerySelectorAll("#trend .chart:first-child polyline").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("/data?indicator=nothing", "没有“nothing”这个指标")]
    [InlineData("/data?level=moon", "没有“moon”这个层级")]
    [InlineData("/data?kind=ministry", "没有“ministry”这个性质")]
    [InlineData("/data?year=1999", "没有“1999”年度的报告，有报告的是 2019、2020、2021、2022、2023 年度")]
    [InlineData("/data?region=1'--", "区划代码写两位")]
    [InlineData("/data?page=0", "页码从 1 起")]
    [InlineData("/data?page=99", "没有第 99 页")]
    [InlineData("/data/table?cell=requests.x.y", "没有“requests.x.y”这一格")]
    [InlineData("/data/table?body=0000000000", "没有代码是“0000000000”的机关")]
    [InlineData("/data/table?year=2050", "没有“2050”年度的报告")]
    [InlineData("/data/compare?old=a", "前一份“a”没有公布")]
    public async Task A_wrong_condition_gets_one_sentence_and_status_400(string address, string sentence)
    {
        using var response = await site.Get(address);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain(sentence);
    }

    [Fact]
    public async Task A_wrong_condition_of_the_interface_is_a_problem_and_an_unknown_view_is_missing()
    {
        using var wrong = await site.Get("/api/v1/data/views/trend?indicator=nothing");

        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await wrong.Content.ReadAsStringAsync()).ShouldContain("没有“nothing”这个指标");
        foreach (var missing in (string[])["/api/v1/data/views/map", "/data/views/trend.exe", "/data/bodies/0000000000", "/data/bodies/0000000000/peers.csv", "/api/v1/data/reports/0000000000/2023", "/data/download/all.rar", "/data/reports/0000000000/2023"])
            (await Status(missing)).ShouldBe(HttpStatusCode.NotFound, missing);
    }

    [Fact]
    public async Task The_table_one_builds_oneself_is_the_same_on_the_page_in_csv_in_json_and_has_a_limit()
    {
        var query = $"?body={site.Key(0)}&body={site.Key(1)}&year=2020&year=2022&cell=requests.newlyReceived.total&cell=share.granted";
        var page = await site.Page("/data/table" + query);
        var csv = (await site.Text("/data/table.csv" + query)).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var json = JsonDocument.Parse(await site.Text("/api/v1/data/table" + query));

        page.QuerySelectorAll("#table tbody tr").Length.ShouldBe(4);
        csv[0].ShouldBe("body,name,year,requests.newlyReceived.total,share.granted");
        csv.Length.ShouldBe(5);
        json.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("requests.newlyReceived.total").GetDecimal()).ShouldBe(csv.Skip(1).Select(line => decimal.Parse(line.Split(',')[3], System.Globalization.CultureInfo.InvariantCulture)));
        page.QuerySelectorAll("#pick-body option[selected]").Length.ShouldBe(2);
        using var many = await site.Get("/data/table?" + string.Join('&', Enumerable.Range(0, 41).Select(at => $"cell={Cell(at)}")));
        (await many.Content.ReadAsStringAsync()).ShouldContain("一次最多选 40 列");
    }

    [Fact]
    public async Task A_body_is_shown_among_its_peers()
    {
        var page = await site.Page($"/data/bodies/{site.Key(2)}?indicator=requests.granted.total");

        page.QuerySelector("h1")!.TextContent.ShouldBe("云泽市民政局的年报数据");
        page.QuerySelectorAll("#peers tbody tr").Length.ShouldBe(5);
        page.QuerySelector("#peers tbody tr td:nth-child(5)")!.TextContent.ShouldBe("10");
        foreach (var link in page.QuerySelectorAll("main a[href^='/r/'], main a[href^='/data/compare']").Select(link => link.GetAttribute("href")!).Distinct()) (await Status(link)).ShouldBe(HttpStatusCode.OK, link);
    }

    [Fact]
    public async Task Two_reports_stand_side_by_side_with_their_differences_and_the_copied_passages_marked()
    {
        var address = $"/data/compare?old={site.Key(3)}.2021&new={site.Key(3)}.2022";
        var page = await site.Page(address);

        page.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldEndWith(address);
        page.QuerySelectorAll("main .data-view").Length.ShouldBeGreaterThan(0);
        page.QuerySelectorAll(".compared-texts mark").Length.ShouldBeGreaterThan(1);
        (await site.Page($"/data/compare?old={site.Key(3)}.2020&new={site.Key(3)}.2021")).QuerySelector("main")!.TextContent.ShouldContain("口径不同，不可比");
        using var same = await site.Get($"/data/compare?old={site.Key(3)}.2021&new={site.Key(3)}.2021");
        (await same.Content.ReadAsStringAsync()).ShouldContain("选的是同一份报告");
    }

    [Fact]
    public async Task Everything_published_can_be_downloaded_in_the_form_of_the_batch()
    {
        using var response = await site.Get("/data/download/all.zip");
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());

        zip.Entries.Select(entry => entry.Name).ShouldBe(["reports.csv", "cells.csv", "reports.jsonl"]);
        var reports = Lines(zip, "reports.csv");
        reports.Count.ShouldBe(51);
        reports[0].ShouldStartWith("\uFEFFfile,agency,year,form_disclosure,form_requests");
        reports[1].ShouldContain($"r/{reports[1].Split(',')[0][2..12]}/2019");
        Lines(zip, "cells.csv")[0].ShouldBe("\uFEFFfile,agency,year,table,form,row,column,state,number,text");
        Lines(zip, "cells.csv").Count.ShouldBe(1 + (10 * ((2 * Cells("2019")) + (3 * Cells("2021")))));
        Lines(zip, "reports.jsonl").Count.ShouldBe(50);
        JsonDocument.Parse(Lines(zip, "reports.jsonl")[0]).RootElement.GetProperty("report").GetProperty("year").GetInt32().ShouldBe(2019);
    }

    [Fact]
    public async Task The_interface_lists_the_indicators_with_their_definitions_and_the_bodies_and_describes_itself()
    {
        using var indicators = JsonDocument.Parse(await site.Text("/api/v1/data/indicators"));
        using var bodies = JsonDocument.Parse(await site.Text("/api/v1/data/bodies"));
        using var description = JsonDocument.Parse(await site.Text("/openapi/v1.json"));

        indicators.RootElement.GetProperty("indicators").EnumerateArray().All(one => one.GetProperty("definition").GetString()!.Length > 10 && one.GetProperty("unit").GetString()!.Length > 0).ShouldBeTrue();
        bodies.RootElement.GetProperty("bodies").GetArrayLength().ShouldBe(10);
        foreach (var path in (string[])["indicators", "bodies", "views/{view}", "table", "reports/{body}/{year}"]) description.RootElement.GetProperty("paths").TryGetProperty($"/api/v1/data/{path}", out _).ShouldBeTrue(path);
        using var report = JsonDocument.Parse(await site.Text($"/api/v1/data/reports/{site.Key(0)}/2021"));
        report.RootElement.GetProperty("forms").GetProperty("requests").GetString().ShouldBe("2021");
    }

    private static string Cell(int at) => Gongkai.AnnualReports.Indicators.IndicatorCatalogue.Of(Gongkai.AnnualReports.Forms.FormCatalogue.All).All[at].Key;

    private static int Cells(string form) => Gongkai.AnnualReports.Forms.FormCatalogue.Tables.Where(table => table.Form.Value == form).Sum(Gongkai.AnnualReports.Model.ReportTable.CellCount);

    private static List<string> Lines(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), new System.Text.UTF8Encoding(false), detectEncodingFromByteOrderMarks: false);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private async Task<HttpStatusCode> Status(string address)
    {
        using var response = await site.Get(address);
        return response.StatusCode;
    }
}
