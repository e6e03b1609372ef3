namespace Gongkai.Cli.Tests.Law;

public sealed class FeeCommandTests
{
    [Theory]
    [InlineData("--items 41", """{"mode":"items","count":41,"fee":4300}""")]
    [InlineData("--items 10 --earlier 31", """{"mode":"items","count":10,"earlier":31,"fee":2100}""")]
    [InlineData("--pages 201", """{"mode":"pages","count":201,"fee":2740}""")]
    [InlineData("--items 0", """{"mode":"items","count":0,"fee":0}""")]
    public async Task Json_is_the_contract(string arguments, string json)
    {
        var run = await CommandLine.Run(["fee", .. arguments.Split(' '), "--on", "2025-03-03", "--json"]);

        run.Output.ShouldBe(json + "\n");
        run.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Text_shows_every_step() =>
        (await CommandLine.Run("fee", "--items", "41", "--on", "2025-03-03")).Output.ShouldBe("""
            第1—10件：10件 × 0元 = 0元
            第11—30件：20件 × 100元 = 2000元
            第31—40件：10件 × 200元 = 2000元
            第41—41件：1件 × 300元 = 300元
            合计 4300 元
            依据：《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）

            """.ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("", "要选一种")]
    [InlineData("--items 3 --pages 4", "要选一种")]
    [InlineData("--pages 4 --earlier 2", "按量计费不累加")]
    [InlineData("--items -5", "件数应在 0 到 100000 之间。")]
    [InlineData("--items 40 --on 2020-12-31", "2020-12-31 没有施行中的信息处理费标准")]
    [InlineData("--items 3 --json --format text", "--json 与 --format 不一致")]
    public async Task Wrong_usage_is_a_Chinese_sentence_and_exit_code_2(string arguments, string sentence)
    {
        var run = await CommandLine.Run(["fee", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(sentence);
    }
}
