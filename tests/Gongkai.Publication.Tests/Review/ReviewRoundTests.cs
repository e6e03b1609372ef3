using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using static Gongkai.Publication.Tests.InventedItems;

namespace Gongkai.Publication.Tests.Review;

/// <summary>给办理的人看的：走到哪一步、做了会怎样、能不能做、还剩几天。</summary>
public sealed class ReviewRoundTests
{
    [Fact]
    public void A_round_lists_what_was_done_what_waits_and_what_the_plan_leaves_out()
    {
        var item = Do(Item(), Command(ReviewAction.Submit, ReviewRole.Handler, Handler), ReviewPlan.OneReview);
        item = Do(item, Pass(item), ReviewPlan.OneReview);

        ReviewRound.Of(item.Events, ReviewPlan.ThreeReviews).Select(step => $"{step.Caption}{step.Standing}").ShouldBe(
            ["拟稿Done", "一审Done", "一校Current", "二审Skipped", "二校Skipped", "保密审查Waiting", "三审Skipped", "三校Skipped", "发布Waiting"]);
    }

    [Fact]
    public void A_returned_round_shows_where_it_was_returned_until_it_is_submitted_again()
    {
        var item = Do(Item(), Command(ReviewAction.Submit, ReviewRole.Handler, Handler));
        item = Do(item, Pass(item));
        item = Do(item, Command(ReviewAction.Return, ReviewRole.Proofreader, Proof) with { Text = "附件缺页" });

        var returned = ReviewRound.Of(item.Events, ReviewPlan.ThreeReviews);
        var again = ReviewRound.Of(Do(item, Command(ReviewAction.Submit, ReviewRole.Handler, Handler)).Events, ReviewPlan.ThreeReviews);

        returned.Single(step => step.Standing == RoundStanding.Returned).Happened!.Text.ShouldBe("附件缺页");
        returned.Single(step => step.Standing == RoundStanding.Current).Step.ShouldBe(ReviewStep.Draft);
        again.ShouldNotContain(step => step.Standing == RoundStanding.Returned);
    }

    [Fact]
    public void A_correction_begins_a_round_of_its_own()
    {
        var item = Published();
        ReviewRound.Of(item.Events, ReviewPlan.ThreeReviews).ShouldAllBe(step => step.Standing == RoundStanding.Done);

        item = Do(item, Command(ReviewAction.Revise, ReviewRole.Handler, Handler) with { Text = "日期写错" });

        ReviewRound.Of(item.Events, ReviewPlan.ThreeReviews).Count(step => step.Standing == RoundStanding.Waiting).ShouldBe(8);
    }

    [Fact]
    public void An_escalation_appears_as_a_step_only_where_it_happened()
    {
        var item = Do(Item(), Command(ReviewAction.Submit, ReviewRole.Handler, Handler));
        while (item.State.Step != ReviewStep.SecrecyReview) item = Do(item, Pass(item));
        ReviewRound.Of(item.Events, ReviewPlan.ThreeReviews).ShouldNotContain(step => step.Step == ReviewStep.Escalated);

        item = Do(item, Command(ReviewAction.EscalateToSecrecyBureau, ReviewRole.SecrecyReviewer, Secrecy) with { Text = "是否涉密不能确定" });

        ReviewRound.Of(item.Events, ReviewPlan.ThreeReviews).Single(step => step.Standing == RoundStanding.Current).Caption.ShouldBe("报请确定");
    }

    [Theory]
    [InlineData(ReviewPlan.ThreeReviews, "这一步记在您名下，接着是二审，由分管领导办理。")]
    [InlineData(ReviewPlan.OneReview, "这一步记在您名下，接着是保密审查，由保密审查办理。")]
    public void A_consequence_names_the_next_step_of_the_plan_and_who_holds_it(ReviewPlan plan, string expected)
    {
        var item = Do(Item(), Command(ReviewAction.Submit, ReviewRole.Handler, Handler), plan);
        item = Do(item, Pass(item), plan);

        ReviewConsequences.Of(item.State, ReviewAction.Pass, ReviewPlan.ThreeReviews).ShouldBe(expected);
    }

    [Fact]
    public void Every_act_that_a_person_may_do_has_its_consequence()
    {
        Enum.GetValues<ReviewAction>().Except([ReviewAction.SkipByPlan, ReviewAction.PublishOnTime, ReviewAction.Submit, ReviewAction.Pass, ReviewAction.AnswerOpen])
            .ShouldAllBe(action => !ReviewConsequences.Of(ReviewState.Initial, action, ReviewPlan.ThreeReviews).Contains("由系统", StringComparison.Ordinal));
    }

    [Fact]
    public void What_would_be_refused_is_foreseen_with_the_same_words()
    {
        var item = Do(Item(), Command(ReviewAction.Submit, ReviewRole.Handler, Handler));
        item = Do(item, Pass(item));
        var facts = ItemDecisions.FactsOf(item, ReviewPlan.ThreeReviews, Publisher, Screened(item), Today);

        ReviewDecisions.Foresee(item.State, ReviewAction.Pass, ReviewRole.Proofreader, Head, facts, At(1))!.Reason.ShouldBe(Refused(item, Command(ReviewAction.Pass, ReviewRole.Proofreader, Head)));
        ReviewDecisions.Foresee(item.State, ReviewAction.Pass, ReviewRole.Proofreader, Proof, facts, At(1)).ShouldBeNull();
        ReviewDecisions.Foresee(item.State, ReviewAction.Return, ReviewRole.Proofreader, Head, facts, At(1)).ShouldBeNull();
    }

    [Theory]
    [InlineData("2025-03-10", 0)]
    [InlineData("2025-03-07", 1)]
    [InlineData("2025-03-11", -1)]
    [InlineData("2025-03-15", -4)]
    public void The_days_left_are_working_days_and_negative_when_overdue(string today, int left) =>
        Law.Calendar.WorkingCalendar.National.WorkdaysLeft(new DateOnly(2025, 3, 10), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(left);
}
