using Gongkai.Documents;
using Gongkai.Testing;
using Gongkai.Testing.Builders;
using static Gongkai.Testing.Builders.RawPdf;

namespace Gongkai.Scanning.Tests.Files;

/// <summary>PDF 里看不见、却会随文件公开的东西；每一种都有一份看得见的对照。</summary>
public sealed class PdfTraceTests
{
    private const string Shown = "The visible line of the page";

    [ToolTheory("qpdf", "pdftotext", "pdftoppm")]
    [InlineData("0 g 70 595 300 20 re f", ScanKind.CoveredText)]
    [InlineData("0.4 g 70 595 300 20 re f", ScanKind.CoveredText)]
    [InlineData("1 g 70 595 300 20 re f", ScanKind.HiddenText)]
    public void Text_under_a_block_is_found_whatever_its_colour(string block, ScanKind kind) =>
        Scan(new RawPdf().Page(Text(72, 700, Shown) + Text(72, 600, "Secret text 4321") + block)).Of(kind).ShouldBe(["Error 第1页"]);

    [ToolFact("qpdf", "pdftotext", "pdftoppm")]
    public void A_block_beside_the_text_or_under_it_covers_nothing() =>
        Scan(new RawPdf().Page("0.8 g 70 595 300 20 re f " + Text(72, 600, "Text on grey", "0 g") + "0 g 70 500 300 20 re f " + Text(72, 504, "White on black", "1 g")))
            .ShouldBeEmpty();

    [ToolFact("qpdf", "pdftotext", "pdftoppm")]
    public void Only_the_covered_part_of_a_line_is_reported()
    {
        var finding = Scan(new RawPdf().Page(Text(72, 600, "abcdefghij0123456789klmnopqrst") + "0 g 128 595 70 20 re f"))
            .Single(finding => finding.Kind == ScanKind.CoveredText);

        finding.Excerpt.ShouldNotContain("abcdef");
    }

    [ToolFact("qpdf", "pdftotext", "pdftoppm")]
    public void Text_under_a_picture_or_under_an_annotation_is_covered()
    {
        var pdf = new RawPdf();
        var noise = new byte[64 * 16];
        new Random(7).NextBytes(noise);
        var picture = pdf.Stream("/Type /XObject /Subtype /Image /Width 64 /Height 16 /ColorSpace /DeviceGray /BitsPerComponent 8", noise);
        var look = pdf.Stream("/Type /XObject /Subtype /Form /BBox [0 0 300 20]", "0 g 0 0 300 20 re f");
        pdf.Page(Text(72, 700, Shown) + Text(72, 600, "Secret text one") + "q 300 0 0 20 70 595 cm /I1 Do Q " + Text(72, 500, "Secret text two"), $"/XObject << /I1 {picture} 0 R >>",
            $"/Annots [<< /Type /Annot /Subtype /Square /Rect [70 495 370 515] /AP << /N {look} 0 R >> >>]");

        Scan(pdf).Single(finding => finding.Kind == ScanKind.CoveredText).Excerpt.ShouldBe("Secret……（共31字）");
    }

    [ToolTheory("qpdf", "pdftotext", "pdftoppm")]
    [InlineData("1 g")]
    [InlineData("3 Tr")]
    [InlineData("/F1 1 Tf")]
    public void White_invisible_and_tiny_text_is_hidden(string state) =>
        Scan(new RawPdf().Page(Text(72, 700, Shown) + Text(72, 600, "Secret text 4321", state))).ShouldContain(finding => finding.Kind == ScanKind.HiddenText && finding.Severity == ScanSeverity.Error);

    [ToolFact("qpdf", "pdftotext", "pdftoppm")]
    public void The_recognised_text_over_a_scan_is_not_hidden()
    {
        var pdf = new RawPdf();
        // 斑纹充作扫描的字：识别层底下有明有暗。
        var stripes = Enumerable.Range(0, 64 * 64).Select(index => index % 3 == 0 ? (byte)0 : (byte)255).ToArray();
        var picture = pdf.Stream("/Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 8", stripes);

        Scan(pdf.Page("q 612 0 0 792 0 0 cm /I1 Do Q " + Text(72, 600, "Recognised words of the scan", "3 Tr"), $"/XObject << /I1 {picture} 0 R >>")).ShouldBeEmpty();
    }

    [ToolFact("qpdf", "pdftotext", "pdftoppm")]
    public void Text_in_a_layer_that_is_off_is_found_and_searched()
    {
        var pdf = new RawPdf { Trailer = "" };
        var layer = pdf.Add("<< /Type /OCG /Name (draft) >>");
        pdf.Catalog = $"/OCProperties << /OCGs [{layer} 0 R] /D << /OFF [{layer} 0 R] >> >>";
        var findings = Scan(pdf.Page(Text(72, 700, Shown) + "/OC /L1 BDC " + Text(72, 600, "Card 11010519491231002X") + "EMC", $"/Properties << /L1 {layer} 0 R >>"));

        findings.Of(ScanKind.HiddenText).ShouldBe(["Error 第1页"]);
        findings.ShouldContain(finding => finding.Kind == ScanKind.ResidentId);
    }

