using System.Globalization;

namespace Gongkai.Bench;

/// <summary>内存：进程的工作集峰值，取自内核（Linux 的 VmHWM）；别的系统取 .NET 所知的峰值。</summary>
internal static class PeakMemory
{
    private const double Limit = 512;

    public static void Print(string what, long bytes) =>
        Figure.AtMost($"内存，{what}", bytes / (double)(1 << 20) / Limit, 1, $"峰值 {bytes >> 20} MB，上限 {Limit} MB");

    /// <summary>一个还在运行的进程到此刻为止的峰值；已经结束的为 0。</summary>
    public static long Of(System.Diagnostics.Process process)
    {
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                process.Refresh();
                return process.PeakWorkingSet64;
            }

            var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan("VmHWM:".Length).Trim().TrimEnd("kB "), CultureInfo.InvariantCulture) << 10;
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            return 0;
        }
    }
}
