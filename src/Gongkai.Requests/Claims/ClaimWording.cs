using Gongkai.Law.Process;
using Gongkai.Organisations.Access;

namespace Gongkai.Requests.Claims;

/// <summary>诉求的用语，一处写定。</summary>
public static class ClaimWording
{
    /// <summary>流程表用的说法。</summary>
    public static ProcessWording<ClaimStage, ClaimAction, ClaimRole> Process { get; } = new("更正申请、投诉举报", Caption, Caption, Caption);

    /// <summary>种类的说法。</summary>
    public static string Caption(this ClaimKind kind) => kind == ClaimKind.Correction ? "更正申请" : "投诉举报";

    /// <summary>怎样来的；照投诉举报台账的写法。</summary>
    public static string Caption(this ClaimWay way) => way switch
    {
        ClaimWay.Portal => "网上", ClaimWay.Visit => "来访", ClaimWay.Letter => "来信", ClaimWay.Phone => "电话", ClaimWay.FromSuperior => "上级转办", ClaimWay.Inspection => "检查发现", _ => "其他",
    };

    /// <summary>状态的说法，例如“待补材料”。</summary>
    public static string Caption(this ClaimStage stage) => stage switch
    {
        ClaimStage.Submitted => "已提交", ClaimStage.Registered => "已登记", ClaimStage.Examining => "核查", ClaimStage.AwaitingMaterial => "待补材料",
        ClaimStage.Proposed => "待批准", ClaimStage.Decided => "待告知", ClaimStage.Told => "已告知", _ => "已办结",
    };

    /// <summary>动作的说法，例如“请补充证据”。</summary>
    public static string Caption(this ClaimAction action) => action switch
    {
        ClaimAction.Register => "登记", ClaimAction.Accept => "受理", ClaimAction.AskMaterial => "请补充证据", ClaimAction.ReceiveMaterial => "收到补充的证据", ClaimAction.GoOn => "照现有材料接着办",
        ClaimAction.Record => "记下核查", ClaimAction.Propose => "拟处理意见", ClaimAction.Return => "退回重拟", ClaimAction.Approve => "批准处理意见", ClaimAction.Tell => "告知", ClaimAction.FollowUp => "记下落实",
        ClaimAction.Close => "办结", _ => "撤回",
    };

    /// <summary>角色的说法。</summary>
    public static string Caption(this ClaimRole role) => role switch { ClaimRole.Handler => "经办", ClaimRole.Head => "负责人", _ => "提出的人" };

    /// <summary>凭哪项权限算这个角色；提出的人没有。</summary>
    public static Permission? Permission(this ClaimRole role) => role switch
    {
        ClaimRole.Handler => Organisations.Access.Permission.HandleCase,
        ClaimRole.Head => Organisations.Access.Permission.ApproveCase,
        _ => null,
    };
}
