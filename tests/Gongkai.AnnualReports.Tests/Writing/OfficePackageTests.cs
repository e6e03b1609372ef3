using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Writing;
using Gongkai.Testing.Builders;
using S = DocumentFormat.OpenXml.Spreadsheet;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.AnnualReports.Tests.Writing;

public sealed class OfficePackageTests
{
    [Theory]
    [InlineData(2019)]
    [InlineData(2024)]
    public void The_Word_file_is_valid_Open_XML(int year)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(Write(year, ReportFormat.Docx)), false);
        Problems(word).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2019)]
    [InlineData(2024)]
    public void The_Excel_file_is_valid_Open_XML(int year)
    {
        using var excel = SpreadsheetDocument.Open(new MemoryStream(Write(year, ReportFormat.Xlsx)), false);
        Problems(excel).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ReportFormat.Docx)]
    [InlineData(ReportFormat.Xlsx)]
    [InlineData(ReportFormat.Html)]
    [InlineData(ReportFormat.Markdown)]
    [InlineData(ReportFormat.Json)]
    public void The_same_report_always_gives_the_same_bytes(ReportFormat format) =>
        Write(2024, format).ShouldBe(Write(2024, format));

    [Theory]
    [InlineData(ReportFormat.Docx)]
    [InlineData(ReportFormat.Xlsx)]
    public void No_part_carries_the_time_of_the_machine(ReportFormat format)
    {
        using var archive = new ZipArchive(new MemoryStream(Write(2024, format)));
        archive.Entries.ShouldAllBe(entry => entry.LastWriteTime.Year == 1980);
    }

    [Fact]
    public void The_properties_name_the_agency_and_no_person()
    {
        var report = Report(2024);
        using var word = WordprocessingDocument.Open(new MemoryStream(ReportWriter.Write(report, ReportFormat.Docx).Value), false);
        using var reader = new StreamReader(word.CoreFilePropertiesPart!.GetStream());
        var properties = reader.ReadToEnd();
        properties.ShouldContain($"<dc:creator>{report.Agency}</dc:creator>");
        properties.ShouldContain($"<dc:title>{report.Title}</dc:title>");
        properties.ShouldContain($"{report.Signature!.Date:yyyy-MM-dd}T00:00:00Z");
    }

    [Fact]
    public void Table_rows_stay_whole_and_headers_repeat_on_every_page()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(Write(2024, ReportFormat.Docx)), false);
        var tables = word.MainDocumentPart!.Document.Body!.Elements<W.Table>().ToArray();
        tables.Length.ShouldBe(3);
        tables.SelectMany(table => table.Elements<W.TableRow>()).ShouldAllBe(row => row.TableRowProperties!.Elements<W.CantSplit>().Any());
        tables.Select(table => table.Elements<W.TableRow>().Count(row => row.TableRowProperties!.Elements<W.TableHeader>().Any())).ShouldBe([0, 3, 3]);
    }

    [Theory]
    [InlineData("云泽市水利局", "云泽市水利局2019年|政府信息公开工作年度报告")]
    [InlineData("云泽市文物局", "云泽市文物局2019年|政府信息公开工作年度报告")]
    [InlineData("云泽市人力资源和社会保障局劳动保障监察支队", "云泽市人力资源和社会保障局劳动保障监察支队2019年政府信息公开工作年度报告")]
    public void A_long_title_breaks_where_the_sense_does(string agency, string lines)
    {
        var report = Report(2019) with { Agency = agency, Title = $"{agency}2019年政府信息公开工作年度报告" };

        using var word = WordprocessingDocument.Open(new MemoryStream(ReportWriter.Write(report, ReportFormat.Docx).Value), false);

        var title = word.MainDocumentPart!.Document.Body!.Elements<W.Paragraph>().First();
        string.Concat(title.Descendants().Select(part => part is W.Break ? "|" : part is W.Text text ? text.Text : "")).ShouldBe(lines);
    }

    [Fact]
    public void A_heading_does_not_touch_the_table_below_it()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(Write(2024, ReportFormat.Docx)), false);
        var above = word.MainDocumentPart!.Document.Body!.Elements<W.Table>().Select(table => table.PreviousSibling<W.Paragraph>()!).ToArray();
        above.ShouldAllBe(paragraph => int.Parse(paragraph.ParagraphProperties!.SpacingBetweenLines!.After!.Value!) > 100);
        above.Select(paragraph => paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value).ShouldBe(["Heading1", "Heading1", "Heading1"]);
    }

    [Theory]
    [InlineData(0, "第二十条第（五）项,第二十条第（六）项,第二十条第（八）项")]
    [InlineData(1, "三、本年度办理结果,（二）部分公开,（三）不予公开,（四）无法提供,（五）不予处理,（六）其他处理")]
    [InlineData(2, "")]
    public void A_new_page_begins_with_a_block_or_a_group_and_never_within_one(int number, string starts)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(Write(2024, ReportFormat.Docx)), false);
        var rows = word.MainDocumentPart!.Document.Body!.Elements<W.Table>().ElementAt(number).Elements<W.TableRow>().ToArray();

        var broken = rows.Skip(1).Where((_, index) => !rows[index].Descendants<W.KeepNext>().Any()).Select(row => row.InnerText).ToArray();

        broken.Length.ShouldBe(starts.Length == 0 ? 0 : starts.Split(',').Length);
        foreach (var (text, start) in broken.Zip(starts.Split(','))) text.ShouldStartWith(start);
    }

    [Fact]
    public void Every_Excel_sheet_fits_the_width_of_its_page_and_table_four_lies_on_its_side()
    {
        using var excel = SpreadsheetDocument.Open(new MemoryStream(Write(2024, ReportFormat.Xlsx)), false);
        var workbook = excel.WorkbookPart!;
        var sheets = workbook.Workbook.Sheets!.Elements<S.Sheet>().ToDictionary(sheet => sheet.Name!.Value!, sheet => ((WorksheetPart)workbook.GetPartById(sheet.Id!)).Worksheet);
        foreach (var (name, sheet) in sheets)
        {
            var broad = name == "表四";
            var setup = sheet.GetFirstChild<S.PageSetup>()!;
            setup.Orientation!.Value.ShouldBe(broad ? S.OrientationValues.Landscape : S.OrientationValues.Portrait);
            setup.FitToWidth!.Value.ShouldBe(1u);
            sheet.Descendants<S.Column>().Sum(column => column.Width!.Value).ShouldBeLessThanOrEqualTo(broad ? 125 : 81, name);
        }
    }

    [Fact]
    public void Long_numbers_do_not_squeeze_the_row_labels_away()
    {
        var report = Report(2019);
        report = report with { Requests = report.Requests!.With(cells => cells[0] = Cell.Of(1234567890)) };

        using var word = WordprocessingDocument.Open(new MemoryStream(ReportWriter.Write(report, ReportFormat.Docx).Value), false);

        var widths = word.MainDocumentPart!.Document.Body!.Elements<W.Table>().ElementAt(1).GetFirstChild<W.TableGrid>()!.Elements<W.GridColumn>().Select(column => int.Parse(column.Width!.Value!)).ToArray();
        widths[2].ShouldBeGreaterThan(widths.Sum() / 5);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+7")]
    [InlineData("-cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1)")]
    public void Text_in_Excel_never_becomes_a_formula(string text)
    {
        var report = Report(2024);
        report = report with
        {
            Title = text,
            Requests = report.Requests!.With(cells => cells[0] = Cell.Raw(text)),
            Sections = [report.Sections[0] with { Title = text, Paragraphs = [new ReportParagraph(text, default)] }],
        };

        using var excel = SpreadsheetDocument.Open(new MemoryStream(ReportWriter.Write(report, ReportFormat.Xlsx).Value), false);

        var cells = excel.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<S.Cell>()).ToArray();
        cells.ShouldAllBe(cell => cell.CellFormula == null);
        var written = cells.Where(cell => cell.InnerText == text).ToArray();
        written.Length.ShouldBe(4);
        written.ShouldAllBe(cell => cell.DataType! == S.CellValues.InlineString);
        var formats = excel.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<S.CellFormat>().ToArray();
        written.ShouldAllBe(cell => formats[cell.StyleIndex!].QuotePrefix!);
    }

    [Fact]
    public void Numbers_in_Excel_are_numbers_shown_with_their_own_decimals()
    {
        var report = Report(2024);
        var fees = report.Disclosure!.Form.Row("fees")!;
        report = report with { Disclosure = report.Disclosure.With(cells => cells[fees.Offset] = Cell.Of(12.5000m)) };

        using var excel = SpreadsheetDocument.Open(new MemoryStream(ReportWriter.Write(report, ReportFormat.Xlsx).Value), false);

        var cell = excel.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<S.Cell>()).Single(candidate => candidate.InnerText == "12.5000");
        var styles = excel.WorkbookPart.WorkbookStylesPart!.Stylesheet;
        var format = styles.CellFormats!.Elements<S.CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
        styles.NumberingFormats!.Elements<S.NumberingFormat>().Single(candidate => candidate.NumberFormatId! == format.NumberFormatId!).FormatCode!.Value.ShouldBe("0.0000");
        cell.DataType.ShouldBeNull();
    }

    [Fact]
    public void Characters_that_XML_cannot_hold_are_left_out()
    {
        var report = Report(2024) with { Preamble = "甲\u0001乙\uD800丙\uFFFE丁\U00020000" };

        using var word = WordprocessingDocument.Open(new MemoryStream(ReportWriter.Write(report, ReportFormat.Docx).Value), false);

        word.MainDocumentPart!.Document.Body!.InnerText.ShouldContain("甲乙丙丁\U00020000");
    }

    private static AnnualReport Report(int year) => ReportGenerator.Create(5, new ReportShape { Year = year, Size = ReportSize.Medium });

    private static byte[] Write(int year, ReportFormat format) => ReportWriter.Write(Report(year), format).Value;

    private static string[] Problems(OpenXmlPackage package) =>
        [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}")];
}
