using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.SigningIn;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.SigningIn;

/// <summary>动态口令：设置、试过一次才生效、去掉、换备用码。</summary>
public sealed class TotpRegister(Database database)
{
    /// <summary>现在的情形：设了没有，备用码还剩几个。</summary>
    public async Task<TotpState> State(PersonId person, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var row = await AccountQueries.Row(db, person, cancel);
        return new TotpState(row is { TotpConfirmed: true }, row?.RecoveryCodes.Count(code => code.UsedAt is null) ?? 0);
    }

    /// <summary>开始设置：给一个新的种子，还没有生效；再来一次就换一个。</summary>
    /// <param name="issuer">系统的名称，显示在验证器里。</param>
    public Task<Outcome<TotpSetup>> Begin(PersonId person, string issuer, CancellationToken cancel) => Do<TotpSetup>(
        person,
        "totp.begin",
        async (scope, row) =>
        {
            if (row.TotpConfirmed) return new Refusal("动态口令已经设好；要换手机，先去掉再设。");
            var secret = Totp.NewSecret();
            row.TotpSecret = database.Secrets.Seal(SecondFactor.Purpose(row.Person), secret);
            scope.Record(new Subject("account", row.Person), new { totp = "begun" });
            var loginName = await scope.Db.People.Where(one => one.Id == row.Person).Select(one => one.LoginName).SingleAsync(cancel);
            return new TotpSetup(Base32.Grouped(Base32.Encode(secret)), Totp.Address(secret, issuer, loginName));
        },
        cancel);

    /// <summary>正在设置的种子，页面刷新时再显示；没有在设置的为空。</summary>
    public async Task<TotpSetup?> Pending(PersonId person, string issuer, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var found = await PersonQueries.Find(db, person, cancel);
        if (found is null || await AccountQueries.Row(db, person, cancel) is not { TotpSecret: { } box, TotpConfirmed: false }) return null;
        var secret = database.Secrets.Open(SecondFactor.Purpose(person.Value), box);
        return new TotpSetup(Base32.Grouped(Base32.Encode(secret)), Totp.Address(secret, issuer, found.LoginName));
    }

    /// <summary>交一个动态口令，证明设好了；从此登录要用。答复备用码，只给这一次。</summary>
    public Task<Outcome<RecoveryCodes>> Confirm(PersonId person, SessionId session, string code, CancellationToken cancel) => DoWithCode<RecoveryCodes>(
        person,
        "totp.enable",
        code,
        row => row.TotpConfirmed ? new Refusal("动态口令已经设好。") : null,
        async (scope, row) =>
        {
            row.TotpConfirmed = true;
            await PasswordRegister.Carry(scope, row, session, cancel);
            scope.Record(new Subject("account", row.Person), new { totp = "enabled" });
            return new RecoveryCodes(SecondFactor.Renew(database.Secrets, row));
        },
        cancel);

    /// <summary>换一批备用码，旧的作废；要交一个动态口令或备用码。</summary>
    public Task<Outcome<RecoveryCodes>> RenewRecoveryCodes(PersonId person, string code, CancellationToken cancel) => DoWithCode(
        person,
        "totp.renew-codes",
        code,
        NotSet,
        (scope, row) =>
        {
            scope.Record(new Subject("account", row.Person), new { recoveryCodes = "renewed" });
            return Task.FromResult(new RecoveryCodes(SecondFactor.Renew(database.Secrets, row)));
        },
        cancel);

    /// <summary>去掉；要交一个动态口令或备用码。</summary>
    public Task<Outcome<TotpState>> Remove(PersonId person, SessionId session, string code, CancellationToken cancel) => DoWithCode(
        person,
        "totp.disable",
        code,
        NotSet,
        async (scope, row) =>
        {
            PasswordRegister.Drop(row);
            await PasswordRegister.Carry(scope, row, session, cancel);
            scope.Record(new Subject("account", row.Person), new { totp = "disabled" });
            return new TotpState(false, 0);
        },
        cancel);

    private static Refusal? NotSet(AccountRow row) => row.TotpConfirmed ? null : new Refusal("还没有设动态口令。");

    /// <summary>先验一个码再做。不对的也留记录，并与登录失败一样计数：拿到别人开着的页面，也不能一直试下去。</summary>
    private async Task<Outcome<T>> DoWithCode<T>(
        PersonId person, string kind, string code, Func<AccountRow, Refusal?> refuse, Func<ActScope, AccountRow, Task<T>> work, CancellationToken cancel)
        where T : class
    {
        var done = await Do<Answer<T>>(
            person,
            kind,
            async (scope, row) =>
            {
                if (refuse(row) is { } refusal) return refusal;
                if (row.Failures().IsLocked(scope.Now)) return new Refusal("账号锁定着，过一会儿再试。");
                if (SecondFactor.Accept(scope, database.Secrets, row, code)) return new Answer<T>(await work(scope, row));
                row.Take(row.Failures().Failed(scope.Now, SignInRules.On(scope.Today)));
                scope.Record(new Subject("account", person.Value), new { result = "failed", why = "code" });
                return new Answer<T>(null);
            },
            cancel);
        if (done.Refusal is { } refused) return refused;
        return done.Value.Value is { } value ? value : new Refusal("动态口令不对：看看手机的时间准不准，等下一个数字再试。连续输错，账号会锁定。");
    }

    private async Task<Outcome<T>> Do<T>(PersonId person, string kind, Func<ActScope, AccountRow, Task<Outcome<T>>> work, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var chain = await AccountQueries.ChainOf(db, person, cancel);
        return await database.Acts.Perform<T>(
            new Act(kind, Data.Acts.Actor.Person(person.Value), chain),
            async scope => await AccountQueries.Row(scope.Db, person, cancel) is { } row ? await work(scope, row) : new Refusal("还没有账号。"),
            cancel);
    }

    private sealed record Answer<T>(T? Value);
}

/// <summary>备用码：手机丢了时代替动态口令，一个只能用一次；明文只给这一次。</summary>
/// <param name="Codes">各个码。</param>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes);

/// <summary>动态口令的情形。</summary>
/// <param name="IsOn">已经设好。</param>
/// <param name="RecoveryCodesLeft">备用码还剩几个。</param>
public sealed record TotpState(bool IsOn, int RecoveryCodesLeft);

/// <summary>设置动态口令要给人看的。</summary>
/// <param name="Secret">种子，四个字一组，扫不了码时手输。</param>
/// <param name="Address">给验证器扫的地址。</param>
public sealed record TotpSetup(string Secret, string Address);
