using System.Collections.Immutable;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;

namespace Gongkai.Web.Console.Cases;

/// <summary>要填的各项，文字以外的。</summary>
[Flags]
public enum CaseParts
{
    /// <summary>没有。</summary>
    None = 0,

    /// <summary>怎样到的。</summary>
    Way = 1,

    /// <summary>证据。</summary>
    Evidence = 2,

    /// <summary>交给谁。</summary>
    Assignee = 4,

    /// <summary>期限的最后一日。</summary>
    Until = 8,

    /// <summary>延长几个工作日。</summary>
    Days = 16,

    /// <summary>征求谁的意见。</summary>
    Party = 32,

    /// <summary>哪一次征求意见。</summary>
    Consultation = 64,

    /// <summary>得到什么意见。</summary>
    Opinion = 128,

    /// <summary>检索记录。</summary>
    Search = 256,

    /// <summary>收费。</summary>
    Fee = 512,

    /// <summary>结局，连同依据、情形、在先的一件。</summary>
    Outcome = 1024,

    /// <summary>文号或者案号。</summary>
    Number = 2048,

    /// <summary>缘由。</summary>
    Cause = 4096,

    /// <summary>怎样送达的。</summary>
    Delivered = 8192,
}

/// <summary>一件事要填什么。必填的与硬规则一致；真要办的时候由规则再查。</summary>
/// <param name="Text">文字一栏的名称；不要填的为空。</param>
/// <param name="TextRequired">必填。</param>
/// <param name="Parts">别的各项。</param>
public sealed record CaseActFields(string? Text, bool TextRequired, CaseParts Parts)
{
    /// <summary>办了会怎样，一句话。</summary>
    public required string Consequence { get; init; }

    /// <summary>文字一栏怎样填。</summary>
    public string? Hint { get; init; }

    /// <summary>号码一栏的名称。</summary>
    public string NumberLabel { get; init; } = "文号";

    /// <summary>可以选的结局。</summary>
    public ImmutableArray<CaseOutcome> Outcomes { get; init; } = [];

    /// <summary>不能挽回。</summary>
    public bool Dangerous { get; init; }

    /// <summary>往前走的一件：表单开着。</summary>
    public bool Forward { get; init; }

    private static readonly ImmutableArray<CaseOutcome> Answers = [.. OutcomeTable.All.Where(entry => entry.Ending == CaseEnding.Answer).Select(entry => entry.Outcome)];

