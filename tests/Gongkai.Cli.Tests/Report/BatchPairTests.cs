using System.Text.Json;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Writing;
using Gongkai.Testing.Builders;

namespace Gongkai.Cli.Tests.Report;

/// <summary>同一机关上下两年的报告放在一起查。</summary>
public sealed class BatchPairTests : BatchFolder
{
    [Fact]
    public async Task Neighbouring_years_of_one_body_are_checked_together_as_report_check_does()
    {
        SaveYear("新.json", 2024, carriedIn: 9);
        SaveYear("旧.json", 2023);
        SaveYear("又一份旧的.json", 2023);
        SaveYear("别的机关.json", 2023, agency: "云泽市水务局");

        await Batch("数据");
        var check = await CommandLine.Run("report", "check", Path.Combine(Source, "新.json"), "--previous", Path.Combine(Source, "又一份旧的.json"), "--json");

        var expected = JsonDocument.Parse(check.Output).RootElement[0].GetProperty("findings").EnumerateArray()
            .Select(finding => $"{finding.GetProperty("rule").GetString()} {finding.GetProperty("message").GetString()} {finding.GetProperty("where").GetString()}").ToList();
        expected.ShouldContain(finding => finding.StartsWith("T3-04", StringComparison.Ordinal));
        Rows("数据", "findings.csv").Where(row => row["file"] == "新.json").Select(row => $"{row["rule"]} {row["message"].TrimStart('\'')} {row["where"]}").ShouldBe(expected);
        Rows("数据", "reports.csv").ToDictionary(row => row["file"], row => row["previous"]).ShouldBe(
            new Dictionary<string, string> { ["别的机关.json"] = "", ["又一份旧的.json"] = "", ["新.json"] = "又一份旧的.json", ["旧.json"] = "" }, ignoreOrder: true);
    }

    [Fact]
    public async Task Resuming_checks_the_pairs_again_whose_earlier_year_came_changed_or_went()
    {
        SaveYear("b新.json", 2024, carriedIn: 9);
        SaveYear("d.json", 2022);
        await Batch("数据");
        Rows("数据", "findings.csv").ShouldNotContain(row => row["rule"] == "T3-04");

        SaveYear("c旧.json", 2023);
        await SameAsAtOnce();
        Rows("数据", "findings.csv").ShouldContain(row => row["rule"] == "T3-04");
        SaveYear("c旧.json", 2023, carriedOut: 9_000_009);
        await SameAsAtOnce();
        SaveYear("a旧.json", 2023, carriedOut: 12);
        await SameAsAtOnce();
        File.Delete(Path.Combine(Source, "a旧.json"));
        File.Delete(Path.Combine(Source, "c旧.json"));
        await SameAsAtOnce();
        Rows("数据", "findings.csv").ShouldNotContain(row => row["rule"] == "T3-04");

        async Task SameAsAtOnce()
        {
            var resumed = await Batch("数据", "--resume");
            var fresh = PathOf("从头");
            if (Directory.Exists(fresh)) Directory.Delete(fresh, recursive: true);
            (await Batch("从头")).ExitCode.ShouldBe(resumed.ExitCode);
            Same("数据", "从头");
        }
    }

    [Fact]
    public async Task Stopped_between_the_two_checks_and_resumed_it_gives_the_same_bytes()
    {
        SaveYear("b新.json", 2024, carriedIn: 9);
        SaveYear("c旧.json", 2023);
        await Batch("从头");
        await Batch("数据");
        // 停在第二遍的中途：第一遍的行在前，第二遍写好的一行在后。
        var journal = Path.Combine(PathOf("数据"), "reports.jsonl");
        var lines = await File.ReadAllLinesAsync(journal);
        await File.WriteAllTextAsync(journal, string.Join('\n', WithoutPrevious(lines[0]), lines[1], lines[0], WithoutPrevious(lines[0])[..50]));

        await Batch("数据", "--resume");

        Same("数据", "从头");

        static string WithoutPrevious(string line) => System.Text.RegularExpressions.Regex.Replace(line, "\"previous\":\\{[^}]*\\},", "");
    }

    /// <summary>同一机关某年的报告；结转可以改得接不上。</summary>
    private void SaveYear(string name, int year, string agency = "云泽市文物局", int carriedIn = 0, int carriedOut = 0)
    {
        var report = ReportGenerator.Create(year, new ReportShape { Year = year, Size = ReportSize.Small });
        var (first, last) = (report.Requests!.Form.Row("carriedIn")!.Offset, report.Requests.Form.Row("carriedOut")!.Offset);
        report = report with
        {
            Agency = agency,
            Title = $"{agency}{year}年政府信息公开工作年度报告",
            Requests = report.Requests.With(cells => (cells[first], cells[last]) = (Cell.Of(cells[first].Value + carriedIn), Cell.Of(cells[last].Value + carriedOut))),
        };
        File.WriteAllBytes(Path.Combine(Source, name), ReportWriter.Write(report, ReportFormat.Json).Value);
    }
}
