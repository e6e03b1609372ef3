using System.Diagnostics;
using Gongkai.Data;
using Gongkai.Data.Search;
using Gongkai.Testing.Databases;
using Npgsql;

namespace Gongkai.Bench;

/// <summary>
/// 供检索的库：平常用完就删。给了文件夹的，SQLite 的库留在那里；给了 PostgreSQL 连接串的，库留在那台服务器上：
/// 装一次，量许多次。
/// </summary>
/// <param name="Folder">SQLite 的库留在哪个文件夹；为空用完就删。</param>
/// <param name="Server">PostgreSQL 服务器的连接串；为空临时起一个。</param>
internal sealed record SearchDatabases(string? Folder, string? Server)
{
    public string? Missing => Server is null ? PostgresCluster.Missing : null;

    public async Task<FilledDatabase> Open(Engine engine, int size)
    {
        if (engine == Engine.Sqlite ? Folder is null : Server is null)
        {
            var test = await TestDatabase.Create(engine);
            await Load(test.Settings, size);
            return new FilledDatabase(test.Database, test);
        }

        var settings = await Kept(engine, size);
        var database = (await DatabaseOpening.Open(settings, TimeProvider.System, CancellationToken.None)).Value;
        await using (var db = database.CreateContext())
            if ((await db.Search(new("通知"), CancellationToken.None)).Count == 0)
                await Load(settings, size);
        return new FilledDatabase(database, null);
    }

    private static async Task Load(DataSettings settings, int size)
    {
        var clock = Stopwatch.StartNew();
        await SearchItems.Load(settings, size);
        Console.WriteLine($"{settings.Engine} 装入 {size:N0} 件并建索引，{clock.Elapsed.TotalSeconds:0} 秒");
    }

    private async Task<DataSettings> Kept(Engine engine, int size)
    {
        var settings = new DataSettings { Folder = Path.Combine(Folder ?? Path.GetTempPath(), $"gongkai-bench-{engine}-{size}") };
        if (engine == Engine.Sqlite) return settings;
        var name = $"gongkai_bench_{size}";
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var exists = new NpgsqlCommand("SELECT count(*) FROM pg_database WHERE datname = @name", connection) { Parameters = { new("name", name) } };
        if ((long)(await exists.ExecuteScalarAsync())! == 0)
        {
            await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
            await create.ExecuteNonQueryAsync();
        }

        return settings with { Postgres = new NpgsqlConnectionStringBuilder(Server) { Database = name }.ConnectionString };
    }
}

/// <summary>装好的库；用完关上，不留的删掉。</summary>
internal sealed class FilledDatabase(Database database, TestDatabase? test) : IAsyncDisposable
{
    public Database Database { get; } = database;

    public async ValueTask DisposeAsync()
    {
        if (test is not null) await test.DisposeAsync();
        else Database.Dispose();
    }
}
