using System.Globalization;
using System.Text;
using Gongkai.Data;
using Gongkai.Data.Search;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Gongkai.Bench;

/// <summary>供检索的许多件：一件一个标题、一段正文，约二百字；成批写进库，全文索引由产品自己重建，与升级时一样。</summary>
internal static class SearchItems
{
    public static readonly Guid[] Units = [.. Enumerable.Range(1, 20).Select(number => new Guid(number, 0, 0, new byte[8]))];

    private static readonly string[] Topics =
    [
        "校园食品安全", "古树名木保护", "农村供水保障", "公交线网优化", "临时救助", "排污许可管理", "水库除险加固", "居家养老服务", "职业病防治", "电梯安全监管", "高标准农田建设", "法律援助",
        "价格监测", "文物安全巡查", "停车资源共享", "传染病监测预警", "会计监督检查", "山洪灾害防御", "研学旅行", "秸秆禁烧",
    ];

    /// <summary>写进库里，再建索引；已经有的不再写。</summary>
    public static async Task Load(DataSettings settings, int size)
    {
        if (settings.Engine == Engine.Sqlite) await LoadSqlite(settings, size);
        else await LoadPostgres(settings, size);
        await SearchRebuilding.FillIfEmpty(settings, CancellationToken.None);
        await using var db = new GongkaiDbContext(Database.OptionsFor(settings));
        await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, settings.Engine == Engine.Sqlite ? "PRAGMA wal_checkpoint(TRUNCATE); ANALYZE;" : "ANALYZE");
    }

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
        var facets = new SearchFacets { Unit = Units[number % Units.Length], Categories = [$"{2001 + (number % 15)}"], Year = 2019 + (number % 8) };
        return (title, body.ToString(), SearchFacetTokens.Of(new SearchEntry(new("item", $"{number}"), title, "", facets)));
    }

    private static async Task LoadSqlite(DataSettings settings, int size)
    {
        await using var connection = new SqliteConnection($"Data Source={settings.SqliteFile}");
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction();
        var document = Prepare("INSERT INTO search_document (ordinal, subject_kind, subject_id, title, facets) VALUES ($1, 'item', $2, $3, $4)", 4);
        var passage = Prepare("INSERT INTO search_passage (id, document, text) VALUES ($1, $2, $3)", 3);
        for (var number = 1; number <= size; number++)
        {
            var (title, body, facets) = Item(number);
            await Run(document, number, $"{number}", title, facets);
            await Run(passage, First(number), number, title);
            await Run(passage, First(number) + 1, number, body);
        }

        await transaction.CommitAsync();

        SqliteCommand Prepare(string sql, int parameters)
        {
            var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = (sql, transaction);
            for (var at = 1; at <= parameters; at++) command.Parameters.Add(new SqliteParameter($"${at}", null));
            return command;
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
        await using (var copy = await connection.BeginBinaryImportAsync("COPY search_document (ordinal, subject_kind, subject_id, title, facets) FROM STDIN (FORMAT BINARY)"))
        {
            for (var number = 1; number <= size; number++)
            {
                var (title, _, facets) = Item(number);
                await copy.StartRowAsync();
                await copy.WriteAsync((long)number, NpgsqlDbType.Bigint);
                foreach (var text in new[] { "item", number.ToString(CultureInfo.InvariantCulture), title, facets }) await copy.WriteAsync(text, NpgsqlDbType.Text);
            }

            await copy.CompleteAsync();
        }

        await using (var copy = await connection.BeginBinaryImportAsync("COPY search_passage (id, document, text) FROM STDIN (FORMAT BINARY)"))
        {
            for (var number = 1; number <= size; number++)
            {
                var (title, body, _) = Item(number);
                await Write(First(number), title);
                await Write(First(number) + 1, body);

                async Task Write(long id, string text)
                {
                    await copy.StartRowAsync();
                    await copy.WriteAsync(id, NpgsqlDbType.Bigint);
                    await copy.WriteAsync((long)number, NpgsqlDbType.Bigint);
                    await copy.WriteAsync(text, NpgsqlDbType.Text);
                }
            }

            await copy.CompleteAsync();
        }
    }

    private static long First(int number) => (long)number * SearchPassages.PerDocument;
}
