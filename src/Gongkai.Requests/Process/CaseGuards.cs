using Gongkai.Law;
using Gongkai.Law.Parameters;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Redaction;

namespace Gongkai.Requests.Process;

/// <summary>表放行之后还要看的：谁、哪一天、写了没有、线程结束没有。拒绝时说出是哪一条规则。</summary>
internal static class CaseGuards
{
    public static Refusal? Refuse(CaseState state, CaseCommand command, CaseFacts facts) =>
        Unsigned(command) ?? CaseDates.Refuse(state, command) ?? RedactionGuards.Refuse(state, command, facts) ?? (command.Action switch
        {
            CaseAction.Receive => Way(command, ReceiptWay.InPerson, ReceiptWay.Oral, ReceiptWay.RegisteredMail) ?? Evidence(command, CaseRules.Receipt, "收到要有证据：签收单、受理记录"),
            CaseAction.AwaitConfirmation => Way(command, ReceiptWay.OrdinaryMail, ReceiptWay.Internet, ReceiptWay.Fax, ReceiptWay.Email),
            CaseAction.Confirm => Evidence(command, CaseRules.Receipt, "双方确认要有证据：通话记录、回执"),
            CaseAction.RecordUnreached => Written(command, "要写明什么时候、怎样联系过"),
            CaseAction.Register => Number(command, "登记要有案号"),
            CaseAction.Assign => Assigned(command),
            CaseAction.Reassign => Assigned(command) ?? Written(command, "改派要写明缘由"),
            CaseAction.RequestCorrection => Correction(state, command),
            CaseAction.AllowMoreTime => Written(command, "宽限补正要写明正当理由") ?? Later(command, state.CorrectionUntil, "宽限的期限要晚于原来的"),
            CaseAction.LapseCorrection => command.On > state.CorrectionUntil ? null : CaseRules.Lapse.Refuse($"补正的期限是 {state.CorrectionUntil:yyyy-MM-dd}，还没有过"),
            CaseAction.AskReason => Written(command, "要写明为什么要求说明理由"),
            CaseAction.RejectReason => Written(command, "要写明理由为什么不合理"),
            CaseAction.AcceptReason => command.Details.Until is null ? null : Later(command, command.On, "延迟答复的日期要在以后"),
            CaseAction.RecordSearch => command.Details.Search?.IsComplete == true ? null : CaseRules.Searched.Refuse("检索的范围、关键词、人员没有写全"),
            CaseAction.ConsultThirdParty or CaseAction.ConsultJointMaker => string.IsNullOrWhiteSpace(command.Details.Party) ? CaseRules.Recorded.Refuse("要写明征求谁的意见") : null,
            CaseAction.DeliverConsultation => CaseThreads.Deliver(state, command),
            CaseAction.EndConsultation => CaseThreads.End(state, command, facts.Calendar),
            CaseAction.IssueFeeNotice => CaseThreads.Charge(state, command, facts.Calendar),
            CaseAction.DeliverFeeNotice => state.Fee is { Delivered: null, Paid: null } ? null : CaseRules.Recorded.Refuse("没有等着送达的收费通知"),
            CaseAction.RecordPayment => state.IsFeeDue ? null : CaseRules.Recorded.Refuse("没有等着缴的费用"),
            CaseAction.LapseFee => CaseThreads.LapseFee(state, command, facts.Calendar),
            CaseAction.ApproveExtension => Extension(state, command, facts),
            CaseAction.NotifyExtension => state is { ExtensionDays: > 0, ExtensionNotified: null } ? null : CaseRules.Extension.Refuse("没有批准了还没有告知的延期"),
            CaseAction.AnswerOnSpot => OnSpot(command) ?? Number(command, "答复要有文号或者记录的编号") ?? OutcomeGuards.Refuse(state, command.Details, facts),
            CaseAction.SubmitDraft => CaseThreads.Unfinished(state) ?? OutcomeGuards.Refuse(state, command.Details, facts),
            CaseAction.PassLegal or CaseAction.PassSecrecy => Own(state, command),
            CaseAction.ReturnDraft => Written(command, "退回要写明理由"),
            CaseAction.ApproveAnswer => Own(state, command) ?? Unreviewed(state),
            CaseAction.SendAnswer => CaseThreads.Unfinished(state) ?? Number(command, "答复书要有文号"),
            CaseAction.RecordDelivery => DeliveryGuards.Refuse(command),
            CaseAction.CorrectSlip => Written(command, "更正笔误要写明改了什么"),
            CaseAction.Withdraw => command.Role == CaseRole.Applicant ? null : Evidence(command, CaseRules.Recorded, "撤回要有申请人书面的意思"),
            CaseAction.Terminate => Written(command, "终止要写明缘由"),
            CaseAction.OpenRedo => Number(command, "重新答复的一件要有案号") ?? (string.IsNullOrWhiteSpace(command.Details.RedoOf) ? CaseRules.Recorded.Refuse("没有原来的一件") : null) ?? Written(command, "要写明谁责令、什么文书")
                ?? (command.Details.Until is null ? null : Later(command, command.On, "责令的期限要在收到之日以后")),
            CaseAction.TakeOver => Number(command, "移入要有原来的案号") ?? TakeOverGuards.Take(state, command, facts),
            CaseAction.TakeOverCorrection => TakeOverGuards.Fresh(state) ?? Correction(state, command),
            CaseAction.TakeOverResult => TakeOverGuards.Fresh(state) ?? TakeOverGuards.Result(command),
            _ => null,
        });

