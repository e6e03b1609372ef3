using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Organisations;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;
using Actor = Gongkai.Data.Acts.Actor;

namespace Gongkai.Services.Organisations;

/// <summary>委托：外出期间由同单位的人代行一个角色。自己的角色自己委托；本人不便的，由系统管理员代办。</summary>
public sealed class DelegationRegister(Database database, PermittedActs acts)
{
    /// <summary>委托，答复它的标识。</summary>
    public Task<Outcome<DelegationId>> Give(PersonId by, GiveDelegation command, CommandKey? key, CancellationToken cancel) =>
        Perform(by, command.Delegator, "delegation.give", command.Unit, command.Reason, key, scope => Give(scope, command, cancel), cancel);

    /// <summary>收回：当日起无效。</summary>
    public async Task<Outcome<DelegationId>> Revoke(PersonId by, DelegationId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await db.Delegations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id.Value, cancel) is not { } known) return new Refusal("没有这项委托。");
        return await Perform(by, new PersonId(known.Delegator), "delegation.revoke", new UnitId(known.Unit), null, null, scope => Revoke(scope, id, cancel), cancel);
    }

    // 自己的事不问权限；替别人办，要有维护人员的权限。
    private Task<Outcome<DelegationId>> Perform(
        PersonId by, PersonId delegator, string kind, UnitId unit, string? reason, CommandKey? key, Func<ActScope, Task<Outcome<DelegationId>>> work, CancellationToken cancel) =>
        by == delegator
            ? database.Acts.Perform(new Act(kind, Actor.Person(by.Value), new ChainId(unit.Value)) { Reason = reason, Key = key }, work, cancel)
            : acts.Perform(new PermittedAct(by, kind, Permission.ManagePeople, unit) { Reason = reason, Key = key }, scope => work(scope.Act), cancel);

    private static async Task<Outcome<DelegationId>> Give(ActScope scope, GiveDelegation command, CancellationToken cancel)
    {
        var delegator = await PersonQueries.Find(scope.Db, command.Delegator, cancel);
        var substitute = await PersonQueries.Find(scope.Db, command.Delegate, cancel);
        if (delegator is null || substitute is null) return new Refusal("没有这个人员。");
        var existing = await scope.Db.Delegations.AsNoTracking().Where(row => row.Delegator == command.Delegator.Value).ToListAsync(cancel);
        var wanted = new Delegation(
            new DelegationId(Guid.CreateVersion7(scope.Now)), 1, command.Delegator, command.Delegate, command.Unit, command.Role, command.First, command.Last, command.Reason, null);
        var decided = DelegationDecisions.Give(wanted, delegator, substitute, existing.Select(row => row.ToDelegation()), scope.Today);
        if (decided.Refusal is { } refusal) return refusal;
        scope.Db.Delegations.Add(DelegationRow.Of(decided.Value));
        scope.Record(
            new Subject("delegation", decided.Value.Id.Value),
            new { delegator = command.Delegator.Value, @delegate = command.Delegate.Value, unit = command.Unit.Value, command.Role, command.First, command.Last });
        return decided.Value.Id;
    }

    private static async Task<Outcome<DelegationId>> Revoke(ActScope scope, DelegationId id, CancellationToken cancel)
    {
        var row = await scope.Db.Delegations.SingleAsync(row => row.Id == id.Value, cancel);
        var decided = DelegationDecisions.Revoke(row.ToDelegation(), scope.Today);
        if (decided.Refusal is { } refusal) return refusal;
        row.Take(decided.Value);
        scope.Record(new Subject("delegation", id.Value), new { revokedOn = decided.Value.RevokedOn });
        return id;
    }
}

/// <summary>要给的委托。</summary>
/// <param name="Delegator">委托的人。</param>
/// <param name="Delegate">代行的人。</param>
/// <param name="Unit">在哪个单位。</param>
/// <param name="Role">代行哪个角色。</param>
/// <param name="First">第一日（含）。</param>
/// <param name="Last">最后一日（含）。</param>
/// <param name="Reason">事由。</param>
public sealed record GiveDelegation(PersonId Delegator, PersonId Delegate, UnitId Unit, Role Role, DateOnly First, DateOnly Last, string Reason);
