using System.Diagnostics;
using Gongkai.Data;
using Gongkai.Services.Organisations;
using Gongkai.Testing;
using Gongkai.Testing.Organisations;
using Gongkai.Web;
using Gongkai.Web.Caching;
using Gongkai.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Bench;

/// <summary>
/// 没有缓存的页面：对照光有 Kestrel、按索引查一次库、写出同样多字节的一页；再看十倍的条数慢多少。
/// 每问一页之前先叫网站的页面缓存作废；两边轮流问，取中位数。
/// </summary>
internal static class PageBench
{
    private const double MostTimes = 6;
    private const double MostGrowth = 1.3;
    private const int Few = 2_000;

    public static async Task Run(bool quick)
    {
        var times = quick ? 20 : 100;
        var folder = Directory.CreateTempSubdirectory("gongkai-bench-page-").FullName;
        await using var site = (await Site.Create(new SiteLaunch(folder, "http://127.0.0.1:0", Demo: false, TimeProvider.System), CancellationToken.None)).Value;
        await site.StartAsync();
        var database = site.Services.GetRequiredService<Database>();
        var city = await InventedCity.In(database, new OrganisationServices(database, TimeProvider.System), new TestClock());
        await (await InventedOffice.Create(city)).Publish();
        await Copy(database, 1, Few);
        using var client = new HttpClient { BaseAddress = new Uri(site.Urls.Single()) };
        var pages = site.Services.GetRequiredService<PublicPages>();
        var item = Item(7);
        var body = await client.GetByteArrayAsync(new Uri(item, UriKind.Relative));
        await using var bare = Bare(database, body);
        await bare.StartAsync();
        using var plain = new HttpClient { BaseAddress = new Uri(bare.Urls.Single()) };

        string[] paths = ["/", "/catalogue", "/catalogue?page=3", item];
        var small = new Dictionary<string, double>();
        foreach (var path in paths) small[path] = await Median(client, path, times, pages);
        var one = await Median(plain, item, times, null);
        Figure.AtMost($"没有缓存的一条信息（{body.Length} 字节），对照按索引查一次库的一页", await Median(client, item, times, pages) / one, MostTimes, $"{small[item]:0.00} 毫秒对 {one:0.00} 毫秒");

        await Copy(database, Few, Few * 10);
        foreach (var path in paths)
        {
            var grown = await Median(client, path, times, pages);
            Figure.AtMost($"{path} 在 {Few * 10:N0} 条时对 {Few:N0} 条时", grown / small[path], MostGrowth, $"{grown:0.00} 毫秒对 {small[path]:0.00} 毫秒");
        }

        await site.StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    internal static string Item(int number) => $"/i/{number:0000000000}";

    private static async Task<double> Median(HttpClient client, string path, int times, PublicPages? pages)
    {
        List<double> taken = [];
        for (var time = -10; time < times; time++)
        {
            if (pages is not null) await pages.ContentChanged(CancellationToken.None);
            var clock = Stopwatch.StartNew();
            await client.GetByteArrayAsync(new Uri(path, UriKind.Relative));
            if (time >= 0) taken.Add(clock.Elapsed.TotalMilliseconds);
        }

        return Measurement.Median(taken);
    }

    private static WebApplication Bare(Database database, byte[] body) => Bare(body, async context =>
    {
        var shortId = context.Request.Path.Value!["/i/".Length..];
        await using var db = database.CreateContext();
        context.Response.Headers["Title"] = (await db.Items.AsNoTracking().Where(row => row.ShortId == shortId).Select(row => row.Id).SingleAsync()).ToString();
    });

    /// <summary>光有 Kestrel：问一次库，写出给定的字节。</summary>
    internal static WebApplication Bare(byte[] body, Func<HttpContext, Task> ask)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            await ask(context);
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.Body.WriteAsync(body);
        });
        return app;
    }

    /// <summary>把发布了的那一条照抄许多份，各有自己的编号、索引号与时刻。</summary>
    internal static async Task Copy(Database database, int from, int until)
    {
        await using var db = database.CreateContext();
        const string id = "printf('%08X-0000-7000-8000-%012X', n.i, n.i)";
        var columns = await Columns(db, "item");
        var replaced = columns.Select(column => column switch
        {
            "id" => id,
            "short_id" => "printf('%010d', n.i)",
            "index_number" => "printf('MB1234567/2026-%05d', n.i + 10)",
            "first_published_at" or "last_published_at" or "since" => $"strftime('%Y-%m-%d %H:%M:%f', {column}, '-' || n.i || ' minutes')",
            _ => column,
        });
        var numbers = $"WITH RECURSIVE n(i) AS (SELECT {from} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {until})";
        const string source = "(SELECT * FROM item WHERE short_id NOT GLOB '0000*' LIMIT 1)";
        List<string> statements = [$"{numbers} INSERT INTO item ({string.Join(',', columns)}) SELECT {string.Join(',', replaced)} FROM {source}, n"];
        foreach (var table in new[] { "item_version", "review_event" })
        {
            var children = await Columns(db, table);
            statements.Add($"{numbers} INSERT INTO {table} ({string.Join(',', children)}) SELECT {string.Join(',', children.Select(column => column == "item" ? id : column))} FROM {table}, n WHERE item = (SELECT id FROM {source})");
        }

        statements.Add("UPDATE public_stamp SET value = value + 1");
        statements.Add("ANALYZE");
        foreach (var statement in statements) await db.Database.ExecuteSqlRawAsync(statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
    }

    private static async Task<List<string>> Columns(GongkaiDbContext db, string table) =>
        await db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table})").ToListAsync();
}
