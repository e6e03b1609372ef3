using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;

namespace Gongkai.Services.Acting;

/// <summary>当前人员：谁在用，今天能以哪些身份办事。页面和接口由它决定显示什么；真要办的时候，服务在事务里再查一遍。</summary>
/// <param name="Actor">人员、任职、收到的委托。</param>
/// <param name="Tree">单位之树的全部经历。</param>
/// <param name="Units">今天的单位之树。</param>
/// <param name="Calendar">现行的工作日历。</param>
public sealed record CurrentPerson(Actor Actor, UnitTree Tree, UnitsOnDate Units, WorkingCalendar Calendar)
{
    /// <summary>标识。</summary>
    public PersonId Id => Actor.Person.Id;

    /// <summary>姓名。</summary>
    public string Name => Actor.Person.Name;

    /// <summary>今天，北京时间。</summary>
    public DateOnly Today => Units.Date;

    /// <summary>今天能以哪些角色、在哪些单位办事：自己的任职在前，委托在后。</summary>
    public ImmutableArray<AccessGrounds> Roles => AccessDecisions.Roles(Actor, Today);

    /// <summary>本单位：今天任职的各单位，按任职的先后；常常只有一个。</summary>
    public ImmutableArray<UnitId> OwnUnits => [.. Roles.Where(grounds => grounds.Delegator is null).Select(grounds => grounds.Unit).Distinct()];

    /// <summary>对某单位有没有某项权限，凭什么；没有的，理由说由谁办理。</summary>
    public Outcome<AccessGrounds> May(Permission permission, UnitId unit) => AccessDecisions.Decide(Actor, permission, unit, Units);

    /// <summary>对哪些单位有某项权限，按单位设立的先后。</summary>
    public ImmutableArray<UnitId> UnitsWith(Permission permission) => [.. Units.All.Where(unit => May(permission, unit).Succeeded)];

    /// <summary>有没有某项权限，不论对哪个单位；菜单、端点由它决定给不给进。</summary>
    public bool MaySomewhere(Permission permission) => Roles.Any(grounds => PermissionTable.ScopeOf(permission, grounds.Role) is not null);
}
