using System.IO.Compression;
using System.Text;
using Gongkai.Documents;
using Gongkai.Scanning.Tests.Files;
using Gongkai.Testing;
using Gongkai.Testing.Builders;
using static Gongkai.Scanning.Tests.Files.WordFile;

namespace Gongkai.Scanning.Tests.Cleaning;

/// <summary>净化副本：看不见的都没有了，看得见的一样；做不成的说明白，没有只净化一半的。</summary>
public sealed class CleanedCopyTests
{
    private const string Vanish = "<w:vanish/>";

    [Fact]
    public void A_poisoned_Word_file_comes_out_clean_and_its_visible_words_are_those_of_the_accepted_text()
    {
        var file = new WordFile(
                P("第一段" + "</w:t></w:r><w:del w:author=\"张小明\"><w:r><w:delText>删去的</w:delText></w:r></w:del><w:ins w:author=\"张小明\"><w:r><w:t>加上的</w:t></w:r></w:ins><w:r><w:t>")
                + P(R("看得见") + R("藏起来的", Vanish) + "<w:commentRangeStart w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>")
                + $"<w:p><w:pPr><w:rPr><w:del w:author=\"张小明\"/></w:rPr></w:pPr>{R("并到")}</w:p>" + P("下一段")
                + Table(["甲", "乙"]) + P(R("全是藏的", Vanish)) + P("末段"))
            .Word("comments", $"<w:comment w:author=\"李文\">{P("先别发")}</w:comment>").Link("comments", "comments.xml")
            .Part("word/embeddings/底稿.docx", new WordFile(P("手机13812345678")).ToBytes()).Link("package", "embeddings/底稿.docx")
            .Part("word/vbaProject.bin", "宏").Link("vbaProject", "vbaProject.bin")
            .Link("attachedTemplate", "file:///D:/模板.dotx", external: true)
            .Part("docProps/core.xml", "<p><creator>张小明</creator></p>").Part("名单.txt", "11010519491231002X")
            .ToBytes();

        var copy = Clean(file, "试.docx");

        Lines(copy, "副本.docx").ShouldBe("第一段加上的|看得见|并到下一段|甲|乙|末段");
        copy.Findings.ShouldBeEmpty();
        copy.Removed.ShouldContain("宏 1 处");
        Everything(copy).ShouldSatisfyAllConditions(
            all => all.ShouldNotContain("张小明"), all => all.ShouldNotContain("藏"), all => all.ShouldNotContain("删去"), all => all.ShouldNotContain("先别发"), all => all.ShouldNotContain("11010519491231002X"));
    }

