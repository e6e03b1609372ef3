using System.Collections.Immutable;
using Gongkai.Organisations.People;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Findings;

namespace Gongkai.Publication.Review;

/// <summary>审查到了哪一步：由事件从头算出，从不另存为事实。</summary>
public sealed record ReviewState
{
    /// <summary>还没有开始。</summary>
    public static ReviewState Initial { get; } = new();

    /// <summary>状态。</summary>
    public ReviewStep Step { get; private init; } = ReviewStep.Draft;

    /// <summary>自什么时刻到了这个状态；还没有任何事的为空。</summary>
    public DateTimeOffset? Since { get; private init; }

    /// <summary>送审的版本；没有在审的为空。</summary>
    public int? UnderReview { get; private init; }

    /// <summary>公众看得见的版本；没有发布或者已经撤回的为空。</summary>
    public int? Visible { get; private init; }

    /// <summary>首次发布的时刻；公开期限算到这一刻。</summary>
    public DateTimeOffset? FirstPublishedAt { get; private init; }

    /// <summary>最近一次发布的时刻。</summary>
    public DateTimeOffset? LastPublishedAt { get; private init; }

    /// <summary>定在什么时刻发布；没有定时的为空。</summary>
    public DateTimeOffset? ScheduledFor { get; private init; }

    /// <summary>定时的时候写下的、给公众看的说明；没有的为空。</summary>
    public string? ScheduledText { get; private init; }

    /// <summary>定时发布或者已经发布所用的渠道。</summary>
    public ImmutableArray<Channel> Channels { get; private init; } = [];

    /// <summary>看得见的一版的各附件公开的一份；看不见的、从前发布的没有。</summary>
    public ImmutableArray<ReleasedFile> Released { get; private init; } = [];

    /// <summary>这一轮审查所用的程序。</summary>
    public ReviewPlan Plan { get; private init; } = ReviewPlan.ThreeReviews;

    /// <summary>这一轮里谁办了哪一步，按先后；略过的步没有。</summary>
    public ImmutableArray<StepHolder> Holders { get; private init; } = [];

    /// <summary>这一轮里已经过了的步（通过，或者依程序略过），按先后。</summary>
    public ImmutableArray<ReviewStep> Passed { get; private init; } = [];

    /// <summary>办到第几件事。</summary>
    public int EventCount { get; private init; }

    /// <summary>由全部事件算出。</summary>
    public static ReviewState Of(IEnumerable<ReviewEvent> events) => events.Aggregate(Initial, (state, happened) => state.After(happened));

    /// <summary>一件事之后。</summary>
    public ReviewState After(ReviewEvent happened)
    {
        var next = this with { Step = happened.To, Since = happened.At, EventCount = happened.Number };
        return happened.Action switch
        {
            ReviewAction.Submit => next with { UnderReview = happened.Version, Plan = happened.Plan ?? Plan, Passed = [], Holders = Held(happened, []) },
            ReviewAction.Pass => next with { Passed = Passed.Add(happened.From), Holders = Held(happened, Holders) },
            ReviewAction.SkipByPlan => next with { Passed = Passed.Add(happened.From) },
            // 报请确定的人也算办了这一步：答复之后，相邻的下一步仍不能由他办。
            ReviewAction.EscalateToAuthority or ReviewAction.EscalateToSecrecyBureau => next with { Holders = Held(happened, Holders) },
            ReviewAction.AnswerOpen => next with { Passed = Passed.Contains(ReviewStep.SecrecyReview) ? Passed : Passed.Add(ReviewStep.SecrecyReview) },
            ReviewAction.Return or ReviewAction.TakeBack or ReviewAction.AnswerAfterChange or ReviewAction.Revise or ReviewAction.Reassess => next.NewRound(),
            ReviewAction.Schedule => next with { ScheduledFor = happened.ScheduledFor, ScheduledText = happened.Text, Channels = happened.Channels },
            ReviewAction.Unschedule => next with { ScheduledFor = null, ScheduledText = null, Channels = [] },
            ReviewAction.Publish or ReviewAction.PublishOnTime => next with
            {
                Visible = happened.Version, UnderReview = null, ScheduledFor = null, ScheduledText = null, Channels = happened.Channels,
                Released = happened.Released.IsDefault ? [] : happened.Released,
                FirstPublishedAt = FirstPublishedAt ?? happened.At, LastPublishedAt = happened.At,
            },
            ReviewAction.Withdraw => next.NewRound() with { Visible = null, Channels = [], Released = [] },
            // 归档不公开、答复不得公开：从前发布的一版随之撤回。
            _ => next with { UnderReview = null, Visible = null, Channels = [], Released = [] },
        };
    }

    private ReviewState NewRound() => this with { UnderReview = null, ScheduledFor = null, ScheduledText = null, Holders = [], Passed = [] };

    private static ImmutableArray<StepHolder> Held(ReviewEvent happened, ImmutableArray<StepHolder> holders) =>
        happened.By is { } person ? holders.Add(new StepHolder(happened.From, person)) : holders;
}

/// <summary>谁办了哪一步；送审的人办的是拟稿。</summary>
/// <param name="Step">哪一步。</param>
/// <param name="Person">谁。</param>
public readonly record struct StepHolder(ReviewStep Step, PersonId Person);
