using System.IO.Compression;
using System.Text;
using Gongkai.Documents;
using Gongkai.Documents.Office;
using Gongkai.Testing;
using Gongkai.Testing.Builders;
using static Gongkai.Scanning.Tests.Files.WordFile;

namespace Gongkai.Scanning.Tests.Files;

/// <summary>坏的、大的、带宏的、加了密的：要么查出来，要么一句说明，不占满内存，不放过。</summary>
public sealed class HostileFileTests
{
    [Fact]
    public void A_sheet_of_two_gigabytes_of_blanks_is_refused_without_being_unpacked()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("xl/workbook.xml").Open().Dispose();
            using var sheet = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var blank = new byte[1 << 20];
            // 二百 MB 已经超过限度的好几倍；目录里写着多大，不解开就知道。
            for (var megabyte = 0; megabyte < 200; megabyte++) sheet.Write(blank);
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        Refusal(file.ToArray(), "稀.xlsx").ShouldContain("解开后超过");
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(16 << 20);
    }

    [Fact]
    public void A_cell_in_the_last_corner_of_a_sheet_whose_every_column_is_hidden_costs_nothing() =>
        new WorkbookFile().Sheet("表", $"<row r=\"1048576\">{WorkbookFile.Cell("XFD1048576", "证号11010519491231002X")}</row>", before: "<cols><col min=\"1\" max=\"16384\" hidden=\"1\"/></cols>").Scan()
            .Select(finding => finding.Kind).ShouldBe([ScanKind.ResidentId, ScanKind.HiddenText]);

    [ToolFact("qpdf", "pdftotext", "pdftoppm")]
    public void Garbage_in_the_place_of_a_PDF_is_one_sentence()
    {
        var good = new RawPdf().Page(RawPdf.Text(72, 700, "A plain page")).ToBytes();
        var random = new Random(20261130);
        for (var round = 0; round < 12; round++)
        {
            var broken = good.ToArray();
            for (var hit = 0; hit < 8; hit++) broken[random.Next(20, broken.Length)] = (byte)random.Next(256);
            var outcome = FileScanner.Scan(broken.AsMemory(0, random.Next(30, broken.Length)), "坏.pdf", ReadLimits.Default, ScanOptions.Default, CancellationToken.None);
            if (!outcome.Succeeded) outcome.Refusal!.Reason.ShouldNotBeEmpty();
        }
    }

    [LongFact]
    public void A_PDF_of_a_million_objects_is_refused()
    {
        var pdf = new RawPdf().Page(RawPdf.Text(72, 700, "A plain page"));
        for (var number = 0; number < 1_000_000; number++) pdf.Add("[1]");

        Refusal(pdf.ToBytes(), "多.pdf").ShouldContain("对象太多");
    }

    [Fact]
    public void A_macro_document_says_so_and_its_cleaned_copy_has_none()
    {
        var file = new WordFile(P("正文")).Part("word/vbaProject.bin", "宏").Link("vbaProject", "vbaProject.bin").ToBytes();

        ScannedFiles.Scan(file, "宏.docm").Of(ScanKind.EmbeddedObject).ShouldBe(["Error word/vbaProject.bin"]);
        CleanedCopy.Of(file, "宏.docm", ReadLimits.Default, ScanOptions.Default, CancellationToken.None).Value.Extension.ShouldBe(".docx");
    }

    [Fact]
    public void An_encrypted_office_file_is_refused_alone_and_an_error_inside_an_archive()
    {
        byte[] encrypted = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[500], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[500]];

        Refusal(encrypted, "密.docx").ShouldContain("加密");
        ScannedFiles.Scan(ScannedFiles.Zip(("密.docx", encrypted)), "包.zip").ShouldHaveSingleItem().Message.ShouldContain("加密");
    }

    [ToolFact("soffice")]
    public void An_old_Word_file_is_looked_into_through_its_new_form()
    {
        const string Rtf = @"{\rtf1\ansi{\info{\author Zhang San}}Plain words. {\v hidden 11010519491231002X}\par}";
        LegacyFile.Is(Encoding.ASCII.GetBytes(Rtf), ReadLimits.Default).ShouldBeTrue();

        var findings = ScannedFiles.Scan(Encoding.ASCII.GetBytes(Rtf), "旧.rtf");

        findings.ShouldContain(finding => finding.Kind == ScanKind.HiddenText && finding.Severity == ScanSeverity.Error);
        findings.ShouldContain(finding => finding.Kind == ScanKind.ResidentId && finding.Severity == ScanSeverity.Error);
        findings.ShouldContain(finding => finding.Kind == ScanKind.Metadata);
    }

    [ToolFact("qpdf", "pdftotext", "pdftoppm", "tesseract")]
    public void A_page_that_is_a_picture_among_pages_of_text_is_read_by_OCR()
    {
        // 把一页字画成图片，当作夹在中间的扫描页。
        using var folder = new TemporaryFolder();
        var source = Path.Combine(folder.Path, "a.pdf");
        File.WriteAllBytes(source, new RawPdf().Page(RawPdf.Text(72, 700, "11010519491231002X", "/F1 24 Tf")).ToBytes());
        using (var draw = System.Diagnostics.Process.Start("pdftoppm", ["-gray", "-r", "150", source, Path.Combine(folder.Path, "p")])) draw.WaitForExit();
        var drawn = File.ReadAllBytes(Directory.GetFiles(folder.Path, "*.pgm").Single());
        var pixels = drawn[^(1275 * 1650)..];
        var pdf = new RawPdf();
        var picture = pdf.Stream("/Type /XObject /Subtype /Image /Width 1275 /Height 1650 /ColorSpace /DeviceGray /BitsPerComponent 8", pixels);
        pdf.Page(RawPdf.Text(72, 700, "A page of text")).Page("q 612 0 0 792 0 0 cm /I1 Do Q", $"/XObject << /I1 {picture} 0 R >>");

        ScannedFiles.Scan(pdf.ToBytes(), "夹.pdf").ShouldContain(finding => finding.Kind == ScanKind.ResidentId && finding.Where.StartsWith("第2页", StringComparison.Ordinal));
    }

    private static string Refusal(byte[] content, string name) =>
        FileScanner.Scan(content, name, ReadLimits.Default, ScanOptions.Default, CancellationToken.None).Refusal!.Reason;
}
