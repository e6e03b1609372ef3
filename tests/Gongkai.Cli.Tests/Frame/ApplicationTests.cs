namespace Gongkai.Cli.Tests.Frame;

public sealed class ApplicationTests
{
    [Fact]
    public async Task Version_is_printed_without_build_metadata()
    {
        var run = await CommandLine.Run("--version");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldMatch(@"\Agongkai [0-9]+\.[0-9]+\.[0-9]+\n\z");
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Help_is_Chinese_data_on_standard_output()
    {
        var run = await CommandLine.Run("--help");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("用法：");
        run.Output.ShouldContain("--lang <zh|en>");
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Help_is_English_on_request() =>
        (await CommandLine.Run("--lang", "en", "--help")).Output.ShouldContain("Usage:");

    [Fact]
    public async Task An_unknown_command_is_one_Chinese_sentence_and_exit_code_2()
    {
        var run = await CommandLine.Run("不存在的命令");

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("不认识“不存在的命令”。");
        run.Error.ShouldContain("gongkai --help");
    }

    [Fact]
    public async Task Without_a_command_the_available_ones_are_named()
    {
        var run = await CommandLine.Run();

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("请写出要做什么");
    }

    [Fact]
    public async Task A_wrong_language_is_refused()
    {
        var run = await CommandLine.Run("--lang", "fr", "--help-me");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--lang 只能是 zh、en，不能是“fr”。");
    }

    [Fact]
    public async Task A_file_named_like_a_response_file_is_not_opened() =>
        (await CommandLine.Run("@/etc/passwd")).Error.ShouldContain("不认识“@/etc/passwd”。");
}
