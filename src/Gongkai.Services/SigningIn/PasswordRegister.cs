using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.SigningIn;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Services.Acting;
using Gongkai.Services.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.SigningIn;

/// <summary>口令：自己改，管理员发一次性口令。口令一变，其余的会话随之失效。</summary>
public sealed class PasswordRegister(Database database, PermittedActs acts, PasswordHashing hashing, TimeProvider clock)
{
    private const int OneTimeGroups = 4;
    private static readonly TimeSpan OneTimeValidity = TimeSpan.FromHours(24);

    /// <summary>改自己的口令；现在的会话继续，其余的失效。</summary>
    public async Task<Outcome<bool>> Change(PersonId person, SessionId session, string current, string wanted, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await PersonQueries.Find(db, person, cancel) is not { } found) return new Refusal("没有这个人员。");
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Person == person.Value, cancel);
        var rules = SignInRules.On(LegalTime.Today(clock));
        var isRight = hashing.Check(account?.PasswordHash, current).IsRight;
        if (isRight && rules.Check(wanted, found.LoginName).Refusal is { } refusal) return refusal;
        if (isRight && wanted == current) return new Refusal("新口令与现在的一样。");
        var hash = hashing.Hash(wanted);
        var act = new Act("password.change", Data.Acts.Actor.Person(person.Value), AccountQueries.ChainOf(found));
        var done = await database.Acts.Perform<bool>(act, scope => Change(scope, account?.PasswordHash, isRight, hash, person, session, rules, cancel), cancel);
        return done is { Succeeded: true, Value: false } ? new Refusal("现在的口令不对。连续输错与登录失败一样，账号会锁定。") : done;
    }

    /// <summary>管理员发一次性口令：二十四小时之内有效，登录以后必须先改；原来的会话全部失效。口令只在这时给出一次。</summary>
    /// <param name="dropTotp">手机丢了：连动态口令一起去掉。</param>
    public async Task<Outcome<string>> Reset(PersonId by, PersonId person, bool dropTotp, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await PersonQueries.Find(db, person, cancel) is not { } found) return new Refusal("没有这个人员。");
        if (by == person) return new Refusal("自己的口令在“改口令”里改；一次性口令要由另一名系统管理员发。");
        var (password, hash) = NewOneTime();
        var done = await acts.Perform<bool>(
            new PermittedAct(by, "password.reset", Permission.ManagePeople, HomeUnits.Of(found)), scope => Reset(scope.Act, person, hash, dropTotp, cancel), cancel);
        return done.Refusal is { } refusal ? refusal : password;
    }

    /// <summary>在命令行发一次性口令：能在机器上运行程序的人，本来就能看到密钥。</summary>
    public async Task<Outcome<string>> ResetFromCommandLine(string loginName, bool dropTotp, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await PersonQueries.FindByLoginName(db, loginName, cancel) is not { } found) return new Refusal(Say($"没有登录名为“{loginName}”的人员。", $"there is no person with the login name “{loginName}”."));
        if (!found.Service.Covers(LegalTime.Today(clock))) return new Refusal(Say($"登录名为“{loginName}”的人员已经离任，不能重置。", $"the person with the login name “{loginName}” has left; nothing was reset."));
        var (password, hash) = NewOneTime();
        var act = new Act("password.reset", Data.Acts.Actor.System, AccountQueries.ChainOf(found)) { Reason = "命令行" };
        var done = await database.Acts.Perform<bool>(act, scope => Reset(scope, found.Id, hash, dropTotp, cancel), cancel);
        return done.Refusal is { } refusal ? refusal : password;
    }

    /// <summary>给还没有账号的人定第一个口令；首次设置用。</summary>
    internal static void Create(ActScope scope, PersonId person, string hash) => scope.Db.Accounts.Add(
        new AccountRow { Person = person.Value, PasswordHash = hash, PasswordSetAt = scope.Now, Stamp = Guid.NewGuid() });

    private static async Task<Outcome<bool>> Change(
        ActScope scope, string? seen, bool isRight, string hash, PersonId person, SessionId session, SignInRules rules, CancellationToken cancel)
    {
        if (await AccountQueries.Row(scope.Db, person, cancel) is not { } row) return new Refusal(Say("还没有账号。", "there is no account yet."));
        if (row.Failures().IsLocked(scope.Now)) return new Refusal("账号锁定着，过一会儿再改。");
        if (!isRight || row.PasswordHash != seen)
        {
            row.Take(row.Failures().Failed(scope.Now, rules));
            scope.Record(new Subject("account", person.Value), new { result = "failed", why = "password" });
            return false;
        }

        Set(scope, row, hash);
        await Carry(scope, row, session, cancel);
        scope.Record(new Subject("account", person.Value), new { result = "changed" });
        return true;
    }

    private static async Task<Outcome<bool>> Reset(ActScope scope, PersonId person, string hash, bool dropTotp, CancellationToken cancel)
    {
        var row = await AccountQueries.Row(scope.Db, person, cancel);
        if (row is null) scope.Db.Accounts.Add(row = new AccountRow { Person = person.Value, PasswordHash = hash });
        Set(scope, row, hash);
        (row.MustChange, row.OneTimeUntil) = (true, scope.Now + OneTimeValidity);
        if (dropTotp) Drop(row);
        scope.Record(new Subject("account", person.Value), new { oneTimeUntil = row.OneTimeUntil, totpDropped = dropTotp });
        return true;
    }

    /// <summary>去掉动态口令。</summary>
    internal static void Drop(AccountRow row)
    {
        (row.TotpSecret, row.TotpConfirmed, row.TotpLastStep) = (null, false, null);
        row.RecoveryCodes.Clear();
    }

    /// <summary>换了印记以后，让现在的会话跟上，其余的失效。</summary>
    internal static async Task Carry(ActScope scope, AccountRow row, SessionId session, CancellationToken cancel)
    {
        row.Stamp = Guid.NewGuid();
        if (await scope.Db.SignInSessions.SingleOrDefaultAsync(one => one.Id == session.Value && one.Person == row.Person, cancel) is { } current) current.Stamp = row.Stamp;
    }

    private static void Set(ActScope scope, AccountRow row, string hash)
    {
        (row.PasswordHash, row.PasswordSetAt, row.Stamp) = (hash, scope.Now, Guid.NewGuid());
        (row.MustChange, row.OneTimeUntil) = (false, null);
        row.Take(SignInFailures.None);
    }

    private (string Password, string Hash) NewOneTime()
    {
        var password = Base32.RandomCode(OneTimeGroups);
        return (password, hashing.Hash(password));
    }
}
