using System.Text;
using Gongkai.Documents;

namespace Gongkai.Scanning.Tests.Files;

/// <summary>压缩包与别的不能一眼看完的文件：查得到的都查，查不到的各报一个错误，没有一个悄悄放过。</summary>
public sealed class ArchiveTests
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("证号11010519491231002X");

    [Fact]
    public void Every_file_of_an_archive_is_searched() =>
        ScannedFiles.Scan(ScannedFiles.Zip(("a/名单.txt", Secret), ("b.txt", "没有什么"u8.ToArray())), "包.zip")
            .ShouldHaveSingleItem().Where.ShouldBe("名单.txt：第1行");

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(12, false)]
    public void Archives_in_archives_are_opened_five_deep_and_deeper_ones_are_errors(int layers, bool seen)
    {
        var file = ScannedFiles.Zip(("名单.txt", Secret));
        for (var layer = 0; layer < layers; layer++) file = ScannedFiles.Zip(("内.zip", file));

        var findings = ScannedFiles.Scan(file, "外.zip");

        findings.Any(finding => finding.Kind == ScanKind.ResidentId).ShouldBe(seen);
        findings.ShouldContain(finding => finding.Severity == ScanSeverity.Error);
    }

    [Theory]
    [InlineData("Rar!\u001A\u0007\0....")]
    [InlineData("7z\u00BC\u00AF\u0027\u001C....")]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1....")]
    public void What_cannot_be_looked_into_is_an_error_inside_an_archive_and_a_refusal_alone(string content)
    {
        var bytes = Encoding.Latin1.GetBytes(content);

        ScannedFiles.Scan(ScannedFiles.Zip(("谜.rar", bytes)), "包.zip").ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            finding => finding.Severity.ShouldBe(ScanSeverity.Error), finding => finding.Kind.ShouldBe(ScanKind.EmbeddedObject), finding => finding.Message.ShouldContain("没有查过的不能公开"));
        FileScanner.Scan(bytes, "谜.rar", ReadLimits.Default, ScanOptions.Default, CancellationToken.None).Succeeded.ShouldBeFalse();
    }

    [Fact]
    public void An_archive_that_inflates_beyond_all_measure_is_refused()
    {
        var bomb = ScannedFiles.Zip(("零.txt", new byte[80 << 20]));

        FileScanner.Scan(bomb, "弹.zip", ReadLimits.Default, ScanOptions.Default, CancellationToken.None).Refusal!.Reason.ShouldContain("解开后超过");
        ScannedFiles.Scan(ScannedFiles.Zip(("弹.zip", bomb)), "包.zip").ShouldHaveSingleItem().Severity.ShouldBe(ScanSeverity.Error);
    }

    [Fact]
    public void A_thousand_files_are_not_all_opened_and_the_rest_are_errors()
    {
        var many = ScannedFiles.Zip([.. Enumerable.Range(0, 300).Select(index => ($"{index:000}.txt", index == 299 ? Secret : "没有什么"u8.ToArray()))]);

        ScannedFiles.Scan(many, "多.zip").Count(finding => finding.Severity == ScanSeverity.Error).ShouldBe(100);
    }

    [Fact]
    public void A_file_pushed_into_a_document_is_searched() =>
        new WordFile(WordFile.P("正文")).Part("名单.txt", Secret).Scan().ShouldHaveSingleItem().Kind.ShouldBe(ScanKind.ResidentId);
}
