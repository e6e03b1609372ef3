using System.Text.Json;

namespace Gongkai.Cli.Tests.Law;

public sealed class DeadlineCommandTests
{
    [Fact]
    public async Task Text_explains_the_deadline_day_by_day()
    {
        var run = await CommandLine.Run("deadline", "--received", "2025-01-24", "--consult", "2025-02-06..2025-02-20");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("2025-01-26 周日  第1个工作日（春节调休上班）\n");
        run.Output.ShouldContain("2025-02-07 周五  不计：征求意见（2025-02-06 至 2025-02-20）\n");
        run.Output.ShouldContain("2025-03-14 周五  第20个工作日，期限届满\n");
        run.Output.ShouldContain("补正告知期限：2025-02-10\n");
        run.Output.ShouldContain("答复期限：2025-03-14\n");
        run.Output.ShouldContain("依据：《政府信息公开条例》第三十三条第二款\n");
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_is_English_on_request()
    {
        var run = await CommandLine.Run("deadline", "--received", "2025-01-24", "--lang", "en");

        run.Output.ShouldContain("2025-01-26 Sun  working day 1 (make-up working day for Spring Festival)\n");
        run.Output.ShouldContain("Answer until: 2025-02-27\n");
    }

    [Fact]
    public async Task Json_carries_the_days()
    {
        var run = await CommandLine.Run("deadline", "--received", "2025-01-24", "--extend", "20", "--json");

        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("due").GetString().ShouldBe("2025-03-27");
        json.RootElement.GetProperty("provisional").GetBoolean().ShouldBeFalse();
        json.RootElement.GetProperty("quota").GetInt32().ShouldBe(40);
        json.RootElement.TryGetProperty("remaining", out _).ShouldBeFalse();
        json.RootElement.GetProperty("days").EnumerateArray().Last().GetProperty("reason").GetString().ShouldBe("第40个工作日，期限届满");
    }

    [Fact]
    public async Task An_open_consultation_leaves_working_days_and_no_date()
    {
        var run = await CommandLine.Run("deadline", "--received", "2025-01-17", "--consult", "2025-02-06..");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("征求意见尚未结束，结束后还有 11 个工作日");
    }

    [Fact]
    public async Task Several_consultations_are_united()
    {
        var run = await CommandLine.Run("deadline", "--received", "2026-02-24", "--consult", "2026-03-02..2026-03-12", "--consult", "2026-03-09..2026-03-18");

        run.Output.ShouldContain("答复期限：2026-04-09\n");
    }

    [Fact]
    public async Task A_late_extension_is_refused_with_its_basis()
    {
        var run = await CommandLine.Run("deadline", "--received", "2025-01-24", "--extend", "5", "--extension-approved", "2025-03-03");

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("延期须在期限届满（2025-02-27）前批准");
        run.Error.ShouldContain("依据：《政府信息公开条例》第三十三条第二款");
    }

    [Fact]
    public async Task Beyond_the_notices_the_answer_says_that_it_is_provisional() =>
        (await CommandLine.Run("deadline", "--received", "2026-12-20")).Output.ShouldContain("暂定：");

    [Theory]
    [InlineData("--received 2025/01/24", "“2025/01/24”不是日期")]
    [InlineData("--received 2025-02-30", "“2025-02-30”不是日期")]
    [InlineData("--received 2025-01-24 --consult 2025-02-06", "--consult 应写作")]
    [InlineData("--received 2025-01-24 --extend 二十", "--extend 的值“二十”不对，应为整数。")]
    [InlineData("--received 2025-01-24 --extend 21", "1 至 20")]
    [InlineData("--received 2025-01-24 --batch a.jsonl", "--batch 时")]
    [InlineData("", "缺少必填的 --received")]
    [InlineData("--recieved 2025-01-24", "是不是 --received？")]
    public async Task Wrong_usage_is_a_Chinese_sentence_and_exit_code_2(string arguments, string sentence)
    {
        var run = await CommandLine.Run(["deadline", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(sentence);
    }
}
