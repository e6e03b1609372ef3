using System.Diagnostics;
using Gongkai.Documents;
using Gongkai.Documents.Layout;
using Gongkai.Documents.Pdf;
using Gongkai.Scanning;
using Gongkai.Testing;
using Gongkai.Testing.Samples;

namespace Gongkai.AnnualReports.Tests.Reading;

/// <summary>把真实文件随意弄坏：读的结果只能是报告或者一句话，绝不能是异常，也不能没完没了。</summary>
public sealed class FuzzTests
{
    private static readonly byte[][] Texts =
        [.. Corpus.Seeds.Concat(Corpus.Files).Concat(SampleSource.All.Select(source => source.FilePath)).Where(file => Path.GetExtension(file) is ".txt" or ".html" or ".md").Select(File.ReadAllBytes)];

    [Fact]
    public void Damaged_text_and_pages_never_crash_the_reader() => FuzzRun.Run(LongRun.Enabled ? 1_000_000 : 20_000, random =>
    {
        var source = Texts[random.Next(Texts.Length)];
        FuzzRun.Read(random.Next(3) == 0 ? FuzzDamage.Bytes(source, random) : FuzzDamage.Text(source, random), "fuzz.txt");
    });

    [Theory]
    [InlineData("docx", 1_000)]
    [InlineData("xlsx", 1_000)]
    [InlineData("ofd", 1_000)]
    public void Damaged_packages_crash_neither_the_reader_nor_the_scanner(string extension, int cases)
    {
        var sources = Sources(extension);
        FuzzRun.Run(LongRun.Enabled ? cases * 50 : cases, random =>
        {
            var content = FuzzDamage.Package(sources[random.Next(sources.Length)], random);
            FuzzRun.Read(content, $"fuzz.{extension}");
            var scanned = FileScanner.Scan(content, $"fuzz.{extension}", ReadLimits.Default, ScanOptions.Default, CancellationToken.None);
            if (!scanned.Succeeded) scanned.Refusal!.Reason.ShouldNotBeNullOrWhiteSpace();
        });
    }

    [Fact]
    public void Damaged_canonical_json_never_crashes_the_reader()
    {
        var sources = Sources("json");
        FuzzRun.Run(LongRun.Enabled ? 200_000 : 5_000, random =>
        {
            var source = sources[random.Next(sources.Length)];
            FuzzRun.Read(random.Next(4) == 0 ? FuzzDamage.Bytes(source, random) : FuzzDamage.Markup(source, random), "fuzz.json");
        });
    }

    /// <summary>弄坏的是 pdftotext 的输出，不是每个都启动一次 pdftotext。</summary>
    [ToolFact("pdftotext")]
    public void Damaged_boxes_of_words_never_crash_the_reader()
    {
        var sources = Corpus.Files.Where(file => Path.GetExtension(file) == ".pdf").Concat(SampleSource.All.Where(source => source.Extension == "pdf").Select(source => source.FilePath)).Select(Boxes).ToArray();
        FuzzRun.Run(LongRun.Enabled ? 100_000 : 2_000, random =>
        {
            var source = sources[random.Next(sources.Length)];
            var pages = BoxScanner.Scan(random.Next(4) == 0 ? FuzzDamage.Bytes(source, random) : FuzzDamage.Markup(source, random), ReadLimits.Default.Pages);
            FuzzRun.Read(new SourceDocument(SourceFormat.Pdf, pages.ConvertAll(FittedPage.Of).ConvertAll(UprightPage.Of), []));
        });
    }

    private static byte[][] Sources(string extension) =>
        [.. SampleSource.All.Where(source => source.Extension == extension).Select(source => source.FilePath).Concat(Corpus.Files.Where(file => Path.GetExtension(file) == $".{extension}")).Select(File.ReadAllBytes)];

    private static byte[] Boxes(string pdf)
    {
        using var poppler = Process.Start(new ProcessStartInfo("pdftotext", ["-bbox", pdf, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var output = new MemoryStream();
        poppler.StandardOutput.BaseStream.CopyTo(output);
        poppler.WaitForExit();
        return output.ToArray();
    }
}
