using Gongkai.Data.Backup;
using Gongkai.Data.Upgrading;
using Gongkai.Law;
using Npgsql;

namespace Gongkai.Data.Postgres;

/// <summary>恢复到 PostgreSQL 的当前模式。</summary>
internal sealed class PostgresTarget(DataSettings settings) : RestoreTarget(settings)
{
    private const int Looks = 20;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    protected override string Place => Say("数据库", "the database");

    public override async Task Write(BackupReader backup, TimeProvider clock, CancellationToken cancel)
    {
        // 先按备份的那一版建表，写回数据，以后再升级。
        await SchemaUpgrade.Apply(Settings, clock, (_, _) => Task.CompletedTask, cancel, upTo: backup.Manifest.Schema);
        await using var connection = await PostgresEngine.Open(Settings.Postgres!, cancel);
        await PostgresDump.Restore(connection, backup, cancel);
    }

    protected override async Task<bool> HasData(CancellationToken cancel) =>
        await Count("SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace", cancel) > 0;

    protected override async Task<Refusal?> InUse(CancellationToken cancel)
    {
        // 本程序闲着的连接不算。
        PostgresEngine.CloseIdle(Settings.Postgres!);
        var others = await Others(cancel);
        // 刚关上的连接，过一会儿才从服务器上消失。
        for (var look = 0; others > 0 && look < Looks; look++)
        {
            await Task.Delay(BetweenLooks, cancel);
            others = await Others(cancel);
        }

        return others == 0 ? null : new Refusal(Say($"还有 {others} 个连接在用这个数据库，没有恢复。请先停下各节点。",
            $"{others} more connections are using this database; nothing was restored. Stop all nodes first."));
    }

    protected override async Task<string?> MoveData(string name, CancellationToken cancel)
    {
        if (!await HasData(cancel)) return null;
        await using var connection = await PostgresEngine.Open(Settings.Postgres!, cancel);
        await using var current = new NpgsqlCommand("SELECT current_schema()::text", connection);
        var schema = (string)(await current.ExecuteScalarAsync(cancel))!;
        await using var rename = new NpgsqlCommand($"ALTER SCHEMA \"{schema}\" RENAME TO \"{name}\"; CREATE SCHEMA \"{schema}\"", connection);
        await rename.ExecuteNonQueryAsync(cancel);
        return Say($"模式 {name}", $"schema {name}");
    }

    private Task<long> Others(CancellationToken cancel) => Count(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()", cancel);

    private async Task<long> Count(string query, CancellationToken cancel)
    {
        // 不用连接池：别的连接在不在，要看得准。
        var single = new NpgsqlConnectionStringBuilder(Settings.Postgres) { Pooling = false };
        await using var connection = await PostgresEngine.Open(single.ConnectionString, cancel);
        await using var command = new NpgsqlCommand(query, connection);
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }
}
