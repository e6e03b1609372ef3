using System.IO.Compression;
using System.Text;

namespace Gongkai.Documents.Tests;

public sealed class DocumentReaderTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("gongkai").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void An_empty_file_is_named_as_empty() => Reading.Refused([]).ShouldBe("文件是空的");

    [Fact]
    public void A_file_of_blanks_is_named_as_empty() => Reading.Refused(" \r\n\t　").ShouldBe("文件是空的");

    [Fact]
    public void Random_bytes_are_no_document()
    {
        var bytes = new byte[5000];
        new Random(7).NextBytes(bytes);
        bytes[0] = 1;
        Reading.Refused(bytes).ShouldStartWith("不是能读的文件");
    }

    [Fact]
    public void A_program_is_no_document() =>
        Reading.Refused([0x7F, .. "ELF"u8, 2, 1, 1, 0, .. new byte[500]]).ShouldStartWith("不是能读的文件");

    [Fact]
    public void An_encrypted_office_file_is_named_as_encrypted()
    {
        byte[] content =
        [
            0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes("EncryptedPackage"),
        ];
        Reading.Refused(content).ShouldContain("已加密");
    }

    [Fact]
    public void A_zip_of_anything_else_is_an_archive() => Reading.Refused(Zip("a.txt", "b.txt")).ShouldContain("压缩包");

    [Fact]
    public void A_presentation_is_named_as_one() =>
        Reading.Refused(Zip("[Content_Types].xml", "ppt/presentation.xml")).ShouldContain("演示文稿");

    [Fact]
    public void A_zip_cut_short_is_named_as_incomplete()
    {
        var whole = Zip("[Content_Types].xml", "word/document.xml");
        Reading.Refused(whole[..(whole.Length / 2)]).ShouldContain("不完整");
    }

    [Fact]
    public void A_zip_of_too_many_parts_is_refused_before_it_is_opened()
    {
        var names = Enumerable.Range(0, 60).Select(i => $"word/{i}.xml").ToArray();
        Reading.Refused(Zip(names), limits: new ReadLimits { Parts = 50 }).ShouldContain("超过 50 个");
    }

    [Fact]
    public void A_zip_that_inflates_too_much_is_refused()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = archive.CreateEntry("word/document.xml").Open())
            part.Write(new byte[3 << 20]);
        var content = stream.ToArray();
        content.Length.ShouldBeLessThan(10_000);
        Reading.Refused(content, limits: new ReadLimits { InflatedPartBytes = 2 << 20 }).ShouldContain("解开后超过");
    }

    [Fact]
    public void The_extension_is_not_believed()
    {
        var document = Reading.Read("一、总体情况\n二、主动公开", "年报.pdf");
        document.Format.ShouldBe(SourceFormat.Text);
        document.Remarks.ShouldHaveSingleItem().Code.ShouldBe("wrong-extension");
    }

    [Fact]
    public void A_right_extension_needs_no_remark() => Reading.Read("一、总体情况", "年报.md").Remarks.ShouldBeEmpty();

    [Fact]
    public void Json_is_known_by_its_content() =>
        Reading.Read("""{ "agency": "云溪市档案局", "year": 2024 }""", "a.txt").Format.ShouldBe(SourceFormat.Json);

    [Fact]
    public void Broken_json_is_refused_with_its_line() =>
        Reading.Refused("{\n \"agency\": \"云溪市\",\n \"year\": ").ShouldContain("第 3 行");

    [Fact]
    public void Deep_json_is_refused() =>
        Reading.Refused("{\"a\":" + new string('[', 100_000)).ShouldContain("JSON");

    [Fact]
    public void A_text_that_begins_with_a_bracket_is_text() =>
        Reading.Read("[目录] 云溪市年报").Format.ShouldBe(SourceFormat.Text);

    [Fact]
    public async Task A_missing_file_and_a_directory_are_told_apart()
    {
        (await ReadFile(Path.Combine(_directory, "没有.txt"))).ShouldBe("找不到文件");
        (await ReadFile(_directory)).ShouldBe("这是一个目录，不是文件");
    }

    [Fact]
    public async Task A_text_of_500_megabytes_is_refused_without_being_loaded()
    {
        var path = Path.Combine(_directory, "大.txt");
        await using (var stream = File.Create(path)) stream.SetLength(500L << 20);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        (await ReadFile(path)).ShouldBe("文件太大：500 MB，最多读 64 MB");
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(4 << 20);
    }

    [Fact]
    public async Task A_text_is_held_to_the_limit_for_text()
    {
        var path = Path.Combine(_directory, "大.txt");
        await File.WriteAllTextAsync(path, new string('文', 30_000));
        var limits = new ReadLimits { TextBytes = 50_000 };
        (await DocumentReader.ReadFileAsync(path, limits, CancellationToken.None)).Refusal!.Reason.ShouldContain("文件太大");
        Reading.Refused(await File.ReadAllBytesAsync(path), limits: limits).ShouldContain("文件太大");
    }

    [Fact]
    public async Task A_file_on_disk_reads_like_its_bytes()
    {
        var path = Path.Combine(_directory, "年报.txt");
        await File.WriteAllTextAsync(path, string.Concat(Enumerable.Repeat("一、总体情况\n", 1000)));
        var document = (await DocumentReader.ReadFileAsync(path, ReadLimits.Default, CancellationToken.None)).Value;
        document.Blocks.Count.ShouldBe(1000);
    }

    [Fact]
    public void A_caller_who_cancels_gets_the_exception_of_cancelling()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Should.Throw<OperationCanceledException>(
            () => DocumentReader.Read("一、总体情况"u8.ToArray(), "a.txt", ReadLimits.Default, source.Token));
    }

    private static async Task<string> ReadFile(string path) =>
        (await DocumentReader.ReadFileAsync(path, ReadLimits.Default, CancellationToken.None)).Refusal!.Reason;

    private static byte[] Zip(params string[] names)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names)
                using (var part = archive.CreateEntry(name).Open())
                    part.Write("<x/>"u8);
        return stream.ToArray();
    }
}
