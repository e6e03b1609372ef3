using Gongkai.Data.Keys;
using Gongkai.Data.Upgrading;
using Gongkai.Law;

namespace Gongkai.Data;

/// <summary>打开数据库：先升级到本程序的版本，再交出来用。</summary>
public static class DatabaseOpening
{
    /// <summary>打开；库比程序新的，拒绝。密钥文件没有的，新做一个。</summary>
    public static async Task<Outcome<Database>> Open(DataSettings settings, TimeProvider clock, CancellationToken cancel)
    {
        Directory.CreateDirectory(settings.Folder);
        var upgraded = await SchemaUpgrade.Apply(settings, clock, (_, _) => Task.CompletedTask, cancel);
        if (!upgraded.Succeeded) return upgraded.Refusal!;
        if (upgraded.Value.From > 0 && !File.Exists(settings.KeyPath)) return MissingKeys(settings);
        return new Database(settings, KeyFile.OpenOrCreate(settings.KeyPath), clock);
    }

    // 已有数据却没有密钥：另做一把只会让旧记录再也核对不了、旧的个人信息再也读不出。
    private static Refusal MissingKeys(DataSettings settings) =>
        new($"数据库已有数据，却找不到密钥文件 {settings.KeyPath}，没有打开。请从密钥文件的备份放回原处。");
}
