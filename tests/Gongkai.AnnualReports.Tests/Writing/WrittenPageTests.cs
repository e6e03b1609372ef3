using System.Text;
using AngleSharp.Html.Parser;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Writing;
using Gongkai.Testing;
using Gongkai.Testing.Builders;

namespace Gongkai.AnnualReports.Tests.Writing;

public sealed class WrittenPageTests
{
    [Fact]
    public void The_page_of_a_report_in_the_form_of_2021_is_as_verified() => Golden.Matches(Text(Report(2024), ReportFormat.Html), "report-2024.html");

    [Fact]
    public void The_Markdown_of_a_report_in_the_form_of_2019_is_as_verified() => Golden.Matches(Text(Report(2019), ReportFormat.Markdown), "report-2019.md");

    [Fact]
    public void Every_cell_names_headers_that_stand_in_its_own_row_and_column()
    {
        using var page = new HtmlParser().ParseDocument(Text(Report(2024), ReportFormat.Html));
        foreach (var cell in page.QuerySelectorAll("td"))
        {
            var ids = cell.GetAttribute("headers")!.Split(' ');
            ids.Length.ShouldBeGreaterThan(1);
            ids.ShouldAllBe(id => page.GetElementById(id) != null && page.GetElementById(id)!.Closest("table") == cell.Closest("table"));
        }

        var granted = page.QuerySelectorAll("th").Single(header => header.TextContent == "（一）予以公开").ParentElement!.QuerySelector("td")!;
        granted.GetAttribute("headers")!.Split(' ').Select(id => page.GetElementById(id)!.TextContent)
            .ShouldBe(["申请人情况", "自然人", "三、本年度办理结果", "（一）予以公开"], ignoreOrder: true);
    }

    [Fact]
    public void Every_table_has_a_name_and_a_scope_on_every_header()
    {
        using var page = new HtmlParser().ParseDocument(Text(Report(2024), ReportFormat.Html));
        page.QuerySelectorAll("table").Select(table => table.GetAttribute("aria-label"))
            .ShouldBe(["表二：主动公开政府信息情况", "表三：收到和处理政府信息公开申请情况", "表四：政府信息公开行政复议、行政诉讼情况"]);
        page.QuerySelectorAll("th").ShouldAllBe(header => header.HasAttribute("scope"));
        page.QuerySelectorAll("[id]").Select(element => element.Id).ShouldBeUnique();
        page.QuerySelectorAll("script, link, img, iframe, object").ShouldBeEmpty();
        page.DocumentElement.GetAttribute("lang").ShouldBe("zh-CN");
    }

    [Fact]
    public void The_title_breaks_only_between_its_parts()
    {
        var report = Report(2024) with { Agency = "云泽市水利局", Title = "云泽市水利局2024年度政府信息公开工作年度报告" };
        using var page = new HtmlParser().ParseDocument(Text(report, ReportFormat.Html));
        page.QuerySelector("h1")!.InnerHtml.ShouldBe("云泽市水利局<wbr>2024年度<wbr>政府信息公开<wbr>工作年度报告");
    }

    [Fact]
    public void Markup_in_the_text_is_shown_and_not_obeyed()
    {
        var report = Report(2024) with { Preamble = "<script>alert(1)</script>&amp;\"'" };
        using var page = new HtmlParser().ParseDocument(Text(report, ReportFormat.Html));
        page.QuerySelectorAll("script").ShouldBeEmpty();
        page.QuerySelector("article > p")!.TextContent.ShouldBe("<script>alert(1)</script>&amp;\"'");
    }

    [Fact]
    public void A_cell_that_could_not_be_read_says_so_and_why()
    {
        var report = Report(2024);
        var row = report.Requests!.Form.Row("granted")!;
        report = report with
        {
            Requests = report.Requests.With(cells => cells[row.Offset] = Cell.Unread()),
            Notes = [new Note(NoteCodes.Ambiguous, new CellPath(Gongkai.AnnualReports.Forms.TableKind.Requests, "granted"), "713 可以拆成 7、1、3 或者 7、13", null)],
        };
        using var page = new HtmlParser().ParseDocument(Text(report, ReportFormat.Html));
        var cell = page.QuerySelectorAll("td.doubt").ShouldHaveSingleItem();
        cell.TextContent.ShouldBe(UnreadCells.Mark);
        cell.GetAttribute("title").ShouldBe("713 可以拆成 7、1、3 或者 7、13");
    }

    private static AnnualReport Report(int year) => ReportGenerator.Create(5, new ReportShape { Year = year, Size = ReportSize.Medium });

    private static string Text(AnnualReport report, ReportFormat format) => Encoding.UTF8.GetString(ReportWriter.Write(report, format).Value);
}
