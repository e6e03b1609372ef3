using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Citations;
using Gongkai.Law.Process;
using static Gongkai.Requests.Claims.ClaimAction;
using static Gongkai.Requests.Claims.ClaimStage;
using Row = Gongkai.Law.Process.Transition<Gongkai.Requests.Claims.ClaimStage, Gongkai.Requests.Claims.ClaimAction, Gongkai.Requests.Claims.ClaimRole>;

namespace Gongkai.Requests.Claims;

/// <summary>诉求的流程表：更正申请、投诉举报同走一张，结果各不相同。表里没有的，就是不允许；没有删除的动作。</summary>
public static class ClaimProcess
{
    private static readonly ImmutableArray<ClaimRole> Handlers = [ClaimRole.Handler], Heads = [ClaimRole.Head], Either = [ClaimRole.Handler, ClaimRole.Claimant];

    private static readonly Citation Telling = LegalDocuments.Regulation.Article("第四十一条"), Keeping = LegalDocuments.Regulation.Article("第四十五条");

    /// <summary>还没有告知、没有撤回的状态。</summary>
    public static ImmutableArray<ClaimStage> Open { get; } = [Submitted, Registered, Examining, AwaitingMaterial, Proposed, Decided];

    /// <summary>流程表。</summary>
    public static TransitionTable<ClaimStage, ClaimAction, ClaimRole> Table { get; } = new(
        ClaimWording.Process, Submitted, [Closed],
        [
            new(Submitted, Register, Handlers, Registered, ClockEffect.Start, Keeping),
            new(Registered, Accept, Handlers, Examining),
            new(Registered, AskMaterial, Handlers, AwaitingMaterial, ClockEffect.Pause),
            new(Registered, Propose, Handlers, Proposed),
            new(Examining, AskMaterial, Handlers, AwaitingMaterial, ClockEffect.Pause),
            new(AwaitingMaterial, ReceiveMaterial, Either, Examining, ClockEffect.Reset),
            new(AwaitingMaterial, GoOn, Handlers, Examining, ClockEffect.Reset),
            new(Examining, ClaimAction.Record, Handlers, Examining),
            new(Examining, Propose, Handlers, Proposed),
            new(Proposed, Return, Heads, Examining),
            new(Proposed, Approve, Heads, Decided),
            new(Decided, Tell, Handlers, Told, ClockEffect.Stop, Telling),
            new(Told, FollowUp, Handlers, Told),
            new(Told, Close, Handlers, Closed, Article: Keeping),
            .. Open.Select(stage => new Row(stage, Withdraw, Either, Closed, ClockEffect.Stop)),
        ]);
}
