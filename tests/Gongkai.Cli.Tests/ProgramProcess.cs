using System.Diagnostics;
using System.Globalization;

namespace Gongkai.Cli.Tests;

/// <summary>真的程序，另起一个进程：看退出码、两路输出与内存的峰值；到时不结束就结束它。</summary>
internal static class ProgramProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan SampleEvery = TimeSpan.FromMilliseconds(20);

    /// <summary>dotnet 的完整路径：测试要改 PATH，不能靠 PATH 去找。</summary>
    private static string Dotnet => Environment.ProcessPath!;

    public static async Task<ProcessOutcome> Run(string[] arguments, Dictionary<string, string>? environment = null, string? user = null)
    {
        string[] command = [Dotnet, typeof(Application).Assembly.Location, .. arguments];
        if (user is not null) command = ["setpriv", $"--reuid={user}", "--clear-groups", .. command];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment ?? []) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var clock = new CancellationTokenSource(Patience);
        var ended = process.WaitForExitAsync(clock.Token);
        long peak = 0;
        try
        {
            while (await Task.WhenAny(ended, Task.Delay(SampleEvery, clock.Token)) != ended && !clock.IsCancellationRequested) peak = Math.Max(peak, PeakOf(process.Id));
            await ended;
        }
        catch (OperationCanceledException late)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{Patience} 之内没有结束：{string.Join(' ', arguments)}", late);
        }

        return new ProcessOutcome(process.ExitCode, await output, await error, peak);
    }

    /// <summary>系统记下的常驻内存峰值（VmHWM），字节；没有 /proc 的系统为 0。</summary>
    private static long PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}

/// <summary>一个进程的结果。</summary>
/// <param name="PeakBytes">内存峰值，字节。</param>
internal sealed record ProcessOutcome(int ExitCode, string Output, string Error, long PeakBytes);
