using System.Diagnostics;
using Gongkai.Data;
using Gongkai.Services.Organisations;
using Gongkai.Services.Publication;
using Gongkai.Testing;
using Gongkai.Testing.Organisations;
using Gongkai.Web;
using Gongkai.Web.Caching;
using Gongkai.Web.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Bench;

/// <summary>后台把一万条已发布的重扫一遍，同时问门户：没有缓存的一条信息、目录的一页，慢了多少。扫着与不扫轮着比，取中位数。</summary>
internal static class RescanBench
{
    private const double MostTimes = 1.1;

    public static async Task Run(bool quick)
    {
        var items = quick ? 1_000 : 10_000;
        var folder = Directory.CreateTempSubdirectory("gongkai-bench-rescan-").FullName;
        await using var site = (await Site.Create(new SiteLaunch(folder, "http://127.0.0.1:0", Demo: false, TimeProvider.System), CancellationToken.None)).Value;
        await site.StartAsync();
        var database = site.Services.GetRequiredService<Database>();
        var city = await InventedCity.In(database, new OrganisationServices(database, TimeProvider.System), new TestClock());
        await (await InventedOffice.Create(city)).Publish();
        await PageBench.Copy(database, 1, items);
        using var client = new HttpClient { BaseAddress = new Uri(site.Urls.Single()) };
        var pages = site.Services.GetRequiredService<PublicPages>();
        string[] paths = [PageBench.Item(7), "/catalogue"];
        await Ask(client, pages, paths, TimeSpan.FromSeconds(5), until: null);

        var before = await Ask(client, pages, paths, TimeSpan.FromSeconds(20), until: null);
        var clock = Stopwatch.StartNew();
        var pass = site.Services.GetRequiredService<PublicationServices>().Rescans.Pass(CancellationToken.None);
        var during = await Ask(client, pages, paths, TimeSpan.MaxValue, pass);
        var scanned = await pass;
        var took = clock.Elapsed;
        var after = await Ask(client, pages, paths, TimeSpan.FromSeconds(20), until: null);

        Console.WriteLine($"后台重扫 {scanned:N0} 条，{took.TotalSeconds:0} 秒，其间问了门户 {during.Sum(one => one.Count):N0} 次");
        for (var at = 0; at < paths.Length; at++)
        {
            List<double> quiet = [.. before[at], .. after[at]];
            var (slow, fast) = (Measurement.Median(during[at]), Measurement.Median(quiet));
            Figure.AtMost($"{paths[at]} 重扫时对平时", slow / fast, MostTimes, $"{slow:0.00} 毫秒对 {fast:0.00} 毫秒");
        }

        await site.StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<List<double>[]> Ask(HttpClient client, PublicPages pages, string[] paths, TimeSpan time, Task? until)
    {
        var (taken, clock) = (Array.ConvertAll(paths, _ => new List<double>()), Stopwatch.StartNew());
        while (clock.Elapsed < time && until is not { IsCompleted: true })
            for (var at = 0; at < paths.Length; at++)
            {
                await pages.ContentChanged(CancellationToken.None);
                var one = Stopwatch.StartNew();
                await client.GetByteArrayAsync(new Uri(paths[at], UriKind.Relative));
                taken[at].Add(one.Elapsed.TotalMilliseconds);
            }

        return taken;
    }
}
