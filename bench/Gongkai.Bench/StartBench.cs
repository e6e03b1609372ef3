using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Bench;

/// <summary>真的 <c>gongkai serve</c> 进程：从启动到答出第一页要多久，静下来占多少内存。数据库已经建好。</summary>
internal static partial class StartBench
{
    private const double MostSeconds = 2;
    private const double MostMegabytes = 250;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    public static async Task Run(bool quick)
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-bench-start-").FullName;
        await Once(folder);
        List<double> seconds = [], megabytes = [];
        for (var round = 0; round < (quick ? 2 : 5); round++)
        {
            var (taken, memory) = await Once(folder);
            seconds.Add(taken);
            megabytes.Add(memory);
        }

        Figure.AtMost("启动到第一页（秒）", Measurement.Median(seconds), MostSeconds, "进程启动算起，首页");
        Figure.AtMost("静下来的内存（MB）", Measurement.Median(megabytes), MostMegabytes, $"答过一页、过了 {Rest.TotalSeconds:0} 秒的常驻内存");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(double Seconds, double Megabytes)> Once(string folder)
    {
        var clock = Stopwatch.StartNew();
        var program = Path.Combine(AppContext.BaseDirectory, "gongkai.dll");
        using var site = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--urls", "http://127.0.0.1:0", "--data", folder]) { RedirectStandardError = true, UseShellExecute = false })!;
        try
        {
            var line = await site.StandardError.ReadLineAsync() ?? throw new InvalidOperationException("网站没有启动。");
            using var client = new HttpClient { BaseAddress = new Uri(Address().Match(line).Value) };
            (await client.GetAsync(new Uri("/", UriKind.Relative))).EnsureSuccessStatusCode();
            var taken = clock.Elapsed.TotalSeconds;
            await Task.Delay(Rest);
            var resident = (await File.ReadAllLinesAsync($"/proc/{site.Id}/status")).Single(status => status.StartsWith("VmRSS:", StringComparison.Ordinal));
            return (taken, double.Parse(resident.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024);
        }
        finally
        {
            site.Kill();
            await site.WaitForExitAsync();
        }
    }

    [GeneratedRegex("http://[0-9.:]+", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Address();
}
