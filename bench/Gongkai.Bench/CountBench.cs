using System.Diagnostics;
using System.Globalization;
using Gongkai.AnnualReports.Drafting;
using Gongkai.Data;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Outcomes;
using Gongkai.Services.AnnualReports;
using Gongkai.Services.Registers;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bench;

/// <summary>一个机关一百万件申请的一年：编一次年报，对照光是分组计数的一句查询（同样的索引可用），轮流量；快照要多久也印出来。</summary>
internal static class CountBench
{
    private const int Year = 2025;
    private const double MostTimes = 3;
    private const int Rounds = 7;

    public static async Task Run(Engine engine, int count)
    {
        if (engine == Engine.Postgres && PostgresCluster.Missing is { } missing)
        {
            Figure.NotMeasured("PostgreSQL", missing);
            return;
        }

        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var (cases, registers) = (new InventedCases(office), new RegisterServices(city.Database, city.Services, city.Clock));
        await cases.TakenOver("2025-0000", new(Year, 3, 3), CaseOutcome.Granted, new(Year, 3, 20));
        var clock = Stopwatch.StartNew();
        await Load(city.Database, engine, count);
        Console.WriteLine($"—— {engine}，一个机关 {count:N0} 件，装入 {clock.Elapsed.TotalSeconds:0} 秒");

        var compiler = new ReportCompiler(city.Database, registers.TableTwo, cases.Requests.Years, cases.Requests.Fees, office.Publication.OpinionBoard);
        var who = await office.Current(office.Holder(Role.DisclosureOfficeHead));
        async Task<int> Compile() => (int)InventedCity.Done(await compiler.Of(who, office.Unit, Year, ReportEdits.None, CancellationToken.None)).Report.Requests!.Find(TableThree.NewlyReceived, "total")!.Value.Number!.Value;
        await Ratio("编一次年报", city.Database, engine, office.Unit, Compile, count);

        clock.Restart();
        InventedCity.Done(await cases.Requests.Years.Take(office.Holder(Role.DisclosureOfficeHead), office.Unit, Year, 0, null, CancellationToken.None));
        Console.WriteLine($"取快照（逐件记下）{clock.Elapsed.TotalSeconds:0.0} 秒");
        await Ratio("取过快照以后编一次", city.Database, engine, office.Unit, Compile, count);
        PeakMemory.Print("本进程", PeakMemory.Of(Process.GetCurrentProcess()));
    }

    private static async Task Ratio(string what, Database database, Engine engine, UnitId unit, Func<Task<int>> compile, int count)
    {
        var (bare, compiled) = (new List<double>(), new List<double>());
        for (var round = -1; round < Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            var counted = await Bare(database, engine, unit);
            var first = clock.Elapsed.TotalMilliseconds;
            clock.Restart();
            var received = await compile();
            if (counted != count + 1 || received is 0) throw new InvalidOperationException($"数出 {counted} 件，新收 {received} 件。");
            if (round < 0) continue;
            bare.Add(first);
            compiled.Add(clock.Elapsed.TotalMilliseconds);
        }

        var (plain, whole) = (Measurement.Median(bare), Measurement.Median(compiled));
        Figure.AtMost($"{engine}，{what}，对照光是分组计数的一句", whole / plain, MostTimes, $"{whole:0} 毫秒对 {plain:0} 毫秒");
    }

    // 最简单的一句：哪一行、哪一列、几件。当年收到的、以前收到而没有在以前办结的。
    private static async Task<int> Bare(Database database, Engine engine, UnitId unit)
    {
        await using var db = database.CreateContext();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var (id, first, last) = engine == Engine.Sqlite ? ($"'{unit.Value.ToString().ToUpperInvariant()}'", $"'{Year}-01-01'", $"'{Year}-12-31'") : ($"'{unit.Value}'::uuid", $"DATE '{Year}-01-01'", $"DATE '{Year}-12-31'");
        command.CommandText = $"SELECT outcome, applicant, COUNT(*) FROM request_case WHERE unit = {id} AND redo_of IS NULL AND received_on <= {last} AND (result_on IS NULL OR result_on >= {first}) GROUP BY outcome, applicant";
        await db.Database.OpenConnectionAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var counted = 0;
        while (await reader.ReadAsync()) counted += reader.GetInt32(2);
        return counted;
    }

    // 照抄移入的一件许多份：十二分之一是上年结转的，八分之一第二年才办结，八分之一还在办；各种结局、各种申请人都有。
    private static async Task Load(Database database, Engine engine, int count)
    {
        await using var db = database.CreateContext();
        db.Database.SetCommandTimeout(600);
        var columns = db.Model.FindEntityType(typeof(RequestCaseRow))!.GetProperties().Select(property => property.GetColumnName()).ToList();
        var (applicants, outcomes) = (Enum.GetNames<ApplicantKind>(), OutcomeTable.All.Select(entry => entry.Outcome.ToString()).ToArray());
        var isSqlite = engine == Engine.Sqlite;
        string Day(string start, string days) => isSqlite ? $"date('{start}', '+' || ({days}) || ' days')" : $"DATE '{start}' + ({days})::int";
        const string received = "n.i % 12 = 0", open = "n.i % 8 = 1", later = "n.i % 8 = 2";
        string Value(string column) => column switch
        {
            "id" => isSqlite ? "printf('%08X-0000-7000-8000-%012X', n.i, n.i)" : "(lpad(to_hex(n.i), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n.i), 12, '0'))::uuid",
            "track_code" => "'MN' || n.i",
            "number" => "'甲' || n.i",
            "received_on" => $"CASE WHEN {received} THEN {Day("2024-10-01", "n.i % 90")} ELSE {Day("2025-01-01", "n.i % 330")} END",
            "result_on" => $"CASE WHEN {open} THEN NULL WHEN {later} THEN {Day("2026-01-01", "n.i % 28")} ELSE {Day("2025-01-20", "n.i % 340")} END",
            "outcome" => $"CASE WHEN {open} THEN NULL ELSE {Pick(outcomes, "n.i / 7")} END",
            "applicant" => Pick(applicants, "n.i / 3"),
            _ => $"t.{column}",
        };
        var from = isSqlite ? $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})" : $"WITH n(i) AS (SELECT generate_series(1, {count}))";
        await Do($"{from} INSERT INTO request_case ({string.Join(", ", columns)}) SELECT {string.Join(", ", columns.Select(Value))} FROM (SELECT * FROM request_case LIMIT 1) t, n");
        // PostgreSQL 测试用的服务器关着 autovacuum，真的服务器自己会做。
        await Do(isSqlite ? "ANALYZE" : "VACUUM ANALYZE request_case");

        Task Do(string statement) => db.Database.ExecuteSqlRawAsync(statement);
    }

    private static string Pick(string[] names, string turn) =>
        $"CASE ({turn}) % {names.Length.ToString(CultureInfo.InvariantCulture)} {string.Join(' ', names.Select((name, at) => $"WHEN {at} THEN '{name}'"))} END";
}
