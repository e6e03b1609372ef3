using FsCheck;
using FsCheck.Fluent;
using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;

namespace Gongkai.Requests.Tests.Counting;

/// <summary>年度快照：勾稽由口径成立，定下了的年度不更正就不变，任意的次序都一样。</summary>
public sealed class YearSnapshotTests
{
    private static readonly UnitId Unit = new(new Guid("0190aaaa-0000-7000-8000-000000000001"));

    private static readonly WithdrawnCounting[] Ways = Enum.GetValues<WithdrawnCounting>();

    private static readonly Gen<SnapshotCase> AnyCase =
        from id in Gen.Choose(1, int.MaxValue)
        from received in Gen.Choose(0, 1_400)
        from kind in Gen.Elements(Enum.GetValues<ApplicantKind>())
        from took in Gen.Choose(0, 700)
        from open in Gen.Choose(0, 3)
        from outcome in Gen.Elements(Enum.GetValues<CaseOutcome>())
        let day = new DateOnly(2021, 1, 1).AddDays(received)
        select new SnapshotCase(new Guid($"0190cccc-0000-7000-8000-{id:D12}"), $"2021-{id}", day, kind, open == 0 ? null : outcome, open == 0 ? null : day.AddDays(took));

    [Fact]
    public void What_is_carried_in_is_what_the_year_before_carried_out_case_by_case_and_every_column_balances() => OnAnyCases(cases =>
    {
        foreach (var year in Enumerable.Range(2021, 6))
        {
            // 两年的口径随意搭配：上年定下以后换了口径，结转照样接得上。
            foreach (var (then, way) in from then in Ways from way in Ways select (then, way))
            {
                var (before, now) = (SnapshotFigures.Of(year - 1, cases, [], then), SnapshotFigures.Of(year, cases, [], way));
                now.In(TableThree.CarriedIn).Select(one => one.Id).Order().ShouldBe(before.In(TableThree.CarriedOut).Select(one => one.Id).Order());
                foreach (var column in Enum.GetValues<ApplicantKind>().Select(column => column.ToString()))
                    (now.Of(TableThree.NewlyReceived, column) + now.Of(TableThree.CarriedIn, column)).ShouldBe(now.Of(TableThree.TotalProcessed, column) + now.Of(TableThree.CarriedOut, column));
                now.IsSound.ShouldBeTrue();
                now.LeftOut().Length.ShouldBe(way == WithdrawnCounting.Counted ? 0 : cases.Count(one => one.Outcome == CaseOutcome.Withdrawn && one.Received.Year == year && one.ResultOn!.Value.Year == year));
            }
        }
    });

    [Fact]
    public void What_happens_in_later_years_and_the_order_of_the_cases_change_no_hash_and_anything_else_does() => OnAnyCases(cases =>
    {
        const int Year = 2022;
        var taken = SnapshotFigures.Of(Year, cases, []);
        SnapshotFigures.Of(Year, cases.Reverse().Select(one => one.ResultOn is null ? one with { Outcome = CaseOutcome.Granted, ResultOn = new DateOnly(Year + 4, 2, 1) } : one), []).Hash.ShouldBe(taken.Hash);

        if (taken.Cases is not [var first, ..]) return;
        (taken with { Cases = taken.Cases.SetItem(0, first with { Received = first.Received.AddDays(-1) }) }).Hash.ShouldNotBe(taken.Hash);
        (taken with { Cells = taken.Cells.SetItem(0, taken.Cells[0] with { Count = taken.Cells[0].Count + 1 }) }).ShouldSatisfyAllConditions(forged => forged.Hash.ShouldNotBe(taken.Hash), forged => forged.IsSound.ShouldBeFalse());
        SnapshotDecisions.Differences(taken, taken).ShouldBeEmpty();
        SnapshotDecisions.Differences(taken, taken with { Cases = taken.Cases.RemoveAt(0) }).ShouldHaveSingleItem();
    });

