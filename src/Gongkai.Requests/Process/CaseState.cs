using System.Collections.Immutable;
using Gongkai.Law.Clocks;
using Gongkai.Organisations.People;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Outcomes;

namespace Gongkai.Requests.Process;

/// <summary>一次征求意见：附着于办理的线程，可以几次并行，各有时钟。</summary>
/// <param name="Number">第几次，从 1 起。</param>
/// <param name="Kind">征求的是第三方还是共同制作机关。</param>
/// <param name="Party">名称。</param>
/// <param name="Sent">发出之日：次日起不计入答复期限。</param>
/// <param name="Delivered">送达之日：对方的期限次日起算；没有送达的为空，期限没有起算。</param>
/// <param name="Ended">结束之日（含）；没有结束的为空。</param>
/// <param name="Opinion">得到的意见；没有结束的为空。</param>
public sealed record CaseConsultation(int Number, ConsultedParty Kind, string Party, DateOnly Sent, DateOnly? Delivered, DateOnly? Ended, Opinion? Opinion);

/// <summary>收费：附着于办理的线程。</summary>
/// <param name="Order">按什么、多少。</param>
/// <param name="Sent">通知发出之日。</param>
/// <param name="Delivered">通知送达之日：二十个工作日次日起算；没有送达的为空。</param>
/// <param name="Paid">缴清之日；没有缴的为空。</param>
public sealed record CaseFee(FeeOrder Order, DateOnly Sent, DateOnly? Delivered, DateOnly? Paid);

/// <summary>申请办到了哪里：由事件从头算出，从不另存为事实。</summary>
public sealed record CaseState
{
    /// <summary>刚提交。</summary>
    public static CaseState Initial { get; } = new();

    /// <summary>状态。</summary>
    public CaseStage Stage { get; private init; } = CaseStage.Submitted;

    /// <summary>办到第几件事。</summary>
    public int EventCount { get; private init; }

    /// <summary>怎样到的；还没有认定的为空。</summary>
    public ReceiptWay? Way { get; private init; }

    /// <summary>收到日；还没有认定的为空。条例第三十一条。</summary>
    public DateOnly? Received { get; private init; }

    /// <summary>案号；没有登记的为空。</summary>
    public string? Number { get; private init; }

    /// <summary>责令重新答复的，原来的一件的案号；不是的为空。</summary>
    public string? RedoOf { get; private init; }

    /// <summary>责令的期限，最后一日（含）；没有责令、没有写明的为空。</summary>
    public DateOnly? OrderedUntil { get; private init; }

    /// <summary>由原来的台账移入的。</summary>
    public bool IsTakenOver { get; private init; }

    /// <summary>交给谁办；没有交办的为空。</summary>
    public PersonId? Assignee { get; private init; }

    /// <summary>告知补正之日，按先后。</summary>
    public ImmutableArray<DateOnly> CorrectionNotices { get; private init; } = [];

    /// <summary>补正期限的最后一日（含）；不在等补正的为空。</summary>
    public DateOnly? CorrectionUntil { get; private init; }

    /// <summary>最近一次收到补正之日；没有的为空。</summary>
    public DateOnly? CorrectionReceived { get; private init; }

    /// <summary>要求过说明理由。</summary>
    public bool ReasonAsked { get; private init; }

    /// <summary>告知过的延迟答复日期（含）；没有的为空。</summary>
    public DateOnly? DelayedUntil { get; private init; }

    /// <summary>各次征求意见。</summary>
    public ImmutableArray<CaseConsultation> Consultations { get; private init; } = [];

    /// <summary>收费；没有收的为空。</summary>
    public CaseFee? Fee { get; private init; }

    /// <summary>延长的工作日数，没有延的为 0。</summary>
    public int ExtensionDays { get; private init; }

    /// <summary>延期的理由；没有的为空。</summary>
    public string? ExtensionReason { get; private init; }

    /// <summary>批准延期之日；没有的为空。</summary>
    public DateOnly? ExtensionApproved { get; private init; }

