using System.Text.Json;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading;
using Gongkai.AnnualReports.Rules;
using Gongkai.Documents;
using Gongkai.Testing;

namespace Gongkai.AnnualReports.Tests.Rules;

/// <summary>真实的报告：逐条读过原文，只有这些错误是真的；印错的合计一定报出。</summary>
public sealed class CorpusFindingTests
{
    private static readonly Dictionary<string, string> RuleOfSum = new(StringComparer.Ordinal)
    {
        ["T4.sum.review"] = "T4-01",
        ["T4.sum.direct"] = "T4-02",
        ["T4.sum.after"] = "T4-03",
    };

    [SharedTheory]
    [InlineData("txt/pingtan-2019.txt")]
    [InlineData("txt/pingtan-2021.txt")]
    [InlineData("txt/pingtan-2023.txt")]
    [InlineData("txt/shanghai-kewei-2024.txt", "ST-01")] // 原文没有“存在的主要问题及改进情况”这个标题
    [InlineData("html/shanghai-office-2019.html", "FM-01", "FM-02")] // 空着的格子；“251000元”
    [InlineData("pdf/huaian-hongze-2023.pdf", "ST-04", "ST-13", "T4-01", "T4-03")] // 2019年格式的表三；没有考核、评议、追究；两处合计印作0
    public async Task Only_true_errors_are_reported(string file, params string[] errors)
    {
        var result = ReportChecker.Check(new CheckContext(await Read(Path.Combine(Repository.Shared!, "corpus", file))));

        result.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Rule).Distinct().ShouldBe(errors, ignoreOrder: true);
    }

    [SharedFact]
    public async Task Every_sum_that_is_wrong_in_the_source_is_reported()
    {
        var broken = 0;
        foreach (var file in Corpus.WithTruth)
        {
            using var truth = JsonDocument.Parse(await File.ReadAllTextAsync(Corpus.TruthOf(file)));
            var result = default(CheckResult);
            foreach (var sum in truth.RootElement.GetProperty("_brokenSums").EnumerateArray())
            {
                result ??= ReportChecker.Check(new CheckContext(await Read(file)));
                result.Findings.ShouldContain(finding => finding.Rule == RuleOfSum[sum.GetString()!] && finding.Severity == Severity.Error, $"{file} {sum}");
                broken++;
            }
        }

        broken.ShouldBe(2);
    }

    private static async Task<AnnualReport> Read(string file) => (await ReportReader.ReadFileAsync(file, ReadLimits.Default)).Value;
}
