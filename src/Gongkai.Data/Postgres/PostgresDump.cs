using System.Data;
using Gongkai.Data.Backup;
using Npgsql;

namespace Gongkai.Data.Postgres;

/// <summary>PostgreSQL 的备份与恢复：在一个快照之内逐表 COPY，不用另装程序。</summary>
internal static class PostgresDump
{
    private const string Extension = ".copy";

    // 先被引用的、后引用的：恢复时按这个次序，外键才成立。自己引用自己的不算。
    private const string TablesInOrder = """
        WITH RECURSIVE tables AS (
            SELECT oid, relname FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
        ), depth AS (
            SELECT oid, relname, 0 AS level FROM tables
            UNION
            SELECT t.oid, t.relname, d.level + 1 FROM depth d
            JOIN pg_constraint c ON c.confrelid = d.oid AND c.contype = 'f' AND c.conrelid <> c.confrelid
            JOIN tables t ON t.oid = c.conrelid WHERE d.level < 50
        )
        SELECT relname::text FROM depth GROUP BY relname ORDER BY max(level), relname
        """;

    // 生成列的值由库自己算，不必也不能写回。
    private const string ColumnsOfTable = """
        SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
        WHERE attrelid = (current_schema() || '.' || @table)::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
        """;

    private const string ResetIdentities = """
        DO $$ DECLARE r record; BEGIN
            FOR r IN SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attidentity <> ''
            LOOP
                EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), (SELECT coalesce(max(%I), 0) + 1 FROM %I), false)',
                    quote_ident(r.relname), r.attname, r.attname, r.relname);
            END LOOP;
        END $$
        """;

    /// <summary>把各表写进备份，答复登记在册的附件。</summary>
    public static async Task<IReadOnlyList<string>> Write(string connectionString, BackupWriter writer, CancellationToken cancel)
    {
        await using var connection = await PostgresEngine.Open(connectionString, cancel);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        foreach (var table in await Names(connection, TablesInOrder, cancel))
        {
            var columns = await Columns(connection, table, cancel);
            await writer.Add($"{BackupEntry.TableFolder}{table}{Extension}", async target =>
            {
                await using var rows = await connection.BeginRawBinaryCopyAsync($"COPY \"{table}\" ({columns}) TO STDOUT (FORMAT binary)", cancel);
                await rows.CopyToAsync(target, cancel);
            });
        }

        return await Names(connection, "SELECT hash FROM attachment ORDER BY hash", cancel);
    }

    /// <summary>把各表写回一个已经有表、没有数据的库。</summary>
    public static async Task Restore(NpgsqlConnection connection, BackupReader backup, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await Execute(connection, "DELETE FROM schema_version", cancel);
        foreach (var table in await Names(connection, TablesInOrder, cancel))
        {
            var entry = backup.Manifest.Entries.Single(entry => entry.Name == $"{BackupEntry.TableFolder}{table}{Extension}");
            var columns = await Columns(connection, table, cancel);
            await using var rows = backup.Open(entry);
            await using var target = await connection.BeginRawBinaryCopyAsync($"COPY \"{table}\" ({columns}) FROM STDIN (FORMAT binary)", cancel);
            await rows.CopyToAsync(target, cancel);
        }

        await Execute(connection, ResetIdentities, cancel);
        await transaction.CommitAsync(cancel);
    }

    private static async Task<List<string>> Names(NpgsqlConnection connection, string query, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var names = new List<string>();
        while (await reader.ReadAsync(cancel)) names.Add(reader.GetString(0));
        return names;
    }

    private static async Task<string> Columns(NpgsqlConnection connection, string table, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(ColumnsOfTable, connection) { Parameters = { new("table", table) } };
        return (string)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static async Task Execute(NpgsqlConnection connection, string statement, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
