using System.Diagnostics;
using Gongkai.Data;
using Gongkai.Data.Search;

namespace Gongkai.Bench;

/// <summary>
/// 检索：装进许多件，用固定的一组词去查，报各类词的中位数与 p95，和十倍件数的倍数。
/// 词分四类：少见（一两万件里一件）、不多（几百件里一件）、常见（几件里一件）、几个词或者带筛选。
/// </summary>
internal static class SearchBench
{
    private const double AimMilliseconds = 100;
    private const double MostGrowth = 2;
    private const int Repeats = 31;

    // 程序跑热、库里的页读进内存，才算。
    private const int Warming = 15;

    private const string Rare = "少见", Medium = "不多";

    private static readonly (string Class, SearchRequest Request)[] Mix =
    [
        (Rare, new("白鹭滩")), (Rare, new("第77号专项")), (Rare, new("青石湾 渡口")),
        (Medium, new("乌篷船")), (Medium, new("校园食品安全 复查")), (Medium, new("梅花鹿")),
        ("常见", new("通知")), ("常见", new("检查")), ("常见", new("2024")),
        ("几个词、筛选", new("校园 通知")),
        ("几个词、筛选", new("检查") { Unit = SearchItems.Units[3], Year = 2023 }),
        ("几个词、筛选", new("检查") { Unit = SearchItems.Units[4], Year = 2023 }),
        ("几个词、筛选", new("水库除险加固") { Category = "2010" }),
    ];

    /// <param name="databases">第几种引擎、装多少件的库在哪里：没有装的装好。</param>
    public static async Task Run(int[] sizes, IEnumerable<Engine> engines, SearchDatabases databases, bool onlyLoad)
    {
        Console.WriteLine($"词：{string.Join("；", Mix.GroupBy(one => one.Class).Select(group => $"{group.Key}：{string.Join("、", group.Select(one => one.Request.Text))}"))}；各查 {Repeats} 次");
        foreach (var engine in engines)
        {
            if (engine == Engine.Postgres && databases.Missing is { } missing)
            {
                Figure.NotMeasured("检索，PostgreSQL", missing);
                continue;
            }

            List<FilledDatabase> filled = [];
            foreach (var size in sizes) filled.Add(await databases.Open(engine, size));
            if (!onlyLoad) await Measure(engine, sizes, filled);
            foreach (var one in filled) await one.DisposeAsync();
        }
    }

    /// <summary>几个库轮流查，机器忙闲、程序冷热对各库一样。</summary>
    private static async Task Measure(Engine engine, int[] sizes, List<FilledDatabase> filled)
    {
        var runs = (from size in Enumerable.Range(0, sizes.Length) from word in Mix select new Asked(size, word.Class, word.Request, [])).ToList();
        for (var round = -Warming; round < Repeats; round++)
            foreach (var run in runs.OrderBy(run => run.Request.Text, StringComparer.Ordinal))
                await Search(filled[run.Size].Database, run, counts: round >= 0);

        foreach (var (size, at) in sizes.Select((size, at) => (size, at)))
        {
            var own = runs.Where(run => run.Size == at).ToList();
            foreach (var group in own.GroupBy(run => run.Class))
            {
                var each = string.Join("、", group.Select(run => $"{run.Request.Text} {run.Found} 件 {Measurement.Median(run.Times):0.0}"));
                Console.WriteLine($"{engine} {size:N0} 件，{group.Key}（毫秒：{each}）：中位数 {MedianOf(group):0.0}，p95 {Percentile(group):0.0}");
                if (at > 0) Growth($"{engine} {group.Key}，{size:N0} 件对 {sizes[at - 1]:N0} 件", MedianOf(group) / MedianOf(runs.Where(run => run.Size == at - 1 && run.Class == group.Key)), group.Key is Rare or Medium);
            }

            Figure.AtMost($"{engine} {size:N0} 件，全部词的 p95（毫秒）", Percentile(own), AimMilliseconds, "");
        }
    }

    private static void Growth(string what, double times, bool hasBar)
    {
        if (hasBar) Figure.AtMost(what, times, MostGrowth, "");
        else Console.WriteLine($"{what}：{times:0.00}（没有定线）");
    }

    private static async Task Search(Database database, Asked run, bool counts)
    {
        await using var db = database.CreateContext();
        var clock = Stopwatch.StartNew();
        var results = await db.Search(run.Request, CancellationToken.None);
        if (counts) run.Times.Add(clock.Elapsed.TotalMilliseconds);
        run.Found = $"{results.Count}{(results.More ? "+" : "")}";
    }

    private static double MedianOf(IEnumerable<Asked> runs) => Measurement.Median([.. runs.SelectMany(run => run.Times)]);

    private static double Percentile(IEnumerable<Asked> runs)
    {
        List<double> times = [.. runs.SelectMany(run => run.Times).Order()];
        return times[(int)Math.Ceiling(times.Count * 0.95) - 1];
    }

    private sealed record Asked(int Size, string Class, SearchRequest Request, List<double> Times)
    {
        public string Found { get; set; } = "";
    }
}
