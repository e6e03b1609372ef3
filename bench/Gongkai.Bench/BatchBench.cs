using System.Diagnostics;

namespace Gongkai.Bench;

/// <summary>批处理：<c>gongkai report batch</c> 读查一个装着许多份文本的文件夹，量它自己那个进程的内存峰值与速度。</summary>
internal static class BatchBench
{
    public static async Task Run(byte[][] texts, int count)
    {
        var root = Directory.CreateTempSubdirectory("gongkai-bench-batch-");
        try
        {
            var source = root.CreateSubdirectory("reports").FullName;
            for (var index = 0; index < count; index++) await File.WriteAllBytesAsync(Path.Combine(source, $"{index:00000}.txt"), texts[index % texts.Length]);
            var clock = Stopwatch.StartNew();
            var peak = await Peak(Start(source, Path.Combine(root.FullName, "out")));
            PeakMemory.Print($"report batch {count} 份", peak);
            Console.WriteLine($"批处理 {count} 份：{clock.Elapsed.TotalSeconds:0.0} 秒，{count / clock.Elapsed.TotalSeconds:0} 份/秒（连启动、写 JSON 与 CSV 在内）");
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static Process Start(string source, string target)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "gongkai.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, "report", "batch", source, "--out", target]) { RedirectStandardError = true, UseShellExecute = false })!;
    }

    private static async Task<long> Peak(Process process)
    {
        using (process)
        {
            var peak = 0L;
            var said = process.StandardError.ReadToEndAsync();
            while (!process.HasExited)
            {
                peak = Math.Max(peak, PeakMemory.Of(process));
                await Task.Delay(TimeSpan.FromMilliseconds(20));
            }

            // 2 是有文件读不出：这一组都是好的，读不出就是量错了。
            return process.ExitCode < 2 ? peak : throw new InvalidOperationException($"批处理没有做成：{await said}");
        }
    }
}
