using System.Text;
using Gongkai.Scanning.Tests.Files;
using Gongkai.Testing.Builders;
using static Gongkai.Scanning.Tests.Files.WordFile;

namespace Gongkai.Scanning.Tests.Planting;

/// <summary>把秘密埋进文字、Word、Excel、PDF 与 OFD 的各个角落。</summary>
internal sealed class Planter(SecretGarden garden)
{
    private const int TextFiles = 8;

    private readonly List<(string How, PlantedSecret Secret)> _secrets = [];

    public IEnumerable<PlantedFile> Files()
    {
        for (var file = 0; file < TextFiles; file++) yield return Take($"文字{file}.txt", Encoding.UTF8.GetBytes(Text()));
        for (var file = 0; file < 6; file++) yield return Take($"文档{file}.docx", Word());
        for (var file = 0; file < 6; file++) yield return Take($"表格{file}.xlsx", Excel());
        for (var file = 0; file < 5; file++) yield return Take($"版式{file}.pdf", Pdf());
        for (var file = 0; file < 6; file++) yield return Take($"版式{file}.ofd", Ofd());
    }

    private PlantedFile Take(string name, byte[] content)
    {
        var planted = new PlantedFile(name, content, [.. _secrets]);
        _secrets.Clear();
        return planted;
    }

    /// <summary>种一个号码，返回原文。</summary>
    private string Number(string how) => Plant(how, garden.Number());

    private string Id(string how) => Plant(how, garden.ResidentId());

    private string Plant(string how, PlantedSecret secret)
    {
        _secrets.Add((how, secret));
        return secret.Value;
    }

    private string Text() => string.Join("\n\n", new[]
    {
        $"申请人的号码是{Number("文字")}，请核。", $"全角写的{Wide(Number("全角"))}。", $"折成两行的{Broken(Id("折行"), "\n")}。", $"空格隔开的{Broken(Id("空格"), " ")}。",
        $"夹着零宽字的{Broken(Id("零宽"), "\u200B")}。", $"| 姓名 | 号码 |\n| 甲 | {Number("竖线表")} |", Plant("密级", garden.SecretMark()), $"卡号：{Grouped(Plant("四位一组", garden.BankCard()))}",
        $"小写的{Id("小写").ToLowerInvariant()}，", $"括在（{Number("括号")}）里", $"错号{garden.WrongResidentId()}和{garden.WrongBankCard()}不算", $"{Plant("密级在句末", garden.SecretMark())}\n", $"跨{Broken(Id("全角加折行").Aggregate("", (all, one) => all + Wide(one.ToString())), "\n")}行",
    }.OrderBy(_ => garden.Random.Next()));

    private byte[] Word()
    {
        var (first, second) = Halves(Id("分在两段文字里"));
        var (left, right) = Halves(Id("分在两格里"));
        var inner = new WordFile(P($"底稿{Number("嵌入的文件")}")).ToBytes();
        var photograph = TinyImages.Jpeg((0xE1, TinyImages.Exif(TinyImages.Tiff([(0x010E, $"号码{Id("照片的说明")}")]))));
        return new WordFile(
                P($"正文{Number("正文")}。") + P(R(first) + R(second)) + Table(["甲", left, right], ["乙", Number("单元格"), ""])
                + P(R("看得见。") + R($"号码{Number("隐藏文字")}", "<w:vanish/>") + R("。") + R($"号码{Number("白字")}", "<w:color w:val=\"FFFFFF\"/>") + R("。") + R($"号码{Number("一磅的字")}", "<w:sz w:val=\"2\"/>"))
                + P(R("改过。") + $"<w:del w:author=\"甲\"><w:r><w:delText>删去{Number("删去的修订")}</w:delText></w:r></w:del><w:ins w:author=\"甲\"><w:r><w:t>插入{Number("插入的修订")}</w:t></w:r></w:ins>")
                + P(Plant("密级标志", garden.SecretMark())) + P($"全角{Wide(Number("全角"))}。") + P($"错号{garden.WrongResidentId()}。"))
            .Word("comments", $"<w:comment w:author=\"甲\">{P($"核{Number("批注")}")}</w:comment>").Word("footnotes", $"<w:footnote>{P($"注{Number("脚注")}")}</w:footnote>")
            .Part("word/header1.xml", $"<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{P($"眉{Number("页眉")}")}</w:hdr>")
            .Part("docProps/core.xml", $"<p><description>备注{Number("备注属性")}</description></p>").Part("docProps/custom.xml", $"<p><property name=\"经办\"><s>{Number("自定义属性")}</s></property></p>")
            .Part("word/embeddings/底稿.docx", inner).Link("package", "embeddings/底稿.docx").Part("word/media/image1.jpeg", photograph)
            .Part("word/charts/chart1.xml", $"<c><v>{Number("图表")}</v></c>").Part("customXml/item1.xml", $"<x>{Number("自定义数据")}</x>").ToBytes();
    }

