using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Fees;
using Gongkai.Organisations.People;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;

namespace Gongkai.Requests.Process;

/// <summary>申请怎样到的：收到日的规则各不相同。条例第三十一条。</summary>
public enum ReceiptWay
{
    /// <summary>当面提交：提交之日。</summary>
    InPerson,

    /// <summary>口头提出，工作人员代填：提出之日。条例第二十九条。</summary>
    Oral,

    /// <summary>需要签收的邮寄：签收之日。</summary>
    RegisteredMail,

    /// <summary>平常信函：收到当日与申请人确认，确认之日。</summary>
    OrdinaryMail,

    /// <summary>互联网渠道：双方确认之日。</summary>
    Internet,

    /// <summary>传真：双方确认之日。</summary>
    Fax,

    /// <summary>电子邮件：双方确认之日。</summary>
    Email,
}

/// <summary>征求谁的意见；不答复的效果不同：第三方由机关依法决定，共同制作机关视为同意。</summary>
public enum ConsultedParty
{
    /// <summary>第三方。条例第三十二条。</summary>
    ThirdParty,

    /// <summary>共同制作机关。条例第三十四条。</summary>
    JointMaker,
}

/// <summary>征求意见得到的意见。</summary>
public enum Opinion
{
    /// <summary>同意公开。</summary>
    Agrees,

    /// <summary>不同意，有合理理由。</summary>
    RefusesWithReason,

    /// <summary>不同意，没有合理理由。</summary>
    RefusesWithoutReason,

    /// <summary>期满没有答复。</summary>
    Silent,

    /// <summary>不必再征求，撤回了。</summary>
    Recalled,
}

/// <summary>检索记录：说信息不存在，要拿得出来。条例第三十六条第四项。</summary>
/// <param name="Scope">在哪里找：档案、系统、科室。</param>
/// <param name="Keywords">用什么找。</param>
/// <param name="People">谁找的。</param>
public sealed record SearchRecord(string Scope, string Keywords, string People)
{
    /// <summary>三项都写了。</summary>
    public bool IsComplete => !string.IsNullOrWhiteSpace(Scope) && !string.IsNullOrWhiteSpace(Keywords) && !string.IsNullOrWhiteSpace(People);
}

/// <summary>收费的决定：按件或者按量，只能一种。</summary>
/// <param name="Mode">计费方式。</param>
/// <param name="Count">件数或者页数。</param>
/// <param name="Earlier">按件的，本月此前的件数；按量的为 0。</param>
public sealed record FeeOrder(ChargeMode Mode, int Count, int Earlier)
{
    /// <summary>按某一天的标准，应收多少。</summary>
    public Outcome<FeeQuote> Quote(DateOnly on) => Mode == ChargeMode.Items ? FeeTariff.ByItems(Count, Earlier, on) : FeeTariff.ByPages(Count, on);
}

/// <summary>一件事的细节：哪件事用哪几项，由条件看；没有用到的为空。</summary>
public sealed record CaseDetails
{
    /// <summary>什么细节也没有。</summary>
    public static CaseDetails None { get; } = new();

    /// <summary>理由、意见、补正的事项、对申请人的说明。</summary>
    public string? Text { get; init; }

    /// <summary>证据：签收单、通话记录、回执、送达回证。</summary>
    public string? Evidence { get; init; }

    /// <summary>怎样到的。</summary>
    public ReceiptWay? Way { get; init; }

    /// <summary>答复怎样送达的；从前没有写的为空。</summary>
    public DeliveryWay? Delivered { get; init; }

    /// <summary>编号：登记时的案号，答复书的文号。</summary>
    public string? Number { get; init; }

    /// <summary>交给谁。</summary>
    public PersonId? Assignee { get; init; }

    /// <summary>期限的最后一日（含）：补正的期限、延迟答复的日期。</summary>
    public DateOnly? Until { get; init; }

    /// <summary>延期的工作日数。</summary>
    public int? Days { get; init; }

    /// <summary>第几次征求意见，从 1 起。</summary>
    public int? Consultation { get; init; }

    /// <summary>征求的是谁，名称。</summary>
    public string? Party { get; init; }

    /// <summary>得到的意见。</summary>
    public Opinion? Opinion { get; init; }

    /// <summary>检索记录。</summary>
    public SearchRecord? Search { get; init; }

    /// <summary>收费的决定。</summary>
    public FeeOrder? Fee { get; init; }

    /// <summary>结局。</summary>
    public CaseOutcome? Outcome { get; init; }

    /// <summary>部分公开的，不公开的各部分属哪些情形。</summary>
    public ImmutableArray<CaseOutcome> Grounds { get; init; } = [];

    /// <summary>哪部法律、行政法规的哪一条，带书名号；地方性法规、规章不算。</summary>
    public string? Basis { get; init; }

    /// <summary>重复申请的，在先已经答复的那一件的案号。</summary>
    public string? EarlierCase { get; init; }

    /// <summary>缘由：明显不必征求第三方意见的，再次告知补正的。</summary>
    public string? Cause { get; init; }

    /// <summary>责令重新答复的，原来的一件的案号；不是的为空。</summary>
    public string? RedoOf { get; init; }

    /// <summary>由原来的台账移入的，那里记着的其余各项；不是移入的为空。</summary>
    public TakenOver? TakenOver { get; init; }

    /// <summary>日历变了，期限怎样变；不是重算的为空。</summary>
    public DeadlineChange? Change { get; init; }
}

/// <summary>办理申请的一件事：谁，以什么角色，什么时候记的，法律上算哪一天。事件是事实，状态由它们算出。</summary>
public sealed record CaseEvent
{
    /// <summary>第几件，从 1 起。</summary>
    public required int Number { get; init; }

    /// <summary>做了什么。</summary>
    public required CaseAction Action { get; init; }

    /// <summary>原来的状态。</summary>
    public required CaseStage From { get; init; }

    /// <summary>做了之后的状态。</summary>
    public required CaseStage To { get; init; }

    /// <summary>以什么角色。</summary>
    public required CaseRole Role { get; init; }

    /// <summary>谁；申请人自己、系统做的为空。</summary>
    public PersonId? By { get; init; }

    /// <summary>什么时刻记下的。</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>法律上算哪一天：收到之日、发出之日、送达之日、缴清之日。</summary>
    public required DateOnly On { get; init; }

    /// <summary>细节。</summary>
    public CaseDetails Details { get; init; } = CaseDetails.None;
}

/// <summary>要做的一件事。</summary>
public sealed record CaseCommand
{
    /// <summary>做什么。</summary>
    public required CaseAction Action { get; init; }

    /// <summary>以什么角色。</summary>
    public required CaseRole Role { get; init; }

    /// <summary>谁；申请人自己、系统做的为空。</summary>
    public PersonId? By { get; init; }

    /// <summary>现在。</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>法律上算哪一天；不晚于今天。</summary>
    public required DateOnly On { get; init; }

    /// <summary>细节。</summary>
    public CaseDetails Details { get; init; } = CaseDetails.None;
}
