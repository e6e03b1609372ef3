using Gongkai.Testing;

namespace Gongkai.Cli.Tests.Law;

public sealed class DeadlineBatchTests
{
    [Theory]
    [InlineData("""{"id":1,"received":"2025-01-24","correctionReceived":null,"feePaid":null,"consultations":[["2025-02-06","2025-02-20"]],"extensionDays":0}""",
        """{"id":1,"due":"2025-03-14","provisional":false}""")]
    [InlineData("""{"id":2,"received":"2025-01-17","consultations":[["2025-02-06",null]]}""", """{"id":2,"due":null,"remaining":11,"provisional":false}""")]
    [InlineData("""{"id":"甲","received":"2025-01-24","delayedUntil":"2025-04-30"}""", """{"id":"甲","due":"2025-04-30","provisional":false}""")]
    [InlineData("""{"id":3,"received":"2026-12-20"}""", """{"id":3,"due":"2027-01-15","provisional":true}""")]
    [InlineData("""{"id":4,"received":"2026-09-01","feePaid":"2026-10-12"}""", """{"id":4,"due":"2026-11-09","provisional":false}""")]
    [InlineData("""{"id":5,"received":"2025-01-24","correctionNoticeSent":"2025-02-11","correctionReceived":"2025-02-14"}""",
        """{"id":5,"due":"2025-02-27","provisional":false,"flags":["补正告知于 2025-02-11 发出，晚于 2025-02-10，答复期限仍自收到申请起算。"]}""")]
    public async Task A_line_in_is_a_line_out(string input, string output)
    {
        var run = await CommandLine.RunWithInput(input + "\n", "deadline", "--batch", "-");

        run.Output.ShouldBe(output + "\n");
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"id":1,"received":"2025-02-30"}""", """{"id":1,"error":"received 应为 2025-01-24 样子的日期，不能是 \"2025-02-30\"。"}""")]
    [InlineData("""{"id":1}""", """{"id":1,"error":"缺少收到申请之日 received。"}""")]
    [InlineData("""{"id":1,"received":""", """{"id":null,"error":"第1行不是完整的 JSON。"}""")]
    [InlineData("[1]", """{"id":null,"error":"第1行不是 JSON 对象。"}""")]
    [InlineData("""{"id":1,"received":"2025-01-24","consultations":[["2025-02-06"]]}""",
        """{"id":1,"error":"consultations 的每一项应为 [\"2025-02-06\",\"2025-02-20\"]，尚未结束的第二个写 null，不能是 [\"2025-02-06\"]。"}""")]
    [InlineData("""{"id":1,"received":"2025-01-24","extensionDays":"5"}""", """{"id":1,"error":"extensionDays 应为整数，不能是 \"5\"。"}""")]
    [InlineData("""{"id":1,"received":"2025-01-24","feePaid":"2025-01-02"}""", """{"id":1,"error":"缴费的日期 2025-01-02 早于收到申请的日期 2025-01-24。"}""")]
    public async Task A_line_that_cannot_be_reckoned_says_why_and_makes_the_exit_code_2(string input, string output)
    {
        var run = await CommandLine.RunWithInput(input, "deadline", "--batch", "-");

        run.Output.ShouldBe(output + "\n");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("1 行中有 1 行没有算出来");
    }

    [Fact]
    public async Task A_misspelt_field_is_not_passed_over() =>
        (await CommandLine.RunWithInput("""{"id":1,"received":"2025-01-24","extnsionDays":5}""", "deadline", "--batch", "-"))
            .Output.ShouldContain("不认识“extnsionDays”这一项");

    [Fact]
    public async Task One_bad_line_does_not_stop_the_others()
    {
        var run = await CommandLine.RunWithInput("坏的\n\n{\"id\":2,\"received\":\"2025-01-24\"}\n", "deadline", "--batch", "-");

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldEndWith("{\"id\":2,\"due\":\"2025-02-27\",\"provisional\":false}\n");
    }

    [Fact]
    public async Task A_file_is_read_like_standard_input_with_or_without_a_byte_order_mark()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("cases.jsonl", "\uFEFF{\"id\":1,\"received\":\"2025-01-24\"}\r\n");

        (await CommandLine.Run("deadline", "--batch", path)).Output.ShouldBe("{\"id\":1,\"due\":\"2025-02-27\",\"provisional\":false}\n");
    }

    [Fact]
    public async Task A_line_without_end_is_refused_and_the_next_one_is_read()
    {
        var run = await CommandLine.RunWithInput(new string('x', 200_000) + "\n{\"id\":2,\"received\":\"2025-01-24\"}", "deadline", "--batch", "-");

        run.Output.ShouldBe("{\"id\":null,\"error\":\"第1行超过 65536 个字。\"}\n{\"id\":2,\"due\":\"2025-02-27\",\"provisional\":false}\n");
        run.ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16_384)]
    [InlineData(16_385)]
    public async Task Many_lines_are_answered_one_by_one_wherever_the_buffer_ends(int padding)
    {
        var lines = string.Concat(Enumerable.Range(0, 500).Select(id => $"{{\"id\":{id},\"received\":\"2025-01-24\"}}\r\n"));

        var run = await CommandLine.RunWithInput(new string(' ', padding) + "\n" + lines, "deadline", "--batch", "-");

        run.Output.ShouldBe(string.Concat(Enumerable.Range(0, 500).Select(id => $"{{\"id\":{id},\"due\":\"2025-02-27\",\"provisional\":false}}\n")));
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var run = await CommandLine.Run("deadline", "--batch", "没有这个文件.jsonl");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldBe("找不到文件：没有这个文件.jsonl。\n");
    }

    [Fact]
    public async Task Cancelling_ends_the_run_with_one_sentence()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var input = new StringReader("{\"id\":1,\"received\":\"2025-01-24\"}");

        (await Application.Run(["deadline", "--batch", "-"], output, error, input, TimeProvider.System, cancelled.Token)).ShouldBe(2);
        error.ToString().Trim().ShouldBe("已中断。");
    }
}
