using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Office;
using Gongkai.Documents.Pdf;
using Gongkai.Testing;

namespace Gongkai.Documents.Tests.Office;

public sealed class OfficeReaderTests
{
    private const string Sentence = "云溪市2023年政府信息公开工作年度报告";

    private static readonly string[] Cells = ["自然人", "21"];

    [ToolFact("soffice")]
    public void Rich_text_is_read_with_its_table()
    {
        var document = Reading.Read(RichText());
        document.Format.ShouldBe(SourceFormat.Office);
        document.Lines().ShouldContain(Sentence);
        document.Blocks.OfType<TableBlock>().Single().Cells.Select(cell => cell.Text).ShouldBe(Cells);
        document.Remarks.ShouldContain(remark => remark.Code == "office");
    }

    [ToolFact("soffice")]
    public void A_word_document_of_the_old_kind_is_read_with_its_table()
    {
        var document = Reading.Read(Converted(RichText(), ".rtf", "doc"));
        document.Format.ShouldBe(SourceFormat.Office);
        document.Lines().ShouldContain(Sentence);
        document.Blocks.OfType<TableBlock>().Single().Cells.Select(cell => cell.Text).ShouldBe(Cells);
    }

    [ToolFact("soffice")]
    public void A_workbook_of_the_old_kind_becomes_a_workbook_of_the_new()
    {
        var xls = Converted(Encoding.UTF8.GetBytes("项目,自然人\n新收,21\n"), ".csv", "xls", "Text - txt - csv (StarCalc):44,34,76");
        var kind = OfficeKind.Of(xls, ReadLimits.Default).Value;
        kind.IsSheet.ShouldBeTrue();
        var xlsx = Converted(xls, kind.Extension, kind.Target, kind.Filter);
        FormatSniffer.Sniff(xlsx, ReadLimits.Default).Value.ShouldBe(Container.Xlsx);
    }

    [ToolFact("soffice")]
    public void An_open_document_is_read()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "mimetype", "application/vnd.oasis.opendocument.text");
            Add(zip, "content.xml", $"""<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:text><text:p>{Sentence}</text:p></office:text></office:body></office:document-content>""");
            Add(zip, "META-INF/manifest.xml", """<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>""");
        }

        Reading.Read(file.ToArray()).Lines().ShouldContain(Sentence);
    }

    [ToolFact("soffice")]
    public void Noise_behind_the_mark_of_a_word_document_is_refused_instead_of_read_as_text()
    {
        var noise = new byte[6000];
        new Random(9).NextBytes(noise);
        byte[] content = [.. CompoundHead, .. noise, .. Encoding.Unicode.GetBytes("WordDocument")];
        Reading.Refused(content).ShouldContain("打不开");
    }

    [Fact]
    public void A_word_document_with_a_password_is_named_as_encrypted()
    {
        var content = new byte[2048];
        CompoundHead.CopyTo(content);
        ((ReadOnlySpan<byte>)[0xEC, 0xA5, 0xC1, 0x00, 0, 0, 0, 0, 0, 0, 0x00, 0x01]).CopyTo(content.AsSpan(512));
        Encoding.Unicode.GetBytes("WordDocument").CopyTo(content, 1024);
        Reading.Refused(content).ShouldContain("已加密");
    }

    [Fact]
    public void A_workbook_with_a_password_is_named_as_encrypted()
    {
        var content = new byte[2048];
        CompoundHead.CopyTo(content);
        byte[] records = [0x09, 0x08, 0x10, 0x00, .. new byte[16], 0x2F, 0x00, 0x36, 0x00];
        records.CopyTo(content, 512);
        Encoding.Unicode.GetBytes("Workbook").CopyTo(content, 1024);
        Reading.Refused(content).ShouldContain("已加密");
    }

    [ToolFact("soffice")]
    public void Several_documents_become_pdf_in_one_run_each_with_its_own_outcome()
    {
        var good = Converted(RichText(), ".rtf", "docx");
        var outcomes = OfficeConverter.ToPdf([good, new byte[] { 1, 2, 3 }, good], ReadLimits.Default, CancellationToken.None);
        outcomes.Select(outcome => outcome.Succeeded).ShouldBe([true, false, true]);
        var page = PdfReader.Read(outcomes[2].Value, ReadLimits.Default, CancellationToken.None).Value.Blocks.Cast<PlacedPage>().Single();
        string.Concat(page.Words.Select(word => word.Text)).ShouldContain(Sentence);
    }

    [ToolFact("soffice")]
    public void A_conversion_that_takes_too_long_is_ended_and_leaves_nothing_behind()
    {
        var mark = Guid.NewGuid().ToString("N");
        var outcome = OfficeReader.Read(RichText(mark), new ReadLimits { Time = TimeSpan.FromMilliseconds(100) }, CancellationToken.None);
        outcome.Refusal!.Reason.ShouldContain("已停止");
        Directory.GetDirectories(Path.GetTempPath(), "gongkai-office-*")
            .Select(directory => Path.Combine(directory, "0.rtf"))
            .ShouldNotContain(path => File.Exists(path) && File.ReadAllText(path).Contains(mark, StringComparison.Ordinal));
    }

    private static ReadOnlySpan<byte> CompoundHead => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static byte[] Converted(byte[] content, string extension, string target, string? filter = null) =>
        OfficeRun.Convert([content], extension, target, filter, ReadLimits.Default, CancellationToken.None).Value[0].ShouldNotBeNull();

    private static byte[] RichText(string comment = "") => Encoding.ASCII.GetBytes(
        $$"""{\rtf1\ansi\uc0{\*\gongkai {{comment}}} {{Escaped(Sentence)}}\par\trowd\cellx3000\cellx6000\intbl {{Escaped(Cells[0])}}\cell {{Cells[1]}}\cell\row\pard\par}""");

    private static string Escaped(string text) =>
        string.Concat(text.Select(character => character < 128 ? character.ToString() : $@"\u{(short)character} "));
}
