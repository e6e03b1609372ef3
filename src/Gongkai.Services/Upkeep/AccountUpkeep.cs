using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Services.Organisations;
using Gongkai.Services.SigningIn;

namespace Gongkai.Services.Upkeep;

/// <summary>账号的保养：在命令行发一次性口令、印设置码，网站开着也行。</summary>
public static class AccountUpkeep
{
    /// <summary>发一个一次性口令；答复口令，只给这一次。</summary>
    /// <param name="dropTotp">连动态口令一起去掉。</param>
    public static async Task<Outcome<string>> Reset(DataSettings settings, string loginName, bool dropTotp, TimeProvider clock, CancellationToken cancel)
    {
        var opened = await DatabaseOpening.OpenExisting(settings, clock, cancel);
        if (!opened.Succeeded) return opened.Refusal!;
        using var database = opened.Value;
        var signIn = new SignInServices(database, new OrganisationServices(database, clock), clock);
        return await signIn.Passwords.ResetFromCommandLine(loginName, dropTotp, cancel);
    }

    /// <summary>首次设置的设置码；还没有数据库的，先建好。设置过的，没有设置码。</summary>
    public static async Task<Outcome<SetupCode>> SetupCode(DataSettings settings, TimeProvider clock, CancellationToken cancel)
    {
        var opened = await DatabaseOpening.Open(settings, clock, cancel);
        if (!opened.Succeeded) return opened.Refusal!;
        using var database = opened.Value;
        var firstRun = new SignInServices(database, new OrganisationServices(database, clock), clock).FirstRun;
        return await firstRun.IsNeeded(cancel)
            ? new SetupCode(firstRun.Token, firstRun.KeyFileAdvice)
            : new Refusal(Say("已经设置过了，没有设置码：请系统管理员登录；忘了口令的用 gongkai user reset。", "Already set up, so there is no setup token: sign in as the administrator, or use gongkai user reset."));
    }
}

/// <summary>首次设置要的：设置码，和密钥文件另存在别处的提醒。</summary>
public sealed record SetupCode(string Code, string KeyFileAdvice);
