using System.Text;

namespace Gongkai.Organisations.Access;

/// <summary>把角色表、权限表、登录规则写成文档 docs/access.md；文档由表生成，所以不会与程序不一致。</summary>
public static class AccessText
{
    /// <summary>Markdown：角色、权限、不得兼任、登录与口令。</summary>
    public static string ToMarkdown()
    {
        var text = new StringBuilder("# 角色与权限\n\n由 `src/Gongkai.Organisations/Access` 的各表生成，测试保证一致。改规矩改表，不改程序。\n\n## 角色\n\n");
        text.Append("| 角色 | 标识 | 职责 | 可委托 |\n|---|---|---|---|\n");
        foreach (var role in RoleTable.All)
            text.Append($"| {role.Caption} | `{role.Role}` | {role.Duty} | {(role.IsDelegable ? "可以" : "不可以")} |\n");
        text.Append("\n委托：外出期间由同单位的人代行，首尾两日都算；不能补办，不能转托；代行的人不能因此兼有不得兼任的角色。\n");
        text.Append("\n## 权限\n\n本＝任职的单位；管＝任职的单位所主管的各单位（条例第三条）；辖＝任职的单位及其全部下级；空＝没有。\n\n");
        Matrix(text);
        text.Append("\n## 不得由一个人兼任\n\n| 角色 | 另一角色 | 理由 |\n|---|---|---|\n");
        foreach (var pairs in RoleTable.Exclusive.GroupBy(pair => (pair.Role, pair.Reason)))
            text.Append($"| {pairs.Key.Role.Caption()} | {Others([.. pairs.Select(pair => pair.Other)])} | {pairs.Key.Reason} |\n");
        text.Append("\n## 登录与口令\n\n| 规则 | 数值 | 依据 |\n|---|---|---|\n");
        foreach (var (caption, value, basis) in SignInRules.Lines) text.Append($"| {caption} | {value} | {basis ?? "本程序的默认"} |\n");
        return text.ToString();
    }

    private static void Matrix(StringBuilder text)
    {
        text.Append($"| 权限 | {string.Join(" | ", RoleTable.All.Select(role => role.Caption))} |\n|---|{string.Concat(RoleTable.All.Select(_ => "---|"))}\n");
        foreach (var permission in PermissionTable.All)
            text.Append($"| {permission.Caption} | {string.Join(" | ", RoleTable.All.Select(role => Mark(PermissionTable.ScopeOf(permission.Permission, role.Role))))} |\n");
    }

    private static string Others(IReadOnlyCollection<Role> others) =>
        others.Count == RoleTable.All.Length - 1 ? "其余一切角色" : string.Join("、", others.Select(role => role.Caption()));

    private static string Mark(PermissionScope? scope) => scope switch
    {
        PermissionScope.Own => "本",
        PermissionScope.Overseen => "管",
        PermissionScope.Subtree => "辖",
        _ => "",
    };
}
