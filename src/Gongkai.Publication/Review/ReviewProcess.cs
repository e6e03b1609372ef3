using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Law.Citations;
using Gongkai.Law.Process;
using static Gongkai.Publication.Review.ReviewAction;
using static Gongkai.Publication.Review.ReviewStep;
using Row = Gongkai.Law.Process.Transition<Gongkai.Publication.Review.ReviewStep, Gongkai.Publication.Review.ReviewAction, Gongkai.Publication.Review.ReviewRole>;

namespace Gongkai.Publication.Review;

/// <summary>审查的流程表：三审三校，先审查、后公开。表里没有的，就是不允许。条例第十七条。</summary>
public static class ReviewProcess
{
    private static readonly ImmutableArray<ReviewRole>
        Drafters = [ReviewRole.Handler, ReviewRole.OfficeHead, ReviewRole.DisclosureOfficeHead],
        Office = [ReviewRole.OfficeHead],
        Proof = [ReviewRole.Proofreader],
        Leader = [ReviewRole.DeputyLeader],
        Secrecy = [ReviewRole.SecrecyReviewer],
        Head = [ReviewRole.DisclosureOfficeHead],
        Answerers = [ReviewRole.SecrecyReviewer, ReviewRole.DisclosureOfficeHead],
        System = [ReviewRole.System];

    private static readonly Citation
        Prescribed = LegalDocuments.Regulation.Article("第十七条"),
        Openness = LegalDocuments.Regulation.Article("第十三条"),
        Reassessment = LegalDocuments.Regulation.Article("第十八条"),
        InTime = LegalDocuments.Regulation.Article("第二十六条");

    /// <summary>流程表。</summary>
    public static TransitionTable<ReviewStep, ReviewAction, ReviewRole> Table { get; } = new(
        ReviewWording.Process, Draft, [Published, Withdrawn, Kept], [.. InReview, .. AfterReview, .. Withdrawals]);

    /// <summary>画图用的流程表：不含“新版在审时撤回已发布的”那些行，否则每个状态都有一条线通向已撤回。</summary>
    internal static TransitionTable<ReviewStep, ReviewAction, ReviewRole> Picture { get; } = new(
        ReviewWording.Process, Draft, [Published, Withdrawn, Kept], [.. InReview, .. AfterReview, .. Withdrawals.Where(row => row.From == Published)]);

    /// <summary>这一步在等哪些角色：让它往前走、退回的，不算撤回送审、取消定时、撤回已发布的。已经发布、撤回、归档的不等谁。</summary>
    public static ImmutableArray<ReviewRole> HoldersOf(ReviewStep step) => step is Published or Withdrawn or Kept ? []
        : [.. Table.Rows.Where(row => row.From == step && row.Action is not (TakeBack or Unschedule or Withdraw)).SelectMany(row => row.Roles).Where(role => role != ReviewRole.System).Distinct()];

    private static IEnumerable<Row> InReview =>
    [
        new(Draft, Submit, Drafters, FirstReview, Article: Prescribed),
        new(FirstReview, Pass, Office, FirstProof, Article: Prescribed),
        new(FirstReview, Return, Office, Draft),
        new(FirstReview, TakeBack, Drafters, Draft),
        new(FirstProof, Pass, Proof, SecondReview),
        new(FirstProof, Return, Proof, Draft),
        new(SecondReview, Pass, Leader, SecondProof, Article: Prescribed),
        new(SecondReview, SkipByPlan, System, SecondProof),
        new(SecondReview, Return, Leader, Draft),
        new(SecondProof, Pass, Proof, SecrecyReview),
        new(SecondProof, SkipByPlan, System, SecrecyReview),
        new(SecondProof, Return, Proof, Draft),
        new(SecrecyReview, Pass, Secrecy, ThirdReview, Article: Prescribed),
        new(SecrecyReview, Return, Secrecy, Draft),
        new(SecrecyReview, EscalateToAuthority, Secrecy, Escalated, Article: Prescribed),
        new(SecrecyReview, EscalateToSecrecyBureau, Secrecy, Escalated, Article: Prescribed),
        new(ThirdReview, Pass, Head, ThirdProof, Article: Prescribed),
        new(ThirdReview, SkipByPlan, System, ThirdProof),
        new(ThirdReview, Return, Head, Draft),
        new(ThirdReview, EscalateToAuthority, Head, Escalated, Article: Prescribed),
        new(ThirdReview, EscalateToSecrecyBureau, Head, Escalated, Article: Prescribed),
        new(ThirdProof, Pass, Proof, Approved),
        new(ThirdProof, SkipByPlan, System, Approved),
        new(ThirdProof, Return, Proof, Draft),
        new(Escalated, AnswerOpen, Answerers, ThirdReview, Article: Prescribed),
        new(Escalated, AnswerAfterChange, Answerers, Draft, Article: Prescribed),
        new(Escalated, AnswerNotOpen, Answerers, Kept, Article: Prescribed),
    ];

    private static IEnumerable<Row> AfterReview =>
    [
        new(Approved, Publish, Head, Published, ClockEffect.Stop, InTime),
        new(Approved, Schedule, Head, Scheduled),
        new(Approved, Keep, Head, Kept, Article: Openness),
        new(Approved, Return, Head, Draft),
        new(Scheduled, PublishOnTime, System, Published, ClockEffect.Stop, InTime),
        new(Scheduled, Publish, Head, Published, ClockEffect.Stop, InTime),
        new(Scheduled, Unschedule, Head, Approved),
        new(Published, Revise, Drafters, Draft),
        new(Withdrawn, Revise, Drafters, Draft),
        new(Kept, Reassess, Drafters, Draft, ClockEffect.Start, Reassessment),
    ];

    /// <summary>已经发布的，无论新版走到哪一步，都可以立即撤回。</summary>
    private static IEnumerable<Row> Withdrawals =>
        from step in Enum.GetValues<ReviewStep>()
        where step is not (Withdrawn or Kept)
        select new Row(step, Withdraw, Answerers, Withdrawn);
}
