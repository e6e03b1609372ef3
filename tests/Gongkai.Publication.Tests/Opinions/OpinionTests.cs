using FsCheck;
using FsCheck.Fluent;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Opinions;

namespace Gongkai.Publication.Tests.Opinions;

/// <summary>意见征集：流程、期间、收不收、归并与采纳情况的数。</summary>
public sealed class OpinionTests
{
    private static readonly DateOnly Start = new(2026, 3, 2);
    private static readonly ItemId Notice = new(Guid.NewGuid()), Result = new(Guid.NewGuid()), Text = new(Guid.NewGuid());
    private static readonly OpinionStanding Announced = new(true, false);

    private static OpinionFacts Facts => new() { Title = "云泽市公共场馆管理办法（征求意见稿）", Kind = DraftKind.NormativeDocument, Basis = "规范性文件管理的规定", FirstDay = Start, LastDay = Start.AddDays(29), Email = "yj@example.org" };

    private static OpinionRound Round => new(new OpinionRoundId(Guid.NewGuid()), 1, new UnitId(Guid.NewGuid()), Notice, Facts, []);

    [Fact]
    public void The_table_is_sound_and_what_is_not_in_it_is_refused()
    {
        OpinionProcess.Table.Defects().ShouldBeEmpty();
        OpinionDecisions.Stop(Round with { Events = [new RoundStopped(Start, "暂缓")] }, Announced, Start, "再停").Refusal!.Reason.ShouldContain("已中止");
        OpinionDecisions.Adopt(Round, Announced, Start, Text, isVisible: true).Succeeded.ShouldBeFalse("还没有结果，不能关联正式文本。");
    }

