using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;

namespace Gongkai.Requests.Tracking;

/// <summary>申请人看到的四步；补正、征求意见、收费是其中的事，不另成一步。</summary>
public enum ApplicantStep
{
    /// <summary>已提交，等双方确认。</summary>
    Submitted,

    /// <summary>已收到，审核写得清不清楚。</summary>
    Received,

    /// <summary>办理。</summary>
    Handling,

    /// <summary>有了结果：答复了，或者终止了。</summary>
    Ended,
}

/// <summary>给申请人看的话：用平常的说法，只说申请人该知道的；谁在审查、第三方是谁、内部的意见，一概不说。</summary>
public static class ApplicantWording
{
    /// <summary>走到四步里的哪一步。</summary>
    public static ApplicantStep StepOf(CaseState state) => state.Stage switch
    {
        CaseStage.Submitted or CaseStage.Unconfirmed => ApplicantStep.Submitted,
        CaseStage.Received or CaseStage.Registered or CaseStage.Examining or CaseStage.AwaitingCorrection or CaseStage.AwaitingReason => ApplicantStep.Received,
        CaseStage.Processing or CaseStage.Drafting or CaseStage.InReview or CaseStage.Approved => ApplicantStep.Handling,
        _ => ApplicantStep.Ended,
    };

    /// <summary>一步的说法。</summary>
    /// <param name="outcome">结局；没有办结的为空。</param>
    public static string Caption(this ApplicantStep step, CaseOutcome? outcome) => step switch
    {
        ApplicantStep.Submitted => "提交",
        ApplicantStep.Received => "收到",
        ApplicantStep.Handling => "办理",
        _ => outcome?.Entry().Ending == CaseEnding.Closing ? "终止" : "答复",
    };

    /// <summary>现在怎样了，一两句。</summary>
    /// <param name="deadline">此时的期限。</param>
    /// <param name="today">今天。</param>
    public static string Now(CaseState state, CaseDeadline deadline, DateOnly today) => state switch
    {
        { Outcome: { } outcome, IsTakenOver: true } => $"{Day(state.ResultOn)}办结了：{outcome.Entry().Caption}。这一件是本系统启用以前办的，文书请向公开工作机构查询。",
        { Outcome: { } outcome } => outcome.Entry().Ending == CaseEnding.Closing
            ? $"{Day(state.ResultOn)}终止办理：{outcome.Entry().Caption}。" : $"{Day(state.ResultOn)}答复了：{outcome.Entry().Caption}。答复书在下面。",
        { Stage: CaseStage.AwaitingCorrection } => $"请您补正，到{Day(state.CorrectionUntil)}为止。要补正什么，见下面的告知书。没有正当理由逾期不补正的，视为放弃申请。",
        { Stage: CaseStage.AwaitingReason } => "请您说明理由：申请的数量、频次明显超过合理范围。请与公开工作机构联系。",
        { IsFeeDue: true } => deadline.Due is { } due ? $"等您缴信息处理费，到{Day(due)}为止。缴清的次日起重新计算期限。" : "要收信息处理费，通知书见下面；缴费的期限自您收到通知的次日起算。",
        { Received: null } => "已经提交，公开工作机构还没有与您确认收到。双方确认之日是收到申请之日，期限自次日起算。",
        _ when deadline.Awaited == Awaited.Others => $"正在征求意见，这段时间不计入期限；意见到了以后，还有 {deadline.Remaining} 个工作日。",
        _ when deadline.IsOverdue(today) => $"应在{Day(deadline.Due)}以前答复，已经逾期。可以向公开工作机构催问，也可以依法申请行政复议或者提起行政诉讼。",
        _ => $"正在办理，{Day(deadline.Due)}以前答复。",
    };

    /// <summary>一件事怎样告诉申请人；不该告诉的、与他无关的为空。</summary>
    public static string? Told(CaseEvent happened) => happened.Action switch
    {
        CaseAction.AwaitConfirmation => "申请到了，等双方确认",
        CaseAction.Receive or CaseAction.TakeOver => "收到申请，期限自次日起算",
        CaseAction.Confirm => "双方确认收到，期限自次日起算",
        CaseAction.RecordUnreached => "联系过您，没有联系上",
        CaseAction.Register => $"登记了，编号 {happened.Details.Number}",
        CaseAction.RequestCorrection or CaseAction.TakeOverCorrection => $"请您补正，到{Day(happened.Details.Until)}为止",
        CaseAction.AllowMoreTime => $"补正的期限宽限到{Day(happened.Details.Until)}",
        CaseAction.ReceiveCorrection => "收到您的补正",
        CaseAction.AskReason => "请您说明理由",
        CaseAction.AcceptReason => happened.Details.Until is { } until ? $"您说明的理由合理，延迟到{Day(until)}以前答复" : "您说明的理由合理，转入办理",
        CaseAction.Accept => "内容清楚，转入办理",
        CaseAction.ConsultThirdParty => "征求第三方的意见，这段时间不计入期限",
        CaseAction.ConsultJointMaker => "征求共同制作机关的意见，这段时间不计入期限",
        CaseAction.EndConsultation => "征求意见结束，期限接着算",
        CaseAction.IssueFeeNotice => "发出信息处理费通知",
        CaseAction.DeliverFeeNotice => "信息处理费通知送达，二十个工作日以内缴",
        CaseAction.RecordPayment => "费用缴清，期限自次日重新计算",
        CaseAction.NotifyExtension => "延期答复，见告知书",
        CaseAction.AnswerOnSpot => "当场答复",
        CaseAction.SendAnswer => "发出答复",
        CaseAction.RecordDelivery => "答复送达",
        CaseAction.CorrectSlip => "更正了答复里的笔误",
        CaseAction.Withdraw => "撤回申请",
        CaseAction.Terminate => "终止办理",
        CaseAction.LapseCorrection => "逾期没有补正，不再处理",
        CaseAction.LapseFee => "逾期没有缴费，不再处理",
        CaseAction.TakeOverResult => "办结",
        CaseAction.RecomputeDeadline => happened.Details.Change is { } change ? $"放假安排变了，凭{change.Notice}，期限由{Day(change.Before)}改为{Day(change.After)}" : "照新的放假安排，重新算了期限",
        CaseAction.OpenRedo => "按复议决定、判决重新答复",
        _ => null,
    };

    private static string Day(DateOnly? date) => date?.ToString("yyyy年M月d日", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
