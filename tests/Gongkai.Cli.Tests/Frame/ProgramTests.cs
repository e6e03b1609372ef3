using System.Diagnostics;
using System.Text;

namespace Gongkai.Cli.Tests.Frame;

public sealed class ProgramTests
{
    [Fact]
    public async Task The_program_writes_UTF8_without_a_mark_whatever_the_locale()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Application).Assembly.Location, "calendar", "check", "2025-03-01"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["LC_ALL"] = "C" },
        };
        using var process = Process.Start(start)!;
        using var bytes = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(bytes);
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(0);
        bytes.ToArray().ShouldBe(Encoding.UTF8.GetBytes("2025-03-01 周六  不是工作日，周末" + Environment.NewLine));
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException), "程序遇到了没有料到的情况（InvalidOperationException）")]
    [InlineData(typeof(IOException), "读写文件时出错")]
    [InlineData(typeof(OutOfMemoryException), "内存不足")]
    public async Task Whatever_goes_wrong_is_one_Chinese_sentence_without_a_stack(Type exception, string sentence)
    {
        using var output = new StringWriter();
        using var error = new StringWriter { NewLine = "\n" };
        using var input = new BrokenReader((Exception)Activator.CreateInstance(exception)!);

        (await Application.Run(["deadline", "--batch", "-"], output, error, input, TimeProvider.System)).ShouldBe(2);
        error.ToString().ShouldStartWith(sentence);
        error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }

    private sealed class BrokenReader(Exception exception) : TextReader
    {
        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default) => throw exception;
    }
}
