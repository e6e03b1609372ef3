using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gongkai.Data.Postgres;

/// <summary>PostgreSQL：怎样连接。</summary>
internal static class PostgresEngine
{
    public static void Configure(DbContextOptionsBuilder builder, string connectionString) => builder.UseNpgsql(connectionString);

    /// <summary>打开一个连接，用完还给连接池。</summary>
    public static async Task<NpgsqlConnection> Open(string connectionString, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }

    /// <summary>关掉连接池里闲着的连接。</summary>
    public static void CloseIdle(string connectionString)
    {
        using var pooled = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(pooled);
    }
}
