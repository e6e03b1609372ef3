using System.Diagnostics;
using System.Globalization;
using Gongkai.AnnualReports.Indicators;
using Gongkai.Data;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Data.Queries.Publication;
using Gongkai.Services.AnnualReports.DataCentre;
using Gongkai.Services.Organisations;
using Gongkai.Testing;
using Gongkai.Testing.Organisations;
using Gongkai.Web;
using Gongkai.Web.Caching;
using Gongkai.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Bench;

/// <summary>数据中心：三千个机关、六年（<c>--years 10</c> 是十年）。指标的查询与没有缓存的页面，对照同一次运行里按索引查一次库的；另印装入、换一份要多久，占多少内存。</summary>
internal static class DataBench
{
    private const double MostTimes = 8;

    // 每个来源每分钟有限度：每问一次换一个来源，要信任本机的转发头。
    private static readonly Dictionary<string, string?> Trusted = new() { ["Proxies"] = "127.0.0.1" };

    // 有统一格式的头一年；十年的要用到以后的年度。
    private const int First = 2019;

    public static async Task Run(int bodies, int years, bool quick)
    {
        var times = quick ? 30 : 200;
        var folder = Directory.CreateTempSubdirectory("gongkai-bench-data-").FullName;
        await using var site = (await Site.Create(new SiteLaunch(folder, "http://127.0.0.1:0", Demo: false, TimeProvider.System, Trusted), CancellationToken.None)).Value;
        await site.StartAsync();
        var database = site.Services.GetRequiredService<Database>();
        var city = await InventedCity.In(database, new OrganisationServices(database, TimeProvider.System), new TestClock());
        var units = await Units(database, city, bodies);
        await PublishedYears.Fill(database, units, [.. Enumerable.Range(Math.Max(First, 2025 - years), years)]);
        Console.WriteLine($"{bodies:N0} 个机关 × {years} 年：库 {new FileInfo(Path.Combine(folder, "gongkai.db")).Length >> 20} MB");

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var source = site.Services.GetRequiredService<ReportSource>();
        var clock = Stopwatch.StartNew();
        var store = await source.Current(CancellationToken.None);
        Console.WriteLine($"第一次装入 {store.Facts.Length:N0} 份：{clock.Elapsed.TotalSeconds:0.0} 秒，占 {(GC.GetTotalMemory(forceFullCollection: true) - before) >> 20} MB");
        await PublishedYears.Fill(database, [city.Culture.Value], [2024]);
        clock.Restart();
        await source.Current(CancellationToken.None);
        Console.WriteLine($"公布一份以后再看：{clock.Elapsed.TotalMilliseconds:0} 毫秒");

        using var client = new HttpClient { BaseAddress = new Uri(site.Urls.Single()) };
        var pages = site.Services.GetRequiredService<PublicPages>();
        await using var bare = PageBench.Bare(await client.GetByteArrayAsync(new Uri("/data", UriKind.Relative)), context => One(database, context));
        await bare.StartAsync();
        using var plain = new HttpClient { BaseAddress = new Uri(bare.Urls.Single()) };
        var (query, indexed, page, simple) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var indicators = store.Indicators.All;
        for (var time = -10; time < times; time++)
        {
            var indicator = indicators[(time + 10) * 7 % indicators.Length];
            await Add(query, time, () => Ask(source, indicator));
            await Add(indexed, time, () => One(database, units[(time + 10) % units.Count]));
            client.DefaultRequestHeaders.Remove("X-Forwarded-For");
            client.DefaultRequestHeaders.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.0.{(time + 10) / 250}.{((time + 10) % 250) + 1}"));
            await pages.ContentChanged(CancellationToken.None);
            await Add(page, time, () => client.GetByteArrayAsync(new Uri($"/data?indicator={indicator.Key}", UriKind.Relative)));
            await Add(simple, time, () => plain.GetByteArrayAsync(new Uri($"/{units[(time + 10) % units.Count]}", UriKind.Relative)));
        }

        Console.WriteLine($"一个指标历年加一年的分布，p95 {Percentile(query):0.00} 毫秒；按索引查一次库，p95 {Percentile(indexed):0.00} 毫秒；相比 {Percentile(query) / Percentile(indexed):0.0} 倍");
        Figure.AtMost("没有缓存的 /data，对照按索引查一次库、写出同样多字节的一页（中位数）", Measurement.Median(page) / Measurement.Median(simple), MostTimes, $"{Measurement.Median(page):0.0} 毫秒对 {Measurement.Median(simple):0.0} 毫秒，p95 {Percentile(page):0.0} 对 {Percentile(simple):0.0}");
        await site.StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Add(List<double> taken, int time, Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        if (time >= 0) taken.Add(clock.Elapsed.TotalMilliseconds);
    }

    private static async Task Ask(ReportSource source, Indicator indicator)
    {
        var store = await source.Current(CancellationToken.None);
        var values = store.Values(indicator, new FigureFilter());
        DataViews.Trend(indicator, values);
        DataViews.Ranking(indicator, 2024, [.. values.Where(value => value.Fact.Year == 2024)]);
    }

    private static async Task One(Database database, Guid unit)
    {
        await using var db = database.CreateContext();
        await db.PublishedReports.AsNoTracking().Where(row => row.Unit == unit && row.Year == 2023).Select(row => row.Id).SingleAsync();
    }

    private static Task One(Database database, Microsoft.AspNetCore.Http.HttpContext context) => One(database, Guid.Parse(context.Request.Path.Value![1..]));

    private static double Percentile(List<double> taken) => taken.Order().ElementAt((int)(taken.Count * 0.95));

    // 照抄一个局许多份，各有自己的标识与名称；五个一县，各县有区划代码。
    private static async Task<List<Guid>> Units(Database database, InventedCity city, int count)
    {
        await using var db = database.CreateContext();
        var unit = await db.Units.Include(row => row.Periods).SingleAsync(row => row.Id == city.Tourism.Value);
        var created = await Columns(db, "unit");
        var periods = await Columns(db, "unit_period");
        var numbers = string.Create(CultureInfo.InvariantCulture, $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})");
        const string id = "printf('%08X-0000-7000-8000-%012X', n.i, n.i)";
        var source = unit.Id.ToString().ToUpperInvariant();
        string[] statements =
        [
            $"{numbers} INSERT INTO unit ({string.Join(',', created)}) SELECT {string.Join(',', created.Select(column => column == "id" ? id : column))} FROM (SELECT * FROM unit WHERE id = '{source}'), n",
            $"{numbers} INSERT INTO unit_period ({string.Join(',', periods)}) SELECT {string.Join(',', periods.Select(column => column switch { "unit" => id, "name" => "name || n.i", "region_code" => "printf('99%04d', n.i / 30)", _ => column }))} FROM (SELECT * FROM unit_period WHERE unit = '{source}' ORDER BY valid_from DESC LIMIT 1), n",
            "ANALYZE",
        ];
        foreach (var statement in statements) await db.Database.ExecuteSqlRawAsync(statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        await PublicItemQueries.AdvanceStamp(db, CancellationToken.None);
        var tree = await new UnitTrees().Load(db, CancellationToken.None);
        return [.. tree.Units.Select(one => one.Id.Value).Where(one => one.ToString("N").StartsWith("0000", StringComparison.Ordinal))];
    }

    private static Task<List<string>> Columns(GongkaiDbContext db, string table) => db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table})").ToListAsync();
}
