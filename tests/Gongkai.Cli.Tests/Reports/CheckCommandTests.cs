using System.Text.Json;
using Gongkai.AnnualReports.Model;
using Gongkai.Testing.Builders;

namespace Gongkai.Cli.Tests.Reports;

public sealed class CheckCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-check-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_clean_report_is_fine()
    {
        var run = await CommandLine.Run("report", "check", Write("干净.json", ReportBuilder.Clean2021()), "--previous", Write("上年.json", ReportBuilder.Previous2021()), "--level", "department");

        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        run.Output.ShouldContain("澄浦市文化和旅游局 2023年度：错误 0");
    }

    [Fact]
    public async Task Json_is_the_contract()
    {
        var file = Write("错表三.json", ReportBuilder.Clean2021().Set("requests.carriedIn.total", 2).Set("requests.carriedIn.naturalPerson", 2));
        var run = await CommandLine.Run("report", "check", file, "--level", "department", "--format", "json");

        run.ExitCode.ShouldBe(1);
        using var json = JsonDocument.Parse(run.Output);
        var report = json.RootElement.EnumerateArray().ShouldHaveSingleItem();
        report.EnumerateObject().Select(property => property.Name).ShouldBe(["file", "agency", "year", "findings", "notAssessable"]);
        report.GetProperty("file").GetString().ShouldBe(file);
        report.GetProperty("agency").GetString().ShouldBe("澄浦市文化和旅游局");
        report.GetProperty("year").GetInt32().ShouldBe(2023);
        var finding = report.GetProperty("findings").EnumerateArray().First(item => item.GetProperty("rule").GetString() == "T3-01");
        finding.EnumerateObject().Select(property => property.Name).ShouldBe(["rule", "severity", "message", "cells", "basis", "where"]);
        finding.GetProperty("severity").GetString().ShouldBe("error");
        finding.GetProperty("message").GetString().ShouldBe("自然人列不勾稽：12+2≠12+1");
        finding.GetProperty("cells").EnumerateArray().Select(cell => cell.GetString()).ShouldContain("requests.carriedIn.naturalPerson");
        var unassessed = report.GetProperty("notAssessable").EnumerateArray().First(item => item.GetProperty("rule").GetString() == "T3-04");
        unassessed.GetProperty("why").GetString().ShouldBe("没有给上年报告");
    }

    [Theory]
    [InlineData("焦作市文化广电和旅游局", "T2-04", "部门无规章制定权")]
    [InlineData("博爱县人民政府", "T2-05", "县级政府无规章制定权")]
    [InlineData("博爱县清化镇人民政府", "T2-04", "乡镇、街道无规章制定权")]
    [InlineData("博爱县人民政府办公室", "T2-04", "政府办公室无规章制定权")]
    [InlineData("焦作市人民政府", null, null)]
    public async Task The_level_of_the_body_is_seen_from_its_name(string agency, string? rule, string? message)
    {
        var file = Write("有规章.json", ReportBuilder.Clean2021().Agency(agency).SetRow("disclosure.regulations", 1, 0, 5));
        var run = await CommandLine.Run("report", "check", file, "--json");

        using var json = JsonDocument.Parse(run.Output);
        var power = json.RootElement[0].GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("rule").GetString() is "T2-04" or "T2-05")
            .Select(finding => (finding.GetProperty("rule").GetString(), finding.GetProperty("message").GetString()))
            .ToList();
        if (rule is null) power.ShouldBeEmpty();
        else power.ShouldHaveSingleItem().ShouldSatisfyAllConditions(found => found.Item1.ShouldBe(rule), found => found.Item2!.ShouldContain(message!));
    }

    [Fact]
    public async Task What_the_options_say_of_the_body_goes_before_its_name()
    {
        var file = Write("有规章.json", ReportBuilder.Clean2021().Agency("焦作市文化广电和旅游局").SetRow("disclosure.regulations", 1, 0, 5));

        (await CommandLine.Run("report", "check", file)).Output.ShouldContain("T2-04");
        (await CommandLine.Run("report", "check", file, "--level", "government")).Output.ShouldNotContain("T2-04");
        (await CommandLine.Run("report", "check", file, "--level", "government", "--region", "410822")).Output.ShouldContain("T2-05");
    }

    [Fact]
    public async Task An_unreadable_file_does_not_stop_the_others()
    {
        var empty = Path.Combine(_folder, "空.txt");
        await File.WriteAllTextAsync(empty, "");
        var run = await CommandLine.Run("report", "check", empty, Write("干净.json", ReportBuilder.Clean2021()), "--json");

        run.ExitCode.ShouldBe(2);
        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetArrayLength().ShouldBe(2);
        json.RootElement[0].EnumerateObject().Select(property => property.Name).ShouldBe(["file", "unreadable"]);
        json.RootElement[0].GetProperty("unreadable").GetString().ShouldNotBeNullOrWhiteSpace();
        json.RootElement[1].GetProperty("year").GetInt32().ShouldBe(2023);
    }

    [Fact]
    public async Task A_folder_is_answered_with_a_sentence()
    {
        var run = await CommandLine.Run("report", "check", _folder);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("这是一个文件夹");
    }

    [Fact]
    public async Task What_cannot_be_assessed_is_counted_and_listed_on_request()
    {
        var file = Write("干净.json", ReportBuilder.Clean2021());
        (await CommandLine.Run("report", "check", file)).Output.ShouldContain("加 --verbose 列出");
        (await CommandLine.Run("report", "check", file, "--verbose")).Output.ShouldContain("T3-04  没有给上年报告");
    }

    [Fact]
    public async Task Two_files_of_the_same_report_are_compared()
    {
        var page = Write("网页.json", ReportBuilder.Clean2021());
        var attachment = Write("附件.json", ReportBuilder.Clean2021().Set("disclosure.licences.decisions", 62));
        var run = await CommandLine.Run("report", "check", page, attachment);

        run.Output.ShouldContain("PB-02  同一报告的两个文件数字不一致：表二“行政许可”本年处理决定数量一为26，一为62");
    }

    [Theory]
    [InlineData("--level", "省政府", "--level 只能是 department、government、town")]
    [InlineData("--region", "4108", "--region 应是现行的六位行政区划代码")]
    [InlineData("--region", "999999", "没有“999999”这个代码")]
    [InlineData("--previous", "没有这个文件.docx", "没有这个文件.docx：")]
    public async Task Wrong_usage_is_a_Chinese_sentence_and_exit_code_2(string option, string value, string sentence)
    {
        var run = await CommandLine.Run("report", "check", Write("干净.json", ReportBuilder.Clean2021()), option, value);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(sentence);
        run.Output.ShouldBeEmpty();
    }

    private string Write(string name, ReportBuilder report)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, CanonicalJson.ToText(report.Build()));
        return path;
    }
}
