using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Citations;
using Gongkai.Organisations.People;
using Gongkai.Publication.Channels;

namespace Gongkai.Publication.Review;

/// <summary>审查里的一件事能不能做，做了发生什么。纯函数：表先放行，再看人、内容和时刻。</summary>
public static class ReviewDecisions
{
    private const string Filled = "（届时填写）";

    private static readonly Citation Review = LegalDocuments.Regulation.Article("第十七条");

    /// <summary>决定。放行的给出事件：所做的一件，以及随之依简化程序略过的各步。</summary>
    /// <param name="state">现在的状态。</param>
    /// <param name="command">要做的事。</param>
    /// <param name="facts">装入的事实。</param>
    public static Outcome<ImmutableArray<ReviewEvent>> Decide(ReviewState state, ReviewCommand command, ReviewFacts facts)
    {
        var row = ReviewProcess.Table.Decide(state.Step, command.Action, command.Role);
        if (!row.Succeeded) return row.Refusal!;
        var fault = Wanting(state, command)
            ?? (command.By is { } person ? Unfit(state, command.Action, person, facts.Drafters) : null)
            ?? ReviewGuards.Refuse(state, command, facts);
        if (fault is not null) return fault;
        var done = Happened(state, command, row.Value.To, facts);
        return Skips(state.After(done), done).Prepend(done).ToImmutableArray();
    }

    /// <summary>一个人此时可以做的事：表允许，而且不因他办过别的步而不行。内容和时刻的条件到办理时再看。</summary>
    public static ImmutableArray<ReviewAction> Permitted(ReviewState state, ReviewRole role, PersonId person, ReviewFacts facts) =>
        [.. Permitted(state, role).Where(action => Unfit(state, action, person, facts.Drafters) is null)];

    /// <summary>预先看：该填的都填好了，这个人此时办这件事会不会被拒绝，为什么。页面在他动手以前就说；时刻与渠道等填了什么，到办理时再看。</summary>
    public static Refusal? Foresee(ReviewState state, ReviewAction action, ReviewRole role, PersonId person, ReviewFacts facts, DateTimeOffset at)
    {
        var filled = new ReviewCommand
        {
            Action = action, Role = role, By = person, At = at, Text = Filled, Confirmed = [.. Enum.GetValues<ReviewQuality>()], ScheduledFor = at.AddDays(1), Document = Filled,
            Channels = [Channel.Website],
        };
        return Decide(state, filled, facts with { HasIndexNumber = true }).Refusal;
    }

    /// <summary>一个角色此时可以做的事。</summary>
    public static ImmutableArray<ReviewAction> Permitted(ReviewState state, ReviewRole role) =>
        [.. ReviewProcess.Table.PermittedActions(state.Step, role).Where(action => action != ReviewAction.Withdraw || state.Visible is not null)];

    /// <summary>几个角色里，可以做这件事的第一个；都不可以的为空。</summary>
    public static ReviewRole? RoleFor(ReviewStep step, ReviewAction action, IEnumerable<ReviewRole> roles) =>
        roles.Where(role => ReviewProcess.Table.Decide(step, action, role).Succeeded).Cast<ReviewRole?>().FirstOrDefault();

    /// <summary>缺了非填不可的话。</summary>
    private static Refusal? Wanting(ReviewState state, ReviewCommand command)
    {
        if (command.Role != ReviewRole.System && command.By is null) return new Refusal("要写明是谁做的。");
        var wanted = command.Action switch
        {
            ReviewAction.Return => "退回要写明理由，让拟稿的人知道改什么。",
            ReviewAction.EscalateToAuthority or ReviewAction.EscalateToSecrecyBureau => "报请确定要写明疑问。",
            ReviewAction.Withdraw => "撤回要写明给公众看的理由。",
            ReviewAction.Revise => "更正要写明缘由。",
            ReviewAction.Reassess => "重新评估要写明情势有什么变化。",
            ReviewAction.Publish or ReviewAction.Schedule when state.Visible is not null => "已经发布过的，再发布要附给公众看的更正说明。",
            ReviewAction.Keep or ReviewAction.AnswerNotOpen when state.Visible is not null => "已发布的一版要随之撤回，请写明给公众看的理由。",
            _ => null,
        };
        return wanted is not null && string.IsNullOrWhiteSpace(command.Text) ? new Refusal(wanted) : null;
    }

    /// <summary>这个人办过相邻的一步，或者写过这个稿，就不能办这一步；可以办的为空。</summary>
    /// <param name="drafters">这一轮里写过、改过稿的人。</param>
    public static Refusal? Unfit(ReviewState state, ReviewAction action, PersonId person, IReadOnlySet<PersonId> drafters)
    {
        if (action != ReviewAction.Pass || !ReviewSteps.IsHeldBySomebody(state.Step)) return null;
        var step = ReviewSteps.Find(state.Step)!.Caption;
        if (ReviewSteps.IsReview(state.Step) && (drafters.Contains(person) || state.Holders.Contains(new StepHolder(ReviewStep.Draft, person))))
            return new Refusal($"自己拟的稿，不能由自己{step}。", Review);
        var neighbour = state.Holders.LastOrDefault(holder => holder.Step != state.Step);
        return neighbour.Person == person
            ? new Refusal($"同一个人不能办相邻的两步：{Caption(neighbour.Step)}是您办的，{step}要由别人办。", Review) : null;
    }

    private static string Caption(ReviewStep step) => ReviewSteps.Find(step)?.Caption ?? step.Caption();

    private static ReviewEvent Happened(ReviewState state, ReviewCommand command, ReviewStep to, ReviewFacts facts) => new()
    {
        Number = state.EventCount + 1,
        Action = command.Action,
        From = state.Step,
        To = to,
        Role = command.Role,
        By = command.By,
        OnBehalfOf = command.OnBehalfOf,
        At = command.At,
        Version = VersionOf(state, command.Action, facts),
        Text = command.Text ?? (command.Action == ReviewAction.PublishOnTime ? state.ScheduledText : null),
        Confirmed = [.. command.Confirmed.Where(quality => ReviewSteps.Find(state.Step)?.Qualities.Contains(quality) == true)],
        Plan = command.Action == ReviewAction.Submit ? facts.Plan : null,
        ScheduledFor = command.Action == ReviewAction.Schedule ? command.ScheduledFor : null,
        Document = command.Document,
        Released = command.Action is ReviewAction.PublishOnTime or ReviewAction.Publish ? facts.Released : [],
        Channels = command.Channels.IsEmpty && command.Action is ReviewAction.PublishOnTime or ReviewAction.Publish ? state.Channels : command.Channels,
    };

    private static int VersionOf(ReviewState state, ReviewAction action, ReviewFacts facts) => action switch
    {
        ReviewAction.Withdraw => state.Visible ?? facts.LatestVersion,
        _ => state.UnderReview ?? facts.LatestVersion,
    };

    /// <summary>程序里没有的步，逐一略过，各记一件。</summary>
    private static IEnumerable<ReviewEvent> Skips(ReviewState state, ReviewEvent cause)
    {
        while (!ReviewSteps.IsIn(state.Plan, state.Step))
        {
            var row = ReviewProcess.Table.Decide(state.Step, ReviewAction.SkipByPlan, ReviewRole.System).Value;
            var skip = new ReviewEvent
            {
                Number = state.EventCount + 1, Action = ReviewAction.SkipByPlan, From = state.Step, To = row.To, Role = ReviewRole.System,
                At = cause.At, Version = cause.Version, Text = $"本单位的程序是{state.Plan.Caption()}",
            };
            yield return skip;
            state = state.After(skip);
        }
    }
}
