using FsCheck;
using FsCheck.Fluent;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using static Gongkai.Publication.Tests.InventedItems;

namespace Gongkai.Publication.Tests.Review;

/// <summary>任意的人以任意的角色做任意的事：放行的，必守规矩。</summary>
public sealed class ReviewWalks
{
    private const int People = 5;

    private static readonly Gen<int[]> Choices = Gen.Choose(0, int.MaxValue).ArrayOf(60);

    private static readonly Gen<(int[] Choices, ReviewPlan Plan)> Walks =
        from choices in Choices
        from plan in Gen.Elements(Enum.GetValues<ReviewPlan>())
        select (choices, plan);

    [Fact]
    public void Every_walk_stays_in_the_table() => OnEveryWalk(item =>
    {
        foreach (var happened in item.Events)
            ReviewProcess.Table.Decide(happened.From, happened.Action, happened.Role).Value.To.ShouldBe(happened.To);
        foreach (var (before, after) in item.Events.Zip(item.Events.Skip(1))) after.From.ShouldBe(before.To);
    });

    [Fact]
    public void Nobody_holds_two_neighbouring_steps_or_reviews_their_own_draft() => OnEveryWalk(item =>
    {
        ReviewEvent? previous = null;
        foreach (var happened in item.Events)
        {
            // 报请确定的人算办了保密审查这一步。
            if (happened.Action == ReviewAction.Submit || (happened is { Action: ReviewAction.EscalateToAuthority or ReviewAction.EscalateToSecrecyBureau, From: ReviewStep.SecrecyReview })) previous = happened;
            if (happened.Action != ReviewAction.Pass) continue;
            happened.By.ShouldNotBe(previous!.By);
            if (ReviewSteps.IsReview(happened.From)) item.Versions.First(version => version.Number == happened.Version).By.ShouldNotBe(happened.By!.Value);
            previous = happened;
        }
    });

    [Fact]
    public void Nothing_is_visible_that_did_not_pass_every_step_of_its_plan() => OnEveryWalk(item =>
    {
        for (var at = 0; at < item.Events.Length; at++)
        {
            if (item.Events[at].To != ReviewStep.Published) continue;
            var round = item.Events[..at].SkipWhile((_, index) => index < Array.FindLastIndex([.. item.Events[..at]], happened => happened.Action == ReviewAction.Submit)).ToList();
            round[0].Version.ShouldBe(item.Events[at].Version);
            var cleared = round.Where(happened => happened.Action is ReviewAction.Pass or ReviewAction.AnswerOpen).Select(happened => happened.From).ToHashSet();
            foreach (var step in ReviewSteps.All.Where(step => step.Plans.Contains(round[0].Plan!.Value) && step.Step != ReviewStep.Escalated))
                (cleared.Contains(step.Step) || (step.Step == ReviewStep.SecrecyReview && cleared.Contains(ReviewStep.Escalated))).ShouldBeTrue($"{step.Caption} 没有通过就发布了");
        }
    });

    [Fact]
    public void The_state_recomputed_from_the_events_is_the_state_kept_along_the_way() => OnEveryWalk(item =>
    {
        var kept = ReviewState.Initial;
        foreach (var happened in item.Events) kept = kept.After(happened);
        var recomputed = ReviewState.Of(item.Events);
        (recomputed.Step, recomputed.Visible, recomputed.UnderReview, recomputed.Plan).ShouldBe((kept.Step, kept.Visible, kept.UnderReview, kept.Plan));
        if (recomputed.Step is ReviewStep.Withdrawn or ReviewStep.Kept) recomputed.Visible.ShouldBeNull();
    });

    [Fact]
    public void The_walks_do_reach_publication_correction_and_withdrawal()
    {
        var reached = new HashSet<ReviewAction>();
        OnEveryWalk(item => reached.UnionWith(item.Events.Select(happened => happened.Action)));

        Enum.GetValues<ReviewAction>().Except(reached).ShouldBeEmpty("有的动作一次也没有走到，这些性质就没有检验到它。");
    }

    private static void OnEveryWalk(Action<Item> check) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Walks.ToArbitrary(), walk => check(Walk(walk.Choices, walk.Plan))));

    private static Item Walk(int[] choices, ReviewPlan plan)
    {
        var item = Item(DraftOf(choices[0]));
        for (var at = 0; at < choices.Length; at++)
        {
            var choice = choices[at];
            var person = Person(1 + choice % People);
            if (choice % 11 == 0 && ItemDecisions.Save(item, DraftOf(choice / 11), person, At(at)) is { Succeeded: true } saved) item = item.Apply(saved.Value);
            var rows = ReviewProcess.Table.Rows.Where(row => row.From == item.State.Step).ToList();
            // 多数时候往前走，走得深；其余随便做一件。
            var row = choice % 8 > 0 && rows.Find(row => row.Action is ReviewAction.Submit or ReviewAction.Pass) is { } forward ? forward : rows[choice / 7 % rows.Count];
            var role = row.Roles[choice / 13 % row.Roles.Length];
            var command = Command(row.Action, role, role == ReviewRole.System ? null : person) with
            {
                At = At(at), Text = "说明", Document = "文件", Channels = [Channel.Website], ScheduledFor = At(at + 1),
            };
            var outcome = ItemDecisions.Decide(item, command, plan, Publisher, Screened(item), Today);
            if (outcome.Succeeded) item = item.Apply(outcome.Value);
        }

        return item;
    }

    private static ItemDraft DraftOf(int choice) => choice % 5 == 0
        ? Draft with { Choice = new DisclosureChoice { Mode = DisclosureMode.OnRequest, Reason = "只涉及特定对象" } }
        : Draft;
}
