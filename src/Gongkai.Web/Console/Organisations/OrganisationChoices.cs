using Gongkai.Organisations.Access;
using Gongkai.Services.Acting;
using Gongkai.Web.Components.Forms;

namespace Gongkai.Web.Console.Organisations;

/// <summary>单位与角色的选项。</summary>
internal static class OrganisationChoices
{
    public static IReadOnlyList<Choice> Roles { get; } = [.. RoleTable.All.Select(entry => new Choice(entry.Role.ToString(), $"{entry.Caption}：{entry.Duty}"))];

    /// <summary>对它们有某项权限的各单位。</summary>
    public static IReadOnlyList<Choice> UnitsWith(CurrentPerson person, Permission permission) =>
        [.. person.UnitsWith(permission).Select(unit => new Choice(unit.ToString(), person.Units.NameOf(unit)!))];
}