    /// <summary>告知延期之日；没有的为空。</summary>
    public DateOnly? ExtensionNotified { get; private init; }

    /// <summary>检索记录；没有的为空。</summary>
    public SearchRecord? Search { get; private init; }

    /// <summary>送审的答复；没有在审、没有批准的为空。</summary>
    public CaseDetails? Draft { get; private init; }

    /// <summary>拟稿的人；还没有送审的为空。</summary>
    public PersonId? Drafter { get; private init; }

    /// <summary>这一轮里法制审核通过了。</summary>
    public bool LegalPassed { get; private init; }

    /// <summary>这一轮里保密审查通过了。</summary>
    public bool SecrecyPassed { get; private init; }

    /// <summary>结局；没有办结的为空。一件只有一个。</summary>
    public CaseOutcome? Outcome { get; private init; }

    /// <summary>答复日、终止日：年报按它计入哪一年；没有办结的为空。</summary>
    public DateOnly? ResultOn { get; private init; }

    /// <summary>送达日；没有送达的为空。</summary>
    public DateOnly? DeliveredOn { get; private init; }

    /// <summary>还没有答复、没有终止。</summary>
    public bool IsOpen => CaseProcess.Open.Contains(Stage);

    /// <summary>还没有结束的征求意见。</summary>
    public IEnumerable<CaseConsultation> OpenConsultations => Consultations.Where(consultation => consultation.Ended is null);

    /// <summary>收费通知发出了，还没有缴清。</summary>
    public bool IsFeeDue => Fee is { Paid: null };

    /// <summary>年报表三所看的；还没有收到的、责令重新答复的不计，为空。申请人的类别不由各件事决定，这里一律写其他。</summary>
    public CountedCase? Counted => RedoOf is null && Received is { } received ? new CountedCase(received, ApplicantKind.Other, Outcome, ResultOn) : null;

    /// <summary>答复期限所凭的事实；还没有认定收到的为空。</summary>
    public ClockFacts? Facts => Received is not { } received ? null : new ClockFacts
    {
        Received = received,
        // 第一次告知补正按期发出的，期限自最近一次补正重新计算；迟发的不重新计算。
        CorrectionNoticeSent = CorrectionNotices.IsEmpty ? null : CorrectionNotices[0],
        CorrectionReceived = CorrectionReceived,
        FeePaid = Fee?.Paid,
        Consultations = [.. Consultations.Select(consultation => new Consultation(consultation.Sent, consultation.Ended))],
        // 告知了申请人才生效：批准了还没有告知的，期限照原来的走，过了就是逾期。
        ExtensionDays = ExtensionNotified is null ? 0 : ExtensionDays,
        // 是不是届满以前批准的，批准的时候看过；日历后来改了，不能倒过来使它无效。
        ExtensionNotified = ExtensionNotified,
        DelayedUntil = DelayedUntil,
    };

    /// <summary>由全部事件算出。</summary>
    public static CaseState Of(IEnumerable<CaseEvent> events) => events.Aggregate(Initial, (state, happened) => state.After(happened));

