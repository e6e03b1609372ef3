using Gongkai.Scanning.Tests.Files;
using Gongkai.Testing;
using Xunit.Abstractions;

namespace Gongkai.Scanning.Tests.Planting;

/// <summary>每次用新的种子，把四百处以上的秘密埋进五种文件，看扫描器查出多少；种子打印出来，漏了的能重来（GONGKAI_SEED）。</summary>
public sealed class PlanterTests(ITestOutputHelper output)
{
    private const int LeastPlanted = 400;
    private const double LeastRecall = 0.99;

    [ToolFact("qpdf", "pdftotext", "pdftoppm")]
    public void At_least_ninety_nine_of_a_hundred_planted_secrets_are_found()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("GONGKAI_SEED"), out var given) ? given : Environment.TickCount;
        var (planted, missed) = (0, new List<string>());
        foreach (var file in new Planter(new SecretGarden(new Random(seed))).Files())
        {
            var findings = ScannedFiles.Scan(file.Content, file.Name);
            planted += file.Secrets.Count;
            missed.AddRange(file.Missed(findings).Select(one => $"{file.Name} {one.How}：{one.Secret.Value}"));
        }

        var said = $"种子 {seed}：埋下 {planted} 处，查出 {planted - missed.Count} 处（{(planted - missed.Count) / (double)planted:P2}）。漏了：{string.Join('；', missed)}";
        output.WriteLine(said);
        Console.WriteLine(said);
        planted.ShouldBeGreaterThanOrEqualTo(LeastPlanted);
        (missed.Count <= (1 - LeastRecall) * planted).ShouldBeTrue(said);
    }

    [Fact]
    public void Numbers_that_fail_their_check_are_no_errors()
    {
        var garden = new SecretGarden(new Random(20261130));
        for (var round = 0; round < 200; round++)
        {
            var wrong = garden.WrongResidentId();
            // 62 开头的错号，有十分之一恰好是合格的卡号。
            if (wrong.StartsWith("62", StringComparison.Ordinal)) continue;
            TextScanner.Scan($"号码{wrong}，卡号{garden.WrongBankCard()}。").ShouldNotContain(finding => finding.Severity == ScanSeverity.Error, wrong);
        }
    }
}
