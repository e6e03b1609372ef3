using Gongkai.Data.Acts;
using Gongkai.Data.Keys;
using Gongkai.Data.Mapping.SigningIn;

namespace Gongkai.Services.SigningIn;

/// <summary>第二道：动态口令，或者一个没有用过的备用码。各只能用一次。</summary>
internal static class SecondFactor
{
    private const int RecoveryCodes = 10;
    private const int RecoveryGroups = 3;

    public static string Purpose(Guid person) => $"totp/{person:D}";

    /// <summary>收下并用掉；不对的返回假。</summary>
    public static bool Accept(ActScope scope, SecretKeeper secrets, AccountRow row, string typed)
    {
        if (row.TotpSecret is not { } box) return false;
        if (Totp.Match(secrets.Open(Purpose(row.Person), box), typed, scope.Now, row.TotpLastStep) is { } step)
        {
            row.TotpLastStep = step;
            return true;
        }

        var plain = Base32.Plain(typed);
        if (row.RecoveryCodes.FirstOrDefault(code => code.UsedAt is null && secrets.Matches(RecoveryPurpose(row.Person), plain, code.Hash)) is not { } found) return false;
        found.UsedAt = scope.Now;
        scope.Record(new Subject("account", row.Person), new { recoveryCode = "used", left = row.RecoveryCodes.Count(code => code.UsedAt is null) });
        return true;
    }

    /// <summary>换一批备用码，旧的全部作废；明文只在这时给出一次。</summary>
    public static IReadOnlyList<string> Renew(SecretKeeper secrets, AccountRow row)
    {
        row.RecoveryCodes.Clear();
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => Base32.RandomCode(RecoveryGroups)).ToList();
        row.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCodeRow { Person = row.Person, Hash = Hash(secrets, row.Person, code) }));
        return codes;
    }

    private static byte[] Hash(SecretKeeper secrets, Guid person, string code) => secrets.Fingerprint(RecoveryPurpose(person), Base32.Plain(code));

    private static string RecoveryPurpose(Guid person) => $"recovery/{person:D}";
}