    /// <summary>一件事之后。</summary>
    public CaseState After(CaseEvent happened)
    {
        var (next, details, on) = (this with { Stage = happened.To, EventCount = happened.Number }, happened.Details, happened.On);
        return happened.Action switch
        {
            CaseAction.Receive => next with { Way = details.Way, Received = on },
            CaseAction.AwaitConfirmation => next with { Way = details.Way },
            CaseAction.Confirm => next with { Received = on },
            CaseAction.Register => next with { Number = details.Number },
            CaseAction.Assign or CaseAction.Reassign => next with { Assignee = details.Assignee },
            CaseAction.RequestCorrection => next with { CorrectionNotices = CorrectionNotices.Add(on), CorrectionUntil = details.Until },
            CaseAction.AllowMoreTime => next with { CorrectionUntil = details.Until },
            CaseAction.ReceiveCorrection => next with { CorrectionReceived = on, CorrectionUntil = null },
            CaseAction.AskReason => next with { ReasonAsked = true },
            CaseAction.AcceptReason => next with { DelayedUntil = details.Until ?? DelayedUntil },
            CaseAction.RecordSearch => next with { Search = details.Search },
            CaseAction.ConsultThirdParty => next.Consulting(ConsultedParty.ThirdParty, details, on),
            CaseAction.ConsultJointMaker => next.Consulting(ConsultedParty.JointMaker, details, on),
            CaseAction.DeliverConsultation => next.With(details.Consultation, consultation => consultation with { Delivered = on }),
            CaseAction.EndConsultation => next.With(details.Consultation, consultation => consultation with { Ended = on, Opinion = details.Opinion }),
            CaseAction.IssueFeeNotice => next with { Fee = new CaseFee(details.Fee!, on, null, null) },
            CaseAction.DeliverFeeNotice => next with { Fee = Fee! with { Delivered = on } },
            CaseAction.RecordPayment => next with { Fee = Fee! with { Paid = on } },
            CaseAction.ApproveExtension => next with { ExtensionDays = details.Days ?? 0, ExtensionReason = details.Text, ExtensionApproved = on },
            CaseAction.NotifyExtension => next with { ExtensionNotified = on },
            CaseAction.SubmitDraft => next with { Draft = details, Drafter = happened.By, LegalPassed = false, SecrecyPassed = false },
            CaseAction.PassLegal => next with { LegalPassed = true },
            CaseAction.PassSecrecy => next with { SecrecyPassed = true },
            CaseAction.ReturnDraft => next with { Draft = null, LegalPassed = false, SecrecyPassed = false },
            CaseAction.AnswerOnSpot => next.Ended(details.Outcome, on),
            CaseAction.SendAnswer => next.Ended(Draft!.Outcome, on),
            CaseAction.LapseCorrection => next.Ended(CaseOutcome.CorrectionOverdue, on),
            CaseAction.LapseFee => next.Ended(CaseOutcome.FeeOverdue, on),
            CaseAction.Withdraw => next.Ended(CaseOutcome.Withdrawn, on),
            CaseAction.Terminate => next.Ended(CaseOutcome.Terminated, on),
            CaseAction.RecordDelivery => next with { DeliveredOn = on },
            CaseAction.OpenRedo => next with { Received = on, Number = details.Number, RedoOf = details.RedoOf, OrderedUntil = details.Until },
            CaseAction.TakeOver => next.Taking(details, on),
            CaseAction.TakeOverCorrection => next with { CorrectionNotices = CorrectionNotices.Add(on), CorrectionUntil = details.Until },
            CaseAction.TakeOverResult => next.Ended(details.Outcome, on) with { DeliveredOn = details.TakenOver?.DeliveredOn },
            _ => next,
        };
    }

    private CaseState Ended(CaseOutcome? outcome, DateOnly on) => this with { Outcome = outcome, ResultOn = on };

    private CaseState Taking(CaseDetails details, DateOnly on) => this with
    {
        IsTakenOver = true, Way = details.Way, Received = on, Number = details.Number,
        CorrectionNotices = details.TakenOver?.CorrectionSent is { } sent ? [sent] : [], CorrectionReceived = details.TakenOver?.CorrectionReceived,
        ExtensionDays = details.TakenOver?.ExtensionDays ?? 0, ExtensionApproved = details.TakenOver?.ExtensionNotified, ExtensionNotified = details.TakenOver?.ExtensionNotified,
    };

    private CaseState Consulting(ConsultedParty kind, CaseDetails details, DateOnly on) =>
        this with { Consultations = Consultations.Add(new CaseConsultation(Consultations.Length + 1, kind, details.Party ?? "", on, null, null, null)) };

    private CaseState With(int? number, Func<CaseConsultation, CaseConsultation> change) =>
        this with { Consultations = [.. Consultations.Select(consultation => consultation.Number == number ? change(consultation) : consultation)] };
}
