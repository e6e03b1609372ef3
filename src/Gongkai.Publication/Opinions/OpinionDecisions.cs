using Gongkai.Law;
using Gongkai.Publication.Drafting;
using static Gongkai.Publication.Opinions.OpinionAction;

namespace Gongkai.Publication.Opinions;

/// <summary>意见征集能不能做：登记、延长、收意见、归并、拟定结果、关联正式文本、中止。只看给的，不取也不存。</summary>
public static class OpinionDecisions
{
    /// <summary>没有另设的，征求意见最少几天；首尾两日都算。</summary>
    public const int DefaultMinimum = 30;

    /// <summary>名称、依据等一项最多几个字。</summary>
    public const int LongestFact = 200;

    /// <summary>理由、概括最多几个字。</summary>
    public const int LongestReason = 1000;

    /// <summary>最长几天：更长的多半写错了年份。</summary>
    private const int LongestPeriod = 366;

    /// <summary>登记的各项对不对；对的为空。</summary>
    /// <param name="minimum">有最少天数的种类，最少几天；首尾两日都算。</param>
    public static Refusal? Fault(OpinionFacts facts, int minimum, DateOnly today)
    {
        if (Missing(facts.Title, "征求意见稿的名称") is { } title) return title;
        if (Missing(facts.Basis, "依据") is { } basis) return basis;
        if (facts.LastDay < facts.FirstDay) return new Refusal("最后一日不能早于第一日。");
        if (facts.LastDay < today) return new Refusal("最后一日已经过去了。");
        if (facts.Days > LongestPeriod) return new Refusal($"征集不超过 {LongestPeriod} 天，请核对日期。");
        if (facts.Kind.HasMinimum() && facts.Days < minimum && string.IsNullOrWhiteSpace(facts.ShortReason))
            return new Refusal($"{facts.Kind.Caption()}征求意见不少于 {minimum} 天，现在是 {facts.Days} 天；确需缩短的，要写明理由，理由公众看得见。");
        if (facts.ShortReason?.Length > LongestReason) return new Refusal($"理由不超过 {LongestReason} 个字。");
        foreach (var contact in (string?[])[facts.Email, facts.Address, facts.Phone])
            if (contact?.Length > LongestFact) return new Refusal($"联系办法每样不超过 {LongestFact} 个字。");
        if (facts.Email is { } email && !(email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < email.Length - 1 && !email.Any(char.IsWhiteSpace))) return new Refusal($"“{email}”不像电子邮箱。");
        return facts.Contact.Length == 0 ? new Refusal("电子邮箱、通信地址、电话至少写一样：不上网的人、过了期的人要知道找谁。") : null;
    }

    /// <summary>此时能不能做这件事。</summary>
    public static Refusal? Permits(OpinionRound round, OpinionStanding standing, DateOnly today, OpinionAction action)
    {
        var party = OpinionProcess.PermissionFor(action) switch { null => OpinionParty.System, Organisations.Access.Permission.PublishItem => OpinionParty.Publisher, _ => OpinionParty.Drafter };
        return OpinionProcess.Table.Decide(round.StepOn(today, standing), action, party).Refusal;
    }

    /// <summary>延长到更晚的一天。</summary>
    public static Outcome<PeriodExtended> Extend(OpinionRound round, OpinionStanding standing, DateOnly today, DateOnly until, string? reason)
    {
        if (Permits(round, standing, today, OpinionAction.Extend) is { } not) return not;
        if (until <= round.LastDay) return new Refusal($"原来到{round.LastDay:yyyy年M月d日}，延长应晚于它。");
        if (until.DayNumber - round.Facts.FirstDay.DayNumber >= LongestPeriod) return new Refusal($"连同原来的，征集不超过 {LongestPeriod} 天。");
        return Explained(reason, "延长", "理由") is { } unexplained ? unexplained : new PeriodExtended(today, until, reason!.Trim());
    }

    /// <summary>中止。</summary>
    public static Outcome<RoundStopped> Stop(OpinionRound round, OpinionStanding standing, DateOnly today, string? reason)
    {
        if (Permits(round, standing, today, OpinionAction.Stop) is { } not) return not;
        return Explained(reason, "中止", "理由") is { } unexplained ? unexplained : new RoundStopped(today, reason!.Trim());
    }

    /// <summary>收一条意见。过了最后一日（北京时间）的不收，说还可以找谁。</summary>
    /// <param name="isVisible">公告公众看得见。</param>
    /// <param name="receivedOn">收到的日子：门户上的是今天，来信来访的是收到的那天。</param>
    public static Refusal? Receive(OpinionRound round, OpinionStanding standing, DateOnly receivedOn, bool isVisible)
    {
        var step = round.StepOn(receivedOn, standing);
        if (step == OpinionStep.Open && isVisible) return null;
        var contact = $"还有话要说的，可以联系征集的单位：{round.Facts.Contact}。";
        return step switch
        {
            OpinionStep.Announced => new Refusal($"意见征集{round.Facts.FirstDay:yyyy年M月d日}才开始，请到时再提。"),
            OpinionStep.Stopped => new Refusal($"这次意见征集已经中止：{round.Stop!.Reason} {contact}"),
            OpinionStep.Draft => new Refusal("这次意见征集还没有公告。"),
            OpinionStep.Open => new Refusal("这次意见征集的公告已经撤下。"),
            _ => new Refusal($"这次意见征集到{round.LastDay:yyyy年M月d日}为止，已经截止。{contact}"),
        };
    }

