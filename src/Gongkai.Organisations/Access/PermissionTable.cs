using System.Collections.Frozen;
using System.Collections.Immutable;
using Gongkai.Law;

namespace Gongkai.Organisations.Access;

/// <summary>权限表：哪个角色有哪项权限，范围多大。内容在 <c>permissions.csv</c>，印在 docs/access.md；界面和接口都只问它。</summary>
public static class PermissionTable
{
    private static readonly FrozenDictionary<Permission, PermissionEntry> ByPermission = DatedTable.Read("Access/permissions.csv", typeof(PermissionTable).Assembly)
        .Select(Entry).ToFrozenDictionary(entry => entry.Permission);

    /// <summary>各项权限，按表里的顺序。</summary>
    public static ImmutableArray<PermissionEntry> All { get; } = [.. Enum.GetValues<Permission>().Select(permission => ByPermission[permission])];

    /// <summary>权限的说法，例如“查看未公开的内容”。</summary>
    public static string Caption(this Permission permission) => ByPermission[permission].Caption;

    /// <summary>一个角色的一项权限的范围；没有这项权限的为空。</summary>
    public static PermissionScope? ScopeOf(Permission permission, Role role) =>
        ByPermission[permission].Scopes.TryGetValue(role, out var scope) ? scope : null;

    /// <summary>有这项权限的角色，按表里的顺序。</summary>
    public static ImmutableArray<Role> RolesWith(Permission permission) =>
        [.. Enum.GetValues<Role>().Where(role => ScopeOf(permission, role) is not null)];

    private static PermissionEntry Entry(DatedTable.Row row) => new(
        Enum.Parse<Permission>(row.Text("id")),
        row.Text("caption"),
        row.Text("reading") == "yes",
        row.Text("business") == "yes",
        Enum.GetValues<Role>()
            .Select(role => (Role: role, Mark: row.TextOrNone(role.ToString())))
            .Where(cell => cell.Mark is not null)
            .ToFrozenDictionary(cell => cell.Role, cell => Scope(cell.Mark!)));

    private static PermissionScope Scope(string mark) => mark switch
    {
        "本" => PermissionScope.Own,
        "管" => PermissionScope.Overseen,
        "辖" => PermissionScope.Subtree,
        _ => throw new InvalidOperationException($"permissions.csv 不认识“{mark}”：应为本、管、辖或者空。"),
    };
}

/// <summary>权限表的一行。</summary>
/// <param name="Permission">权限。</param>
/// <param name="Caption">说法。</param>
/// <param name="IsReading">只看不改。</param>
/// <param name="IsBusiness">涉及业务内容：案件、未公开的信息、报告。</param>
/// <param name="Scopes">有这项权限的角色和范围。</param>
public sealed record PermissionEntry(Permission Permission, string Caption, bool IsReading, bool IsBusiness, FrozenDictionary<Role, PermissionScope> Scopes);
