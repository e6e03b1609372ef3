using System.Collections.Immutable;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using static Gongkai.Organisations.Access.Role;
using static Gongkai.Requests.Process.CaseAction;

namespace Gongkai.Services.Demonstration;

/// <summary>演示的申请里的一步。</summary>
/// <param name="Workday">提出之后第几个工作日；同一天的依次办。</param>
/// <param name="UntilWorkdays">写明的期限是几个工作日以后；没有的为空。</param>
internal sealed record DemoCaseStep(int Workday, Role Role, CaseAction Action, CaseDetails Details, int? UntilWorkdays = null);

/// <summary>演示的申请怎样办：一串步骤。</summary>
/// <param name="StartedWorkdaysAgo">正在办的，几个工作日以前提出；办结了的不用。</param>
internal sealed record DemoCasePath(int StartedWorkdaysAgo, ImmutableArray<DemoCaseStep> Steps)
{
    private static readonly ImmutableArray<DemoCaseStep> Begun =
    [
        Step(0, Handler, Confirm, new() { Evidence = "电话确认，有通话记录" }), Step(0, Handler, Register), Step(1, DisclosureOfficeHead, Assign), Step(1, Handler, Accept),
        Step(2, Handler, RecordSearch, new() { Search = new("档案室、办公系统、业务科", "实施方案 资金 验收", "经办") }),
    ];

    private static readonly ImmutableArray<DemoCaseStep> Corrected =
    [
        .. Begun[..3], Step(3, DisclosureOfficeHead, RequestCorrection, new() { Text = "请写明是哪一年度的。" }, 15), Step(8, Handler, ReceiveCorrection, new() { Text = "上一年度的" }), Step(8, Handler, Accept),
    ];

    private static readonly ImmutableArray<DemoCaseStep> Consulted =
    [
        .. Begun, Step(3, DisclosureOfficeHead, ConsultThirdParty, new() { Party = "云泽某建设有限公司" }), Step(5, Handler, DeliverConsultation, new() { Consultation = 1, Evidence = "邮件回执" }),
    ];

    /// <summary>办结了的各样。</summary>
    public static ImmutableArray<DemoCasePath> Finished { get; } =
    [
        Ending([.. Begun], 9, new() { Outcome = CaseOutcome.Granted }),
        Ending([.. Corrected], 14, new() { Outcome = CaseOutcome.AlreadyPublic, Text = "本机关网站“政府信息公开”专栏（演示）" }),
        Ending([.. Consulted, Step(12, Handler, EndConsultation, new() { Consultation = 1, Opinion = Opinion.RefusesWithReason, Text = "含报价" }),
            Step(13, DisclosureOfficeHead, ApproveExtension, new() { Days = 20, Text = "涉及几个科室的档案" }), Step(13, Handler, NotifyExtension)], 24,
            new() { Outcome = CaseOutcome.PartlyGranted, Grounds = [CaseOutcome.ThirdPartyRights], Text = "其中的报价属于商业秘密，第三方不同意公开" }),
        Ending([.. Begun], 12, new() { Outcome = CaseOutcome.NotExisting, Text = "经检索没有制作、保存这一信息" }),
        Ending([.. Begun[..4]], 5, new() { Outcome = CaseOutcome.NotResponsible, Text = "这一信息由市财政局负责公开" }),
        Ending([.. Begun], 15, new() { Outcome = CaseOutcome.ProcessInformation, Text = "这是还在研究的过程稿" }),
        new(0, [.. Begun, Step(6, Handler, Withdraw, new() { Text = "申请人来信撤回", Evidence = "申请人的来信" }), Step(7, Handler, Archive)]),
        Ending([.. Begun[..4]], 6, new() { Outcome = CaseOutcome.Petition, Text = "所提的是对处理结果的投诉" }),
        new(0, [.. Begun[..3], Step(4, DisclosureOfficeHead, RequestCorrection, new() { Text = "请写明信息的名称。" }, 15), Step(21, DisclosureOfficeHead, LapseCorrection), Step(22, Handler, Archive)]),
        Ending([.. Begun], 18, new() { Outcome = CaseOutcome.Granted }),
    ];

    /// <summary>正在办的各样：停在不同的地方。前两样各单位都有。</summary>
    public static ImmutableArray<DemoCasePath> UnderWay { get; } =
    [
        new(1, []),
        new(7, [.. Begun]),
        new(2, [.. Begun[..2]]),
        new(6, [.. Begun[..3], Step(3, DisclosureOfficeHead, RequestCorrection, new() { Text = "请写明是哪一年度的。" }, 15)]),
        new(9, [.. Consulted]),
        new(23, [.. Begun]),
        new(18, [.. Begun, Step(10, Handler, StartDraft), Step(11, Handler, SubmitDraft, new() { Outcome = CaseOutcome.InternalAffairs, Text = "属于内部的工作流程" }), Step(12, LegalReviewer, PassLegal)]),
        new(16, [.. Begun, .. Drafted(9, new() { Outcome = CaseOutcome.Granted })]),
        new(19, [.. Begun, .. Drafted(10, new() { Outcome = CaseOutcome.Granted }), Step(13, Handler, SendAnswer)]),
    ];

    private static DemoCasePath Ending(ImmutableArray<DemoCaseStep> before, int day, CaseDetails answer) => new(0,
    [
        .. before, .. Drafted(day, answer), Step(day + 2, Handler, SendAnswer), Step(day + 3, Handler, RecordDelivery, new() { Delivered = DeliveryWay.Pickup, Evidence = "申请人签收" }), Step(day + 6, Handler, Archive),
    ]);

    private static ImmutableArray<DemoCaseStep> Drafted(int day, CaseDetails answer) =>
    [
        Step(day, Handler, StartDraft), Step(day, Handler, SubmitDraft, answer), Step(day + 1, LegalReviewer, PassLegal), Step(day + 1, SecrecyReviewer, PassSecrecy), Step(day + 2, DisclosureOfficeHead, ApproveAnswer),
    ];

    private static DemoCaseStep Step(int workday, Role role, CaseAction action, CaseDetails? details = null, int? untilWorkdays = null) => new(workday, role, action, details ?? CaseDetails.None, untilWorkdays);
}
