using System.Text.Json;
using Gongkai.Testing;
using Gongkai.Testing.Samples;

namespace Gongkai.Cli.Tests.Samples;

/// <summary>每个样例查出什么，与金样逐条相同；全部样例一起查，与新克隆的仓库里第一条命令一样。</summary>
public sealed class SampleFindingTests
{
    private static readonly string[] Clean = ["01", "03", "05", "07", "11", "12"];

    private static readonly Task<CommandRun> Checked = CommandLine.Run(["report", "check", .. SampleSource.All.Select(source => source.FilePath), "--json"]);

    public static TheoryData<string> Names => [.. SampleSource.All.Select(source => source.FileName)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_sample_gives_the_findings_of_its_golden_file(string name)
    {
        var findings = await Findings(name);

        Golden.Matches(string.Concat(findings.Select(finding => $"{Text(finding, "severity")} {Text(finding, "rule")} {Text(finding, "message")}（{Text(finding, "where")}）\n")), $"{name}.findings.txt");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Clean_samples_have_no_errors_and_the_others_have_some(string name) =>
        (await Findings(name)).Any(finding => Text(finding, "severity") == "error").ShouldBe(!Clean.Contains(name[..2]));

    [Fact]
    public async Task All_the_samples_are_checked_in_one_go_and_nothing_stands_in_their_way()
    {
        var run = await CommandLine.Run(["report", "check", .. Directory.GetFiles(SampleSource.Folder)]);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldBeEmpty();
        run.Output.Split('\n').Count(line => line.Contains("年度：错误", StringComparison.Ordinal)).ShouldBe(SampleSource.All.Count);
    }

    private static async Task<List<JsonElement>> Findings(string name)
    {
        var run = await Checked;
        using var json = JsonDocument.Parse(run.Output);
        var report = json.RootElement.EnumerateArray().Single(file => file.GetProperty("file").GetString()!.EndsWith(name, StringComparison.Ordinal));
        return [.. report.GetProperty("findings").EnumerateArray().Select(finding => finding.Clone())];
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
