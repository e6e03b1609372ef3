using System.Data.Common;

namespace Gongkai.Data.Postgres;

/// <summary>PostgreSQL 的咨询锁：升级时只容一个节点；连接断了，锁就放开。</summary>
internal sealed class AdvisoryLock : IAsyncDisposable
{
    // “gongkai”的 ASCII 码，别的程序不会碰巧用到。
    private const long Number = 0x676F6E676B6169;

    private readonly DbConnection _connection;

    private AdvisoryLock(DbConnection connection) => _connection = connection;

    public static async Task<AdvisoryLock> Take(DbConnection connection, CancellationToken cancel)
    {
        await Run(connection, $"SELECT pg_advisory_lock({Number})", cancel);
        return new AdvisoryLock(connection);
    }

    public async ValueTask DisposeAsync() => await Run(_connection, $"SELECT pg_advisory_unlock({Number})", CancellationToken.None);

    private static async Task Run(DbConnection connection, string statement, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(cancel);
    }
}
