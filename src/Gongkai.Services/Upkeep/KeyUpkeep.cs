using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.PersonalData;
using Gongkai.Law;
using Gongkai.Services.Publication.Channels;
using Gongkai.Services.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Upkeep;

/// <summary>换密钥：密钥文件里加一把新的，凡是能改用新的都改用新的。</summary>
public static class KeyUpkeep
{
    /// <summary>
    /// 换密钥，并把个人信息的各把数据密钥、动态口令的种子、网页的密钥、推送的密钥都改用新的封。
    /// 旧的留在文件里：从前的审计记录、备份、备用码凭它核对。网站要先停下。
    /// </summary>
    public static async Task<Outcome<RotatedKeys>> Rotate(DataSettings settings, TimeProvider clock, CancellationToken cancel)
    {
        var opened = await DatabaseOpening.OpenWithNewKeys(settings, clock, cancel);
        if (!opened.Succeeded) return opened.Refusal!;
        using var database = opened.Value;
        var personal = await KeyRotation.Rewrap(database, Actor.System, cancel);
        var secrets = await database.Acts.Perform<int>(new Act("secret.reseal", Actor.System, ChainId.System), scope => Reseal(scope, database, cancel), cancel);
        return new RotatedKeys(settings.KeyPath, personal, secrets.Value);
    }

    private static async Task<Outcome<int>> Reseal(ActScope scope, Database database, CancellationToken cancel)
    {
        var secrets = database.Secrets;
        var accounts = (await scope.Db.Accounts.Where(row => row.TotpSecret != null).ToListAsync(cancel)).Where(row => !secrets.IsCurrent(row.TotpSecret)).ToList();
        foreach (var row in accounts) row.TotpSecret = Again(SecondFactor.Purpose(row.Person), row.TotpSecret!);
        var webKeys = (await scope.Db.WebKeys.ToListAsync(cancel)).Where(row => !secrets.IsCurrent(row.Content)).ToList();
        foreach (var row in webKeys) row.Content = Again(WebKeyStore.Purpose(row.Id), row.Content);
        var channels = (await scope.Db.ChannelAccounts.Where(row => row.Secret != null).ToListAsync(cancel)).Where(row => !secrets.IsCurrent(row.Secret)).ToList();
        foreach (var row in channels) row.Secret = Again(ChannelDesk.Purpose(row.Id), row.Secret!);
        scope.Record(new Subject("secret", "all"), new { totp = accounts.Count, webKeys = webKeys.Count, channels = channels.Count });
        return accounts.Count + webKeys.Count + channels.Count;

        byte[] Again(string purpose, byte[] box) => secrets.Seal(purpose, secrets.Open(purpose, box));
    }
}

/// <summary>换过密钥。</summary>
/// <param name="KeyFile">密钥文件，要重新另行备份。</param>
/// <param name="PersonalKeys">改用新密钥包的数据密钥有几把。</param>
/// <param name="Secrets">改用新密钥封的动态口令种子、网页密钥、推送密钥有几件。</param>
public sealed record RotatedKeys(string KeyFile, int PersonalKeys, int Secrets);
