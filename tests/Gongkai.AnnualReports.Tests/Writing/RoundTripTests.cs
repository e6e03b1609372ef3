using FsCheck;
using FsCheck.Fluent;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Writing;
using Gongkai.Testing;
using Gongkai.Testing.Builders;

namespace Gongkai.AnnualReports.Tests.Writing;

/// <summary>read(write(r)) = r：写出来的每种格式，用平常的读法读回来，每格每字都一样。</summary>
public sealed class RoundTripTests
{
    private static int Reports => LongRun.Enabled ? 5_000 : 200;

    [Theory]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Html)]
    [InlineData(ReportFormat.Docx)]
    [InlineData(ReportFormat.Xlsx)]
    [InlineData(ReportFormat.Markdown)]
    public void Consistent_reports_come_back_the_same(ReportFormat format) => ComesBack(ReportArbitraries.Consistent, format);

    [Theory]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Html)]
    [InlineData(ReportFormat.Docx)]
    [InlineData(ReportFormat.Xlsx)]
    [InlineData(ReportFormat.Markdown)]
    public void Reports_with_blanks_and_other_text_come_back_the_same(ReportFormat format) => ComesBack(ReportArbitraries.WithHoles, format);

    [Theory]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Html)]
    [InlineData(ReportFormat.Docx)]
    [InlineData(ReportFormat.Xlsx)]
    [InlineData(ReportFormat.Markdown)]
    public void A_cell_that_could_not_be_read_is_never_written_as_a_blank(ReportFormat format)
    {
        var report = ReportGenerator.Create(11, new ReportShape { Year = 2023, Size = ReportSize.Medium });
        var (row, line) = (report.Requests!.Form.Row("granted")!, report.Review!.Form.Row("reconsideration")!);
        report = report with
        {
            Requests = report.Requests.With(cells => cells[row.Offset + 2] = Cell.Unread()),
            Review = report.Review.With(cells => cells[line.Offset] = Cell.Unread()),
        };

        var read = ReadBack.Verify(report, ReportWriter.Write(report, format).Value, format);

        read.Refusal.ShouldBeNull();
        UnreadCells.Of(read.Value).Select(cell => cell.ToString()).ShouldBe(["requests.granted.research", "review.reconsideration.upheld"]);
        read.Value.Notes.Count(note => note.Code == NoteCodes.Unread).ShouldBe(2);
    }

    [Theory]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Html)]
    [InlineData(ReportFormat.Docx)]
    [InlineData(ReportFormat.Xlsx)]
    [InlineData(ReportFormat.Markdown)]
    public void A_hybrid_of_both_forms_comes_back_as_a_hybrid(ReportFormat format)
    {
        var newer = ReportGenerator.Create(21, new ReportShape { Year = 2022 });
        var older = ReportGenerator.Create(22, new ReportShape { Year = 2019 });
        var hybrid = newer with { Requests = older.Requests };

        var read = ReadBack.Verify(hybrid, ReportWriter.Write(hybrid, format).Value, format);

        read.Refusal.ShouldBeNull();
        (read.Value.Disclosure!.Form.Form, read.Value.Requests!.Form.Form).ShouldBe((FormId.Form2021, FormId.Form2019));
    }

    [Theory]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Html)]
    public void The_date_of_publication_comes_back_where_the_format_can_hold_it(ReportFormat format)
    {
        var report = ReportGenerator.Create(3) with { PublishedOn = new DateOnly(2024, 1, 9) };
        ReadBack.Verify(report, ReportWriter.Write(report, format).Value, format).Value.PublishedOn.ShouldBe(new DateOnly(2024, 1, 9));
    }

    /// <summary>引号、尖括号、公式的样子、补充平面的字、很长的一段：都是字，照样回来。</summary>
    [Theory]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Html)]
    [InlineData(ReportFormat.Docx)]
    [InlineData(ReportFormat.Xlsx)]
    [InlineData(ReportFormat.Markdown)]
    public void Odd_characters_and_long_prose_come_back_the_same(ReportFormat format)
    {
        string[] odd =
        [
            "答复率<100%>，其中“网上”&“窗口”各占一半；=SUM(A1)不是公式。",
            "岚川市𠮷林村𬭚管理站（龘靐齉）公开12条。",
            string.Concat(Enumerable.Repeat("全年按时办结各项公开事项，", 900)) + "没有逾期。",
            "- 以短横开头的一段，1. 里面还有序号，*星号*与_下划线_照印。",
        ];
        var report = ReportGenerator.Create(41, new ReportShape { Year = 2024 });
        report = report with
        {
            Sections = [.. report.Sections.Select(section => section.Number == 5 ? section with { Paragraphs = [.. odd.Select(text => new ReportParagraph(text, default))] } : section)],
        };
        report = report with { Sections = [.. report.Sections.Select(section => new ReportSection(section.Number, section.Title, section.Paragraphs, section.Place))] };

        var read = ReadBack.Verify(report, ReportWriter.Write(report, format).Value, format);

        read.Refusal?.Reason.ShouldBeNull();
        read.Value.Section(5)!.Text.ShouldBe(report.Section(5)!.Text);
    }

    /// <summary>全文粘连的报告，表三的提示语跟在标题后面，标题有五十几个字。</summary>
    [Theory]
    [InlineData(ReportFormat.Docx)]
    [InlineData(ReportFormat.Xlsx)]
    [InlineData(ReportFormat.Html)]
    [InlineData(ReportFormat.Markdown)]
    public void A_report_read_from_text_without_line_breaks_comes_back(ReportFormat format)
    {
        var report = ReportGenerator.Create(7, new ReportShape { Year = 2020 });
        report = report with
        {
            Sections = [.. report.Sections.Select(section => section.Number == 3 ? section with { Title = section.Title + "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）" } : section)],
        };

        ReadBack.Verify(report, ReportWriter.Write(report, format).Value, format).Refusal?.Reason.ShouldBeNull();
    }

    [ToolFact("soffice")]
    public void Reports_come_back_from_PDF()
    {
        foreach (var report in new[] { ReportGenerator.Create(51, new ReportShape { Year = 2024 }), ReportGenerator.Create(52, new ReportShape { Year = 2019, Size = ReportSize.Medium }) })
        {
            var read = ReadBack.Verify(report, ReportWriter.Write(report, ReportFormat.Pdf).Value, ReportFormat.Pdf);
            read.Refusal?.Reason.ShouldBeNull();
        }
    }

    [Fact]
    public void A_file_of_another_format_is_not_taken_for_the_one_asked_for()
    {
        var report = ReportGenerator.Create(3, new ReportShape { Year = 2024 });
        ReadBack.Verify(report, ReportWriter.Write(report, ReportFormat.Docx).Value, ReportFormat.Pdf).Refusal!.Reason.ShouldBe("写出来的文件不是 pdf");
        ReadBack.Verify(report, new OfdSample().Text(10, 10, "一、总体情况").ToBytes(), ReportFormat.Pdf).Refusal!.Reason.ShouldBe("写出来的文件不是 pdf");
    }

    [Fact]
    public void A_difference_is_told_by_its_place()
    {
        var report = ReportGenerator.Create(3, new ReportShape { Year = 2024 });
        var other = report with
        {
            Agency = "岚川市档案局",
            Requests = report.Requests!.With(cells => cells[0] = Cell.Blank()),
            Sections = [.. report.Sections.Select(section => section.Number == 6 ? section with { Title = "六、其它" } : section)],
        };

        ReadBack.Verify(other, ReportWriter.Write(report, ReportFormat.Json).Value, ReportFormat.Json).Refusal!.Reason
            .ShouldBe($"写成 json 再读回来，与原来的不一样：机关应为“岚川市档案局”，读回来是“{report.Agency}”；第6部分的标题应为“六、其它”，读回来是“六、其他需要报告的事项”；requests.newlyReceived.naturalPerson 应为空白，读回来是{report.Requests!.Cells[0].Value}");
    }

    private static void ComesBack(Arbitrary<AnnualReport> reports, ReportFormat format) =>
        Prop.ForAll(reports, report =>
        {
            var read = ReadBack.Verify(report, ReportWriter.Write(report, format).Value, format);
            read.Refusal?.Reason.ShouldBeNull();
            read.Value.ShouldSayTheSameAs(report);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Reports));
}