    [ToolTheory("qpdf", "pdftotext", "pdftoppm")]
    [InlineData(900, 600, "")]
    [InlineData(72, 20, "/CropBox [0 100 612 792]")]
    public void Text_off_the_page_or_cut_off_is_found(int x, int y, string page) =>
        Scan(new RawPdf().Page(Text(72, 700, Shown) + Text(x, y, "Secret text 4321"), page: page)).Of(ScanKind.HiddenText).ShouldBe(["Error 第1页"]);

    [ToolFact("qpdf", "pdftotext", "pdftoppm")]
    public void What_an_incremental_save_left_behind_is_found()
    {
        var first = new RawPdf().Page(Text(72, 700, Shown) + Text(72, 600, "Card 11010519491231002X")).ToBytes();
        var findings = ScannedFiles.Scan(Updated(first, 4, Text(72, 700, Shown), 5), "改过.pdf");

        findings.Of(ScanKind.HiddenText).ShouldBe(["Error 第1个旧版本"]);
        findings.ShouldContain(finding => finding.Kind == ScanKind.ResidentId);
        findings.ShouldContain(finding => finding.Kind == ScanKind.Metadata && finding.Severity == ScanSeverity.Notice);
    }

    [ToolFact("qpdf", "pdftotext", "pdftoppm")]
    public void Comments_attachments_scripts_actions_and_metadata_are_found()
    {
        var pdf = new RawPdf();
        var attached = pdf.Stream("/Type /EmbeddedFile", "Phone 13812345678");
        var file = pdf.Add($"<< /Type /Filespec /F (draft.txt) /UF (draft.txt) /EF << /F {attached} 0 R >> >>");
        var xmp = pdf.Stream("/Type /Metadata /Subtype /XML", "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><r:Description xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator><r:Seq><r:li>somebody</r:li></r:Seq></dc:creator></r:Description></r:RDF></x:xmpmeta>");
        var information = pdf.Add("<< /Author <FEFF5F205C0F660E> /Producer (x) >>");
        pdf.Catalog = $"/Metadata {xmp} 0 R /OpenAction << /S /Launch /F (cmd.exe) >> /Names << /EmbeddedFiles << /Names [(a) {file} 0 R] >> /JavaScript << /Names [(b) << /S /JavaScript /JS (1) >>] >> >>";
        pdf.Trailer = $"/Info {information} 0 R";
        var findings = Scan(pdf.Page(Text(72, 700, Shown), page: "/Annots [<< /Type /Annot /Subtype /Text /Rect [9 9 29 29] /T (Li) /Contents (not yet) >> << /Type /Annot /Subtype /Link /Rect [9 9 29 29] /A << /S /URI /URI (http://10.1.2.3/oa) >> >>]"));

        findings.Of(ScanKind.Comment).ShouldBe(["Error 第1页"]);
        findings.Of(ScanKind.EmbeddedObject).ShouldBe(["Error PDF 的脚本", "Warning draft.txt"], ignoreOrder: true);
        findings.Of(ScanKind.ExternalLink).ShouldBe(["Warning 动作", "Warning 链接"], ignoreOrder: true);
        findings.Where(finding => finding.Kind == ScanKind.Metadata).Select(finding => finding.Excerpt).ShouldBe(["作者：张**", "作者：somebo……（共8字）"]);
        findings.Of(ScanKind.Mobile).ShouldBe(["Warning draft.txt：第1行"]);
    }

    [ToolFact("qpdf", "pdftotext", "pdftoppm")]
    public void A_plain_page_has_nothing_hidden() => Scan(new RawPdf().Page(Text(72, 700, Shown))).ShouldBeEmpty();

    [SharedFact]
    public void The_author_of_the_real_report_shows_and_nothing_in_it_is_hidden()
    {
        var file = Directory.GetFiles(Path.Combine(Repository.Shared!, "corpus", "pdf"), "*.pdf").Single();

        var findings = ScannedFiles.Scan(File.ReadAllBytes(file), file);

        findings.ShouldContain(finding => finding.Kind == ScanKind.Metadata && finding.Severity == ScanSeverity.Warning && finding.Excerpt.StartsWith("作者", StringComparison.Ordinal));
        findings.ShouldNotContain(finding => finding.Severity == ScanSeverity.Error);
    }

    [ToolFact("qpdf")]
    public void A_file_with_a_password_is_refused_in_one_sentence() =>
        FileScanner.Scan(TinyPdf.Encrypted(), "加密.pdf", ReadLimits.Default, ScanOptions.Default, CancellationToken.None).Refusal!.Reason.ShouldContain("加密");

    private static IReadOnlyList<ScanFinding> Scan(RawPdf pdf) => ScannedFiles.Scan(pdf.ToBytes(), "试.pdf");
}
