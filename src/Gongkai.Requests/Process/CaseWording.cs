using Gongkai.Law.Process;
using Gongkai.Organisations.Access;

namespace Gongkai.Requests.Process;

/// <summary>依申请公开的用语，一处写定。</summary>
public static class CaseWording
{
    /// <summary>流程表用的说法。</summary>
    public static ProcessWording<CaseStage, CaseAction, CaseRole> Process { get; } = new("依申请公开", Caption, Caption, Caption);

    /// <summary>状态的说法，例如“待补正”。</summary>
    public static string Caption(this CaseStage stage) => stage switch
    {
        CaseStage.Submitted => "已提交",
        CaseStage.Unconfirmed => "待确认",
        CaseStage.Received => "已收到",
        CaseStage.Registered => "已登记",
        CaseStage.Examining => "审核",
        CaseStage.AwaitingCorrection => "待补正",
        CaseStage.AwaitingReason => "待说明理由",
        CaseStage.Processing => "办理",
        CaseStage.Drafting => "拟答复",
        CaseStage.InReview => "答复审查",
        CaseStage.Approved => "待发出",
        CaseStage.Replied => "已答复",
        CaseStage.Delivered => "已送达",
        CaseStage.Closed => "已终止",
        _ => "已归档",
    };

    /// <summary>动作的说法，例如“告知补正”。</summary>
    public static string Caption(this CaseAction action) => action switch
    {
        CaseAction.Receive => "认定收到",
        CaseAction.AwaitConfirmation => "待双方确认",
        CaseAction.Confirm => "双方确认",
        CaseAction.RecordUnreached => "联系不上",
        CaseAction.Register => "登记",
        CaseAction.Assign => "交办",
        CaseAction.Reassign => "改派",
        CaseAction.AnswerOnSpot => "当场答复",
        CaseAction.RequestCorrection => "告知补正",
        CaseAction.ReceiveCorrection => "收到补正",
        CaseAction.AllowMoreTime => "宽限补正",
        CaseAction.LapseCorrection => "补正逾期不再处理",
        CaseAction.AskReason => "要求说明理由",
        CaseAction.AcceptReason => "理由合理",
        CaseAction.RejectReason => "理由不合理",
        CaseAction.Accept => "转入办理",
        CaseAction.RecordSearch => "记下检索",
        CaseAction.ConsultThirdParty => "征求第三方意见",
        CaseAction.ConsultJointMaker => "征求共同制作机关意见",
        CaseAction.DeliverConsultation => "征求意见书送达",
        CaseAction.EndConsultation => "征求意见结束",
        CaseAction.IssueFeeNotice => "发出收费通知",
        CaseAction.DeliverFeeNotice => "收费通知送达",
        CaseAction.RecordPayment => "缴清",
        CaseAction.LapseFee => "缴费逾期不再处理",
        CaseAction.ApproveExtension => "批准延期",
        CaseAction.NotifyExtension => "告知延期",
        CaseAction.StartDraft => "拟答复",
        CaseAction.ResumeProcessing => "转回办理",
        CaseAction.SubmitDraft => "答复送审",
        CaseAction.PassLegal => "法制审核通过",
        CaseAction.PassSecrecy => "保密审查通过",
        CaseAction.ReturnDraft => "退回修改",
        CaseAction.ApproveAnswer => "批准答复",
        CaseAction.SendAnswer => "发出答复",
        CaseAction.RecordDelivery => "记下送达",
        CaseAction.CorrectSlip => "更正笔误",
        CaseAction.Withdraw => "撤回申请",
        CaseAction.Terminate => "终止",
        CaseAction.TakeOver => "移入原台账的申请",
        CaseAction.TakeOverCorrection => "移入待补正",
        CaseAction.TakeOverResult => "移入办理结果",
        CaseAction.RecomputeDeadline => "重算期限",
        CaseAction.OpenRedo => "责令重新答复",
        _ => "归档",
    };

    /// <summary>角色的说法；单位里的角色照角色表。</summary>
    public static string Caption(this CaseRole role) => role switch
    {
        CaseRole.Applicant => "申请人",
        CaseRole.System => "系统",
        _ => role.Organisational()!.Value.Caption(),
    };

    /// <summary>对应单位里的哪个角色；申请人、系统没有。</summary>
    public static Role? Organisational(this CaseRole role) => role switch
    {
        CaseRole.Handler => Role.Handler,
        CaseRole.OfficeHead => Role.OfficeHead,
        CaseRole.DisclosureOfficeHead => Role.DisclosureOfficeHead,
        CaseRole.LegalReviewer => Role.LegalReviewer,
        CaseRole.SecrecyReviewer => Role.SecrecyReviewer,
        CaseRole.DeputyLeader => Role.DeputyLeader,
        CaseRole.FeeClerk => Role.FeeClerk,
        _ => null,
    };

    /// <summary>做这件事要的权限；申请人自己的、系统的没有。</summary>
    public static Permission? Permission(CaseAction action) => action switch
    {
        CaseAction.PassLegal => Organisations.Access.Permission.LegalReview,
        CaseAction.PassSecrecy => Organisations.Access.Permission.SecrecyReview,
        CaseAction.DeliverFeeNotice or CaseAction.RecordPayment => Organisations.Access.Permission.ChargeFee,
        CaseAction.ApproveAnswer or CaseAction.ApproveExtension or CaseAction.AnswerOnSpot or CaseAction.RequestCorrection or CaseAction.AllowMoreTime or CaseAction.LapseCorrection
            or CaseAction.AskReason or CaseAction.AcceptReason or CaseAction.RejectReason or CaseAction.ConsultThirdParty or CaseAction.ConsultJointMaker
            or CaseAction.IssueFeeNotice or CaseAction.LapseFee or CaseAction.CorrectSlip or CaseAction.Terminate
            or CaseAction.TakeOver or CaseAction.TakeOverCorrection or CaseAction.TakeOverResult or CaseAction.OpenRedo => Organisations.Access.Permission.ApproveCase,
        CaseAction.ReturnDraft => null,
        _ => Organisations.Access.Permission.HandleCase,
    };
}
