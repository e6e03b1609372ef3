using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;

namespace Gongkai.Organisations.Access;

/// <summary>能不能：某人某日对某单位有没有某项权限，凭什么。界面、接口、批处理都只问这里。</summary>
public static class AccessDecisions
{
    /// <summary>决定。有的，说凭哪个任职或者委托；没有的，说由谁办理。</summary>
    /// <param name="actor">谁：他自己的任职和别人给他的委托。</param>
    /// <param name="permission">哪项权限。</param>
    /// <param name="unit">对哪个单位。</param>
    /// <param name="units">那一天的单位之树；日期取自它。</param>
    public static Outcome<AccessGrounds> Decide(Actor actor, Permission permission, UnitId unit, UnitsOnDate units)
    {
        var date = units.Date;
        if (!actor.Person.Service.Covers(date)) return new AccessRefusal($"{actor.Person.Name}在{date:yyyy年M月d日}不在岗。");
        foreach (var grounds in Roles(actor, date))
            if (PermissionTable.ScopeOf(permission, grounds.Role) is { } scope && Reaches(scope, grounds.Unit, unit, units))
                return grounds with { Permission = permission, Scope = scope };

        var entitled = string.Join("、", PermissionTable.RolesWith(permission).Select(role => role.Caption()));
        var held = string.Join("、", Roles(actor, date).Where(grounds => grounds.Unit == unit).Select(grounds => grounds.Role.Caption()).Distinct());
        var own = held.Length == 0 ? $"{actor.Person.Name}不在其中" : $"{actor.Person.Name}在这里是{held}";
        return new AccessRefusal($"“{permission.Caption()}”由{units.NameOf(unit) ?? "该单位"}的{entitled}办理；{own}。");
    }

    /// <summary>某日可以以哪些角色办事：自己的任职在前，有效的委托在后；与自己的任职不得兼任的委托不算。</summary>
    public static ImmutableArray<AccessGrounds> Roles(Actor actor, DateOnly date)
    {
        var own = actor.Person.AppointmentsOn(date).ToList();
        var received = actor.Received.Where(received => received.Delegation.Delegate == actor.Person.Id
            && received.Delegation.Covers(date)
            && received.Delegator.Id == received.Delegation.Delegator
            && received.Delegator.Holds(received.Delegation.Role, received.Delegation.Unit, date)
            && own.Any(appointment => appointment.Unit == received.Delegation.Unit)
            && own.All(appointment => RoleTable.Conflict(appointment.Role, received.Delegation.Role) is null));
        return
        [
            .. own.Select(appointment => new AccessGrounds(appointment.Role, appointment.Unit, null)),
            .. received.Select(received => new AccessGrounds(received.Delegation.Role, received.Delegation.Unit, received.Delegator.Name) { Delegator = received.Delegator.Id }),
        ];
    }

    private static bool Reaches(PermissionScope scope, UnitId held, UnitId unit, UnitsOnDate units) => scope switch
    {
        PermissionScope.Own => held == unit,
        PermissionScope.Subtree => held == unit || units.Above(unit).Contains(held),
        _ => units.Oversees(held, unit),
    };
}

/// <summary>没有权限：说由谁办理。网站据此回答 403，与填错了的拒绝分开。</summary>
public sealed record AccessRefusal(string Reason, Citation? Basis = null) : Refusal(Reason, Basis);

/// <summary>办事的人。</summary>
/// <param name="Person">人员。</param>
/// <param name="Received">别人给他的委托，连同委托的人（委托的人不再任职，委托随之失效）。</param>
public sealed record Actor(Person Person, ImmutableArray<ReceivedDelegation> Received);

/// <summary>收到的委托。</summary>
/// <param name="Delegation">委托。</param>
/// <param name="Delegator">委托的人。</param>
public sealed record ReceivedDelegation(Delegation Delegation, Person Delegator);

/// <summary>凭据：以哪个角色、在哪个单位；代行的写明代谁。</summary>
/// <param name="Role">角色。</param>
/// <param name="Unit">任职的单位。</param>
/// <param name="OnBehalfOf">代谁行使；自己的任职为空。</param>
public sealed record AccessGrounds(Role Role, UnitId Unit, string? OnBehalfOf)
{
    /// <summary>代谁行使，他的标识；自己的任职为空。</summary>
    public PersonId? Delegator { get; init; }

    /// <summary>所问的权限；只问角色时为空。</summary>
    public Permission? Permission { get; init; }

    /// <summary>权限的范围；只问角色时为空。</summary>
    public PermissionScope? Scope { get; init; }

    /// <summary>一句话，例如“以经办的身份”“以分管领导的身份（代张某）”。</summary>
    public string Sentence => OnBehalfOf is null ? $"以{Role.Caption()}的身份" : $"以{Role.Caption()}的身份（代{OnBehalfOf}）";
}
