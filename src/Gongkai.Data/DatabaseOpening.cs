using Gongkai.Data.Backup;
using Gongkai.Data.Keys;
using Gongkai.Data.Upgrading;
using Gongkai.Law;

namespace Gongkai.Data;

/// <summary>打开数据库：先升级到本程序的版本，再交出来用。</summary>
public static class DatabaseOpening
{
    /// <summary>打开；没有的新建，旧的先备份再升级，比程序新的拒绝。第一次打开时新做密钥文件。</summary>
    public static Task<Outcome<Database>> Open(DataSettings settings, TimeProvider clock, CancellationToken cancel)
    {
        Directory.CreateDirectory(settings.Folder);
        return Open(settings, UpgradeMode.CreateOrUpgrade, clock, cancel);
    }

    /// <summary>打开现成的；没有的、还没有升级的，拒绝。</summary>
    public static async Task<Outcome<Database>> OpenExisting(DataSettings settings, TimeProvider clock, CancellationToken cancel) =>
        Directory.Exists(settings.Folder)
            ? await Open(settings, UpgradeMode.AsIs, clock, cancel)
            : NoFolder(settings);

    /// <summary>换密钥：加一把新的，用它打开。要独占数据文件夹：开着的网站还拿着旧的密钥，读不了新封的。</summary>
    /// <returns>换好、打开了的；有程序在用的、没有数据的，拒绝，密钥文件不动。</returns>
    public static async Task<Outcome<Database>> OpenWithNewKeys(DataSettings settings, TimeProvider clock, CancellationToken cancel)
    {
        if (!Directory.Exists(settings.Folder)) return NoFolder(settings);
        using (var alone = FolderUse.Alone(settings))
        {
            if (alone is null) return new Refusal(Say("有程序正在用这个数据文件夹，没有换密钥。请先停下 gongkai serve。",
                "a program is using this data folder; the keys were not changed. Stop gongkai serve first."));
            // 库打不开的，密钥也不换。
            var upgraded = await SchemaUpgrade.Apply(settings, clock, (_, _) => Task.CompletedTask, cancel, UpgradeMode.AsIs);
            if (!upgraded.Succeeded) return upgraded.Refusal!;
            if (!File.Exists(settings.KeyPath)) return MissingKeys(settings);
            KeyFile.Rotate(settings.KeyPath);
        }

        return await OpenExisting(settings, clock, cancel);
    }

    private static async Task<Outcome<Database>> Open(DataSettings settings, UpgradeMode mode, TimeProvider clock, CancellationToken cancel)
    {
        var use = FolderUse.Together(settings);
        if (use is null) return new Refusal(Say("正在恢复这个数据文件夹，请等它做完。", "this data folder is being restored; wait until that is done."));
        var opened = await Open(settings, use, mode, clock, cancel);
        if (!opened.Succeeded) use.Dispose();
        return opened;
    }

    private static async Task<Outcome<Database>> Open(DataSettings settings, FolderUse use, UpgradeMode mode, TimeProvider clock, CancellationToken cancel)
    {
        var upgraded = await SchemaUpgrade.Apply(settings, clock, (version, token) => BackUpFirst(settings, version, clock, token), cancel, mode);
        if (!upgraded.Succeeded) return upgraded.Refusal!;
        if (upgraded.Value.From > 0 && !File.Exists(settings.KeyPath)) return MissingKeys(settings);
        return new Database(settings, use, KeyFile.OpenOrCreate(settings.KeyPath), upgraded.Value, clock);
    }

    // 升级动的是数据，附件存了不改，不必再存一份。
    private static async Task BackUpFirst(DataSettings settings, int version, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var path = Path.Combine(settings.BackupFolder, $"before-upgrade-v{version}-{now:yyyyMMddHHmmss}.gongkai");
        await DatabaseBackup.Write(settings, attachments: null, KeyFile.Open(settings.KeyPath), version, path, now, cancel);
    }

    private static Refusal NoFolder(DataSettings settings) => new(Say($"没有数据文件夹 {settings.Folder}。", $"there is no data folder {settings.Folder}."));

    // 已有数据却没有密钥：另做一把只会让旧记录再也核对不了、旧的个人信息再也读不出。
    private static Refusal MissingKeys(DataSettings settings) =>
        new(Say($"数据库已有数据，却找不到密钥文件 {settings.KeyPath}，没有打开。请从密钥文件的备份放回原处。",
            $"the database holds data, but there is no key file {settings.KeyPath}; it was not opened. Put the copy of the key file back."));
}
