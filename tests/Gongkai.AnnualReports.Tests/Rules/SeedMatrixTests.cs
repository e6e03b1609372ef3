using Gongkai.AnnualReports.Reading;
using Gongkai.AnnualReports.Rules;
using Gongkai.Documents;
using Gongkai.Testing;

namespace Gongkai.AnnualReports.Tests.Rules;

/// <summary>五个种子逐条核验（domain.md §3.8）：全部各组的发现，正好是人工核验的那些；级别与辖区由名称判定。</summary>
public sealed class SeedMatrixTests
{
    [SharedTheory]
    [InlineData(
        "seed-000", "ST-05 提示", "ST-09 提示", "ST-10 提示", "FM-01 错误", "T2-23 警告",
        "TX-07 提示", "TX-13 提示", "DT-12 提示", "LG-01 警告", "LG-03 警告", "LG-04 提示")]
    [InlineData(
        "seed-001", "ST-05 警告", "ST-07 警告", "ST-08 警告", "ST-09 提示", "ST-10 提示", "FM-07 提示", "T2-04 错误", "T2-21 警告", "T2-22 警告", "T2-23 警告",
        "TX-16 警告", "DT-01 错误", "DT-04 警告", "LG-05 警告", "LG-07 提示")]
    [InlineData(
        "seed-002", "ST-09 提示", "ST-11 警告", "T2-08 警告",
        "TX-14 警告", "DT-12 提示", "LG-01 警告", "LG-02 警告", "LG-04 提示")]
    [InlineData(
        "seed-003", "ST-02 提示", "ST-10 提示", "FM-01 错误", "FM-02 错误", "FM-07 提示", "FM-08 警告",
        "TX-09 警告", "DT-07 错误", "DT-12 提示")]
    [InlineData(
        "seed-004", "ST-05 提示", "ST-07 警告", "ST-09 提示", "FM-06 提示", "FM-08 警告",
        "TX-10 警告", "DT-08 提示", "DT-12 提示")]
    public async Task Findings_are_those_of_the_matrix_and_no_others(string seed, params string[] expected)
    {
        var outcome = await ReportReader.ReadFileAsync(Path.Combine(Repository.Shared!, "seeds", $"{seed}.txt"), ReadLimits.Default);
        var findings = ReportChecker.Check(new CheckContext(outcome.Value)).Findings;
        var seen = string.Join('\n', findings.Select(finding => $"{finding.Rule} {finding.Severity} {finding.Message}　{finding.Where}"));
        findings.Select(finding => $"{finding.Rule} {Word(finding.Severity)}").Distinct().Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal), seen);
    }

    [SharedFact]
    public async Task The_seeds_are_not_alike()
    {
        var reports = new List<AnnualReports.Model.AnnualReport>();
        foreach (var seed in Corpus.Seeds) reports.Add((await ReportReader.ReadFileAsync(seed, ReadLimits.Default)).Value);
        foreach (var report in reports)
        {
            var context = new CheckContext(report) { Peers = [.. reports.Where(other => other != report)] };
            ReportChecker.Check(context).Findings.ShouldNotContain(finding => finding.Rule.StartsWith("SM-"), report.Title);
        }
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "错误",
        Severity.Warning => "警告",
        _ => "提示",
    };
}