    private static Refusal? Unsigned(CaseCommand command) =>
        command.By is null && command.Role is not (CaseRole.Applicant or CaseRole.System) ? CaseRules.Recorded.Refuse("要写明是谁做的") : null;

    private static Refusal? Assigned(CaseCommand command) => command.Details.Assignee is null ? CaseRules.Recorded.Refuse("要写明交给谁") : null;

    private static Refusal? Written(CaseCommand command, string wanted) => string.IsNullOrWhiteSpace(command.Details.Text) ? CaseRules.Recorded.Refuse(wanted) : null;

    private static Refusal? Number(CaseCommand command, string wanted) => string.IsNullOrWhiteSpace(command.Details.Number) ? CaseRules.Recorded.Refuse(wanted) : null;

    private static Refusal? Evidence(CaseCommand command, CaseRule rule, string wanted) => string.IsNullOrWhiteSpace(command.Details.Evidence) ? rule.Refuse(wanted) : null;

    private static Refusal? Way(CaseCommand command, params ReceiptWay[] ways) =>
        command.Details.Way is { } way && ways.Contains(way) ? null : CaseRules.Receipt.Refuse($"“{command.Action.Caption()}”不合申请到来的方式");

    private static Refusal? Later(CaseCommand command, DateOnly? than, string wanted) => command.Details.Until > than ? null : CaseRules.Dates.Refuse(wanted);

    private static Refusal? Correction(CaseState state, CaseCommand command) =>
        string.IsNullOrWhiteSpace(command.Details.Text) ? CaseRules.Correction.Refuse("没有写明要补正的事项")
        : !(command.Details.Until > command.On) ? CaseRules.Correction.Refuse("没有写明补正的期限，或者期限不在以后")
        : !state.CorrectionNotices.IsEmpty && string.IsNullOrWhiteSpace(command.Details.Cause) ? CaseRules.Correction.Refuse("已经告知过补正，再次告知没有说明缘由")
        : null;

    private static Refusal? Extension(CaseState state, CaseCommand command, CaseFacts facts)
    {
        var longest = LegalParameters.Period(LegalPeriodId.AnswerExtension, state.Received!.Value).Length;
        if (state.ExtensionDays > 0) return CaseRules.Extension.Refuse("已经延期过一次");
        if (command.Details.Days is not { } days || days < 1 || days > longest) return CaseRules.Extension.Refuse($"延期应在 1 至 {longest} 个工作日之间");
        if (CaseDeadline.Of(state, facts.Calendar).Answer!.Due is { } due && command.On > due) return CaseRules.Extension.Refuse($"期限 {due:yyyy-MM-dd} 已经届满，不能再延期");
        return Written(command, "延期要写明理由");
    }

    private static Refusal? OnSpot(CaseCommand command) =>
        command.Details.Outcome is CaseOutcome.AlreadyPublic or CaseOutcome.Granted ? null : CaseRules.Reviewed.Refuse("当场答复的，只有已经公开的和可以当场提供的");

    private static Refusal? Own(CaseState state, CaseCommand command) => state.Drafter == command.By ? CaseRules.Reviewed.Refuse("这份答复是您拟的") : null;

    private static Refusal? Unreviewed(CaseState state) =>
        !state.LegalPassed ? CaseRules.Reviewed.Refuse("法制审核还没有通过")
        : !state.SecrecyPassed ? CaseRules.Reviewed.Refuse("保密审查还没有通过")
        : null;
}
