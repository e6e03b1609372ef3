using System.Diagnostics;
using System.Globalization;
using System.Net;
using Gongkai.Testing;
using Gongkai.Web;
using Gongkai.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Bench;

/// <summary>
/// 门户的页面：缓存着的一页，对照什么也不做、只把同样的字节与同样的头发出去的 Kestrel。
/// 两个服务在同一个进程里，轮流受同样的压力；装了 wrk 用 wrk，没有装的用 HttpClient。
/// </summary>
internal static class WebBench
{
    private const string Page = "/help";
    private const int Connections = 32;

    public static async Task Run(bool quick)
    {
        var seconds = quick ? 1 : 4;
        var folder = Directory.CreateTempSubdirectory("gongkai-bench-web-").FullName;
        var clock = Stopwatch.StartNew();
        await using var site = (await Site.Create(new SiteLaunch(folder, "http://127.0.0.1:0", Demo: false, TimeProvider.System), CancellationToken.None)).Value;
        await site.StartAsync();
        var siteAddress = new Uri(new Uri(site.Urls.Single()), Page);
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { DefaultRequestHeaders = { { "Accept-Encoding", "br" } } };
        using var first = await client.GetAsync(siteAddress);
        Console.WriteLine($"启动到第一页 {clock.Elapsed.TotalSeconds:0.00} 秒（应当 < 2），工作集 {Environment.WorkingSet >> 20} MB（含本程序；应当 < 250）");

        await using var bare = Bare(await first.Content.ReadAsByteArrayAsync(), first);
        await bare.StartAsync();
        var bareAddress = new Uri(bare.Urls.Single());
        Func<Uri, int, Task<double>> load = Tools.Find("wrk") is { } wrk ? (address, duration) => WithWrk(wrk, address, duration) : WithClient;
        await load(bareAddress, 1);
        await load(siteAddress, 1);
        var (baseline, measured) = (new List<double>(), new List<double>());
        for (var round = 0; round < Measurement.Rounds; round++)
        {
            baseline.Add(await load(bareAddress, seconds));
            measured.Add(await load(siteAddress, seconds));
        }

        var (bareRate, siteRate) = (Measurement.Median(baseline), Measurement.Median(measured));
        Console.WriteLine($"缓存的页面（{Page}，{first.Content.Headers.ContentLength ?? (await first.Content.ReadAsByteArrayAsync()).Length} 字节）：{siteRate:0}/秒，光有 Kestrel {bareRate:0}/秒，比值 {siteRate / bareRate:0.00}（应当 ≥ 0.70）");
        await site.StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static WebApplication Bare(byte[] bytes, HttpResponseMessage like)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        var headers = like.Headers.Concat(like.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Transfer-Encoding" or "Content-Length"))
            .Select(header => (header.Key, Value: string.Join(", ", header.Value))).ToArray();
        app.Run(context =>
        {
            foreach (var (name, value) in headers) context.Response.Headers[name] = value;
            context.Response.ContentLength = bytes.Length;
            return context.Response.Body.WriteAsync(bytes).AsTask();
        });
        return app;
    }

    private static async Task<double> WithWrk(string wrk, Uri address, int seconds)
    {
        var start = new ProcessStartInfo(wrk, ["-t1", $"-c{Connections}", $"-d{seconds}s", "-H", "Accept-Encoding: br", address.ToString()]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (output.Contains("Non-2xx", StringComparison.Ordinal)) throw new InvalidOperationException(output);
        var rate = output.Split('\n').Single(line => line.StartsWith("Requests/sec:", StringComparison.Ordinal)).Split(':')[1];
        return double.Parse(rate, CultureInfo.InvariantCulture);
    }

    private static async Task<double> WithClient(Uri address, int seconds)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { DefaultRequestHeaders = { { "Accept-Encoding", "br" } } };
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            var count = 0;
            for (; clock.Elapsed.TotalSeconds < seconds; count++) await client.GetByteArrayAsync(address);
            return count;
        }));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }
}
