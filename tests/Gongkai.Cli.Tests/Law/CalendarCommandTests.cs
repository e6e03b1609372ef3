using System.Text.Json;

namespace Gongkai.Cli.Tests.Law;

public sealed class CalendarCommandTests
{
    [Fact]
    public async Task A_year_has_its_working_days_and_special_days()
    {
        var run = await CommandLine.Run("calendar", "2025");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldStartWith("2025年：248个工作日\n");
        run.Output.ShouldContain("2025-01-26 周日  春节调休上班\n");
        run.Output.ShouldContain("依据：国办发明电〔2024〕12号\n");
        run.Output.ShouldNotContain("暂定");
    }

    [Fact]
    public async Task A_year_as_json()
    {
        var run = await CommandLine.Run("calendar", "2020", "--json");

        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("workdays").GetInt32().ShouldBe(249);
        json.RootElement.GetProperty("months").EnumerateArray().Sum(month => month.GetInt32()).ShouldBe(249);
        json.RootElement.GetProperty("days").EnumerateArray().First().GetRawText().ShouldBe(
            """{"date":"2020-01-01","kind":"holiday","name":"元旦","notice":"国办发明电〔2019〕16号"}""");
    }

    [Fact]
    public async Task A_year_without_a_notice_is_provisional() =>
        (await CommandLine.Run("calendar", "2027")).Output.ShouldContain("暂定：没有这一年的放假通知");

    [Theory]
    [InlineData("2025-01-26", "2025-01-26 周日  工作日，春节调休上班（国办发明电〔2024〕12号）\n")]
    [InlineData("2025-01-28", "2025-01-28 周二  不是工作日，春节放假（国办发明电〔2024〕12号）\n")]
    [InlineData("2025-03-01", "2025-03-01 周六  不是工作日，周末\n")]
    [InlineData("2027-06-01", "2027-06-01 周二  工作日（暂定：没有这一年的放假通知）\n")]
    public async Task A_day_is_explained(string date, string sentence) =>
        (await CommandLine.Run("calendar", "check", date)).Output.ShouldBe(sentence);

    [Fact]
    public async Task A_day_as_json() =>
        (await CommandLine.Run("calendar", "check", "2025-03-03", "--json")).Output.ShouldBe(
            """{"date":"2025-03-03","workday":true,"kind":"weekday","name":null,"notice":null,"provisional":false}""" + "\n");

    [Theory]
    [InlineData("calendar", "请写出 2000 到 2100 之间的年份")]
    [InlineData("calendar 25", "请写出 2000 到 2100 之间的年份")]
    [InlineData("calendar 二〇二五", "应为整数")]
    [InlineData("calendar check", "缺少 <日期>。")]
    [InlineData("calendar check 2025-1-3", "“2025-1-3”不是日期")]
    public async Task Wrong_usage_is_a_Chinese_sentence_and_exit_code_2(string arguments, string sentence)
    {
        var run = await CommandLine.Run(arguments.Split(' '));

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(sentence);
    }
}