    [Fact]
    public void A_poisoned_workbook_comes_out_clean_and_its_visible_cells_stay()
    {
        var file = new WorkbookFile().WithStyles()
            .Sheet("公开表", WorkbookFile.Row(1, "", "事项", "数量", "底数") + WorkbookFile.Row(2, "hidden=\"1\"", "张小明", "11010519491231002X", "x")
                + $"<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\"><f>底稿!A1</f><v>42</v></c>{WorkbookFile.Cell("C3", "列里藏的")}{WorkbookFile.Cell("D3", "白的", 1)}</row>",
                before: "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>")
            .Sheet("底稿", WorkbookFile.Row(1, "", "张小明", "13812345678"), state: "veryHidden")
            .Workbook("<definedNames><definedName name=\"底数\">[1]底稿!$A$1</definedName><definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">公开表!$A$1:$B$3</definedName></definedNames>")
            .Part("xl/sharedStrings.xml", "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>没有用到的张小明</t></si><si><t>合计</t></si></sst>", "sharedStrings", "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml")
            .Part("xl/comments1.xml", "<comments><authors><author>张小明</author></authors><commentList><comment ref=\"A1\" authorId=\"0\"><text><t>别发</t></text></comment></commentList></comments>")
            .Part("xl/pivotCache/pivotCacheRecords1.xml", "<pivotCacheRecords><r><s v=\"张小明\"/></r></pivotCacheRecords>").ToBytes();

        var copy = Clean(file, "试.xlsx");

        Cells(copy).ShouldBe("事项|数量|合计|42");
        copy.Findings.ShouldBeEmpty();
        Everything(copy).ShouldSatisfyAllConditions(all => all.ShouldNotContain("张小明"), all => all.ShouldNotContain("13812345678"), all => all.ShouldNotContain("藏"), all => all.ShouldContain("公开表!$A$1:$B$3"));
    }

    [ToolFact("qpdf", "pdftotext", "pdftoppm")]
    public void Covered_text_is_really_gone_from_a_PDF_and_the_visible_part_can_still_be_searched()
    {
        var pdf = new RawPdf();
        var layer = pdf.Add("<< /Type /OCG /Name (draft) >>");
        var attached = pdf.Stream("/Type /EmbeddedFile", "attached 4321");
        var file = pdf.Add($"<< /Type /Filespec /F (a.txt) /EF << /F {attached} 0 R >> >>");
        pdf.Trailer = $"/Info {pdf.Add("<< /Author (Somebody) >>")} 0 R";
        pdf.Catalog = $"/OCProperties << /OCGs [{layer} 0 R] /D << /OFF [{layer} 0 R] >> >> /Names << /EmbeddedFiles << /Names [(a) {file} 0 R] >> >> /OpenAction << /S /JavaScript /JS (app.alert) >>";
        pdf.Page(RawPdf.Text(72, 700, "The plain first page"), page: "/Annots [<< /Type /Annot /Subtype /Text /Rect [9 9 29 29] /T (Li) /Contents (a remark) >> << /Type /Annot /Subtype /Link /Rect [72 690 200 712] /A << /S /URI /URI (https://www.gov.cn/) >> >>]");
        pdf.Page(RawPdf.Text(72, 700, "Visible words here") + RawPdf.Text(72, 600, "Buried words") + "0 g 70 595 200 18 re f " + RawPdf.Text(72, 500, "Whitened", "1 g") + "/OC /L1 BDC " + RawPdf.Text(72, 400, "Layered") + "EMC", $"/Properties << /L1 {layer} 0 R >>");
        var original = pdf.ToBytes();

        var copy = Clean(original, "试.pdf");

        Lines(copy, "副本.pdf").ShouldBe("The plain first page|Visible words here");
        copy.Findings.ShouldBeEmpty();
        Unpacked(copy).ShouldSatisfyAllConditions(
            all => all.ShouldNotContain("Buried"), all => all.ShouldNotContain("Whitened"), all => all.ShouldNotContain("Layered"), all => all.ShouldNotContain("a remark"),
            all => all.ShouldNotContain("attached"), all => all.ShouldNotContain("alert"), all => all.ShouldNotContain("Somebody"), all => all.ShouldContain("https://www.gov.cn/"));
        RenderedPages.ShouldLookAlike(Clean(new RawPdf().Page(RawPdf.Text(72, 700, "The plain first page")).ToBytes(), "一.pdf").Content.ToArray(), new RawPdf().Page(RawPdf.Text(72, 700, "The plain first page")).ToBytes(), ".pdf");
    }

    [ToolFact("qpdf", "pdftotext", "pdftoppm")]
    public void An_old_version_is_gone_and_a_form_and_a_seal_stay_in_sight()
    {
        var pdf = new RawPdf();
        var look = pdf.Stream("/Type /XObject /Subtype /Form /BBox [0 0 100 40]", "1 0 0 rg 0 0 100 40 re f");
        var first = pdf.Page(RawPdf.Text(72, 700, "The visible words") + RawPdf.Text(72, 600, "An older phrase"), page: $"/Annots [<< /Type /Annot /Subtype /Stamp /Rect [300 300 400 340] /AP << /N {look} 0 R >> >> << /Type /Annot /Subtype /Link /Rect [72 690 200 712] /A << /S /URI /URI (https://www.gov.cn/) >> >>]").ToBytes();
        var updated = RawPdf.Updated(first, 5, RawPdf.Text(72, 700, "The visible words"), 6);

        var copy = Clean(updated, "改过.pdf");

        Lines(copy, "副本.pdf").ShouldBe("The visible words");
        Unpacked(copy).ShouldSatisfyAllConditions(all => all.ShouldNotContain("An older phrase"), all => all.ShouldContain("https://www.gov.cn/"));
        RenderedPages.ShouldLookAlike(updated, copy.Content.ToArray(), ".pdf");
    }

    [SharedFact]
    public void The_real_report_loses_its_author_and_looks_the_same()
    {
        var file = File.ReadAllBytes(Directory.GetFiles(Path.Combine(Repository.Shared!, "corpus", "pdf"), "*.pdf").Single());

        var copy = Clean(file, "年报.pdf");

        copy.Findings.ShouldNotContain(finding => CleanedCopy.Removes(finding.Kind));
        RenderedPages.ShouldLookAlike(file, copy.Content.ToArray(), ".pdf");
    }

    [ToolFact("soffice", "pdftoppm")]
    public void A_document_and_a_workbook_without_hidden_matter_look_the_same_in_LibreOffice()
    {
        foreach (var name in new[] { "07", "06" })
        {
            var path = Directory.GetFiles(Repository.PathOf("samples"), name + "*").Single();
            var copy = Clean(File.ReadAllBytes(path), path);
            RenderedPages.ShouldLookAlike(File.ReadAllBytes(path), copy.Content.ToArray(), Path.GetExtension(path));
        }
    }

    [Fact]
    public void A_picture_loses_its_tags_and_not_a_pixel()
    {
        byte[] pixels = [.. Enumerable.Range(0, 64).Select(index => (byte)(index * 4))];
        var png = TinyImages.Png(pixels, 8, ("tEXt", Encoding.UTF8.GetBytes("Author\0张小明")), ("eXIf", TinyImages.Tiff([(0x010F, "HUAWEI")], location: true)));

        Gongkai.Documents.Cleaning.DocumentCleaner.Clean((byte[])[.. png, .. "接在后面"u8], ReadLimits.Default, CancellationToken.None).Value.Content.ToArray().ShouldBe(TinyImages.Png(pixels, 8));
        Gongkai.Documents.Cleaning.DocumentCleaner.Clean(TinyImages.Jpeg((0xE1, TinyImages.Exif(TinyImages.Tiff([(0x013B, "张小明")]))), (0xFE, "备注"u8.ToArray())), ReadLimits.Default, CancellationToken.None).Value.Content.ToArray().ShouldBe(TinyImages.Jpeg());
    }

    [Fact]
    public void An_OFD_loses_what_is_hidden_and_a_signed_one_is_left_alone()
    {
        OfdSample Sample(string tail = "") => new OfdSample { OfdTail = "<ofd:DocInfo><ofd:Author>张小明</ofd:Author></ofd:DocInfo>" + tail }
            .Text(30, 40, "看得见的一行").Text(30, 60, "藏起来的底稿", "Visible=\"false\"").Part("Doc_0/Attachs/a.txt", "11010519491231002X");

        var copy = Clean(Sample().ToBytes(), "试.ofd");

        Lines(copy, "副本.ofd").ShouldBe("看得见的一行");
        Everything(copy).ShouldSatisfyAllConditions(all => all.ShouldNotContain("张小明"), all => all.ShouldNotContain("藏"), all => all.ShouldNotContain("11010519491231002X"));
        Refusal(Sample("<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>").ToBytes(), "签.ofd").ShouldContain("签章");
    }

    [Fact]
    public void What_cannot_be_cleaned_says_so()
    {
        Refusal(ScannedFiles.Zip(("a.txt", "甲")), "包.zip").ShouldContain("解压以后");
        Refusal([.. "II*\0"u8, .. new byte[40]], "图.tif").ShouldContain("TIFF");
        Refusal(new WordFile("<w:altChunk/>" + P("正文")).ToBytes(), "并.docx").ShouldContain("并入");
        Refusal(new WorkbookFile().Sheet("底稿", "", state: "hidden").ToBytes(), "藏.xlsx").ShouldContain("全是隐藏的");
    }

    private static CleanedCopy Clean(byte[] content, string name)
    {
        var made = CleanedCopy.Of(content, name, ReadLimits.Default, ScanOptions.Default, CancellationToken.None);
        return made.Succeeded ? made.Value : throw new InvalidOperationException(made.Refusal!.Reason);
    }

    private static string Refusal(byte[] content, string name) =>
        CleanedCopy.Of(content, name, ReadLimits.Default, ScanOptions.Default, CancellationToken.None).Refusal!.Reason;

    private static string Lines(CleanedCopy copy, string name) => string.Join('|', DocumentReader.Read(copy.Content, name, ReadLimits.Default, CancellationToken.None).Value.Blocks.SelectMany(block => block switch
    {
        TextLine line => [line.Text],
        TableBlock table => table.Cells.Select(cell => cell.Text).Where(text => text.Length > 0),
        PlacedPage page => page.Words.Count == 0 ? [] : [string.Join(' ', page.Words.Select(word => word.Text))],
        _ => Array.Empty<string>(),
    }));

    private static string Cells(CleanedCopy copy) => Lines(copy, "副本.xlsx");

    /// <summary>压缩包里各部件的名字与内容，全当作文字。</summary>
    private static string Everything(CleanedCopy copy)
    {
        using var archive = new ZipArchive(new MemoryStream(copy.Content.ToArray()));
        return string.Concat(archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return entry.FullName + reader.ReadToEnd();
        }));
    }

    /// <summary>PDF 的对象与展开的流，全当作文字。</summary>
    private static string Unpacked(CleanedCopy copy)
    {
        using var folder = new TemporaryFolder();
        var (packed, unpacked) = (Path.Combine(folder.Path, "a.pdf"), Path.Combine(folder.Path, "b.pdf"));
        File.WriteAllBytes(packed, copy.Content.Span);
        using var process = System.Diagnostics.Process.Start("qpdf", ["--qdf", "--object-streams=disable", packed, unpacked]);
        process.WaitForExit();
        return Encoding.Latin1.GetString(File.ReadAllBytes(unpacked));
    }
}
