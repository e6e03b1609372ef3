using System.Collections.Immutable;
using Gongkai.Law.Calendar;

namespace Gongkai.Law.Clocks;

/// <summary>答复期限的计算结果，连同逐日的理由。</summary>
public sealed record AnswerDeadline
{
    /// <summary>起算之日：最后一次重置，当日不计。</summary>
    public required DateOnly Anchor { get; init; }

    /// <summary>因什么起算。</summary>
    public required AnchorEvent AnchorEvent { get; init; }

    /// <summary>期限，工作日数，含有效的延期。</summary>
    public required int Quota { get; init; }

    /// <summary>答复期限的最后一日（含）；征求意见尚未结束的为空。</summary>
    public required DateOnly? Due { get; init; }

    /// <summary>征求意见结束之后还剩的工作日数；已有最后一日的为空。</summary>
    public required int? Remaining { get; init; }

    /// <summary>暂定：数到了还没有放假通知的日子，通知公布后可能变动。</summary>
    public required bool Provisional { get; init; }

    /// <summary>告知补正的最后一日（含），自收到申请起算。</summary>
    public required WorkdayDate CorrectionNoticeDue { get; init; }

    /// <summary>逐日的理由，自起算之日起。</summary>
    public required ImmutableArray<ClockDay> Days { get; init; }

    /// <summary>要让人知道的事：迟做的、没有效力的。</summary>
    public required ImmutableArray<ClockFlag> Flags { get; init; }

    /// <summary>依据。</summary>
    public required Citation Basis { get; init; }
}

/// <summary>起算的缘由。</summary>
public enum AnchorEvent
{
    /// <summary>收到申请。</summary>
    Received,

    /// <summary>收到补正。</summary>
    CorrectionReceived,

    /// <summary>缴清信息处理费。</summary>
    FeePaid,
}

/// <summary>一天在期限里的作用。</summary>
public enum ClockDayRole
{
    /// <summary>起算之日，不计。</summary>
    Anchor,

    /// <summary>计入的工作日。</summary>
    Counted,

    /// <summary>周末或者放假，不计。</summary>
    Off,

    /// <summary>是工作日，因征求意见不计。</summary>
    Paused,

    /// <summary>期满之后，延迟答复日期之前（含）。</summary>
    Delayed,
}

/// <summary>期限里的一天，以及为什么计或者不计。</summary>
/// <param name="Day">日历上的这一天。</param>
/// <param name="Role">作用。</param>
/// <param name="Number">第几个工作日；不计入的为空。</param>
/// <param name="Consultation">因哪一次征求意见不计；与征求意见无关的为空。</param>
public sealed record ClockDay(CalendarDay Day, ClockDayRole Role, int? Number, Consultation? Consultation);

/// <summary>要让人知道的事的种类。</summary>
public enum ClockFlagKind
{
    /// <summary>补正告知迟发，不重置期限。</summary>
    LateCorrectionNotice,

    /// <summary>延期告知迟发，延期不生效。</summary>
    LateExtensionNotice,

    /// <summary>收到申请之前就征求意见。</summary>
    ConsultationBeforeReceipt,

    /// <summary>期满之后才征求意见，不影响期限。</summary>
    ConsultationAfterDue,

    /// <summary>收到申请时现行条例还没有施行。</summary>
    BeforeRegulation,
}

/// <summary>要让人知道的事：照实记下，不阻断。</summary>
/// <param name="Kind">种类。</param>
/// <param name="Message">一句话。</param>
public sealed record ClockFlag(ClockFlagKind Kind, string Message);
