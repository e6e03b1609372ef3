using static Gongkai.Scanning.Tests.Files.WordFile;

namespace Gongkai.Scanning.Tests.Files;

/// <summary>Word 文件里看不见、却会随文件公开的东西。</summary>
public sealed class WordTraceTests
{
    [Theory]
    [InlineData("<w:vanish/>")]
    [InlineData("<w:specVanish/>")]
    [InlineData("<w:webHidden/>")]
    [InlineData("<w:color w:val=\"FFFFFF\"/>")]
    [InlineData("<w:color w:val=\"fefefe\"/>")]
    [InlineData("<w:sz w:val=\"2\"/>")]
    [InlineData("<w:rStyle w:val=\"unseen\"/>")]
    public void Text_that_cannot_be_seen_is_an_error_wherever_it_stands(string properties)
    {
        var finding = new WordFile(P("看得见的一段") + P(R("看得见，") + R("看不见的话", properties))).Word("styles", UnseenStyle).Scan().ShouldHaveSingleItem();

        finding.Kind.ShouldBe(ScanKind.HiddenText);
        finding.Severity.ShouldBe(ScanSeverity.Error);
        finding.Where.ShouldBe("第2段");
        finding.Excerpt.ShouldBe("看不见的话");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<w:vanish w:val=\"0\"/>")]
    [InlineData("<w:color w:val=\"000000\"/>")]
    [InlineData("<w:color w:val=\"auto\"/>")]
    [InlineData("<w:sz w:val=\"3\"/>")]
    [InlineData("<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"C00000\"/>")]
    [InlineData("<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"red\"/>")]
    [InlineData("<w:rStyle w:val=\"unseen\"/><w:vanish w:val=\"false\"/>")]
    public void Text_that_can_be_seen_is_not(string properties) =>
        new WordFile(P(R("标题", properties))).Word("styles", UnseenStyle).Scan().ShouldBeEmpty();

    [Fact]
    public void White_letters_in_a_coloured_cell_are_seen_and_beside_it_are_not()
    {
        var cell = $"<w:tcPr><w:shd w:val=\"clear\" w:fill=\"1F3864\"/></w:tcPr>{P(R("表头", White))}";

        new WordFile(Table([cell, P(R("藏着", White))])).Scan().ShouldHaveSingleItem().Where.ShouldBe("表1第1行第2列");
    }

    [Fact]
    public void A_sentence_hidden_in_many_runs_is_one_finding() =>
        new WordFile(P(R("三月", Vanish) + R("的信访件", Vanish) + R("公开", "") + R("另一句", Vanish))).Scan().Count.ShouldBe(1);

    [Fact]
    public void What_stands_in_hidden_and_deleted_text_and_comments_and_footers_is_scanned_too()
    {
        var file = new WordFile(P(R("正文。") + R("手机13812345671", Vanish) + "<w:del w:author=\"张小明\"><w:r><w:delText>手机13812345672</w:delText></w:r></w:del>"))
            .Word("comments", $"<w:comment w:author=\"李文\">{P("手机13812345673")}</w:comment>")
            .Part("word/footer1.xml", $"<w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{P("手机13812345674")}</w:ftr>");

        file.Scan().Where(finding => finding.Kind == ScanKind.Mobile).Select(finding => $"{finding.Excerpt} {finding.Where}").Order(StringComparer.Ordinal)
            .ShouldBe(["138****5671 第1段（隐藏的）", "138****5672 第1段（删去的）", "138****5673 批注1", "138****5674 页脚第1段"]);
    }

    [Theory]
    [InlineData("<w:ins w:author=\"张小明\"><w:r><w:t>新加的</w:t></w:r></w:ins>", "张**插入：新加的", ScanSeverity.Error)]
    [InlineData("<w:del w:author=\"张小明\"><w:r><w:delText>删去的</w:delText></w:r></w:del>", "张**删除：删去的", ScanSeverity.Error)]
    [InlineData("<w:moveFrom w:author=\"admin\"><w:r><w:t>移走的</w:t></w:r></w:moveFrom>", "****移动：移走的", ScanSeverity.Error)]
    [InlineData("<w:r><w:rPr><w:b/><w:rPrChange w:author=\"张小明\"><w:rPr/></w:rPrChange></w:rPr><w:t>加粗</w:t></w:r>", "张**改格式：", ScanSeverity.Notice)]
    public void A_change_nobody_accepted_is_found_with_its_author_masked(string change, string excerpt, ScanSeverity severity)
    {
        var finding = new WordFile(P(R("前面。") + change)).Scan().ShouldHaveSingleItem();

        finding.Kind.ShouldBe(ScanKind.TrackedChange);
        finding.Excerpt.ShouldBe(excerpt);
        finding.Severity.ShouldBe(severity);
        finding.Where.ShouldBe("第1段");
    }

    [Fact]
    public void A_deleted_table_row_is_a_change() =>
        new WordFile("<w:tbl><w:tr><w:trPr><w:del w:author=\"张小明\"/></w:trPr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>" + P("正文"))
            .Scan().ShouldHaveSingleItem().Excerpt.ShouldBe("张**删除：整行");

    [Fact]
    public void A_comment_is_an_error_and_its_digits_are_masked()
    {
        var finding = new WordFile(P("正文")).Word("comments", $"<w:comment w:author=\"王小花\">{P("3件是估的，发之前核一下")}</w:comment>").Scan().ShouldHaveSingleItem();

        finding.ShouldBe(new ScanFinding(ScanKind.Comment, ScanSeverity.Error, "批注1", "王**：*件是估的，……（共12字）", finding.Message));
    }

    [Theory]
    [InlineData("core", "creator", "张小明", "作者：张**", ScanSeverity.Warning)]
    [InlineData("core", "lastModifiedBy", "欧阳小明", "最后保存者：欧***", ScanSeverity.Warning)]
    [InlineData("core", "creator", "lenovo-pc", "作者：lenovo……（共9字）", ScanSeverity.Notice)]
    [InlineData("app", "Company", "某某软件", "单位：某某软件", ScanSeverity.Notice)]
    [InlineData("app", "Template", "D:\\\\公文\\\\模板.dotx", "模板：D:\\\\公文……（共15字）", ScanSeverity.Warning)]
    public void Properties_that_tell_of_people_and_machines_are_found(string part, string name, string value, string excerpt, ScanSeverity severity)
    {
        var finding = new WordFile(P("正文")).Part($"docProps/{part}.xml", $"<p><{name}>{value}</{name}></p>").Scan().ShouldHaveSingleItem();

        (finding.Kind, finding.Excerpt, finding.Severity).ShouldBe((ScanKind.Metadata, excerpt, severity));
    }

    [Theory]
    [InlineData("core", "creator", "澄浦市文化和旅游局")]
    [InlineData("core", "title", "年度报告")]
    [InlineData("app", "Application", "WPS Office")]
    [InlineData("app", "Template", "Normal.dotm")]
    [InlineData("core", "lastModifiedBy", "Administrator")]
    public void Properties_that_tell_nothing_are_not(string part, string name, string value) =>
        new WordFile(P("正文")).Part($"docProps/{part}.xml", $"<p><{name}>{value}</{name}></p>").Scan().ShouldBeEmpty();

    [Fact]
    public void Properties_somebody_added_are_found_and_those_of_WPS_are_not()
    {
        var xml = "<p><property name=\"KSOProductBuildVer\"><s>2052-12.1</s></property><property name=\"经办人\"><s>张小明</s></property></p>";

        new WordFile(P("正文")).Part("docProps/custom.xml", xml).Scan().ShouldHaveSingleItem().Excerpt.ShouldBe("自定义属性“经办人”：张**");
    }

    [Theory]
    [InlineData("hyperlink", "file:///D:/内部/底稿.docx", true)]
    [InlineData("hyperlink", "http://10.1.2.3/oa", true)]
    [InlineData("hyperlink", "http://oa/index", true)]
    [InlineData("hyperlink", "https://www.gov.cn/", false)]
    [InlineData("hyperlink", "mailto:a@b.cn", false)]
    [InlineData("image", "https://www.example.com/logo.png", true)]
    [InlineData("attachedTemplate", "file:///D:/模板.dotx", true)]
    public void Links_inside_the_office_and_things_fetched_on_opening_are_found(string kind, string target, bool found) =>
        new WordFile(P("正文")).Link(kind, target, external: true).Scan().Any(finding => finding.Kind == ScanKind.ExternalLink).ShouldBe(found);

    [Fact]
    public void An_embedded_file_is_found_and_looked_into()
    {
        var inner = new WordFile(P("手机13812345678")).ToBytes();

        var findings = new WordFile(P("正文")).Part("word/embeddings/底稿.docx", inner).Link("package", "embeddings/底稿.docx").Scan();

        findings.ShouldContain(finding => finding.Kind == ScanKind.EmbeddedObject && finding.Severity == ScanSeverity.Warning && finding.Where == "word/embeddings/底稿.docx");
        findings.ShouldContain(finding => finding.Kind == ScanKind.Mobile && finding.Where == "底稿.docx：第1行");
    }

    [Fact]
    public void A_file_nested_in_itself_many_times_is_looked_into_five_layers_deep()
    {
        var file = new WordFile(P("手机13812345678")).ToBytes();
        for (var layer = 0; layer < 8; layer++) file = new WordFile(P("手机13812345678")).Part("word/embeddings/a.docx", file).Link("package", "embeddings/a.docx").ToBytes();

        FileScanner.Scan(file, "套.docx", Gongkai.Documents.ReadLimits.Default, ScanOptions.Default, CancellationToken.None).Value
            .Count(finding => finding.Kind == ScanKind.Mobile).ShouldBe(6);
    }

    [Fact]
    public void A_macro_is_an_error() =>
        new WordFile(P("正文")).Part("word/vbaProject.bin", "x").Link("vbaProject", "vbaProject.bin").Scan().ShouldHaveSingleItem().Severity.ShouldBe(ScanSeverity.Error);

    [Fact]
    public void A_thumbnail_is_a_notice() =>
        new WordFile(P("正文")).ScanAll().ShouldHaveSingleItem().Kind.ShouldBe(ScanKind.Thumbnail);

    [Fact]
    public void A_document_whose_body_is_empty_is_still_searched() =>
        new WordFile(P("")).Word("comments", $"<w:comment w:author=\"\">{P("先不要发")}</w:comment>").Scan().ShouldHaveSingleItem().Kind.ShouldBe(ScanKind.Comment);

    private const string Vanish = "<w:vanish/>";
    private const string White = "<w:color w:val=\"FFFFFF\"/>";

    private const string UnseenStyle =
        "<w:style w:styleId=\"base\"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId=\"unseen\"><w:basedOn w:val=\"base\"/></w:style>";
}
