using Gongkai.Organisations.People;

namespace Gongkai.Requests.Claims;

/// <summary>诉求的内容，提出的人写的。</summary>
/// <param name="About">更正的是哪一条信息、记录；投诉的是反映哪个单位。</param>
/// <param name="Text">哪里不准确、应当是什么；反映什么。</param>
/// <param name="Proof">凭什么：证据的说明；没有写的是空的。</param>
/// <param name="CaseNumber">与哪一件申请有关，案号；没有的为空。</param>
public sealed record ClaimContent(string About, string Text, string Proof, string? CaseNumber);

/// <summary>一件事的细节：用哪几项看是哪件事；没有用到的为空。</summary>
public sealed record ClaimDetails
{
    /// <summary>什么细节也没有。</summary>
    public static ClaimDetails None { get; } = new();

    /// <summary>理由、核查的情况、要补什么。</summary>
    public string? Text { get; init; }

    /// <summary>证据：查了什么材料，怎样告知的，凭什么说落实了。</summary>
    public string? Evidence { get; init; }

    /// <summary>编号：登记时的，告知书的文号。</summary>
    public string? Number { get; init; }

    /// <summary>办理期限几个工作日，登记时定下；以后改设置不影响。</summary>
    public int? Days { get; init; }

    /// <summary>到哪一天（含）：补材料的、整改的。</summary>
    public DateOnly? Until { get; init; }

    /// <summary>结果。</summary>
    public ClaimResult? Result { get; init; }

    /// <summary>另一个机关：有权更正的、转送的。</summary>
    public string? Body { get; init; }
}

/// <summary>办理诉求的一件事：事件是事实，状态由它们算出。</summary>
public sealed record ClaimEvent
{
    /// <summary>第几件，从 1 起。</summary>
    public required int Number { get; init; }

    /// <summary>做了什么。</summary>
    public required ClaimAction Action { get; init; }

    /// <summary>原来的状态。</summary>
    public required ClaimStage From { get; init; }

    /// <summary>做了之后的状态。</summary>
    public required ClaimStage To { get; init; }

    /// <summary>以什么角色。</summary>
    public required ClaimRole Role { get; init; }

    /// <summary>谁；提出的人自己做的为空。</summary>
    public PersonId? By { get; init; }

    /// <summary>什么时刻记下的。</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>算哪一天。</summary>
    public required DateOnly On { get; init; }

    /// <summary>细节。</summary>
    public ClaimDetails Details { get; init; } = ClaimDetails.None;
}

/// <summary>要做的一件事。</summary>
/// <param name="Action">做什么。</param>
/// <param name="Role">以什么角色。</param>
/// <param name="By">谁；提出的人自己做的为空。</param>
/// <param name="At">现在。</param>
/// <param name="On">算哪一天，不晚于今天。</param>
/// <param name="Details">细节。</param>
public sealed record ClaimCommand(ClaimAction Action, ClaimRole Role, PersonId? By, DateTimeOffset At, DateOnly On, ClaimDetails Details);

/// <summary>诉求办到了哪里：由事件从头算出。</summary>
public sealed record ClaimState
{
    /// <summary>刚提交。</summary>
    public static ClaimState Initial { get; } = new();

    /// <summary>状态。</summary>
    public ClaimStage Stage { get; private init; } = ClaimStage.Submitted;

    /// <summary>办到第几件事。</summary>
    public int EventCount { get; private init; }

    /// <summary>最近一件事算哪一天；还没有的为空。</summary>
    public DateOnly? LastOn { get; private init; }

    /// <summary>编号；没有登记的为空。</summary>
    public string? Number { get; private init; }

    /// <summary>收到日：登记时写的；没有登记的为空。</summary>
    public DateOnly? Received { get; private init; }

    /// <summary>办理期限几个工作日。</summary>
    public int? Days { get; private init; }

    /// <summary>期限自哪一天的次日起算：收到日，补过材料的是收到补充之日；没有登记的为空。</summary>
    public DateOnly? Anchor { get; private init; }

    /// <summary>补材料到哪一天（含）；没有在等的为空。</summary>
    public DateOnly? MaterialUntil { get; private init; }

    /// <summary>有核查记录。</summary>
    public bool IsRecorded { get; private init; }

    /// <summary>拟的、批准了的处理意见；还没有的为空。</summary>
    public ClaimDetails? Proposal { get; private init; }

    /// <summary>谁拟的处理意见。</summary>
    public PersonId? Proposer { get; private init; }

    /// <summary>告知书的文号；还没有告知的为空。</summary>
    public string? LetterNumber { get; private init; }

    /// <summary>告知之日；还没有的为空。</summary>
    public DateOnly? ToldOn { get; private init; }

    /// <summary>落实之日；还没有的为空。</summary>
    public DateOnly? DoneOn { get; private init; }

    /// <summary>撤回了。</summary>
    public bool IsWithdrawn { get; private init; }

    /// <summary>结果：批准了的才算；没有的为空。</summary>
    public ClaimResult? Result => Stage is ClaimStage.Decided or ClaimStage.Told or ClaimStage.Closed && !IsWithdrawn ? Proposal?.Result : null;

    /// <summary>由各件事从头算出。</summary>
    public static ClaimState Of(IEnumerable<ClaimEvent> events) => events.Aggregate(Initial, (state, happened) => state.After(happened));

    /// <summary>一件事之后。</summary>
    public ClaimState After(ClaimEvent happened)
    {
        var next = this with { Stage = happened.To, EventCount = happened.Number, LastOn = happened.On };
        var (on, details) = (happened.On, happened.Details);
        return happened.Action switch
        {
            ClaimAction.Register => next with { Number = details.Number, Received = on, Anchor = on, Days = details.Days },
            ClaimAction.AskMaterial => next with { MaterialUntil = details.Until },
            ClaimAction.ReceiveMaterial or ClaimAction.GoOn => next with { MaterialUntil = null, Anchor = on },
            ClaimAction.Record => next with { IsRecorded = true },
            ClaimAction.Propose => next with { Proposal = details, Proposer = happened.By },
            ClaimAction.Tell => next with { LetterNumber = details.Number, ToldOn = on },
            ClaimAction.FollowUp => next with { DoneOn = on },
            ClaimAction.Withdraw => next with { IsWithdrawn = true },
            _ => next,
        };
    }
}
