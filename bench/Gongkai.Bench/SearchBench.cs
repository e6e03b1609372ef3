using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gongkai.Data;
using Gongkai.Data.Postgres;
using Gongkai.Data.Search;
using Gongkai.Testing.Databases;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Gongkai.Bench;

/// <summary>
/// 检索：成批装进许多件（一件一个标题、一段正文，约二百字），用固定的一组词去查，报各类词的中位数与 p95，和十倍件数的倍数。
/// 词分四类：少见（一两万件里一件）、不多（几百件里一件）、常见（几件里一件）、几个词或者带筛选。
/// </summary>
internal static class SearchBench
{
    private const double AimMilliseconds = 100;
    private const int Repeats = 15;

    private static readonly Guid[] Units = [.. Enumerable.Range(1, 20).Select(number => new Guid(number, 0, 0, new byte[8]))];

    private static readonly string[] Topics =
    [
        "校园食品安全", "古树名木保护", "农村供水保障", "公交线网优化", "临时救助", "排污许可管理", "水库除险加固", "居家养老服务", "职业病防治", "电梯安全监管", "高标准农田建设", "法律援助",
        "价格监测", "文物安全巡查", "停车资源共享", "传染病监测预警", "会计监督检查", "山洪灾害防御", "研学旅行", "秸秆禁烧",
    ];

    private static readonly (string Class, SearchRequest Request)[] Mix =
    [
        ("少见", Of("白鹭滩")), ("少见", Of("第77号专项")), ("少见", Of("青石湾 渡口")),
        ("不多", Of("乌篷船")), ("不多", Of("校园食品安全 复查")), ("不多", Of("梅花鹿")),
        ("常见", Of("通知")), ("常见", Of("检查")), ("常见", Of("2024")),
        ("几个词、筛选", Of("校园 通知")), ("几个词、筛选", Of("检查") with { Unit = Units[3], Year = 2023 }), ("几个词、筛选", Of("水库除险加固") with { Category = "2010" }),
    ];

    public static async Task Run(int[] sizes, IEnumerable<Engine> engines)
    {
        Console.WriteLine($"词：{string.Join("；", Mix.GroupBy(one => one.Class).Select(group => $"{group.Key}：{string.Join("、", group.Select(one => one.Request.Text))}"))}；各查 {Repeats} 次");
        foreach (var engine in engines)
        {
            if (engine == Engine.Postgres && PostgresCluster.Missing is { } missing)
            {
                Figure.NotMeasured("检索，PostgreSQL", missing);
                continue;
            }

            var before = new Dictionary<string, double>();
            foreach (var size in sizes) before = await Measure(engine, size, before);
        }
    }

    private static async Task<Dictionary<string, double>> Measure(Engine engine, int size, Dictionary<string, double> before)
    {
        await using var test = await TestDatabase.Create(engine);
        var clock = Stopwatch.StartNew();
        if (engine == Engine.Sqlite) await LoadSqlite(test.Settings, size);
        else await LoadPostgres(test.Settings, size);
        Console.WriteLine($"{engine} 装入 {size:N0} 件，{clock.Elapsed.TotalSeconds:0} 秒");

        var medians = new Dictionary<string, double>();
        List<double> all = [];
        foreach (var group in Mix.GroupBy(one => one.Class))
        {
            List<double> times = [];
            List<int> counts = [];
            foreach (var (_, request) in group) counts.Add(await Search(test.Database, request, times));
            medians[group.Key] = Measurement.Median(times);
            all.AddRange(times);
            var growth = before.TryGetValue(group.Key, out var smaller) ? $"，是十分之一件数时的 {medians[group.Key] / smaller:0.00} 倍" : "";
            Console.WriteLine($"{engine} {size:N0} 件，{group.Key}（查到 {string.Join("、", counts)}）：中位数 {medians[group.Key]:0.0} 毫秒，p95 {Percentile(times):0.0}{growth}");
        }

        Figure.AtMost($"{engine} {size:N0} 件，全部词的 p95（毫秒）", Percentile(all), AimMilliseconds, "");
        return medians;
    }

