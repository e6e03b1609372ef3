using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Citations;
using Gongkai.Law.Process;
using static Gongkai.Requests.Process.CaseAction;
using static Gongkai.Requests.Process.CaseStage;
using Row = Gongkai.Law.Process.Transition<Gongkai.Requests.Process.CaseStage, Gongkai.Requests.Process.CaseAction, Gongkai.Requests.Process.CaseRole>;

namespace Gongkai.Requests.Process;

/// <summary>依申请公开的流程表：从收到到归档。表里没有的，就是不允许；没有删除一件的动作，登记了的只能终止。</summary>
public static class CaseProcess
{
    private static readonly ImmutableArray<CaseRole>
        Handlers = [CaseRole.Handler, CaseRole.OfficeHead, CaseRole.DisclosureOfficeHead],
        Assigners = [CaseRole.OfficeHead, CaseRole.DisclosureOfficeHead],
        Head = [CaseRole.DisclosureOfficeHead],
        Approvers = [CaseRole.DisclosureOfficeHead, CaseRole.DeputyLeader],
        FeeClerks = [CaseRole.FeeClerk],
        Legal = [CaseRole.LegalReviewer],
        Secrecy = [CaseRole.SecrecyReviewer],
        Reviewers = [CaseRole.LegalReviewer, CaseRole.SecrecyReviewer, .. Approvers],
        Machine = [CaseRole.System],
        Filers = [.. Handlers, CaseRole.Applicant],
        Enders = [.. Handlers, CaseRole.System],
        Ledger = [CaseRole.System];

    private static readonly Citation
        Oral = LegalDocuments.Regulation.Article("第二十九条"),
        Correction = LegalDocuments.Regulation.Article("第三十条"),
        Receipt = LegalDocuments.Regulation.Article("第三十一条"),
        ThirdParty = LegalDocuments.Regulation.Article("第三十二条"),
        Answering = LegalDocuments.Regulation.Article("第三十三条"),
        Extension = LegalDocuments.Regulation.Article("第三十三条第二款"),
        JointMaker = LegalDocuments.Regulation.Article("第三十四条"),
        Excess = LegalDocuments.Regulation.Article("第三十五条"),
        Kinds = LegalDocuments.Regulation.Article("第三十六条"),
        Reviewing = LegalDocuments.Regulation.Article("第十七条"),
        Keeping = LegalDocuments.Regulation.Article("第四十五条"),
        Remedy = LegalDocuments.Regulation.Article("第五十一条"),
        Fees = LegalDocuments.FeeMeasures.Article();

    /// <summary>还没有答复、没有终止的状态。</summary>
    public static ImmutableArray<CaseStage> Open { get; } =
        [Submitted, Unconfirmed, Received, Registered, Examining, AwaitingCorrection, AwaitingReason, Processing, Drafting, InReview, Approved];

    /// <summary>流程表。</summary>
    public static TransitionTable<CaseStage, CaseAction, CaseRole> Table { get; } = new(
        CaseWording.Process, Submitted, [Delivered, Closed, Archived],
        [.. Intake, .. Examination, .. Handling, .. Answer, .. Extensions, .. Everywhere, .. Afterwards, .. CutOver, .. Redo]);

    /// <summary>画图用的流程表：不含撤回、终止、延期、改派那些处处都有的行，也不含移入原台账、责令重新答复的行。</summary>
    internal static TransitionTable<CaseStage, CaseAction, CaseRole> Picture { get; } = new(
        CaseWording.Process, Submitted, [Delivered, Closed, Archived], [.. Intake, .. Examination, .. Handling, .. Answer, .. Afterwards]);

    private static IEnumerable<Row> Intake =>
    [
        new(Submitted, Receive, Handlers, Received, ClockEffect.Start, Receipt),
        new(Submitted, AwaitConfirmation, Enders, Unconfirmed, Article: Receipt),
        new(Unconfirmed, RecordUnreached, Handlers, Unconfirmed, Article: Receipt),
        new(Unconfirmed, Confirm, Handlers, Received, ClockEffect.Start, Receipt),
        new(Received, Register, Handlers, Registered, Article: Keeping),
        new(Registered, Assign, Assigners, Examining, Article: Keeping),
        new(Registered, AnswerOnSpot, Head, Replied, ClockEffect.Stop, Answering),
    ];

