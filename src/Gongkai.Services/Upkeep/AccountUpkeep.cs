using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Services.Organisations;
using Gongkai.Services.SigningIn;

namespace Gongkai.Services.Upkeep;

/// <summary>账号的保养：在命令行发一次性口令，网站开着也行。</summary>
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
}
