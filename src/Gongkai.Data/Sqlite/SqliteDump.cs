using Gongkai.Data.Backup;
using Microsoft.Data.Sqlite;

namespace Gongkai.Data.Sqlite;

/// <summary>SQLite 的备份与恢复：用它自己的联机备份，得到一份完整的库文件。</summary>
internal static class SqliteDump
{
    /// <summary>把库写进备份，答复登记在册的附件。</summary>
    /// <param name="scratch">暂存库文件的地方，用完删去。</param>
    public static async Task<IReadOnlyList<string>> Write(string file, string scratch, BackupWriter writer, CancellationToken cancel)
    {
        try
        {
            await using (var source = await SqliteEngine.Open(file, cancel))
            await using (var copy = Plain(scratch, SqliteOpenMode.ReadWriteCreate))
            {
                await copy.OpenAsync(cancel);
                source.BackupDatabase(copy);
            }

            var hashes = await Attachments(scratch, cancel);
            await writer.Add(BackupEntry.SqliteFile, async target =>
            {
                await using var copy = File.OpenRead(scratch);
                await copy.CopyToAsync(target, cancel);
            });
            return hashes;
        }
        finally
        {
            foreach (var leftover in (string[])[scratch, scratch + "-wal", scratch + "-shm"]) File.Delete(leftover);
        }
    }

    private static async Task<IReadOnlyList<string>> Attachments(string file, CancellationToken cancel)
    {
        await using var connection = Plain(file, SqliteOpenMode.ReadOnly);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT hash FROM attachment ORDER BY hash";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var hashes = new List<string>();
        while (await reader.ReadAsync(cancel)) hashes.Add(reader.GetString(0));
        return hashes;
    }

    private static SqliteConnection Plain(string file, SqliteOpenMode mode) =>
        new(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
}