    /// <summary>办某件事要填的。</summary>
    public static CaseActFields Of(CaseAction action) => action switch
    {
        CaseAction.Receive => new(null, false, CaseParts.Way | CaseParts.Evidence) { Consequence = "收到日就是下面这一天，答复期限次日起算。", Forward = true },
        CaseAction.AwaitConfirmation => new(null, false, CaseParts.Way) { Consequence = "记下到了；收到日是双方确认之日。" },
        CaseAction.Confirm => new(null, false, CaseParts.Evidence) { Consequence = "收到日就是双方确认的这一天，答复期限次日起算。", Forward = true },
        CaseAction.RecordUnreached => new("怎样联系过", true, CaseParts.None) { Consequence = "记下联系不上；恢复联络之日再确认。" },
        CaseAction.Register => new(null, false, CaseParts.Number) { Consequence = "编上案号，出接收回执。", NumberLabel = "案号（不写的自动编）", Forward = true },
        CaseAction.Assign => new(null, false, CaseParts.Assignee) { Consequence = "交给他审核、办理。", Forward = true },
        CaseAction.Reassign => new("改派的缘由", true, CaseParts.Assignee) { Consequence = "改由他办；缘由记在经过里。" },
        CaseAction.AnswerOnSpot => new("获取的方式和途径", false, CaseParts.Outcome | CaseParts.Number) { Consequence = "当场答复，随即办结；只有已经公开的、可以当场提供的才行。", Outcomes = [CaseOutcome.AlreadyPublic, CaseOutcome.Granted] },
        CaseAction.RequestCorrection => new("要补正的事项", true, CaseParts.Until | CaseParts.Cause) { Consequence = "出补正告知书。收到日起七个工作日之内告知的，收到补正的次日起重新计算答复期限；晚了的不重新计算。", Hint = "一次列全，一行一项。" },
        CaseAction.ReceiveCorrection => new("补正的内容", false, CaseParts.None) { Consequence = "回到审核，答复期限自次日重新计算。", Forward = true },
        CaseAction.AllowMoreTime => new("正当理由", true, CaseParts.Until) { Consequence = "补正的期限改到下面这一天。" },
        CaseAction.LapseCorrection => new(null, false, CaseParts.None) { Consequence = "过了补正的期限，出不再处理告知书，随即办结。", Dangerous = true },
        CaseAction.AskReason => new("为什么要求说明理由", true, CaseParts.None) { Consequence = "出说明理由告知书。期限照走。" },
        CaseAction.AcceptReason => new("说明", false, CaseParts.Until) { Consequence = "转入办理；不能按期答复的，写上延迟到哪一天，出告知书。", Forward = true },
        CaseAction.RejectReason => new("理由为什么不合理", true, CaseParts.None) { Consequence = "转去拟不予处理的答复。" },
        CaseAction.Accept => new(null, false, CaseParts.None) { Consequence = "内容清楚，转入办理。", Forward = true },
        CaseAction.RecordSearch => new(null, false, CaseParts.Search) { Consequence = "记下检索；说信息不存在的，必须有。" },
        CaseAction.ConsultThirdParty => new(null, false, CaseParts.Party) { Consequence = "出征求意见书和给申请人的告知书。次日起不计入答复期限；第三方十五个工作日不答复的，由本机关决定。" },
        CaseAction.ConsultJointMaker => new(null, false, CaseParts.Party) { Consequence = "出征求意见书。次日起不计入答复期限；十五个工作日不答复的，视为同意公开。" },
        CaseAction.DeliverConsultation => new(null, false, CaseParts.Consultation | CaseParts.Evidence) { Consequence = "对方的十五个工作日自次日起算。", Forward = true },
        CaseAction.EndConsultation => new("对方的意见", false, CaseParts.Consultation | CaseParts.Opinion) { Consequence = "期限自次日接着走。期满没有答复的，日期写期满那一天。", Forward = true },
        CaseAction.IssueFeeNotice => new("数量、频次为什么明显超过合理范围", true, CaseParts.Fee) { Consequence = "出收费通知书；缴清之日次日起重新计算期限，二十个工作日不缴的不再处理。" },
        CaseAction.DeliverFeeNotice => new(null, false, CaseParts.Evidence) { Consequence = "二十个工作日自次日起算。", Forward = true },
        CaseAction.RecordPayment => new(null, false, CaseParts.Evidence) { Consequence = "处理期限自次日重新计算。", Forward = true },
        CaseAction.LapseFee => new(null, false, CaseParts.None) { Consequence = "过了缴费的期限，出不再处理告知书，随即办结。", Dangerous = true },
        CaseAction.ApproveExtension => new("理由", true, CaseParts.Days) { Consequence = "只能延一次，要在原期限届满以前；告知了申请人才生效。" },
        CaseAction.NotifyExtension => new(null, false, CaseParts.None) { Consequence = "出延期答复告知书；原期限届满以前告知的，延期生效。", Forward = true },
        CaseAction.StartDraft => new(null, false, CaseParts.None) { Consequence = "转去拟答复。" },
        CaseAction.ResumeProcessing => new(null, false, CaseParts.None) { Consequence = "转回办理。" },
        CaseAction.SubmitDraft => new("理由，或者获取的方式和途径", false, CaseParts.Outcome) { Consequence = "送法制审核、保密审查，再由负责人批准。", Outcomes = Answers, Forward = true, Hint = "写进答复书。" },
        CaseAction.PassLegal or CaseAction.PassSecrecy => new("意见", false, CaseParts.None) { Consequence = "记下审核通过；自己拟的答复不能由自己审。", Forward = true },
        CaseAction.ReturnDraft => new("退回的理由", true, CaseParts.None) { Consequence = "退回去改，两项审核重来。" },
        CaseAction.ApproveAnswer => new("意见", false, CaseParts.None) { Consequence = "批准以后就可以发出。", Forward = true },
        CaseAction.SendAnswer => new(null, false, CaseParts.Number) { Consequence = "出答复书，答复期限到此为止；这一天是答复日，计入年报。", NumberLabel = "答复书的文号", Forward = true },
        CaseAction.RecordDelivery => new(null, false, CaseParts.Delivered | CaseParts.Evidence) { Consequence = "记下送达，随答复提供的文件申请人就能下载。日期写送达那一天：当面的是签收之日，邮寄的是邮件签收之日，电子邮件的是发到邮箱之日；申请人在门户打开答复书的，系统自己记。", Forward = true },
        CaseAction.CorrectSlip => new("改了什么", true, CaseParts.None) { Consequence = "记下更正；原件照留。" },
        CaseAction.Withdraw => new("说明", false, CaseParts.Evidence) { Consequence = "申请人书面撤回，随即办结。", Dangerous = true },
        CaseAction.Terminate => new("缘由", true, CaseParts.None) { Consequence = "转并，或者有别的缘由，终止办理，出告知书；计入“其他处理”。", Dangerous = true },
        _ => new(null, false, CaseParts.None) { Consequence = "归档以后不再办理。", Forward = true },
    };
}
