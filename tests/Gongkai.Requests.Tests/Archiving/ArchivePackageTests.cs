using System.IO.Compression;
using System.Text;
using Gongkai.Requests.Archiving;
using Gongkai.Requests.Process;

namespace Gongkai.Requests.Tests.Archiving;

/// <summary>归档包：核对得出每一处改动；外来的文件名跑不出去；保管期限按年算。</summary>
public sealed class ArchivePackageTests
{
    [Fact]
    public async Task A_package_is_sound_and_its_index_opens_without_a_network_or_a_script()
    {
        var package = await Package();
        Faults(package).ShouldBeEmpty();

        using var zip = new ZipArchive(new MemoryStream(package));
        var index = new StreamReader(zip.GetEntry("index.html")!.Open()).ReadToEnd();
        index.ShouldSatisfyAllConditions(
            html => html.ShouldContain("&lt;script&gt;"), html => html.ShouldNotContain("<script"), html => html.ShouldNotContain("http://"), html => html.ShouldNotContain("https://"), html => html.ShouldContain("events.csv"));
        new StreamReader(zip.GetEntry("SHA256SUMS")!.Open()).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
        new StreamReader(zip.GetEntry("events.csv")!.Open()).ReadToEnd().ShouldContain("'=1+1", Case.Sensitive, "像公式的，打开时不会当公式算。");
    }

    [Theory]
    [InlineData("changed", "改过 application.txt")]
    [InlineData("missing", "少了 application.txt")]
    [InlineData("added", "多出 files/evil.exe")]
    [InlineData("manifest", "整张单子的散列对不上")]
    public async Task Whatever_is_done_to_a_package_is_found(string what, string said) => Faults(Tampered(await Package(), what)).ShouldContain(fault => fault.Contains(said, StringComparison.Ordinal));

    [Fact]
    public async Task What_is_no_package_is_one_sentence()
    {
        foreach (var content in (byte[][])[[], [1, 2, 3], Encoding.UTF8.GetBytes("不是"), (await Package())[..200], Empty()])
            ArchiveVerification.Verify(new MemoryStream(content)).Refusal!.Reason.ShouldContain("不是归档包");
    }

    [Fact]
    public async Task A_large_file_is_fetched_only_when_the_one_before_it_has_gone_out_and_one_that_changed_is_no_package()
    {
        const int Size = 200_000;
        var (writer, gone, box) = (new ArchiveWriter(), new List<long>(), new MemoryStream());
        foreach (var seed in (int[])[1, 2, 3])
        {
            var content = new byte[Size];
            new Random(seed).NextBytes(content);
            writer.Add($"files/{seed}.bin", "材料", content, _ =>
            {
                gone.Add(box.Length);
                return Task.FromResult(content);
            });
        }

        writer.Finish("2026-0001", "云泽市文化广播局", DateTimeOffset.UnixEpoch);
        gone.ShouldBeEmpty("收齐的时候不取。");
        await writer.Write(box, CancellationToken.None);
        gone.Index().ShouldAllBe(one => one.Item >= one.Index * Size);
        Faults(box.ToArray()).ShouldBeEmpty();

        writer.Add("files/4.bin", "材料", "原来的"u8, _ => Task.FromResult("变了的"u8.ToArray()));
        writer.Finish("2026-0001", "云泽市文化广播局", DateTimeOffset.UnixEpoch);
        await Should.ThrowAsync<InvalidDataException>(() => writer.Write(Stream.Null, CancellationToken.None));
    }

    [Theory]
    [InlineData("../../etc/passwd", "....etcpasswd")]
    [InlineData("a\\b\n.pdf", "ab.pdf")]
    [InlineData("  ", "未命名")]
    [InlineData("批复.docx", "批复.docx")]
    public void A_file_name_from_outside_stays_inside(string name, string kept) => ArchiveWriter.Safe(name).ShouldBe(kept.Trim('.'));

    [Fact]
    public void A_long_name_keeps_its_extension() => ArchiveWriter.Safe(new string('长', 300) + ".pdf").ShouldSatisfyAllConditions(name => name.Length.ShouldBeLessThanOrEqualTo(80), name => name.ShouldEndWith(".pdf"));

    [Fact]
    public void Retention_runs_from_the_first_day_of_the_next_year_and_only_what_is_archived_and_undisputed_is_erased()
    {
        var ended = new DateOnly(2015, 6, 1);
        Retention.ErasableFrom(ended, 10).ShouldBe(new DateOnly(2026, 1, 1));
        Retention.Refuse(CaseStage.Archived, ended, 10, false, new(2025, 12, 31))!.Reason.ShouldContain("2026-01-01");
        Retention.Refuse(CaseStage.Archived, ended, 10, false, new(2026, 1, 1)).ShouldBeNull();
        Retention.Refuse(CaseStage.Archived, ended, 10, true, new(2026, 1, 1))!.Reason.ShouldContain("审结");
        Retention.Refuse(CaseStage.Delivered, ended, 10, false, new(2026, 1, 1))!.Reason.ShouldContain("归档");
        (Retention.Parse(null), Retention.Parse("30"), Retention.Parse("0"), Retention.Parse("十年"), Retention.Parse("101")).ShouldBe((10, 30, null, null, null));
    }

    private static async Task<byte[]> Package()
    {
        var writer = new ArchiveWriter();
        writer.Add("application.txt", "申请 <script>", "申请的内容"u8);
        writer.AddTable("events.csv", "经过", [["第几件", "说明"], ["1", "=1+1"]]);
        writer.AddJson("events.json", "经过", new[] { 1, 2 });
        writer.Finish("2026-0001", "云泽市文化广播局", new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        using var box = new MemoryStream();
        await writer.Write(box, CancellationToken.None);
        return box.ToArray();
    }

    private static byte[] Empty()
    {
        using var box = new MemoryStream();
        using (var zip = new ZipArchive(box, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry("a.txt");
        return box.ToArray();
    }

    private static byte[] Tampered(byte[] package, string what)
    {
        using var box = new MemoryStream();
        box.Write(package);
        using (var zip = new ZipArchive(box, ZipArchiveMode.Update, leaveOpen: true))
        {
            if (what is "changed" or "missing") zip.GetEntry("application.txt")!.Delete();
            if (what == "changed") Write(zip, "application.txt", "别的内容");
            if (what == "added") Write(zip, "files/evil.exe", "x");
            if (what == "manifest")
            {
                var stream = zip.GetEntry(ArchiveManifest.Path)!.Open();
                var manifest = new StreamReader(stream).ReadToEnd();
                stream.Dispose();
                zip.GetEntry(ArchiveManifest.Path)!.Delete();
                Write(zip, ArchiveManifest.Path, manifest.Replace("events.json", "events2.json", StringComparison.Ordinal));
            }
        }

        return box.ToArray();
    }

    private static void Write(ZipArchive zip, string path, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(path).Open());
        writer.Write(text);
    }

    private static System.Collections.Immutable.ImmutableArray<string> Faults(byte[] package) => ArchiveVerification.Verify(new MemoryStream(package)).Value.Faults;
}
