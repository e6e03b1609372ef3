using System.Diagnostics;
using Gongkai.Testing;

namespace Gongkai.Cli.Tests.Packaging;

/// <summary>装包：<c>./gongkai pack</c>。</summary>
public sealed class PackTests
{
    [LongFact]
    public async Task A_pack_unpacked_without_network_or_SDK_loads_the_demonstration_and_serves()
    {
        using var folder = new TemporaryFolder();

        var run = await Pack("linux-x64", "--quick", "--try", "--out", folder.Path);

        run.Error.ShouldContain("试过了：八个地址和样式都答 200，停得干净。");
        run.ExitCode.ShouldBe(0);
        Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order().ShouldBe(["SHA256SUMS", "gongkai-0.1.0-linux-x64.tar.gz"]);
    }

    [Theory]
    [InlineData("不认识“freebsd”", "freebsd")]
    [InlineData("--out 后面要写目录", "--out")]
    [InlineData("这一次没有做它", "win-x64", "--try")]
    public async Task What_cannot_be_packed_is_one_sentence(string sentence, params string[] arguments)
    {
        var run = await Pack(arguments);

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain(sentence);
    }

    private static async Task<(int ExitCode, string Output, string Error)> Pack(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "gongkai"), "pack", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
