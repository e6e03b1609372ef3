using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Gongkai.Documents.Programs;

/// <summary>外部程序的一次运行及其输出。到时、被取消或输出过多的，连同它的子进程一起结束；等待从不超过时限。</summary>
internal sealed class ProgramRun : IDisposable
{
    private const int ErrorBytes = 16 << 10;

    // 被结束之后，管道本应立刻关闭；若有脱离了进程树的孙进程还拿着管道，最多再等这么久。
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly Pump? _output;

    private ProgramRun(ProgramEnding ending, int exitCode = -1, Pump? output = null, string errors = "")
    {
        Ending = ending;
        ExitCode = exitCode;
        Errors = errors;
        _output = output;
    }

    public ProgramEnding Ending { get; }

    public int ExitCode { get; }

    public bool Succeeded => Ending == ProgramEnding.Finished && ExitCode == 0;

    /// <summary>标准输出；释放之后不可再用。</summary>
    public ReadOnlySpan<byte> Output => _output is null ? [] : _output.Content;

    /// <summary>标准错误的开头。</summary>
    public string Errors { get; }

    /// <exception cref="OperationCanceledException">调用方取消了；程序已被结束。</exception>
    public static ProgramRun Of(ProgramCall call, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var process = Start(call);
        if (process is null) return new ProgramRun(ProgramEnding.NotInstalled);
        if (call.MemoryBytes > 0) MemoryLimit.Apply(process.Id, call.MemoryBytes);

        var started = Stopwatch.GetTimestamp();
        var output = Pump.Start(process.StandardOutput.BaseStream, call.OutputBytes, whenFull: () => End(process));
        var errors = Pump.Start(process.StandardError.BaseStream, ErrorBytes, whenFull: null);
        if (call.Input is { } input) Feed(process.StandardInput.BaseStream, input);
        try
        {
            var ended = Task.WaitAll([output.Completion, errors.Completion], Milliseconds(call.Time), cancel)
                && process.WaitForExit(Milliseconds(call.Time - Stopwatch.GetElapsedTime(started)));
            if (output.IsFull) return Ended(process, ProgramEnding.TooMuchOutput, output, errors);
            return ended
                ? new ProgramRun(ProgramEnding.Finished, process.ExitCode, output, TextOf(errors))
                : Ended(process, ProgramEnding.TimedOut, output, errors);
        }
        catch (OperationCanceledException)
        {
            Ended(process, ProgramEnding.TimedOut, output, errors);
            throw;
        }
    }

    public void Dispose() => _output?.Release();

    private static Process? Start(ProgramCall call)
    {
        var path = call.Program.Find();
        if (path is null) return null;
        var start = new ProcessStartInfo(path, call.Arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = call.Input is not null,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = call.WorkingDirectory ?? "",
        };
        foreach (var (name, value) in call.Environment) start.Environment[name] = value;
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    // 程序可能不读完输入就结束，那时管道断开，不算错。
    private static void Feed(Stream stream, ReadOnlyMemory<byte> input) =>
        _ = Task.Factory.StartNew(
            () =>
            {
                try
                {
                    using (stream) stream.Write(input.Span);
                }
                catch (IOException)
                {
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

    private static ProgramRun Ended(Process process, ProgramEnding ending, Pump output, Pump errors)
    {
        End(process);
        if (!Task.WaitAll([output.Completion, errors.Completion], Grace)) return new ProgramRun(ending);
        output.Release();
        errors.Release();
        return new ProgramRun(ending);
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // 恰好自己结束了。
        }
    }

    private static string TextOf(Pump pump)
    {
        var text = Encoding.UTF8.GetString(pump.Content);
        pump.Release();
        return text;
    }

    private static int Milliseconds(TimeSpan time) => (int)Math.Clamp(time.TotalMilliseconds, 0, int.MaxValue);
}
