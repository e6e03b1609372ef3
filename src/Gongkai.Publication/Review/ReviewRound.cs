using System.Collections.Immutable;

namespace Gongkai.Publication.Review;

/// <summary>一轮审查里的一步走得怎样。</summary>
public enum RoundStanding
{
    /// <summary>办过了。</summary>
    Done,

    /// <summary>本单位的程序里没有这一步。</summary>
    Skipped,

    /// <summary>正等着办。</summary>
    Current,

    /// <summary>还没有轮到。</summary>
    Waiting,

    /// <summary>在这一步退回、撤回了。</summary>
    Returned,
}

/// <summary>一轮审查里的一步。</summary>
/// <param name="Step">哪一步；发布写作待发布。</param>
/// <param name="Caption">说法，例如“一审”“发布”。</param>
/// <param name="Standing">走得怎样。</param>
/// <param name="Happened">这一步办的事；还没有办的为空。</param>
public sealed record RoundStep(ReviewStep Step, string Caption, RoundStanding Standing, ReviewEvent? Happened);

/// <summary>最近一轮审查：自最近一次送审起，各步走到了哪里。退回了的仍列着，好看见退在哪一步。</summary>
public static class ReviewRound
{
    /// <summary>各步，按先后：拟稿、各审各校、发布；报请确定了的多一步。</summary>
    /// <param name="events">审查的全部事件，按先后。</param>
    /// <param name="plan">本单位现在的程序；这一轮送审过的，以送审时记下的为准。</param>
    public static ImmutableArray<RoundStep> Of(ImmutableArray<ReviewEvent> events, ReviewPlan plan)
    {
        var state = ReviewState.Of(events);
        var round = Round(events);
        var planned = round.FirstOrDefault()?.Plan ?? plan;
        var escalated = round.Any(happened => happened.To == ReviewStep.Escalated);
        return
        [
            Step(ReviewStep.Draft, "拟稿"),
            .. ReviewSteps.All.Where(entry => entry.Step != ReviewStep.Escalated || escalated).Select(entry => Step(entry.Step, entry.Caption)),
            Step(ReviewStep.Approved, "发布"),
        ];

        RoundStep Step(ReviewStep step, string caption)
        {
            var happened = round.LastOrDefault(one => Of(one.From) == step && one.Action != ReviewAction.Withdraw);
            return new RoundStep(step, caption, StandingOf(step, Of(state.Step), happened, planned), happened);
        }
    }

    // 待发布与已定时是同一步：发布。
    private static ReviewStep Of(ReviewStep step) => step == ReviewStep.Scheduled ? ReviewStep.Approved : step;

    private static ImmutableArray<ReviewEvent> Round(ImmutableArray<ReviewEvent> events)
    {
        var start = events.Select((happened, at) => (happened, at)).LastOrDefault(one => one.happened.Action == ReviewAction.Submit, (null!, -1)).at;
        if (start < 0) return [];
        var round = events[start..];
        return round.Any(happened => happened.Action is ReviewAction.Revise or ReviewAction.Reassess) ? [] : round;
    }

    private static RoundStanding StandingOf(ReviewStep step, ReviewStep now, ReviewEvent? happened, ReviewPlan plan) =>
        step == now ? RoundStanding.Current
        : happened?.Action is ReviewAction.Return or ReviewAction.TakeBack or ReviewAction.AnswerAfterChange ? RoundStanding.Returned
        : happened?.Action == ReviewAction.SkipByPlan || !ReviewSteps.IsIn(plan, step) ? RoundStanding.Skipped
        : happened is null ? RoundStanding.Waiting : RoundStanding.Done;
}