    private byte[] Excel()
    {
        var (left, right) = Halves(Id("分在两格里"));
        return new WorkbookFile().WithStyles()
            .Sheet("公开", WorkbookFile.Row(1, "", "甲", Number("单元格")) + WorkbookFile.Row(2, "", "乙", left, right) + WorkbookFile.Row(3, "hidden=\"1\"", "丙", Number("隐藏的行"))
                + $"<row r=\"4\">{WorkbookFile.Cell("A4", $"号{Number("白字")}", 1)}</row><row r=\"5\">{WorkbookFile.Cell("A5", $"号{Number("显示为空")}", 4)}</row><row r=\"6\">{WorkbookFile.Cell("F6", $"号{Number("隐藏的列")}")}</row>"
                + WorkbookFile.Row(7, "", "丁", Wide(Number("全角"))) + WorkbookFile.Row(8, "", Plant("密级", garden.SecretMark())) + WorkbookFile.Row(9, "", garden.WrongResidentId())
                + $"<row r=\"10\"><c r=\"A10\" t=\"s\"><v>0</v></c></row>",
                before: "<cols><col min=\"6\" max=\"6\" hidden=\"1\"/></cols>", after: $"<headerFooter><oddFooter>脚{Number("页脚")}</oddFooter></headerFooter>")
            .Sheet("底稿", WorkbookFile.Row(1, "", "戊", Number("隐藏的表")), state: garden.Pick(["hidden", "veryHidden"]))
            .Part("xl/sharedStrings.xml", $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><r><t>号{Halved(Id("富文本的两段"))}</t></r></si></sst>", "sharedStrings")
            .Part("xl/comments1.xml", $"<comments><authors><author>甲</author></authors><commentList><comment ref=\"B2\" authorId=\"0\"><text><r><t>核{Number("批注")}</t></r></text></comment></commentList></comments>")
            .Part("xl/threadedComments/threadedComment1.xml", $"<T><threadedComment ref=\"B3\"><text>问{Number("会话批注")}</text></threadedComment></T>")
            .Part("xl/pivotCache/pivotCacheRecords1.xml", $"<p><r><s v=\"{Number("透视表缓存")}\"/></r></p>").Part("xl/drawings/drawing1.xml", $"<d xmlns:a=\"a\"><a:p><a:r><a:t>框{Halved(Id("文本框"), "</a:t></a:r><a:r><a:t>")}</a:t></a:r></a:p></d>")
            .Part("docProps/core.xml", $"<p><keywords>{Number("关键词")}</keywords></p>").ToBytes();
    }

    private byte[] Pdf()
    {
        var pdf = new RawPdf();
        var layer = pdf.Add("<< /Type /OCG /Name (a) >>");
        var attached = pdf.Stream("/Type /EmbeddedFile", $"no {Number("附件")}");
        var file = pdf.Add($"<< /Type /Filespec /F (a.txt) /EF << /F {attached} 0 R >> >>");
        var xmp = pdf.Stream("/Type /Metadata /Subtype /XML", $"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><r:Description xmlns:dc=\"http://purl.org/dc/elements/1.1/\" dc:source=\"{Number("XMP")}\"/></r:RDF></x:xmpmeta>");
        pdf.Trailer = $"/Info {pdf.Add($"<< /Subject (no {Number("文件信息")}) >>")} 0 R";
        pdf.Catalog = $"/Metadata {xmp} 0 R /OCProperties << /OCGs [{layer} 0 R] /D << /OFF [{layer} 0 R] >> >> /Names << /EmbeddedFiles << /Names [(a) {file} 0 R] >> >>";
        var (first, second) = Halves(Id("折成两行"));
        pdf.Page(
            RawPdf.Text(72, 740, $"seen {Number("正文")} here") + RawPdf.Text(72, 700, $"under {Number("黑块下")}") + "0 g 70 695 300 18 re f " + RawPdf.Text(72, 660, $"white {Number("白字")}", "1 g")
            + RawPdf.Text(72, 620, $"none {Number("不可见")}", "3 Tr") + RawPdf.Text(72, 580, $"split {first}") + RawPdf.Text(72, 566, second) + "/OC /L1 BDC " + RawPdf.Text(72, 520, $"layer {Number("隐藏图层")}") + "EMC "
            + RawPdf.Text(800, 500, $"off {Number("页面之外")}") + RawPdf.Text(72, 480, $"tiny {Number("一磅的字")}", "/F1 1 Tf") + RawPdf.Text(72, 440, $"wrong {garden.WrongResidentId()}"),
            $"/Properties << /L1 {layer} 0 R >>", $"/Annots [<< /Type /Annot /Subtype /Text /Rect [9 9 29 29] /T (a) /Contents (see {Number("注释")}) >>]");
        // 最后一页先埋一个号码，再增量保存盖过去。
        pdf.Page(RawPdf.Text(72, 700, $"before {Number("旧版本")}"));
        var original = pdf.ToBytes();
        return RawPdf.Updated(original, pdf.LastStream, RawPdf.Text(72, 700, "after"), pdf.Count);
    }

    private byte[] Ofd()
    {
        var (first, second) = Halves(Id("折成两行"));
        var names = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
        return new OfdSample
            {
                DocumentTail = "<ofd:Annotations>A/Annotations.xml</ofd:Annotations><ofd:Attachments>T/Attachments.xml</ofd:Attachments>",
                OfdTail = $"<ofd:DocInfo><ofd:Abstract>{Number("摘要")}</ofd:Abstract><ofd:CustomDatas><ofd:CustomData Name=\"甲\">{Number("自定义")}</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo>",
            }
            .Text(20, 30, $"正文{Number("正文")}").Text(20, 50, $"藏{Number("不显示")}", "Visible=\"false\"").Text(20, 70, $"透{Number("全透明")}", "Alpha=\"0\"").Text(20, 90, $"盖{Number("黑块下")}")
            .Raw("<ofd:PathObject ID=\"5\" Boundary=\"15 88 150 10\" Fill=\"true\"><ofd:FillColor Value=\"0 0 0\"/><ofd:AbbreviatedData>M 0 0 L 150 0 L 150 10 L 0 10 C</ofd:AbbreviatedData></ofd:PathObject>")
            .Text(20, 110, $"折{first}").Text(20, 116, second).Text(20, 140, $"错{garden.WrongResidentId()}").EndPage().Text(20, 30, Plant("密级", garden.SecretMark())).Text(20, 50, $"全角{Wide(Number("全角"))}").EndPage()
            .Part("Doc_0/A/Annotations.xml", $"<ofd:Annotations {names}><ofd:Page PageID=\"10\"><ofd:FileLoc>a.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>")
            .Part("Doc_0/A/a.xml", $"<ofd:PageAnnot {names}><ofd:Annot Type=\"Highlight\" Creator=\"甲\"><ofd:Remark>核{Number("批注")}</ofd:Remark></ofd:Annot></ofd:PageAnnot>")
            .Part("Doc_0/T/Attachments.xml", $"<ofd:Attachments {names}><ofd:Attachment ID=\"1\" Name=\"底稿\"><ofd:FileLoc>a.txt</ofd:FileLoc></ofd:Attachment></ofd:Attachments>")
            .Part("Doc_0/T/a.txt", $"底稿{Number("附件")}").ToBytes();
    }

    private (string First, string Second) Halves(string number)
    {
        var at = garden.Random.Next(4, number.Length - 3);
        return (number[..at], number[at..]);
    }

    private string Halved(string number, string between = "</t></r><r><t>")
    {
        var (first, second) = Halves(number);
        return first + between + second;
    }

    private string Broken(string number, string with) => Halved(number, with);

    private static string Grouped(string card) => string.Join(' ', card.Chunk(4).Select(group => new string(group)));

    private static string Wide(string text) => string.Concat(text.Select(one => one is >= '!' and <= '~' ? (char)(one + 0xFEE0) : one));
}