    [Fact]
    public void Every_walk_stays_in_the_table_and_ends_where_its_events_say() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ArrayOf(40).ToArbitrary(), choices =>
        {
            var (round, standing, today) = (Round, new OpinionStanding(false, false), Start.AddDays(-5));
            foreach (var choice in choices)
            {
                var before = round.StepOn(today, standing);
                OpinionAction? acted = null;
                switch (choice % 8)
                {
                    case 0: today = today.AddDays(choice / 8 % 12); break;
                    case 1: standing = standing with { Announced = true }; break;
                    case 2 when round.Result is not null: standing = standing with { ResultShown = true }; break;
                    case 3: if (OpinionDecisions.Extend(round, standing, today, round.LastDay.AddDays(choice % 20), "意见多") is { Succeeded: true } extended) (round, acted) = (round.Apply(extended.Value), OpinionAction.Extend); break;
                    case 4: if (OpinionDecisions.Feedback(round, standing, today, 0, []) is { Succeeded: true } feedback) (round, acted) = (round.Apply(new ResultDrafted(today, Result, feedback.Value)), OpinionAction.DraftResult); break;
                    case 5: if (OpinionDecisions.Reopen(round, standing, today) is { Succeeded: true } reopened) (round, acted) = (round.Apply(reopened.Value), OpinionAction.ReopenResult); break;
                    case 6: if (OpinionDecisions.Adopt(round, standing, today, Text, isVisible: true) is { Succeeded: true } adopted) (round, acted) = (round.Apply(adopted.Value), OpinionAction.Adopt); break;
                    case 7 when choice % 5 == 0: if (OpinionDecisions.Stop(round, standing, today, "暂缓") is { Succeeded: true } stopped) (round, acted) = (round.Apply(stopped.Value), OpinionAction.Stop); break;
                }

                var after = round.StepOn(today, standing);
                if (acted is { } action) OpinionProcess.Table.Rows.ShouldContain(row => row.From == before && row.Action == action && row.To == after);
                // 没有人办，自己走的：只能沿着系统的各行。
                else BySystem(before).ShouldContain(after);
            }
        }));

    [Fact]
    public void The_period_is_counted_with_both_its_ends_and_a_shorter_one_gives_its_reason()
    {
        OpinionDecisions.Fault(Facts, 30, Start).ShouldBeNull();
        OpinionDecisions.Fault(Facts with { LastDay = Start.AddDays(28) }, 30, Start)!.Reason.ShouldContain("不少于 30 天，现在是 29 天");
        OpinionDecisions.Fault(Facts with { LastDay = Start.AddDays(28), ShortReason = "抢险急需" }, 30, Start).ShouldBeNull();
        OpinionDecisions.Fault(Facts with { LastDay = Start.AddDays(6), Kind = DraftKind.Other }, 30, Start).ShouldBeNull();
        OpinionDecisions.Fault(Facts with { Email = null }, 30, Start)!.Reason.ShouldContain("至少写一样");
        OpinionDecisions.Shortened(Round, Start.AddDays(3), 30)!.ShouldContain("实际只有 27 天");
        OpinionDecisions.Shortened(Round, Start, 30).ShouldBeNull();
    }

    [Fact]
    public void A_comment_is_taken_to_the_end_of_the_last_day_and_a_late_one_is_told_whom_to_turn_to()
    {
        OpinionDecisions.Receive(Round, Announced, Round.LastDay, isVisible: true).ShouldBeNull();
        OpinionDecisions.Receive(Round, Announced, Round.LastDay.AddDays(1), isVisible: true)!.Reason.ShouldBe("这次意见征集到2026年3月31日为止，已经截止。还有话要说的，可以联系征集的单位：电子邮箱 yj@example.org。");
        OpinionDecisions.Receive(Round, Announced, Start.AddDays(-1), isVisible: true)!.Reason.ShouldContain("才开始");
        OpinionDecisions.Receive(Round, Announced, Start, isVisible: false)!.Reason.ShouldContain("撤下");
        var extended = Round.Apply(OpinionDecisions.Extend(Round, Announced, Start, Round.LastDay.AddDays(10), "意见多").Value);
        OpinionDecisions.Receive(extended, Announced, Round.LastDay.AddDays(10), isVisible: true).ShouldBeNull();
    }

    [Fact]
    public void A_result_waits_until_every_comment_is_grouped_and_every_group_answered()
    {
        var after = Round.LastDay.AddDays(1);
        OpinionGroup[] groups = [Group(3, OpinionOutcome.Adopted), Group(2, OpinionOutcome.NotAdopted, "与上位法不合")];
        OpinionDecisions.Feedback(Round, Announced, Round.LastDay, 5, groups).Refusal!.Reason.ShouldContain("征集中");
        OpinionDecisions.Feedback(Round, Announced, after, 6, groups).Refusal!.Reason.ShouldContain("还有 1 条意见没有归并");
        OpinionDecisions.Feedback(Round, Announced, after, 6, [.. groups, Group(1, null)]).Refusal!.Reason.ShouldContain("还没有写采纳情况");
        OpinionDecisions.Feedback(Round, Announced, after, 6, [.. groups, Group(1, OpinionOutcome.Partly)]).Refusal!.Reason.ShouldBe("部分采纳的，要写明理由。");
        OpinionDecisions.Feedback(Round, Announced, after, 5, groups).Value.Counts.ShouldBe(new OpinionCounts(5, 3, 0, 2, 0));
        OpinionDecisions.Feedback(Round, Announced, after, 0, []).Value.Groups.ShouldBeEmpty();
    }

    [Fact]
    public void Adopted_partly_and_not_adopted_and_unanswered_are_the_grouped_ones_always() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Gen.Choose(0, 400).ArrayOf().ToArbitrary(), sizes =>
        {
            OpinionGroup[] groups = [.. sizes.Select(size => Group(size / 4, (size % 4) switch { 3 => null, var outcome => (OpinionOutcome)outcome }, "理由"))];
            var counts = OpinionCounts.Of(groups.Sum(group => group.Count) + 7, groups);
            (counts.Adopted + counts.Partly + counts.NotAdopted + counts.Unanswered).ShouldBe(groups.Sum(group => group.Count));
            (counts.Grouped, counts.Ungrouped).ShouldBe((groups.Sum(group => group.Count), 7));
            var feedback = OpinionDecisions.Feedback(Round, Announced, Round.LastDay.AddDays(1), counts.Grouped, groups);
            if (feedback.Succeeded) (feedback.Value.Counts.Adopted + feedback.Value.Counts.Partly + feedback.Value.Counts.NotAdopted).ShouldBe(feedback.Value.Received);
            else counts.Unanswered.ShouldBeGreaterThan(0);
        }));

    [Fact]
    public void A_comment_keeps_its_words_and_loses_only_what_cannot_be_seen()
    {
        var read = OpinionComment.Read("  第三条\r\n<script>alert(1)</script>\u0000\u0007  ", " ", "138\n00").Value;
        read.ShouldBe(new OpinionComment("第三条\n<script>alert(1)</script>", null, "138 00"));
        OpinionComment.Read("\u0000 ", null, null).Refusal!.Reason.ShouldBe("请写下您的意见。");
        OpinionComment.Read(new string('长', OpinionComment.LongestText), null, null).Succeeded.ShouldBeTrue();
        OpinionComment.Read(new string('长', OpinionComment.LongestText + 1), null, null).Refusal!.Reason.ShouldContain("5,001");
        OpinionComment.Read("好", new string('名', OpinionComment.LongestContact + 1), null).Succeeded.ShouldBeFalse();
    }

    private static OpinionGroup Group(int count, OpinionOutcome? outcome, string? reason = null) => new(new OpinionGroupId(Guid.NewGuid()), 1, "关于开放时间", count, outcome, reason);

    private static HashSet<OpinionStep> BySystem(OpinionStep from)
    {
        var reached = new HashSet<OpinionStep> { from };
        while (OpinionProcess.Table.Rows.FirstOrDefault(row => row.Roles.Contains(OpinionParty.System) && reached.Contains(row.From) && !reached.Contains(row.To)) is { } row) reached.Add(row.To);
        return reached;
    }
}
