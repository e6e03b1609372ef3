using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gongkai.Data.Sqlite;

/// <summary>SQLite：怎样连接。</summary>
internal static class SqliteEngine
{
    private const int BusySeconds = 30;

    public static void Configure(DbContextOptionsBuilder builder, string file) =>
        builder.UseSqlite(ConnectionString(file)).AddInterceptors(Pragmas.Instance);

    public static string ConnectionString(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = BusySeconds,
    }.ToString();

    /// <summary>打开一个连接，设定与上下文所用的相同。</summary>
    public static async Task<SqliteConnection> Open(string file, CancellationToken cancel)
    {
        var connection = new SqliteConnection(ConnectionString(file));
        await connection.OpenAsync(cancel);
        await Pragmas.Set(connection, cancel);
        return connection;
    }

    /// <summary>关掉连接池里闲着的连接。</summary>
    public static void CloseIdle(string file)
    {
        using var pooled = new SqliteConnection(ConnectionString(file));
        SqliteConnection.ClearPool(pooled);
    }

    /// <summary>
    /// WAL：写的时候别人照样读。synchronous=FULL：提交返回之前日志已经落盘，断电也不丢已经答应的事。
    /// secure_delete：抹去的个人信息连同它的密钥，不在空闲页里留下痕迹。
    /// </summary>
    private sealed class Pragmas : DbConnectionInterceptor
    {
        private const string Statement = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;";

        public static Pragmas Instance { get; } = new();

        public static async Task Set(DbConnection connection, CancellationToken cancel)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Statement;
            await command.ExecuteNonQueryAsync(cancel);
        }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Statement;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
            Set(connection, cancellationToken);
    }
}
