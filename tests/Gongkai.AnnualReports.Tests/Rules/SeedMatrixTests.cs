using Gongkai.AnnualReports.Reading;
using Gongkai.AnnualReports.Rules;
using Gongkai.Documents;
using Gongkai.Testing;

namespace Gongkai.AnnualReports.Tests.Rules;

/// <summary>五个种子逐条核验：A 至 E 组与 J 组的发现，正好是人工核验的那些。</summary>
public sealed class SeedMatrixTests
{
    private static readonly char[] Groups = ['A', 'B', 'C', 'D', 'E', 'J'];

    [SharedTheory]
    [InlineData("seed-000", "ST-05 提示", "ST-09 提示", "ST-10 提示", "FM-01 错误", "T2-23 警告")]
    [InlineData("seed-001", "ST-05 警告", "ST-07 警告", "ST-08 警告", "ST-09 提示", "ST-10 提示", "FM-07 提示", "T2-04 错误", "T2-21 警告", "T2-22 警告", "T2-23 警告")]
    [InlineData("seed-002", "ST-09 提示", "ST-11 警告", "T2-08 警告")]
    [InlineData("seed-003", "ST-02 提示", "ST-10 提示", "FM-01 错误", "FM-02 错误", "FM-07 提示", "FM-08 警告")]
    [InlineData("seed-004", "ST-05 提示", "ST-07 警告", "ST-09 提示", "FM-06 提示", "FM-08 警告")]
    public async Task Findings_of_the_table_rules_are_those_of_the_matrix(string seed, params string[] expected)
    {
        var outcome = await ReportReader.ReadFileAsync(Path.Combine(Repository.Shared!, "seeds", $"{seed}.txt"), ReadLimits.Default);
        var context = new CheckContext(outcome.Value) { Body = ReportingBody.Of(outcome.Value) };
        var findings = ReportChecker.Check(context).Findings.Where(finding => Groups.Contains(RuleCatalogue.GroupOf(finding.Rule)!.Letter)).ToList();
        var seen = string.Join('\n', findings.Select(finding => $"{finding.Rule} {finding.Severity} {finding.Message}　{finding.Where}"));
        findings.Select(finding => $"{finding.Rule} {Word(finding.Severity)}").Distinct().Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal), seen);
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "错误",
        Severity.Warning => "警告",
        _ => "提示",
    };
}
