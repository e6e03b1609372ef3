using System.Diagnostics;
using Gongkai.Data;
using Gongkai.Law.Calendar;
using Gongkai.Services.Requests;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bench;

/// <summary>
/// 依申请公开：一百件的办公室与十万件的办公室一样好用。装好许多没有办结的申请，逐项量：
/// 放假的通知变了，预览与逐件重算；五十个经办同时看清单、看案卷；收申请的速度，一分钟里收的一件不丢、一件不重。
/// </summary>
internal static class CaseBench
{
    private const double MostSeconds = 30;

    public static async Task Run(Engine engine, bool quick)
    {
        if (!CanMeasure(engine)) return;
        var count = quick ? 5_000 : 100_000;
        Console.WriteLine($"—— {engine}，{count:N0} 件没有办结的申请");
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var clock = Stopwatch.StartNew();
        await CaseLoading.Load(city, office, count);
        await using (var db = city.Database.CreateContext()) await db.Database.ExecuteSqlRawAsync("ANALYZE");
        Console.WriteLine($"装入 {clock.Elapsed.TotalSeconds:0} 秒");
        var requests = new RequestServices(city.Database, city.Services);
        await Recompute(city, office, requests, count);
        await Verify(city.Database);
        await CasePageBench.Run(city, office, quick);
        await IntakeBench.Run(city, office, requests, quick);
        await Verify(city.Database);
    }

    /// <summary>只量收申请：在空的库里。</summary>
    public static async Task Intake(Engine engine, bool quick)
    {
        if (!CanMeasure(engine)) return;
        Console.WriteLine($"—— {engine}，收申请");
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        await IntakeBench.Run(city, office, new RequestServices(city.Database, city.Services), quick);
        await Verify(city.Database);
    }

    private static bool CanMeasure(Engine engine)
    {
        PostgresCluster.IsDurable = true;
        if (engine != Engine.Postgres || PostgresCluster.Missing is not { } missing) return true;
        Figure.NotMeasured("PostgreSQL", missing);
        return false;
    }

    private static async Task Recompute(InventedCity city, InventedOffice office, RequestServices requests, int count)
    {
        var notice = new HolidayNotice { Title = "关于调整放假的通知", Number = "云政办发〔2026〕3号", Year = 2026, Source = "量速度", Off = [new(new(2026, 3, 6), "调整")] };
        var who = await office.Current(city.Administrator);
        var draft = InventedCity.Done(await requests.Holidays.Draft(city.Administrator, notice, null, null, CancellationToken.None));
        var clock = Stopwatch.StartNew();
        var seen = InventedCity.Done(await requests.Holidays.Open(who, draft, 1, CancellationToken.None));
        var preview = clock.Elapsed.TotalSeconds;
        InventedCity.Done(await requests.Holidays.Enforce(city.Administrator, draft, seen.Entered.Version, seen.Calendar, null, CancellationToken.None));
        clock.Restart();
        var looked = await requests.Recomputation.Run(int.MaxValue, CancellationToken.None);
        var written = clock.Elapsed.TotalSeconds;
        var moved = InventedCity.Done(await requests.Holidays.All(who, CancellationToken.None))[0].Moved;
        if (looked != count || moved != seen.Moves!.Moved) throw new InvalidOperationException($"预览说 {seen.Moves!.Moved} 件会变，重算看了 {looked} 件，变了 {moved} 件。");
        Figure.AtMost($"放假的通知变了，预览加逐件重算 {looked:N0} 件（变了 {moved:N0} 件，各记一笔），秒", preview + written, MostSeconds, $"预览 {preview:0.0} 秒，重算 {written:0.0} 秒");
    }

    // 装的、重算的、收的，都要经得起 gongkai db verify 的同一套核对。
    private static async Task Verify(Database database)
    {
        var clock = Stopwatch.StartNew();
        var (faults, audit) = (await CaseVerification.Of(database, CancellationToken.None), await database.VerifyAudit([], CancellationToken.None));
        if (faults.Length > 0 || audit.Problems.Any()) throw new InvalidOperationException($"核对不过：{faults.FirstOrDefault()?.Message ?? $"{audit.Problems.First()}"}");
        Console.WriteLine($"核对（各件由经过重算、审计链）没有问题，{clock.Elapsed.TotalSeconds:0} 秒");
    }
}
