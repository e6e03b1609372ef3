using System.Text.Json;
using Gongkai.Testing;
using Gongkai.Testing.Samples;

namespace Gongkai.Cli.Tests.Samples;

/// <summary>gongkai scan 从样例里查出什么：两份藏了东西的 Word 文件与金样相同，别的一处错误也没有。</summary>
public sealed class SampleScanTests
{
    public static TheoryData<string> Hazardous => [.. SampleSource.All.Where(source => source.Hazards is not null).Select(source => source.FileName)];

    [Theory]
    [MemberData(nameof(Hazardous))]
    public async Task What_is_hidden_in_a_sample_is_found(string name)
    {
        var source = SampleSource.All.Single(source => source.FileName == name);
        var run = await CommandLine.Run("scan", source.FilePath);

        run.ExitCode.ShouldBe(1);
        Golden.Matches(run.Output.Replace(SampleSource.Folder, "samples", StringComparison.Ordinal), $"{name}.scan.txt");
        foreach (var hazard in source.Hazards!.Hidden.Where(hazard => hazard.Text.Length > 12)) run.Output.ShouldNotContain(hazard.Text);
    }

    [Fact]
    public async Task The_other_samples_hide_nothing()
    {
        var run = await CommandLine.Run(["scan", .. SampleSource.All.Where(source => source.Hazards is null).Select(source => source.FilePath)]);

        run.ExitCode.ShouldBe(0, run.Output);
    }

    [Fact]
    public async Task Json_is_the_contract()
    {
        var file = SampleSource.All.Single(source => source.FileName.StartsWith("09", StringComparison.Ordinal)).FilePath;
        var run = await CommandLine.Run("scan", file, Path.Combine(SampleSource.Folder, "没有.docx"), "--format", "json");

        run.ExitCode.ShouldBe(2);
        using var json = JsonDocument.Parse(run.Output);
        var (scanned, missing) = (json.RootElement[0], json.RootElement[1]);
        scanned.EnumerateObject().Select(property => property.Name).ShouldBe(["file", "findings"]);
        var findings = scanned.GetProperty("findings").EnumerateArray().ToList();
        findings.ShouldAllBe(finding => string.Join(' ', finding.EnumerateObject().Select(property => property.Name)) == "kind severity where excerpt");
        findings.Select(finding => finding.GetProperty("kind").GetString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ShouldBe(["comment", "embeddedObject", "externalLink", "hiddenText", "internalMark", "metadata", "mobile", "namedList", "residentId", "trackedChange"]);
        missing.EnumerateObject().Select(property => property.Name).ShouldBe(["file", "unreadable"]);
        missing.GetProperty("unreadable").GetString().ShouldBe("找不到文件");
    }
}
