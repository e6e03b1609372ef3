using Gongkai.Testing.Builders;

namespace Gongkai.Scanning.Tests.Files;

/// <summary>OFD 里看不见、却会随文件公开的东西。</summary>
public sealed class OfdTraceTests
{
    private const string Rectangle = "<ofd:AbbreviatedData>M 0 0 L 100 0 L 100 8 L 0 8 C</ofd:AbbreviatedData>";

    [Theory]
    [InlineData("Visible=\"false\"")]
    [InlineData("Alpha=\"0\"")]
    [InlineData("Fill=\"false\"")]
    public void Text_that_is_not_shown_is_an_error(string attributes) =>
        Scan(new OfdSample().Text(30, 40, "看得见的一行").Text(30, 60, "藏起来的底稿", attributes)).Of(ScanKind.HiddenText).ShouldBe(["Error 第1页"]);

    [Fact]
    public void Text_under_a_block_painted_later_is_covered_and_over_an_earlier_one_is_not()
    {
        var block = $"<ofd:PathObject ID=\"5\" Boundary=\"25 58 100 12\" Fill=\"true\"><ofd:FillColor Value=\"0 0 0\"/>{Rectangle}</ofd:PathObject>";

        Scan(new OfdSample().Text(30, 40, "看得见的一行").Text(30, 60, "藏起来的底稿").Raw(block)).Of(ScanKind.CoveredText).ShouldBe(["Error 第1页"]);
        Scan(new OfdSample().Text(30, 40, "看得见的一行").Raw(block).Text(30, 60, "写在黑块上面的字")).ShouldBeEmpty();
    }

    [Fact]
    public void A_frame_and_a_translucent_block_cover_nothing() =>
        Scan(new OfdSample().Text(30, 60, "框里的一行字")
            .Raw($"<ofd:PathObject ID=\"5\" Boundary=\"25 58 100 12\" Stroke=\"true\">{Rectangle}</ofd:PathObject>")
            .Raw($"<ofd:PathObject ID=\"6\" Boundary=\"25 58 100 12\" Fill=\"true\"><ofd:FillColor Value=\"255 255 0\" Alpha=\"90\"/>{Rectangle}</ofd:PathObject>")).ShouldBeEmpty();

    [Fact]
    public void White_letters_are_hidden_on_white_and_seen_on_dark()
    {
        static string White(int top) => $"<ofd:TextObject ID=\"7\" Boundary=\"30 {top} 100 10\" Font=\"3\" Size=\"4\"><ofd:FillColor Value=\"255 255 255\"/><ofd:TextCode X=\"0\" Y=\"3.5\" DeltaX=\"g 4 4\">白的字呢吗</ofd:TextCode></ofd:TextObject>";

        Scan(new OfdSample().Text(30, 40, "看得见的一行").Raw(White(60))).Of(ScanKind.HiddenText).ShouldBe(["Error 第1页"]);
        Scan(new OfdSample().Text(30, 40, "看得见的一行").Raw($"<ofd:PathObject ID=\"5\" Boundary=\"25 58 100 12\" Fill=\"true\"><ofd:FillColor Value=\"0 0 90\"/>{Rectangle}</ofd:PathObject>").Raw(White(60))).ShouldBeEmpty();
    }

    [Fact]
    public void Attachments_annotations_and_document_information_are_found()
    {
        var ofd = new OfdSample
        {
            DocumentTail = "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations><ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>",
            OfdTail = "<ofd:DocInfo><ofd:Author>张小明</ofd:Author><ofd:CustomDatas><ofd:CustomData Name=\"经办\">李文</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo>",
        };
        var names = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
        ofd.Text(30, 40, "看得见的一行")
            .Part("Doc_0/Annots/Annotations.xml", $"<ofd:Annotations {names}><ofd:Page PageID=\"10\"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>")
            .Part("Doc_0/Annots/Page_0/Annotation.xml", $"<ofd:PageAnnot {names}><ofd:Annot Type=\"Highlight\" Creator=\"王小花\"><ofd:Remark>先不要发</ofd:Remark></ofd:Annot></ofd:PageAnnot>")
            .Part("Doc_0/Attachs/Attachments.xml", $"<ofd:Attachments {names}><ofd:Attachment ID=\"1\" Name=\"底稿\"><ofd:FileLoc>a.txt</ofd:FileLoc></ofd:Attachment></ofd:Attachments>")
            .Part("Doc_0/Attachs/a.txt", "手机13812345678");

        var findings = Scan(ofd);

        findings.Single(finding => finding.Kind == ScanKind.Comment).Excerpt.ShouldBe("王**：先不要发");
        findings.Of(ScanKind.EmbeddedObject).ShouldBe(["Warning 底稿.txt"]);
        findings.Of(ScanKind.Mobile).ShouldBe(["Warning 底稿.txt：第1行"]);
        findings.Where(finding => finding.Kind == ScanKind.Metadata).Select(finding => finding.Excerpt).ShouldBe(["作者：张**", "自定义属性“经办”：李*"]);
    }

    private static IReadOnlyList<ScanFinding> Scan(OfdSample ofd) => ScannedFiles.Scan(ofd.ToBytes(), "试.ofd");
}
