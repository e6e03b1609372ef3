using static Gongkai.Scanning.Tests.Files.WorkbookFile;

namespace Gongkai.Scanning.Tests.Files;

/// <summary>Excel 文件里看不见、却会随文件公开的东西。</summary>
public sealed class ExcelTraceTests
{
    private const string Comments = "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors><author>张小明</author></authors><commentList><comment ref=\"B2\" authorId=\"0\"><text><r><t>先别公开</t></r></text></comment></commentList></comments>";

    [Theory]
    [InlineData("hidden")]
    [InlineData("veryHidden")]
    public void A_hidden_sheet_is_an_error_and_its_cells_are_searched(string state)
    {
        var findings = new WorkbookFile().Sheet("公开表", Row(1, "", "事项", "数量")).Sheet("底稿", Row(1, "", "张小明", "13812345678"), state: state).Scan();

        findings.Of(ScanKind.HiddenText).ShouldBe(["Error 工作表“底稿”"]);
        findings.Of(ScanKind.Mobile).ShouldBe(["Warning 工作表“底稿”（隐藏的）"]);
    }

    [Fact]
    public void Hidden_rows_and_columns_with_content_are_errors_and_empty_ones_are_not()
    {
        var rows = Row(1, "", "事项", "甲") + Row(2, "hidden=\"1\"", "底数", "乙") + Row(3, "hidden=\"1\"");

        new WorkbookFile().Sheet("表", rows, before: "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"5\" max=\"9\" hidden=\"1\"/></cols>").Scan()
            .Of(ScanKind.HiddenText).ShouldBe(["Error 工作表“表”第2列", "Error 工作表“表”第2行"], ignoreOrder: true);
    }

    [Fact]
    public void A_merged_cell_that_reaches_out_of_a_hidden_column_is_seen() =>
        new WorkbookFile().Sheet("表", Row(1, "", "标题"), before: "<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols>", after: "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>").Scan()
            .Of(ScanKind.HiddenText).ShouldBeEmpty();

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void White_tiny_and_blanked_cells_are_errors_and_white_on_red_is_not(int style, bool found) =>
        new WorkbookFile().WithStyles().Sheet("表", $"<row r=\"1\">{Cell("A1", "看得见")}{Cell("B1", "藏着的", style)}</row>").Scan()
            .Of(ScanKind.HiddenText).ShouldBe(found ? ["Error 工作表“表”第1行"] : []);

    [Fact]
    public void Comments_old_and_threaded_are_errors_with_their_authors_masked()
    {
        var findings = new WorkbookFile().Sheet("表", Row(1, "", "甲"))
            .Part("xl/comments1.xml", Comments)
            .Part("xl/threadedComments/threadedComment1.xml", "<ThreadedComments><threadedComment ref=\"C3\" personId=\"p1\"><text>再核一下</text></threadedComment></ThreadedComments>")
            .Part("xl/persons/person.xml", "<personList><person id=\"p1\" displayName=\"李文\"/></personList>").Scan();

        findings.Where(finding => finding.Kind == ScanKind.Comment).Select(finding => $"{finding.Where} {finding.Excerpt}")
            .ShouldBe(["批注（B2） 张**：先别公开", "批注（C3） 李*：再核一下"]);
    }

    [Theory]
    [InlineData("[1]底稿!$A$1", true)]
    [InlineData("'D:\\内部\\[底稿.xlsx]表'!$A$1", true)]
    [InlineData("SUM([2]表!A1:A9)", true)]
    [InlineData("表!$A$1:$B$2", false)]
    [InlineData("台账[2023]", false)]
    public void Names_that_point_to_other_workbooks_are_found(string formula, bool found) =>
        new WorkbookFile().Sheet("表", Row(1, "", "甲")).Workbook($"<definedNames><definedName name=\"底数\">{formula}</definedName></definedNames>").Scan()
            .Of(ScanKind.ExternalLink).ShouldBe(found ? ["Warning 名称“底数”"] : []);

    [Fact]
    public void The_cache_of_a_pivot_table_keeps_its_source_and_is_an_error()
    {
        var findings = new WorkbookFile().Sheet("表", Row(1, "", "甲"))
            .Part("xl/pivotCache/pivotCacheRecords1.xml", "<pivotCacheRecords><r><s v=\"张小明\"/><s v=\"13812345678\"/></r></pivotCacheRecords>").Scan();

        findings.Of(ScanKind.HiddenText).ShouldBe(["Error xl/pivotCache/pivotCacheRecords1.xml"]);
        findings.ShouldContain(finding => finding.Kind == ScanKind.Mobile);
    }

    [Fact]
    public void Connections_revision_logs_macro_sheets_and_the_folder_it_was_saved_in_are_found()
    {
        var findings = new WorkbookFile().Sheet("表", Row(1, "", "甲"))
            .Workbook("<mc:AlternateContent xmlns:mc=\"m\"><mc:Choice><x:absPath xmlns:x=\"y\" url=\"C:\\Users\\张小明\\桌面\\\"/></mc:Choice></mc:AlternateContent>")
            .Part("xl/connections.xml", "<connections><connection name=\"人口库\"/></connections>")
            .Part("xl/revisions/revisionLog1.xml", "<revisions/>")
            .Part("xl/macrosheets/sheet1.xml", "<xm/>", "xlMacrosheet").Scan();

        findings.ShouldContain(finding => finding.Kind == ScanKind.ExternalLink && finding.Where == "xl/connections.xml");
        findings.ShouldContain(finding => finding.Kind == ScanKind.TrackedChange && finding.Severity == ScanSeverity.Error);
        findings.ShouldContain(finding => finding.Kind == ScanKind.EmbeddedObject && finding.Severity == ScanSeverity.Error && finding.Excerpt.StartsWith("宏表", StringComparison.Ordinal));
        findings.ShouldContain(finding => finding.Kind == ScanKind.Metadata && finding.Severity == ScanSeverity.Warning && finding.Excerpt.StartsWith("存放的文件夹", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_boxes_charts_and_page_headers_are_searched() =>
        new WorkbookFile().Sheet("表", Row(1, "", "甲"), after: "<headerFooter><oddHeader>手机13812345671</oddHeader></headerFooter>")
            .Part("xl/drawings/drawing1.xml", "<d xmlns:a=\"a\"><a:p><a:r><a:t>手机138</a:t></a:r><a:r><a:t>12345672</a:t></a:r></a:p></d>")
            .Part("xl/charts/chart1.xml", "<c><v>手机13812345673</v></c>").Scan()
            .Count(finding => finding.Kind == ScanKind.Mobile).ShouldBe(3);
}