    [Fact]
    public void A_settled_year_is_never_moved_unless_it_is_restated_whatever_is_done_in_whatever_order()
    {
        var steps = Gen.Choose(0, int.MaxValue).ArrayOf(60);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(steps.ToArbitrary(), choices =>
        {
            var (cases, latest, restated) = (new Dictionary<Guid, SnapshotCase>(), new Dictionary<int, YearSnapshot>(), false);
            foreach (var choice in choices)
            {
                var year = 2021 + (choice % 4);
                if (choice / 4 % 2 == 0)
                {
                    var act = (SnapshotAct)(choice / 8 % 5);
                    var command = new SnapshotCommand(Unit, act, InventedCase.Head, LegalTime.StartOf(new DateOnly(2025, 2, 1)), "法院判决撤销，另行答复");
                    // 设的口径随时可能改；定下过的年度照定下时的，与 YearQueries.Withdrawn 一样。
                    var way = latest.GetValueOrDefault(year) is { } kept && (kept.IsSettled || kept.Revision > 1) ? kept.Figures.Withdrawn : Ways[choice / 3 % 2];
                    var decided = SnapshotDecisions.Decide(latest.GetValueOrDefault(year), latest.GetValueOrDefault(year - 1), SnapshotFigures.Of(year, cases.Values, [], way), command);
                    if (decided.Succeeded) latest[year] = decided.Value;
                    restated |= decided.Succeeded && act == SnapshotAct.Restate;
                }
                else
                {
                    var settled = latest.Values.Where(one => one.IsSettled).Select(one => one.Year).ToList();
                    var before = choice / 16 % 3 == 0 || cases.Count == 0 ? null : cases.Values.ElementAt(choice / 48 % cases.Count);
                    var on = new DateOnly(year, 1 + (choice / 7 % 12), 5);
                    var after = before is null ? new SnapshotCase(new Guid(choice, 1, 1, new byte[8]), "件", on, ApplicantKind.Business, null, null) : before with { Outcome = choice % 5 == 0 ? CaseOutcome.Withdrawn : CaseOutcome.Granted, ResultOn = on > before.Received ? on : before.Received };
                    if (YearLock.Touched(before?.Counted, after.Counted, settled) is null) cases[after.Id] = after;
                }

                foreach (var one in latest.Values.Where(one => one.IsSettled)) one.Hash.ShouldBe(SnapshotFigures.Of(one.Year, cases.Values, [], one.Figures.Withdrawn).Hash, $"{one.Year}，更正过：{restated}");
            }
        }));
    }

    [Fact]
    public void Each_step_follows_the_one_before_and_says_why_it_may_not()
    {
        var live = SnapshotFigures.Of(2024, [Taken(1, "2024-12-20", null)], []);
        Decide(null, live, SnapshotAct.Freeze).Refusal!.Reason.ShouldContain("还没有快照");
        Decide(null, SnapshotFigures.Of(2025, [], []), SnapshotAct.Take).Refusal!.Reason.ShouldContain("还没有过完");
        var working = Decide(null, live, SnapshotAct.Take).Value;
        Decide(working, live, SnapshotAct.Lock).Refusal!.Reason.ShouldContain("还没有冻结");
        Decide(working, live, SnapshotAct.Restate).Refusal!.Reason.ShouldContain("没有锁定");
        Decide(working, SnapshotFigures.Of(2024, [Taken(1, "2024-12-20", null), Taken(2, "2024-12-21", null)], []), SnapshotAct.Freeze).Refusal!.Reason.ShouldContain("重取：件2");
        var frozen = Decide(working, live, SnapshotAct.Freeze).Value;
        Decide(frozen, live, SnapshotAct.Take).Refusal!.Reason.ShouldContain("已经冻结");
        Decide(frozen, live, SnapshotAct.Reopen, " ").Refusal!.Reason.ShouldContain("缘由");
        Decide(frozen, live, SnapshotAct.Reopen, "年报退回").Value.Stage.ShouldBe(SnapshotStage.Working);
        var locked = Decide(frozen, live, SnapshotAct.Lock).Value;
        Decide(locked, live, SnapshotAct.Reopen, "改").Refusal!.Reason.ShouldContain("更正");
        Decide(locked, live, SnapshotAct.Restate, "").Refusal!.Reason.ShouldContain("缘由");
        Decide(locked, live, SnapshotAct.Restate, new string('长', SnapshotDecisions.LongestReason + 1)).Refusal!.Reason.ShouldContain("500");
        Decide(locked, live, SnapshotAct.Restate, "判决撤销").Value.ShouldSatisfyAllConditions(one => one.Revision.ShouldBe(2), one => one.Stage.ShouldBe(SnapshotStage.Working), one => one.Reason.ShouldBe("判决撤销"));
    }

    [Fact]
    public void A_year_that_does_not_continue_the_settled_one_before_it_is_not_taken()
    {
        var before = Decide(Decide(null, SnapshotFigures.Of(2023, [Taken(1, "2023-12-20", null)], []), SnapshotAct.Take).Value, SnapshotFigures.Of(2023, [Taken(1, "2023-12-20", null)], []), SnapshotAct.Freeze).Value;
        var command = new SnapshotCommand(Unit, SnapshotAct.Take, null, LegalTime.StartOf(new DateOnly(2025, 1, 5)), null);

        SnapshotDecisions.Decide(null, before, SnapshotFigures.Of(2024, [Taken(2, "2023-11-20", null)], []), command).Refusal!.Reason.ShouldContain("件1、件2");
        SnapshotDecisions.Decide(null, before, SnapshotFigures.Of(2024, [Taken(1, "2023-12-20", "2024-01-10")], []), command).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void An_act_on_a_case_is_refused_whenever_it_would_move_a_settled_year_whatever_date_it_bears()
    {
        var facts = new CaseFacts { Calendar = WorkingCalendar.National, LockedYears = [2024] };
        var processing = InventedCase.Processing("2025-01-24", facts);
        processing.Try(CaseAction.Withdraw, "2025-02-06", new() { Evidence = "撤回书" }).Succeeded.ShouldBeTrue("收到日在定下的年度以后。");
        var early = new InventedCase { Facts = facts };
        early.Try(CaseAction.Receive, "2023-05-06", new() { Way = ReceiptWay.InPerson, Evidence = "受理记录" }, recorded: "2025-02-06").Refusal!.Reason
            .ShouldContain("RQ-11", Case.Sensitive, "2023 年没有定下，可是它会改动 2024 年的上年结转。");
    }

    private static SnapshotCase Taken(int id, string received, string? ended) => new(
        new Guid($"0190cccc-0000-7000-8000-{id:D12}"), $"件{id}", DateOnly.Parse(received, System.Globalization.CultureInfo.InvariantCulture), ApplicantKind.Business,
        ended is null ? null : CaseOutcome.Granted, ended is null ? null : DateOnly.Parse(ended, System.Globalization.CultureInfo.InvariantCulture));

    private static Outcome<YearSnapshot> Decide(YearSnapshot? latest, SnapshotFigures live, SnapshotAct act, string? reason = null) =>
        SnapshotDecisions.Decide(latest, null, live, new SnapshotCommand(Unit, act, InventedCase.Head, LegalTime.StartOf(new DateOnly(2025, 1, 20)), reason));

    private static void OnAnyCases(Action<SnapshotCase[]> check) =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(AnyCase.ArrayOf().ToArbitrary(), cases => check([.. cases.DistinctBy(one => one.Id)])));
}
