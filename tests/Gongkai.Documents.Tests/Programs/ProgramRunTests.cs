using System.Diagnostics;
using System.Text;
using Gongkai.Documents.Programs;
using Gongkai.Testing;

namespace Gongkai.Documents.Tests.Programs;

public sealed class ProgramRunTests
{
    private static readonly ExternalProgram Shell = new("sh", "dash", ("测试", "test"), "-c");

    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    [ToolFact("sh")]
    public void Output_errors_and_exit_code_are_kept_apart()
    {
        using var run = Run("printf 出; printf 错 >&2; exit 3");
        run.Ending.ShouldBe(ProgramEnding.Finished);
        Encoding.UTF8.GetString(run.Output).ShouldBe("出");
        run.Errors.ShouldBe("错");
        run.ExitCode.ShouldBe(3);
        run.Succeeded.ShouldBeFalse();
    }

    [ToolFact("sh")]
    public void Arguments_are_passed_as_they_are()
    {
        using var run = ProgramRun.Of(
            new ProgramCall(Shell, ["-c", "printf '%s|' \"$@\"", "sh", "a b", "$(id)", "\"'\\", "*"]), CancellationToken.None);
        Encoding.UTF8.GetString(run.Output).ShouldBe("a b|$(id)|\"'\\|*|");
    }

    [ToolFact("sh")]
    public void Input_larger_than_a_pipe_goes_in_while_output_comes_out()
    {
        var input = new byte[3_000_000];
        new Random(5).NextBytes(input);
        using var run = ProgramRun.Of(new ProgramCall(Shell, ["-c", "cat"]) { Input = input }, CancellationToken.None);
        run.Output.SequenceEqual(input).ShouldBeTrue();
    }

    [ToolFact("sh")]
    public void A_program_that_does_not_read_its_input_is_no_error()
    {
        using var run = ProgramRun.Of(new ProgramCall(Shell, ["-c", "exit 0"]) { Input = new byte[3_000_000] }, CancellationToken.None);
        run.Succeeded.ShouldBeTrue();
    }

    [ToolFact("sh")]
    public void A_program_that_hangs_is_ended_with_its_children() => EndsInTime("sleep 60 & sleep 60", ProgramEnding.TimedOut);

    [ToolFact("sh")]
    public void A_child_that_outlives_its_parent_holding_the_pipe_does_not_hold_the_reader() =>
        EndsInTime("sleep 15 & exit 0", ProgramEnding.TimedOut);

    [ToolFact("sh")]
    public void A_program_that_closes_its_output_and_stays_is_ended() =>
        EndsInTime("exec >&- 2>&-; exec sleep 60", ProgramEnding.TimedOut);

    [ToolFact("sh")]
    public void Output_without_end_is_cut()
    {
        using var run = Run("yes", outputBytes: 100_000);
        run.Ending.ShouldBe(ProgramEnding.TooMuchOutput);
    }

    [ToolFact("sh")]
    public void Errors_without_end_are_drained_and_only_their_beginning_kept()
    {
        using var run = Run("head -c 3000000 /dev/zero | tr '\\0' x >&2; printf 完");
        run.Succeeded.ShouldBeTrue();
        Encoding.UTF8.GetString(run.Output).ShouldBe("完");
        run.Errors.Length.ShouldBeInRange(1, 16 << 10);
    }

    [ToolFact("sh")]
    public void Memory_has_a_limit()
    {
        if (!OperatingSystem.IsLinux()) return;
        // 先等一行输入，好让上限在它要内存之前已经设上。
        using var run = ProgramRun.Of(
            new ProgramCall(Shell, ["-c", "read line; ulimit -v"]) { Input = "go\n"u8.ToArray(), MemoryBytes = 64L << 20 },
            CancellationToken.None);
        Encoding.UTF8.GetString(run.Output).Trim().ShouldBe("65536");
    }

    [Fact]
    public void A_program_that_is_not_there_is_said_to_be_missing()
    {
        var missing = new ExternalProgram("gongkai-no-such-program", "no-such-package", ("测试", "test"), "-v");
        using var run = ProgramRun.Of(new ProgramCall(missing, []), CancellationToken.None);
        run.Ending.ShouldBe(ProgramEnding.NotInstalled);
        missing.NotInstalled.Reason.ShouldBe("缺少 gongkai-no-such-program：请安装 no-such-package（测试）");
    }

    [ToolFact("pdftotext")]
    public void The_probe_names_version_and_package()
    {
        var probe = ExternalPrograms.Probe(CancellationToken.None).Single(each => each.Program == ExternalPrograms.PdfToText);
        probe.Path.ShouldEndWith("pdftotext");
        probe.Version.ShouldNotBeNull().ShouldContain("pdftotext");
        probe.Problem.ShouldBeNull();
    }

    private static void EndsInTime(string script, ProgramEnding ending)
    {
        var started = Stopwatch.GetTimestamp();
        using var run = Run(script, time: Short);
        run.Ending.ShouldBe(ending);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(12));
    }

    private static ProgramRun Run(string script, TimeSpan? time = null, int outputBytes = 1 << 20) =>
        ProgramRun.Of(
            new ProgramCall(Shell, ["-c", script]) { Time = time ?? Long, OutputBytes = outputBytes }, CancellationToken.None);
}
