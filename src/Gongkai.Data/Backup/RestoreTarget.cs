using Gongkai.Data.Postgres;
using Gongkai.Data.Sqlite;
using Gongkai.Law;

namespace Gongkai.Data.Backup;

/// <summary>恢复到哪里。</summary>
internal abstract class RestoreTarget(DataSettings settings)
{
    protected DataSettings Settings { get; } = settings;

    public static RestoreTarget For(DataSettings settings) =>
        settings.Engine == Engine.Sqlite ? new SqliteTarget(settings) : new PostgresTarget(settings);

    /// <summary>不能恢复到这里的，说明为什么。</summary>
    public async Task<Refusal?> Refuse(bool force, CancellationToken cancel)
    {
        if (await InUse(cancel) is { } inUse) return inUse;
        if (force || !(await HasData(cancel) || HasAttachments)) return null;
        return new Refusal(Say($"{Place} 里已经有数据，没有恢复。确要恢复，加 --force：原来的会挪到一边，不删。",
            $"there are data in {Place} already; nothing was restored. To restore all the same, add --force: what is there is put aside, not deleted."));
    }

    /// <summary>把原来的挪到一边，答复挪到了哪里；原来没有的为空。</summary>
    public async Task<string?> MoveAside(bool withAttachments, DateTimeOffset now, CancellationToken cancel)
    {
        var name = $"replaced_{now:yyyyMMddHHmmssfff}";
        var aside = Path.Combine(Settings.Folder, name);
        var moved = await MoveData(name, cancel);
        if (!withAttachments || !HasAttachments) return moved;
        Directory.CreateDirectory(aside);
        Directory.Move(Settings.AttachmentFolder, Path.Combine(aside, Path.GetFileName(Settings.AttachmentFolder)));
        return moved is null || moved == aside ? aside : Say($"{moved}、{aside}", $"{moved}, {aside}");
    }

    /// <summary>写入数据。</summary>
    public abstract Task Write(BackupReader backup, TimeProvider clock, CancellationToken cancel);

    protected abstract string Place { get; }

    protected abstract Task<bool> HasData(CancellationToken cancel);

    protected abstract Task<Refusal?> InUse(CancellationToken cancel);

    protected abstract Task<string?> MoveData(string name, CancellationToken cancel);

    private bool HasAttachments =>
        Settings.S3 is null && Directory.Exists(Settings.AttachmentFolder) && Directory.EnumerateFileSystemEntries(Settings.AttachmentFolder).Any();
}
