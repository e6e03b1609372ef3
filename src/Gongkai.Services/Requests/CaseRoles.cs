using Gongkai.Organisations.Access;
using Gongkai.Requests.Process;

namespace Gongkai.Services.Requests;

/// <summary>一个人可能有几个角色：以表里能办这件事的那一个来办。</summary>
internal static class CaseRoles
{
    /// <summary>办这件事用的角色；表里谁也不能办的，用第一个去问，由表说出为什么。</summary>
    public static CaseRole For(CaseStage stage, CaseAction action, IEnumerable<Role> held)
    {
        var roles = held.Select(Of).OfType<CaseRole>().ToList();
        foreach (var role in roles)
            if (CaseProcess.Table.Decide(stage, action, role).Succeeded) return role;
        return roles.Count > 0 ? roles[0] : CaseRole.Handler;
    }

    /// <summary>单位里的角色在依申请公开里是什么；没有的为空。</summary>
    public static CaseRole? Of(Role role) => Enum.GetValues<CaseRole>().Where(each => each.Organisational() == role).Select(each => (CaseRole?)each).FirstOrDefault();
}
