using System.Collections.Frozen;
using System.Collections.Immutable;
using Gongkai.Law;

namespace Gongkai.Organisations.Access;

/// <summary>角色表：称呼、职责、能否委托、哪些不得兼任。内容在 <c>roles.csv</c> 与 <c>exclusive.csv</c>。</summary>
public static class RoleTable
{
    private static readonly FrozenDictionary<Role, RoleEntry> ByRole = DatedTable.Read("Access/roles.csv", typeof(RoleTable).Assembly)
        .Select(row => new RoleEntry(Enum.Parse<Role>(row.Text("id")), row.Text("caption"), row.Text("delegable") == "yes", row.Text("duty")))
        .ToFrozenDictionary(entry => entry.Role);

    /// <summary>各角色，按表里的顺序。</summary>
    public static ImmutableArray<RoleEntry> All { get; } = [.. Enum.GetValues<Role>().Select(role => ByRole[role])];

    /// <summary>不得由一个人兼任的角色。</summary>
    public static ImmutableArray<ExclusiveRoles> Exclusive { get; } =
    [
        .. DatedTable.Read("Access/exclusive.csv", typeof(RoleTable).Assembly)
            .SelectMany(row => Others(Enum.Parse<Role>(row.Text("role")), row.Text("other"))
                .Select(other => new ExclusiveRoles(Enum.Parse<Role>(row.Text("role")), other, row.Text("reason")))),
    ];

    /// <summary>角色的称呼，例如“经办”。</summary>
    public static string Caption(this Role role) => ByRole[role].Caption;

    /// <summary>外出时能否委托他人代行。</summary>
    public static bool IsDelegable(this Role role) => ByRole[role].IsDelegable;

    /// <summary>两个角色为什么不得由一个人兼任；可以兼任的为空。</summary>
    public static ExclusiveRoles? Conflict(Role one, Role other) =>
        Exclusive.FirstOrDefault(pair => (pair.Role == one && pair.Other == other) || (pair.Role == other && pair.Other == one));

    private static IEnumerable<Role> Others(Role role, string other) =>
        other == "*" ? Enum.GetValues<Role>().Where(each => each != role) : [Enum.Parse<Role>(other)];
}

/// <summary>角色表的一行。</summary>
/// <param name="Role">角色。</param>
/// <param name="Caption">称呼。</param>
/// <param name="IsDelegable">外出时能否委托他人代行。</param>
/// <param name="Duty">职责。</param>
public sealed record RoleEntry(Role Role, string Caption, bool IsDelegable, string Duty);

/// <summary>不得兼任的一对角色。</summary>
/// <param name="Role">一个角色。</param>
/// <param name="Other">另一个角色。</param>
/// <param name="Reason">理由。</param>
public sealed record ExclusiveRoles(Role Role, Role Other, string Reason);