    private static async Task<int> Search(Database database, SearchRequest request, List<double> times)
    {
        var count = 0;
        // 头两次是冷的，不算。
        for (var time = -2; time < Repeats; time++)
        {
            await using var db = database.CreateContext();
            var clock = Stopwatch.StartNew();
            count = (await db.Search(request, CancellationToken.None)).Count;
            if (time >= 0) times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return count;
    }

    private static double Percentile(List<double> times)
    {
        times.Sort();
        return times[(int)Math.Ceiling(times.Count * 0.95) - 1];
    }

    private static SearchRequest Of(string text) => new(text, SearchAudience.Public);

    /// <summary>第几件：同样的编号总是同样的文字。</summary>
    private static (string Title, string Body, string Facets) Item(int number)
    {
        var random = new Random(number);
        var topic = Topics[random.Next(Topics.Length)];
        var title = $"云泽市关于{topic}{(number % 3 == 0 ? "的通知" : number % 3 == 1 ? "情况的通报" : "工作的公告")}（2{random.Next(19, 27):000}年第{number}号）";
        var body = new StringBuilder($"为做好{topic}工作，现将有关事项公布如下。");
        if (number % 4 == 0) body.Append("各单位要组织检查，发现问题当场整改，不能当场整改的限期整改。");
        if (number % 250 == 7) body.Append("沿河的乌篷船停靠点一并整治。");
        if (number % 400 == 11) body.Append("发现受伤的梅花鹿，请及时报告。");
        if (number % 300 == 13) body.Append("有关单位要逐项复查。");
        if (number % 15_000 == 17) body.Append("白鹭滩的设施由属地管理。");
        if (number % 20_000 == 19) body.Append("青石湾至对岸的渡口恢复开放。");
        if (number % 12_000 == 23) body.Append("列入第77号专项。");
        body.Append($"请各责任单位于{random.Next(1, 13)}月{random.Next(1, 29)}日以前办结，涉及{random.Next(2, 90)}个点位、{random.Next(10, 900)}户，资金{random.Next(10, 900)}万元，结果向社会公布，接受监督。");
        var year = 2019 + (number % 8);
        var facets = new SearchFacets { Audience = SearchAudience.Public, Unit = Units[number % Units.Length], Categories = [$"{2001 + (number % 15)}"], Year = year };
        return (title, body.ToString(), SearchFacetTokens.Of(new SearchEntry(new("item", $"{number}"), title, "", facets)));
    }

    private static IEnumerable<IndexedPassage> Passages(long ordinal, (string Title, string Body, string Facets) item) =>
    [
        SearchIndex.Indexed(ordinal * SearchPassages.PerDocument, item.Title, item.Title, item.Facets),
        SearchIndex.Indexed((ordinal * SearchPassages.PerDocument) + 1, item.Body, item.Title, item.Facets),
    ];

    private static async Task LoadSqlite(DataSettings settings, int size)
    {
        await using var connection = new SqliteConnection($"Data Source={settings.SqliteFile}");
        await connection.OpenAsync();
        await Execute("PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;");
        await using (var transaction = connection.BeginTransaction())
        {
            var document = Prepare("INSERT INTO search_document (ordinal, subject_kind, subject_id, title, facets) VALUES ($1, 'item', $2, $3, $4)", 4);
            var passage = Prepare("INSERT INTO search_passage (id, document, text) VALUES ($1, $2, $3)", 3);
            var index = Prepare("INSERT INTO search_index (rowid, tokens, facets) VALUES ($1, $2, $3)", 3);
            for (var number = 1; number <= size; number++)
            {
                var item = Item(number);
                await Run(document, number, $"{number}", item.Title, item.Facets);
                foreach (var one in Passages(number, item))
                {
                    await Run(passage, one.Id, number, one.Id % SearchPassages.PerDocument == 0 ? item.Title : item.Body);
                    await Run(index, one.Id, string.Join(' ', one.Tokens), string.Join(' ', one.Facets));
                }
            }

            await transaction.CommitAsync();

            SqliteCommand Prepare(string sql, int parameters)
            {
                var command = connection.CreateCommand();
                (command.CommandText, command.Transaction) = (sql, transaction);
                for (var at = 1; at <= parameters; at++) command.Parameters.Add(new SqliteParameter($"${at}", null));
                return command;
            }
        }

        await Execute("INSERT INTO search_index(search_index) VALUES('optimize'); PRAGMA wal_checkpoint(TRUNCATE); ANALYZE;");

        async Task Execute(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }

        static Task Run(SqliteCommand command, params object[] values)
        {
            for (var at = 0; at < values.Length; at++) command.Parameters[at].Value = values[at];
            return command.ExecuteNonQueryAsync();
        }
    }

    private static async Task LoadPostgres(DataSettings settings, int size)
    {
        await using var connection = new NpgsqlConnection(settings.Postgres);
        await connection.OpenAsync();
        await Execute("DROP INDEX ix_search_index_tokens");
        await using (var copy = await connection.BeginBinaryImportAsync("COPY search_document (ordinal, subject_kind, subject_id, title, facets) FROM STDIN (FORMAT BINARY)"))
        {
            for (var number = 1; number <= size; number++)
            {
                var item = Item(number);
                await copy.StartRowAsync();
                await copy.WriteAsync((long)number, NpgsqlDbType.Bigint);
                foreach (var text in new[] { "item", number.ToString(CultureInfo.InvariantCulture), item.Title, item.Facets }) await copy.WriteAsync(text, NpgsqlDbType.Text);
            }

            await copy.CompleteAsync();
        }

        await using (var copy = await connection.BeginBinaryImportAsync("COPY search_passage (id, document, text) FROM STDIN (FORMAT BINARY)"))
        {
            for (var number = 1; number <= size; number++)
            {
                var item = Item(number);
                foreach (var one in Passages(number, item))
                {
                    await copy.StartRowAsync();
                    await copy.WriteAsync(one.Id, NpgsqlDbType.Bigint);
                    await copy.WriteAsync((long)number, NpgsqlDbType.Bigint);
                    await copy.WriteAsync(one.Id % SearchPassages.PerDocument == 0 ? item.Title : item.Body, NpgsqlDbType.Text);
                }
            }

            await copy.CompleteAsync();
        }

        await using (var copy = await connection.BeginTextImportAsync("COPY search_index (passage, tokens) FROM STDIN"))
            for (var number = 1; number <= size; number++)
                foreach (var one in Passages(number, Item(number)))
                    await copy.WriteAsync($"{one.Id}\t{PostgresFullText.Vector(one.Tokens, one.Facets)}\n");

        await Execute("SET maintenance_work_mem = '512MB'; CREATE INDEX ix_search_index_tokens ON search_index USING gin (tokens) WITH (fastupdate = off); ANALYZE search_index; ANALYZE search_document; ANALYZE search_passage");

        async Task Execute(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync();
        }
    }
}
