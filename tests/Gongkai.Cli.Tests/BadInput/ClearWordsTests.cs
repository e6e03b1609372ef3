using Gongkai.Testing;

namespace Gongkai.Cli.Tests.BadInput;

/// <summary>只读过 README 的人会写错的命令：一句话说清楚，退出码 2。</summary>
public sealed class ClearWordsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string Report => Gongkai.Testing.Repository.PathOf("samples", "01-市交通运输局2023.txt");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("report", "convert", "a.txt", "--to", "md", "-o", "")]
    [InlineData("report", "batch", "a", "--out", "")]
    [InlineData("report", "read", "")]
    public async Task An_empty_argument_is_told_and_nothing_is_done(params string[] command)
    {
        var run = await CommandLine.Run(command);
        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldStartWith("有一个参数是空的，多半是脚本里的变量没有值。用法见 gongkai report ");
    }

    [Fact]
    public async Task A_misspelt_verb_is_one_sentence_and_the_way_to_the_help() =>
        (await CommandLine.Run("report", "chekc")).Error.ShouldBe("不认识“chekc”，是不是 check？\n用法见 gongkai report --help。\n");

    [Fact]
    public async Task A_batch_over_a_file_into_a_file_or_over_nothing_says_which()
    {
        var (file, empty) = (_folder.Write("a.txt", "甲"), Path.Combine(_folder.Path, "空"));
        Directory.CreateDirectory(empty);

        (await CommandLine.Run("report", "batch", file, "--out", empty)).ShouldBe(new CommandRun(2, "", $"{file} 是一个文件：单个文件用 gongkai report check。\n"));
        (await CommandLine.Run("report", "batch", _folder.Path, "--out", file)).ShouldBe(new CommandRun(2, "", $"{file} 是一个文件，不是文件夹：--out 要写一个文件夹。\n"));
        (await CommandLine.Run("report", "batch", empty, "--out", Path.Combine(_folder.Path, "果"))).ShouldBe(new CommandRun(2, "", $"文件夹 {empty} 里没有文件。\n"));
        (await CommandLine.Run("report", "batch", _folder.Path, "--out", "/proc/没有")).ShouldBe(new CommandRun(2, "", "不能在 /proc/没有 里写：没有权限，或者建不了这个文件夹。\n"));
    }

    [Fact]
    public async Task A_place_that_takes_no_file_is_told() =>
        (await CommandLine.Run("report", "convert", Report, "--to", "md", "-o", "/proc/a.md")).ShouldBe(new CommandRun(2, "", "/proc/a.md：这里写不下文件：磁盘已满，或者这个目录不能写。\n"));

    [Fact]
    public async Task Nothing_that_can_be_merged_is_one_sentence() =>
        (await CommandLine.Run("report", "merge", Path.Combine(_folder.Path, "没有"))).Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldEndWith("没有：找不到文件。");

    [Fact]
    public async Task Every_reason_ends_with_a_full_stop()
    {
        var missing = Path.Combine(_folder.Path, "没有");
        foreach (var command in new string[][] { ["report", "read", missing], ["report", "check", missing], ["report", "check", Report, "--previous", missing], ["scan", missing] })
            (await CommandLine.Run(command)).Error.ShouldBe($"{missing}：找不到文件。\n");
    }

    [Theory]
    [InlineData("report", "read", "none")]
    [InlineData("report", "check", "none")]
    [InlineData("scan", "none")]
    [InlineData("report", "batch", "none", "--out", "x")]
    [InlineData("fee", "--items", "-1")]
    [InlineData("calendar", "1990")]
    [InlineData("deadline", "--received", "x")]
    [InlineData("report", "merge", "none")]
    [InlineData("report", "chekc")]
    [InlineData("rules", "explain", "X")]
    public async Task English_messages_are_English(params string[] command)
    {
        var run = await CommandLine.Run(["--lang", "en", .. command]);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldNotBeEmpty();
        run.Error.ShouldAllBe(character => character < 0x2E80);
    }

    [Fact]
    public async Task A_comparison_in_English_leaves_only_what_the_reports_print_in_Chinese()
    {
        var run = await CommandLine.Run("--lang", "en", "report", "compare", Report, Gongkai.Testing.Repository.PathOf("samples", "02-市交通运输局2024.txt"));
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldStartWith("Old: “云泽市交通运输局” 2023\nNew: “云泽市交通运输局” 2024\n\nTable 2: 10 cells compared, 6 differ.\n");
        run.Output.ShouldContain("\nCarried over: does not agree.\n");
        run.Output.ShouldNotContain("：");
    }
}
