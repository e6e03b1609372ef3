using System.IO.Compression;
using Gongkai.AnnualReports.Reading;
using Gongkai.AnnualReports.Writing;
using Gongkai.Documents;
using Gongkai.Testing.Builders;
using Gongkai.Testing.Samples;

namespace Gongkai.Cli.Tests.Samples;

/// <summary>samples/ 里的文件与底稿一致。底稿改了，重新生成：GONGKAI_UPDATE_SAMPLES=1 dotnet test tests/Gongkai.Cli.Tests --filter SampleFile。</summary>
public sealed class SampleFileTests
{
    private const int MostBytes = 60 * 1024;

    /// <summary>PDF 里嵌着三百多个汉字的字形。</summary>
    private const int MostPdfBytes = 120 * 1024;

    public static TheoryData<string> Names => [.. SampleSource.All.Select(source => source.FileName)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_sample_says_what_its_source_says(string name)
    {
        var source = SampleSource.All.Single(source => source.FileName == name);
        if (Environment.GetEnvironmentVariable("GONGKAI_UPDATE_SAMPLES") == "1") File.WriteAllBytes(source.FilePath, SampleWriter.Write(source));
        var published = File.ReadAllBytes(source.FilePath);

        if (source.Hazards is null && ReportFormats.Named(source.Extension) is { } format) ReadBack.Verify(source.Report, published, format).Refusal?.Reason.ShouldBeNull();
        published.Length.ShouldBeLessThan(source.Extension == "pdf" ? MostPdfBytes : MostBytes);
        switch (source.Extension)
        {
            case "pdf":
                // 由 LibreOffice 写，字节不定；上面读回来核对过了。
                break;
            case "ofd":
                ReportReader.Read(DocumentReader.Read(published, name, ReadLimits.Default, CancellationToken.None).Value).Value.ShouldSayTheSameAs(source.Report);
                break;
            case "docx" or "xlsx":
                Parts(published).ShouldBe(Parts(SampleWriter.Write(source)));
                break;
            default:
                published.ShouldBe(SampleWriter.Write(source));
                break;
        }
    }

    [Fact]
    public void Every_file_is_a_sample_and_the_page_describes_each()
    {
        var files = Directory.GetFiles(SampleSource.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        var page = File.ReadAllText(Gongkai.Testing.Repository.PathOf("docs", "samples.md"));

        files.ShouldBe(SampleSource.All.Select(source => source.FileName).Order(StringComparer.Ordinal));
        SampleSource.All.Where(source => !page.Contains($"`{source.FileName}`", StringComparison.Ordinal)).Select(source => source.FileName).ShouldBeEmpty();
    }

    private static Dictionary<string, string> Parts(byte[] package)
    {
        using var archive = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            using (var part = entry.Open()) part.CopyTo(content);
            return Convert.ToBase64String(content.ToArray());
        }, StringComparer.Ordinal);
    }
}