    private static IEnumerable<Row> Examination =>
    [
        new(Examining, RequestCorrection, Approvers, AwaitingCorrection, Article: Correction),
        new(AwaitingCorrection, ReceiveCorrection, Filers, Examining, ClockEffect.Reset, Correction),
        new(AwaitingCorrection, AllowMoreTime, Approvers, AwaitingCorrection, Article: Correction),
        new(AwaitingCorrection, LapseCorrection, Approvers, Closed, ClockEffect.Stop, Correction),
        new(Examining, AskReason, Approvers, AwaitingReason, Article: Excess),
        new(AwaitingReason, AcceptReason, Approvers, Processing, Article: Excess),
        new(AwaitingReason, RejectReason, Approvers, Drafting, Article: Excess),
        new(Examining, Accept, Handlers, Processing, Article: Kinds),
        new(Examining, StartDraft, Handlers, Drafting, Article: Kinds),
    ];

    private static IEnumerable<Row> Handling =>
    [
        new(Processing, RecordSearch, Handlers, Processing, Article: Kinds),
        new(Processing, ConsultThirdParty, Approvers, Processing, ClockEffect.Pause, ThirdParty),
        new(Processing, ConsultJointMaker, Approvers, Processing, ClockEffect.Pause, JointMaker),
        new(Processing, DeliverConsultation, Handlers, Processing, Article: ThirdParty),
        new(Processing, EndConsultation, Enders, Processing, ClockEffect.Resume, Answering),
        new(Processing, IssueFeeNotice, Approvers, Processing, Article: Fees),
        new(Processing, DeliverFeeNotice, FeeClerks, Processing, Article: Fees),
        new(Processing, RecordPayment, FeeClerks, Processing, ClockEffect.Reset, Fees),
        new(Processing, LapseFee, Approvers, Closed, ClockEffect.Stop, Fees),
        new(Processing, StartDraft, Handlers, Drafting, Article: Kinds),
    ];

    private static IEnumerable<Row> Answer =>
    [
        new(Drafting, ResumeProcessing, Handlers, Processing),
        new(Drafting, SubmitDraft, Handlers, InReview, Article: Reviewing),
        new(InReview, PassLegal, Legal, InReview),
        new(InReview, PassSecrecy, Secrecy, InReview, Article: Reviewing),
        new(InReview, ReturnDraft, Reviewers, Drafting),
        new(InReview, ApproveAnswer, Approvers, Approved, Article: Reviewing),
        new(Approved, ReturnDraft, Approvers, Drafting),
        new(Approved, SendAnswer, Handlers, Replied, ClockEffect.Stop, Answering),
    ];

    private static IEnumerable<Row> Extensions =>
        from stage in (CaseStage[])[Examining, AwaitingReason, Processing, Drafting, InReview]
        from row in (Row[])
        [
            new(stage, ApproveExtension, Head, stage, ClockEffect.Extend, Extension),
            new(stage, NotifyExtension, Handlers, stage, Article: Extension),
        ]
        select row;

    private static IEnumerable<Row> Everywhere =>
    [
        .. Open.Select(stage => new Row(stage, Withdraw, Filers, Closed, ClockEffect.Stop, Oral)),
        .. Open.Where(stage => stage is not (Submitted or Unconfirmed or Received)).Select(stage => new Row(stage, Terminate, Approvers, Closed, ClockEffect.Stop, Keeping)),
        .. Open.Where(stage => stage is not (Submitted or Unconfirmed or Received or Registered or Approved)).Select(stage => new Row(stage, Reassign, Assigners, stage, Article: Keeping)),
        .. Open.Where(stage => stage is not (Submitted or Unconfirmed)).Select(stage => new Row(stage, RecomputeDeadline, Machine, stage, Article: Answering)),
    ];

    private static IEnumerable<Row> Afterwards =>
    [
        new(Replied, RecordDelivery, Enders, Delivered, Article: Answering),
        new(Replied, CorrectSlip, Approvers, Replied),
        new(Delivered, CorrectSlip, Approvers, Delivered),
        new(Delivered, Archive, Handlers, Archived, Article: Keeping),
        new(Closed, Archive, Handlers, Archived, Article: Keeping),
    ];

    // 另立一件去办，所以原来的一件和它的年度都不变；只由原来的一件立，页面上交来的申请走不到这里。
    private static IEnumerable<Row> Redo => [new(Submitted, OpenRedo, Ledger, Processing, ClockEffect.Start, Remedy)];

    // 只由导入去做，页面上谁也没有这个角色：已经收到的一件，不能借它绕开审查。
    private static IEnumerable<Row> CutOver =>
    [
        new(Submitted, TakeOver, Ledger, Processing, ClockEffect.Start, Keeping),
        new(Processing, TakeOverCorrection, Ledger, AwaitingCorrection, Article: Correction),
        new(Processing, TakeOverResult, Ledger, Archived, ClockEffect.Stop, Keeping),
    ];
}
