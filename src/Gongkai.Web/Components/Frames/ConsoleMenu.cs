using Gongkai.Organisations.Access;
using Gongkai.Services.Acting;

namespace Gongkai.Web.Components.Frames;

/// <summary>后台的导航：有了页面才在这里加一项，不放空链接；没有权限的人看不见他打不开的。</summary>
internal static class ConsoleMenu
{
    private static readonly (Permission? Needed, MenuEntry Entry)[] All =
    [
        (null, new("工作台", "/console")),
        (null, new("提醒", "/console/notices")),
        (Permission.ReadUnpublished, new("信息", "/console/items")),
        (Permission.ReadCase, new("依申请公开", "/console/cases")),
        (Permission.ReadCase, new("更正与投诉", "/console/claims")),
        (Permission.ReadUnpublished, new("扫描", "/console/findings")),
        (Permission.ReadLedger, new("发布台账", "/console/ledger")),
        (Permission.ReadLedger, new("事项清单", "/console/matters")),
        (Permission.ReadLedger, new("五公开", "/console/aspects")),
        (Permission.ReadLedger, new("渠道账号", "/console/channels")),
        (Permission.ReadLedger, new("台账", "/console/registers")),
        (Permission.ReadUnpublished, new("专栏", "/console/columns")),
        (Permission.ReadUnpublished, new("文件库", "/console/normative")),
        (Permission.ReadUnpublished, new("意见征集", "/console/opinions")),
        (Permission.ReadUnpublished, new("年报", "/console/reports")),
        (Permission.CollectReports, new("收集年报", "/console/collect")),
        (null, new("委托", "/console/delegations")),
        (null, new("单位", "/console/units")),
        (Permission.ManagePeople, new("人员", "/console/people")),
        (null, new("令牌", "/console/tokens")),
        (Permission.ManageSettings, new("设置", "/console/settings")),
        (Permission.ManageSettings, new("节假日通知", "/console/holidays")),
        (Permission.ManageSettings, new("年报格式", "/console/forms")),
        (Permission.ReadAudit, new("审计记录", "/console/audit")),
        (Permission.VerifyAudit, new("核对审计链", "/console/audit/verify")),
        (null, new("角色与权限", "/console/permissions")),
        (null, new("帮助", "/console/help")),
    ];

    /// <summary>这个人的导航；没有登录的没有。</summary>
    public static IReadOnlyList<MenuEntry> For(CurrentPerson? person) => person is null ? []
        : [.. All.Where(line => line.Needed is not { } permission || person.MaySomewhere(permission)).Select(line => line.Entry)];
}