    /// <summary>拟定结果：已经截止，每条意见都归并了，每组都写了采纳情况。没有收到意见的，也要公布。</summary>
    public static Outcome<OpinionFeedback> Feedback(OpinionRound round, OpinionStanding standing, DateOnly today, int received, IReadOnlyList<OpinionGroup> groups)
    {
        if (Permits(round, standing, today, DraftResult) is { } not) return not;
        if (round.Result is not null) return new Refusal("结果已经拟定，在审查中；要改，先收回重整。");
        var counts = OpinionCounts.Of(received, groups);
        if (counts.Ungrouped > 0) return new Refusal($"还有 {counts.Ungrouped} 条意见没有归并：每条都要有着落。");
        foreach (var group in groups.Where(group => group.Count > 0))
        {
            if (group.Outcome is not { } outcome) return new Refusal($"“{group.Summary}”这一组还没有写采纳情况。");
            if (Unanswered(outcome, group.Reason) is { } unanswered) return unanswered;
        }

        return new OpinionFeedback(received, [.. groups.Where(group => group.Count > 0).Select(group => new AnsweredGroup(group.Summary, group.Count, group.Outcome!.Value, group.Reason))]);
    }

    /// <summary>能不能归并、写采纳情况：结果拟定了的，先收回。</summary>
    public static Refusal? Grouping(OpinionRound round, OpinionStanding standing, DateOnly today) => Permits(round, standing, today, Group)
        ?? (round.Result is null ? null : new Refusal("结果已经拟定，在审查中；要改，先收回重整。"));

    /// <summary>一组的概括与采纳情况对不对；对的为空。</summary>
    public static Refusal? GroupFault(string? summary, OpinionOutcome? outcome, string? reason)
    {
        if (Explained(summary, "一组意见", "概括") is { } unsaid) return unsaid;
        if (reason?.Trim().Length > LongestReason) return new Refusal($"理由不超过 {LongestReason} 个字。");
        return outcome is { } given ? Unanswered(given, reason) : null;
    }

    /// <summary>收回重整。</summary>
    public static Outcome<ResultReopened> Reopen(OpinionRound round, OpinionStanding standing, DateOnly today)
    {
        if (Permits(round, standing, today, ReopenResult) is { } not) return not;
        return round.Result is null ? new Refusal("结果还没有拟定。") : new ResultReopened(today);
    }

    /// <summary>关联正式文本：要是公众看得见的一条信息，不是公告、结果自己。</summary>
    public static Outcome<TextAdopted> Adopt(OpinionRound round, OpinionStanding standing, DateOnly today, ItemId item, bool isVisible)
    {
        if (Permits(round, standing, today, OpinionAction.Adopt) is { } not) return not;
        if (item == round.Item || item == round.Result!.Item) return new Refusal("正式文本不能是征集的公告或者结果自己。");
        return isVisible ? new TextAdopted(today, item) : new Refusal("正式文本要先公开，再关联。");
    }

    /// <summary>要提醒的：公告发布晚了，实际给公众的天数不够。没有的为空。</summary>
    /// <param name="announcedOn">公告发布之日；没有发布的为空。</param>
    public static string? Shortened(OpinionRound round, DateOnly? announcedOn, int minimum)
    {
        if (announcedOn is not { } on || on <= round.Facts.FirstDay || !round.Facts.Kind.HasMinimum() || round.Facts.ShortReason is not null) return null;
        var days = round.LastDay.DayNumber - on.DayNumber + 1;
        return days >= minimum ? null : $"公告{on:yyyy年M月d日}才发布，公众实际只有 {Math.Max(0, days)} 天，少于 {minimum} 天；可以延长。";
    }

    private static Refusal? Missing(string text, string what) => string.IsNullOrWhiteSpace(text) ? new Refusal($"要填{what}。")
        : text.Length > LongestFact ? new Refusal($"{what}不超过 {LongestFact} 个字。") : null;

    private static Refusal? Explained(string? text, string what, string part) => string.IsNullOrWhiteSpace(text) ? new Refusal($"{what}要写明{part}。")
        : text.Trim().Length > LongestReason ? new Refusal($"{part}不超过 {LongestReason} 个字。") : null;

    private static Refusal? Unanswered(OpinionOutcome outcome, string? reason) =>
        outcome != OpinionOutcome.Adopted && string.IsNullOrWhiteSpace(reason) ? new Refusal($"{outcome.Caption()}的，要写明理由。") : null;
}
