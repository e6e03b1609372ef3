using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Keys;
using Gongkai.Data.Upgrading;
using Gongkai.Law;

namespace Gongkai.Data.Backup;

/// <summary>恢复的结果：用的哪份备份，审计链核对得怎样，原来的东西挪到了哪里。</summary>
/// <param name="Replaced">原来的数据挪到的地方；原来没有数据的为空。</param>
public sealed record RestoreResult(BackupManifest Manifest, AuditReport Audit, string? Replaced);

/// <summary>恢复：先把备份从头到尾核对一遍，再写；有数据的地方不写，说明强制的才写，原来的挪到一边，不删。</summary>
public static class DatabaseRestore
{
    /// <summary>恢复一份备份，恢复完核对审计链。</summary>
    /// <param name="force">已有数据也恢复，原来的挪到一边。</param>
    public static async Task<Outcome<RestoreResult>> Restore(
        DataSettings settings, string path, bool force, TimeProvider clock, CancellationToken cancel)
    {
        Directory.CreateDirectory(settings.Folder);
        using var use = FolderUse.Alone(settings);
        if (use is null) return new Refusal(Say("有程序正在用这个数据文件夹，没有恢复。请先停下 gongkai serve。", "a program is using this data folder; nothing was restored. Stop gongkai serve first."));
        var opened = BackupReader.Open(path);
        if (!opened.Succeeded) return opened.Refusal!;
        using var backup = opened.Value;
        if (Unsuitable(settings, backup.Manifest) is { } unsuitable) return unsuitable;
        if (await backup.Check(cancel) is { } damaged) return damaged;

        var target = RestoreTarget.For(settings);
        if (await target.Refuse(force, cancel) is { } occupied) return occupied;
        var replaced = await target.MoveAside(backup.Manifest.WithAttachments, clock.GetUtcNow(), cancel);
        // 附件在先，数据在后：中途停下的，看不到缺了附件的库。
        await WriteAttachments(settings, backup, clock, cancel);
        await target.Write(backup, clock, cancel);
        use.Dispose();
        return await Conclude(settings, backup.Manifest, replaced, clock, cancel);
    }

    private static Refusal? Unsuitable(DataSettings settings, BackupManifest manifest)
    {
        if (manifest.Engine != settings.Engine)
            return new Refusal(Say($"备份来自 {manifest.Engine}，这里设置的是 {settings.Engine}，没有恢复。",
                $"the backup is of {manifest.Engine}, but {settings.Engine} is set here; nothing was restored."));
        if (manifest.Schema > SchemaScript.For(settings.Engine).Count)
            return new Refusal(Say($"备份是第 {manifest.Schema} 版，比程序新，没有恢复。请用新版的程序。",
                $"the backup is of schema {manifest.Schema}, newer than this program; nothing was restored. Use a newer program."));
        if (!File.Exists(settings.KeyPath))
            return new Refusal(Say($"找不到密钥文件 {settings.KeyPath}，没有恢复。备份里不含密钥，请先把密钥文件的备份放到那里。",
                $"there is no key file {settings.KeyPath}; nothing was restored. A backup holds no keys: put the copy of the key file there first."));
        return KeyFile.Open(settings.KeyPath).Audit.TryGet(manifest.AuditKey, out _)
            ? null
            : new Refusal(Say($"密钥文件 {settings.KeyPath} 里没有这份备份的密钥 {manifest.AuditKey}，没有恢复。请换成当时的密钥文件。",
                $"the key file {settings.KeyPath} lacks the key {manifest.AuditKey} of this backup; nothing was restored. Use the key file of that time."));
    }

    private static async Task WriteAttachments(DataSettings settings, BackupReader backup, TimeProvider clock, CancellationToken cancel)
    {
        var store = settings.CreateAttachmentStore(clock);
        using var disposable = store as IDisposable;
        foreach (var entry in backup.Manifest.Entries.Where(entry => entry.IsAttachment))
        {
            using var content = new MemoryStream();
            await using (var stream = backup.Open(entry)) await stream.CopyToAsync(content, cancel);
            await store.Put(entry.Hash, content.ToArray(), cancel);
        }
    }

    private static async Task<Outcome<RestoreResult>> Conclude(
        DataSettings settings, BackupManifest manifest, string? replaced, TimeProvider clock, CancellationToken cancel)
    {
        var opened = await DatabaseOpening.Open(settings, clock, cancel);
        if (!opened.Succeeded) return opened.Refusal!;
        using var database = opened.Value;
        var audit = await database.VerifyAudit([], cancel);
        await database.Acts.Perform<bool>(
            new Act("database.restore", Actor.System, ChainId.System),
            scope =>
            {
                scope.Record(new Subject("backup", manifest.At.ToString("O")), new { manifest.Schema, manifest.Engine, manifest.Attachments, audit.Records, problems = audit.Problems.Length });
                return Task.FromResult<Outcome<bool>>(true);
            },
            cancel);
        return new RestoreResult(manifest, audit, replaced);
    }
}
