using System.Data.Common;
using Gongkai.Data.Postgres;
using Gongkai.Data.Search;
using Gongkai.Data.Sqlite;
using Gongkai.Law;

namespace Gongkai.Data.Upgrading;

/// <summary>打开库的时候，结构可以怎么办。</summary>
internal enum UpgradeMode
{
    /// <summary>没有就新建，旧的就升级。</summary>
    CreateOrUpgrade,

    /// <summary>只用现成的：没有的、旧的，都拒绝。</summary>
    AsIs,
}

/// <summary>升级的结果：原来第几版、现在第几版。</summary>
public sealed record UpgradeResult(int From, int To);

/// <summary>把库的结构升级到本程序的版本：占住锁、先备份、逐个脚本在事务里应用；库比程序新的，拒绝。</summary>
internal static class SchemaUpgrade
{
    /// <param name="backUp">升级有数据的库之前做的事；新库不做。</param>
    /// <param name="upTo">只升级到第几版；恢复旧备份时用。</param>
    public static async Task<Outcome<UpgradeResult>> Apply(
        DataSettings settings, TimeProvider clock, Func<int, CancellationToken, Task> backUp, CancellationToken cancel,
        UpgradeMode mode = UpgradeMode.CreateOrUpgrade, int upTo = int.MaxValue)
    {
        var scripts = SchemaScript.For(settings.Engine).Where(script => script.Version <= upTo).ToList();
        if (mode == UpgradeMode.AsIs && settings.Engine == Engine.Sqlite && !File.Exists(settings.SqliteFile)) return Nothing(settings);
        await using var upgradeLock = settings.Engine == Engine.Sqlite
            ? await FolderLock.Take(settings.LockFile, clock, cancel)
            : null;
        await using var connection = await Open(settings, cancel);
        await using var advisory = settings.Engine == Engine.Postgres ? await AdvisoryLock.Take(connection, cancel) : null;

        var applied = await SchemaVersions.Read(connection, settings.Engine, cancel);
        if (Refuse(scripts, applied) is { } refusal) return refusal;
        var pending = scripts.Skip(applied.Count).ToList();
        if (mode == UpgradeMode.AsIs && applied.Count == 0) return Nothing(settings);
        if (mode == UpgradeMode.AsIs && pending.Count > 0)
            return new Refusal(Say($"数据库是第 {applied.Count} 版，程序是第 {scripts.Count} 版。请先升级：gongkai db migrate。",
                $"the database is of schema {applied.Count}, this program of {scripts.Count}. Upgrade first: gongkai db migrate."));
        if (applied.Count > 0 && pending.Count > 0) await backUp(applied.Count, cancel);
        foreach (var script in pending) await ApplyScript(connection, script, clock, cancel);
        // 恢复旧备份时先建旧的表，那时索引是旧的样子，写回数据、升级之后再说。
        if (mode == UpgradeMode.CreateOrUpgrade && upTo == int.MaxValue) await SearchRebuilding.FillIfEmpty(settings, cancel);
        return new UpgradeResult(applied.Count, scripts.Count);
    }

    private static Refusal Nothing(DataSettings settings) => new(settings.Engine == Engine.Sqlite
        ? Say($"{settings.Folder} 里没有数据库。", $"there is no database in {settings.Folder}.")
        : Say("这个数据库里还没有公开台的数据。", "there are no data of Gongkai in this database yet."));

    private static Refusal? Refuse(List<SchemaScript> scripts, IReadOnlyList<AppliedScript> applied)
    {
        if (applied.Count > scripts.Count)
            return new Refusal(Say($"数据库是第 {applied.Count} 版，比程序（第 {scripts.Count} 版）新，没有打开。请用新版的程序，或者从旧版的备份恢复。",
                $"the database is of schema {applied.Count}, newer than this program ({scripts.Count}); it was not opened. Use a newer program, or restore a backup of the old version."));
        return applied.Where((row, index) => row.Hash != scripts[index].Hash).FirstOrDefault() is { } changed
            ? new Refusal(Say($"数据库是由另一份 {changed.Name} 建成的，与程序里的不一致，没有打开。请用建成它的那个版本的程序。",
                $"the database was made by another {changed.Name} than that of this program; it was not opened. Use the version of the program that made it."))
            : null;
    }

    private static async Task ApplyScript(DbConnection connection, SchemaScript script, TimeProvider clock, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = script.Text;
        await command.ExecuteNonQueryAsync(cancel);
        await SchemaVersions.Write(connection, transaction, script, clock.GetUtcNow(), cancel);
        await transaction.CommitAsync(cancel);
    }

    private static async Task<DbConnection> Open(DataSettings settings, CancellationToken cancel)
    {
        if (settings.Engine == Engine.Sqlite) return await SqliteEngine.Open(settings.SqliteFile, cancel);
        return await PostgresEngine.Open(settings.Postgres!, cancel);
    }
}
