using Gongkai.Data.Backup;
using Gongkai.Law;

namespace Gongkai.Data.Sqlite;

/// <summary>恢复成 SQLite 的库文件。</summary>
internal sealed class SqliteTarget(DataSettings settings) : RestoreTarget(settings)
{
    private static readonly string[] Suffixes = ["", "-wal", "-shm"];

    private IEnumerable<string> Files =>
        Suffixes.Select(suffix => Settings.SqliteFile + suffix).Where(File.Exists);

    protected override string Place => Settings.Folder;

    public override async Task Write(BackupReader backup, TimeProvider clock, CancellationToken cancel)
    {
        var entry = backup.Manifest.Entries.Single(entry => entry.Name == BackupEntry.SqliteFile);
        var incoming = Settings.SqliteFile + ".incoming";
        await using (var source = backup.Open(entry))
        await using (var target = new FileStream(incoming, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await source.CopyToAsync(target, cancel);
            target.Flush(flushToDisk: true);
        }

        File.Move(incoming, Settings.SqliteFile);
    }

    protected override Task<bool> HasData(CancellationToken cancel) => Task.FromResult(File.Exists(Settings.SqliteFile));

    protected override Task<Refusal?> InUse(CancellationToken cancel) => Task.FromResult<Refusal?>(null);

    protected override Task<string?> MoveData(string name, CancellationToken cancel)
    {
        var aside = Path.Combine(Settings.Folder, name);
        // 连接池里闲着的连接还指着旧文件，挪走之后它们读写的就是旧的。
        SqliteEngine.CloseIdle(Settings.SqliteFile);
        var files = Files.ToList();
        if (files.Count == 0) return Task.FromResult<string?>(null);
        Directory.CreateDirectory(aside);
        foreach (var file in files) File.Move(file, Path.Combine(aside, Path.GetFileName(file)));
        return Task.FromResult<string?>(aside);
    }
}
