using System.Security.Cryptography;
using System.Text;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Services.Organisations;

namespace Gongkai.Services.SigningIn;

/// <summary>
/// 首次设置：凭启动时印出的设置码，设立第一个单位和第一名系统管理员，并定他的口令。
/// 设置码由密钥文件算出，所以几个节点印的是同一个；设好以后就没有用了。
/// </summary>
public sealed class FirstRun(Database database, Founding founding, PasswordHashing hashing, TimeProvider clock)
{
    private const int TokenBytes = 15;

    /// <summary>还没有设置过。</summary>
    public Task<bool> IsNeeded(CancellationToken cancel) => founding.IsNeeded(cancel);

    /// <summary>设置码，四个一组；只印给能看到启动信息的人。</summary>
    public string Token => Base32.Grouped(Base32.Encode(database.Secrets.Fingerprint("setup", "").AsSpan(0, TokenBytes)));

    /// <summary>密钥文件要另行备份的话，首次启动时说。</summary>
    public string KeyFileAdvice =>
        Say(
            $"密钥文件在 {Path.GetFullPath(database.Settings.KeyPath)}。它不在数据库里，也不进备份：现在就另存一份，与数据库的备份分开放。丢了它，个人信息读不出来，审计记录无从核对，动态口令全部作废，谁也补不回来；别人得了它和数据库，就都能读。",
            $"The key file is {Path.GetFullPath(database.Settings.KeyPath)}. It is not in the database and goes into no backup: keep a copy now, apart from the backups. Without it personal data cannot be read, audit records cannot be verified and one-time codes are void, and nobody can make it anew; whoever has it and the database can read everything.");

    /// <summary>设置。</summary>
    public async Task<Outcome<Founded>> Begin(string token, FoundUnit command, string password, CancellationToken cancel)
    {
        if (!Matches(token)) return new Refusal("设置码不对：它印在程序启动的信息里，重新启动会再印一次。");
        if (SignInRules.On(LegalTime.Today(clock)).Check(password, command.AdministratorLoginName).Refusal is { } weak) return weak;
        var hash = hashing.Hash(password);
        return await database.Acts.Perform<Founded>(
            new Act("organisation.found", Data.Acts.Actor.System, ChainId.System) { Reason = "首次设置" },
            async scope =>
            {
                var founded = await Founding.Found(scope, command, cancel);
                if (founded.Succeeded) PasswordRegister.Create(scope, founded.Value.Administrator, hash);
                return founded;
            },
            cancel);
    }

    private bool Matches(string typed) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(Base32.Plain(typed)), Encoding.ASCII.GetBytes(Base32.Plain(Token)));
}
