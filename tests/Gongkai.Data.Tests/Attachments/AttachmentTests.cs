using System.IO.Compression;
using System.Text;
using Gongkai.Data.Attachments;
using Gongkai.Documents;
using Gongkai.Testing;

namespace Gongkai.Data.Tests.Attachments;

public sealed class AttachmentTests
{
    private static readonly byte[] Pdf = "%PDF-1.7 内容"u8.ToArray();

    [Fact]
    public async Task What_was_accepted_is_read_back_under_its_hash()
    {
        using var folder = new TemporaryFolder();
        var intake = Intake(folder);

        var file = (await intake.Accept(new MemoryStream(Pdf), "年报.pdf", default)).Value;

        (file.Length, file.Kind.Code, file.Name).ShouldBe((Pdf.Length, "pdf", "年报.pdf"));
        await using var stream = await intake.Open(file.Hash, default);
        using var read = new MemoryStream();
        await stream!.CopyToAsync(read);
        read.ToArray().ShouldBe(Pdf);
        Directory.GetFiles(folder.Path, "incoming-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_content_is_kept_once_whoever_comes_first()
    {
        using var folder = new TemporaryFolder();
        var intake = Intake(folder);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => intake.Accept(new MemoryStream(Pdf), "a.pdf", default)));

        Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_endless_upload_is_refused_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();

        var outcome = await Intake(folder).Accept(new Endless(), "a.pdf", default);

        outcome.Refusal!.Reason.ShouldContain("50 MB");
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script></html>", "网页")]
    [InlineData("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "XML")]
    [InlineData("<script>alert(1)</script>%PDF-1.7", "PDF")]
    [InlineData("MZ\u0090\0\u0003\0\0\0\u0004\0\0\0", "不是能读的文件")]
    [InlineData("", "空")]
    public async Task What_could_harm_a_reader_is_refused_whatever_it_is_called(string content, string reason)
    {
        using var folder = new TemporaryFolder();

        var outcome = await Intake(folder).Accept(new MemoryStream(Encoding.Latin1.GetBytes(content)), "年报.pdf", default);

        outcome.Refusal!.Reason.ShouldContain(reason);
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_document_with_macros_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var part in new[] { "word/document.xml", "word/vbaProject.bin" })
                using (var entry = zip.CreateEntry(part).Open()) entry.Write("x"u8);
        content.Position = 0;

        (await Intake(folder).Accept(content, "a.docx", default)).Refusal!.Reason.ShouldContain("宏");
    }

    [Theory]
    [InlineData("年报.pdf", "年报.pdf")]
    [InlineData("年报.docx", "年报.pdf")]
    [InlineData("..\\..\\windows\\年报.exe", "年报.pdf")]
    [InlineData("/etc/passwd", "passwd.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf")]
    [InlineData("\u202Efdp.exe", "fdp.pdf")]
    [InlineData("....", "附件.pdf")]
    [InlineData("CON.pdf", "附件.pdf")]
    [InlineData("<b>\"x\"</b>.pdf", "b.pdf")]
    [InlineData("第1.2条", "第1.2条.pdf")]
    public void A_file_name_is_only_a_name(string given, string clean) => AttachmentName.Clean(given, FileKind.Of("pdf")).ShouldBe(clean);

    [Fact]
    public void A_name_stays_within_what_file_systems_take() =>
        AttachmentName.Clean(new string('长', 400) + ".pdf", FileKind.Of("pdf")).Length.ShouldBe(104);

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("ABCDEF")]
    public async Task Only_a_hash_opens_anything(string hash)
    {
        using var folder = new TemporaryFolder();

        var opening = () => Intake(folder).Open(hash, default);

        await opening.ShouldThrowAsync<ArgumentException>();
    }

    private static AttachmentIntake Intake(TemporaryFolder folder) => new(new FileAttachmentStore(folder.Path, new TestClock()));

    private sealed class Endless : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(buffer.Length);
    }
}
