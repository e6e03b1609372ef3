using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.SigningIn;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.SigningIn;

/// <summary>
/// 登录：先口令，设了动态口令的再交动态口令。成功、失败、锁定各留一条记录；对外只有一句话，
/// 没有这个账号、口令不对、锁着、已离任，说法与快慢都一样。
/// </summary>
public sealed class SignInDesk(Database database, PasswordHashing hashing, TimeProvider clock)
{
    private static readonly Data.Acts.Actor AtTheDoor = new(ActorKind.Public, null);

    private static readonly TimeSpan CodePatience = TimeSpan.FromMinutes(5);

    /// <summary>用登录名和口令登录。</summary>
    public async Task<Outcome<SignInStep>> WithPassword(string loginName, string password, SignInOrigin origin, CancellationToken cancel)
    {
        var rules = SignInRules.On(LegalTime.Today(clock));
        await using var db = database.CreateContext();
        var person = await PersonQueries.FindByLoginName(db, loginName.Trim(), cancel);
        var account = person is null ? null : await db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Person == person.Id.Value, cancel);
        // 散列要算一会儿，放在事务之外算；太长的口令不算，免得拿它来耗机器。
        var check = hashing.Check(account?.PasswordHash, password.Length <= rules.PasswordLongest * 2 ? password : "");
        var step = person is null || account is null
            ? await RefuseStranger(origin, cancel)
            : await Record(person, scope => Decide(scope, person, account, check, origin, rules, cancel), cancel);
        return step ?? (Outcome<SignInStep>)Rejected(rules);
    }

    /// <summary>口令已对，交动态口令或者一个备用码。</summary>
    public async Task<Outcome<SignInStep>> WithCode(PendingSignIn pending, string code, SignInOrigin origin, CancellationToken cancel)
    {
        if (clock.GetUtcNow() > pending.Until) return new Refusal("等得太久，请重新登录。");
        await using var db = database.CreateContext();
        if (await PersonQueries.Find(db, pending.Person, cancel) is not { } person) return new Refusal("没有这个人员。");
        var rules = SignInRules.On(LegalTime.Today(clock));
        var step = await Record(person, scope => DecideCode(scope, person, pending, code, origin, rules, cancel), cancel);
        return step ?? (Outcome<SignInStep>)new Refusal($"动态口令不对。连续失败 {rules.FailuresBeforeLockout} 次，账号锁定 {rules.Lockout.TotalMinutes:0} 分钟。");
    }

    /// <summary>一切失败的同一句话。</summary>
    public static Refusal Rejected(SignInRules rules) => new(
        $"登录名或者口令不对。连续失败 {rules.FailuresBeforeLockout} 次，账号锁定 {rules.Lockout.TotalMinutes:0} 分钟，锁定期间口令对了也不能登录。忘了口令，请本单位的系统管理员重置。");

    // 登录之前谁也不认得，所以做事的人记作公众，对哪个账号记在记录里。
    private async Task<SignInStep?> Record(Person person, Func<ActScope, Task<SignInStep?>> decide, CancellationToken cancel)
    {
        var act = new Act("sign-in", AtTheDoor, AccountQueries.ChainOf(person));
        return (await database.Acts.Perform<Decided>(act, async scope => new Decided(await decide(scope)), cancel)).Value.Step;
    }

    // 输入的登录名不记：常有人把口令敲在登录名里。
    private async Task<SignInStep?> RefuseStranger(SignInOrigin origin, CancellationToken cancel)
    {
        await database.Acts.Perform<bool>(
            new Act("sign-in", AtTheDoor, ChainId.System),
            scope =>
            {
                scope.Record(new Subject("account", "unknown"), new { result = "failed", why = "noAccount", origin.Network });
                return Task.FromResult<Outcome<bool>>(false);
            },
            cancel);
        return null;
    }

    private static async Task<SignInStep?> Decide(
        ActScope scope, Person person, AccountRow seen, PasswordCheck check, SignInOrigin origin, SignInRules rules, CancellationToken cancel)
    {
        var row = (await AccountQueries.Row(scope.Db, person.Id, cancel))!;
        var failures = row.Failures();
        if (failures.IsLocked(scope.Now)) return Failed(scope, person, "locked", origin);
        // 算散列的时候口令被改了：当作不对，让他用新的再试。
        if (!check.IsRight || row.PasswordHash != seen.PasswordHash) return Fail(scope, row, person, failures.Failed(scope.Now, rules), "password", origin);
        if (!person.Service.Covers(scope.Today)) return Failed(scope, person, "left", origin);
        if (row.OneTimeUntil is { } until && scope.Now >= until) return Failed(scope, person, "oneTimeExpired", origin);
        if (check.Rehash is { } rehash) row.PasswordHash = rehash;
        if (!row.TotpConfirmed) return Succeed(scope, row, person, origin, withTotp: false);
        scope.Record(new Subject("account", person.Id.Value), new { result = "codeNeeded", origin.Network });
        return new CodeNeeded(new PendingSignIn(person.Id, row.Stamp, scope.Now + CodePatience));
    }

    private async Task<SignInStep?> DecideCode(
        ActScope scope, Person person, PendingSignIn pending, string code, SignInOrigin origin, SignInRules rules, CancellationToken cancel)
    {
        var row = await AccountQueries.Row(scope.Db, person.Id, cancel);
        if (row is null || row.Stamp != pending.Stamp || !person.Service.Covers(scope.Today)) return Failed(scope, person, "changed", origin);
        var failures = row.Failures();
        if (failures.IsLocked(scope.Now)) return Failed(scope, person, "locked", origin);
        return SecondFactor.Accept(scope, database.Secrets, row, code)
            ? Succeed(scope, row, person, origin, withTotp: true)
            : Fail(scope, row, person, failures.Failed(scope.Now, rules), "code", origin);
    }

    private static SignedIn Succeed(ActScope scope, AccountRow row, Person person, SignInOrigin origin, bool withTotp)
    {
        row.Take(SignInFailures.None);
        var session = new SignInSessionRow
        {
            Id = Guid.CreateVersion7(scope.Now), Person = person.Id.Value, Stamp = row.Stamp, StartedAt = scope.Now, LastSeenAt = scope.Now,
            WithTotp = withTotp, Network = origin.Network, Device = origin.Device,
        };
        scope.Db.SignInSessions.Add(session);
        scope.Record(new Subject("account", person.Id.Value), new { result = "succeeded", session = session.Id, withTotp, origin.Network });
        return new SignedIn(new SessionId(session.Id), person.Id, row.MustChange);
    }

    private static SignInStep? Fail(ActScope scope, AccountRow row, Person person, SignInFailures after, string why, SignInOrigin origin)
    {
        row.Take(after);
        return Failed(scope, person, after.IsLocked(scope.Now) ? $"{why}, now locked" : why, origin);
    }

    private static SignInStep? Failed(ActScope scope, Person person, string why, SignInOrigin origin)
    {
        scope.Record(new Subject("account", person.Id.Value), new { result = "failed", why, origin.Network });
        return null;
    }

    /// <summary>失败也要留下记录，所以失败在这里不是拒绝，而是没有下一步。</summary>
    private sealed record Decided(SignInStep? Step);
}
