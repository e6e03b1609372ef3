using System.Diagnostics;
using System.Globalization;
using Gongkai.Data;
using Gongkai.Services.Requests;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bench;

/// <summary>
/// 收申请：封起来、接上审计链、落盘了才答复；对照同一个库里光插一行、提交一次，轮流量。
/// 再一秒二十件地收一分钟，有的同一张表单交两次，完了数一数：一件不丢，一件不重。
/// </summary>
internal static class IntakeBench
{
    private const double LeastShare = 0.4;
    private const int PerSecond = 20;
    private const int WarmUp = 2000;

    public static async Task Run(InventedCity city, InventedOffice office, RequestServices requests, bool quick)
    {
        var times = quick ? 100 : 400;
        await using (var db = city.Database.CreateContext()) await db.Database.ExecuteSqlRawAsync("CREATE TABLE bench_insert (id text PRIMARY KEY, content text NOT NULL)");
        // 跑着的网站，页面早已取过单位之树，代码也早已编译好了。
        await office.Current(city.Administrator);
        await Rate(WarmUp, _ => Insert(city.Database));
        await Rate(WarmUp, _ => Submit(requests, office, $"{Guid.NewGuid():N}"));
        var rows = await RowsOfOne(city.Database, requests, office);
        List<double> bare = [], taken = [], many = [];
        for (var round = 0; round < 5; round++)
        {
            bare.Add(await Rate(times, _ => Insert(city.Database)));
            taken.Add(await Rate(times, _ => Submit(requests, office, $"{Guid.NewGuid():N}")));
            many.Add(await Rate(times, _ => Insert(city.Database, rows)));
        }

        var (fast, slow) = (Measurement.Median(bare), Measurement.Median(taken));
        Figure.AtLeast("收一件申请（封、接链、落盘），对照光插一行再提交", slow / fast, LeastShare, $"{slow:0} 件/秒对 {fast:0} 件/秒");
        Console.WriteLine($"一件申请写 {rows} 行；光插 {rows} 行再提交，{Measurement.Median(many):0} 次/秒，收申请是它的 {slow / Measurement.Median(many):0.00}");
        await Paced(city, office, requests, quick ? 10 : 60);
        await using (var db = city.Database.CreateContext()) await db.Database.ExecuteSqlRawAsync("DROP TABLE bench_insert");
    }

    private static async Task Paced(InventedCity city, InventedOffice office, RequestServices requests, int seconds)
    {
        await using var db = city.Database.CreateContext();
        var before = await db.RequestCases.CountAsync();
        var (clock, sent, late) = (Stopwatch.StartNew(), new List<Task<(CaseReceipt Receipt, double Took)>>(), 0.0);
        for (var number = 0; number < seconds * PerSecond; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / PerSecond);
            if (due > clock.Elapsed) await Task.Delay(due - clock.Elapsed);
            late = Math.Max(late, (clock.Elapsed - due).TotalMilliseconds);
            var key = $"{Guid.NewGuid():N}";
            sent.Add(Timed(() => Submit(requests, office, key)));
            // 十件里有一件，网络不好，又交了一次。
            if (number % 10 == 0) sent.Add(Timed(() => Submit(requests, office, key)));
        }

        var done = await Task.WhenAll(sent);
        var (received, stored) = (done.Select(one => one.Receipt.Case).Distinct().Count(), await db.RequestCases.CountAsync() - before);
        List<double> took = [.. done.Select(one => one.Took)];
        took.Sort();
        if (stored != seconds * PerSecond || received != stored) throw new InvalidOperationException($"交了 {seconds * PerSecond} 件，答复了 {received} 件，库里有 {stored} 件。");
        Console.WriteLine($"一秒 {PerSecond} 件收 {seconds} 秒：交 {done.Length} 次，答复 {received} 件，库里多了 {stored} 件，不丢不重；一半 {took[took.Count / 2]:0} 毫秒以内，p95 {took[took.Count * 95 / 100]:0} 毫秒，最慢 {took[^1]:0} 毫秒，发得最迟 {late:0} 毫秒");
    }

    private static async Task<(CaseReceipt Receipt, double Took)> Timed(Func<Task<CaseReceipt>> submit)
    {
        var clock = Stopwatch.StartNew();
        return (await Task.Run(submit), clock.Elapsed.TotalMilliseconds);
    }

    private static async Task<CaseReceipt> Submit(RequestServices requests, InventedOffice office, string key) =>
        InventedCity.Done(await requests.Intake.Submit(office.Unit, InventedCases.Application(), key, CancellationToken.None));

    private static async Task<int> Insert(Database database, int rows = 1)
    {
        await using var db = database.CreateContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var inserted = 0;
        for (var row = 0; row < rows; row++)
        {
            var (id, content) = ($"{Guid.NewGuid():N}", InventedCases.Application().ToString());
            inserted += await db.Database.ExecuteSqlAsync($"INSERT INTO bench_insert (id, content) VALUES ({id}, {content})");
        }

        await transaction.CommitAsync();
        return inserted;
    }

    // 收一件，各表一共多了几行：差多少是多写的行，差多少是多做的事。
    private static async Task<int> RowsOfOne(Database database, RequestServices requests, InventedOffice office)
    {
        await using var db = database.CreateContext();
        var before = await Rows();
        await Submit(requests, office, $"{Guid.NewGuid():N}");
        return await Rows() - before;

        async Task<int> Rows()
        {
            var tables = db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct();
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT {string.Join(" + ", tables.Select(table => $"(SELECT COUNT(*) FROM \"{table}\")"))}";
            return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        }
    }

    private static async Task<double> Rate<T>(int times, Func<int, Task<T>> work)
    {
        var clock = Stopwatch.StartNew();
        for (var time = 0; time < times; time++) await work(time);
        return times / clock.Elapsed.TotalSeconds;
    }
}
