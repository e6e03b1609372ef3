using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Publishing;
using Gongkai.AnnualReports.Rules;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;

namespace Gongkai.AnnualReports.Tests.Filing;

/// <summary>编报中的一件事能不能做：表之外还要看内容和谁。</summary>
public sealed class FilingDecisionsTests
{
    private static readonly PersonId Compiler = new(Guid.NewGuid()), Reviewer = new(Guid.NewGuid()), Signer = new(Guid.NewGuid()), Officer = new(Guid.NewGuid());
    private static readonly DateTimeOffset Now = new(2026, 1, 12, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly EditionFinding Warning = new("SA-01", Severity.Warning, "与上年相差一倍。", false), Wrong = new("T2-01", Severity.Error, "对不上。", false), Fatal = new("T3-02", Severity.Error, "合计不对。", true);

    [Fact]
    public void The_usual_way_ends_published_with_the_frozen_hash_and_locked()
    {
        var report = Walk(Kept([]), (FilingAction.SelfCheck, Compiler), (FilingAction.Pass, Reviewer), (FilingAction.Sign, Signer), (FilingAction.Accept, Officer), (FilingAction.Publish, Signer), (FilingAction.Lock, Officer));

        report.Stage.ShouldBe(FilingStage.Locked);
        report.Visible.ShouldBe(report.Latest);
        report.Signing!.Hash.ShouldBe("散列");
        report.Filings.Count(done => done.Hash is not null).ShouldBe(1, "只有签发冻结内容。");
    }

    [Fact]
    public void What_never_passes_is_not_sent_for_review_whatever_is_written() =>
        Refused(Kept([Fatal]), new FilingCommand(FilingAction.SelfCheck) { Note = "说明", Explanations = Said((0, "说明")) }, Compiler).ShouldContain("附说明也不得送审：T3-02");

    [Fact]
    public void Every_error_and_warning_needs_its_own_words_and_a_notice_needs_none()
    {
        var report = Kept([Warning, Wrong, new("NT-01", Severity.Notice, "提示。", false)]);
        Refused(report, new FilingCommand(FilingAction.SelfCheck) { Explanations = Said((0, "新设机构")) }, Compiler).ShouldContain("有 1 处发现没有写说明：T2-01");
        Refused(report, new FilingCommand(FilingAction.SelfCheck) { Explanations = Said((0, "新设机构"), (1, "  ")) }, Compiler).ShouldContain("T2-01");

        var sent = FilingDecisions.Decide(report, new FilingCommand(FilingAction.SelfCheck) { Explanations = Said((0, " 新设机构 "), (1, "以附件为准")) }, Facts(Compiler)).Value;
        sent.Explanations.Select(one => (one.Rule, one.Text)).ShouldBe([("SA-01", "新设机构"), ("T2-01", "以附件为准")]);
    }

    [Fact]
    public void Nobody_reviews_or_signs_what_they_put_themselves()
    {
        var report = Walk(Kept([]), (FilingAction.SelfCheck, Compiler));
        Refused(report, new FilingCommand(FilingAction.Pass), Compiler).ShouldBe("这一版是您交的，要由别人审核。");
        Refused(Walk(report, (FilingAction.Pass, Reviewer)), new FilingCommand(FilingAction.Sign), Compiler).ShouldBe("这一版是您交的，要由别人签发。");
        var submitted = Walk(report, (FilingAction.Pass, Reviewer), (FilingAction.Sign, Signer));
        Refused(submitted, new FilingCommand(FilingAction.Accept), Signer).ShouldBe("这一份是您签发、代收的，要由主管部门的另一个人接收。");
    }

    [Fact]
    public void A_body_with_an_authority_submits_and_one_without_does_not()
    {
        var ready = Walk(Kept([]), (FilingAction.SelfCheck, Compiler), (FilingAction.Pass, Reviewer));
        Refused(ready, new FilingCommand(FilingAction.SignAlone), Signer).ShouldContain("本单位有主管部门");
        FilingDecisions.Decide(ready, new FilingCommand(FilingAction.Sign), Facts(Signer) with { HasAuthority = false }).Refusal!.Reason.ShouldContain("没有主管部门");
        FilingDecisions.Decide(ready, new FilingCommand(FilingAction.SignAlone), Facts(Signer) with { HasAuthority = false }).Value.To.ShouldBe(FilingStage.Accepted);
    }

    [Theory]
    [InlineData(FilingAction.SendBack)]
    [InlineData(FilingAction.Recall)]
    public void Going_back_needs_a_reason(FilingAction action)
    {
        var submitted = Walk(Kept([]), (FilingAction.SelfCheck, Compiler), (FilingAction.Pass, Reviewer), (FilingAction.Sign, Signer));
        Refused(submitted, new FilingCommand(action) { Note = "  " }, Officer).ShouldBe($"“{action.Caption()}”要写明理由。");
    }

    [Fact]
    public void A_corrected_report_is_published_only_with_words_for_the_public_and_the_old_one_stays_until_then()
    {
        var published = Walk(Kept([]), (FilingAction.SelfCheck, Compiler), (FilingAction.Pass, Reviewer), (FilingAction.Sign, Signer), (FilingAction.Accept, Officer), (FilingAction.Publish, Signer), (FilingAction.Lock, Officer));
        var corrected = published.Apply(FilingDecisions.Decide(published, new FilingCommand(FilingAction.Correct) { Note = "表四漏了一件" }, Facts(Signer)).Value).Apply(Edition(2, []));
        corrected.Visible!.Number.ShouldBe(1);
        corrected = Walk(corrected, (FilingAction.SelfCheck, Compiler), (FilingAction.Pass, Reviewer), (FilingAction.Sign, Signer), (FilingAction.Accept, Officer));
        Refused(corrected, new FilingCommand(FilingAction.Publish), Signer).ShouldContain("更正说明");
        var again = corrected.Apply(FilingDecisions.Decide(corrected, new FilingCommand(FilingAction.Publish) { Note = "表四补记一件。" }, Facts(Signer)).Value);

        again.Visible!.Number.ShouldBe(2);
        again.Releases.Select(release => (release.Edition, release.Note)).ShouldBe([(1, null), (2, "表四补记一件。")]);
    }

    [Fact]
    public void Only_a_year_long_gone_that_never_went_this_way_is_added_afterwards()
    {
        Refused(Kept([]), new FilingCommand(FilingAction.AddPast), Signer).ShouldContain("只有更早的年度可以补登");
        var old = Kept([], 2022);
        FilingDecisions.Decide(old, new FilingCommand(FilingAction.AddPast), Facts(Signer)).Value.To.ShouldBe(FilingStage.Published);
        var filed = Walk(old, (FilingAction.SelfCheck, Compiler), (FilingAction.Pass, Reviewer), (FilingAction.Sign, Signer));
        var recalled = filed.Apply(FilingDecisions.Decide(filed, new FilingCommand(FilingAction.Recall) { Note = "再改" }, Facts(Signer)).Value);
        Refused(recalled, new FilingCommand(FilingAction.AddPast), Signer).ShouldContain("不能补登");
    }

    [Fact]
    public void A_new_edition_is_taken_only_while_compiling_or_after_it_was_sent_back() =>
        Enum.GetValues<FilingStage>().Where(stage => stage.MayKeep()).ShouldBe([FilingStage.Compiling, FilingStage.Returned]);

    [Fact]
    public void However_people_act_the_stage_is_the_last_acts_and_nothing_unsigned_of_last_year_is_ever_visible() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
        ArbMap.Default.ArbFor<PositiveInt[]>(),
        choices =>
        {
            var report = Kept([]);
            foreach (var choice in choices)
            {
                var open = FilingProcess.Table.Rows.Where(row => row.From == report.Stage).ToList();
                var action = open[choice.Get % open.Count].Action;
                if (action == FilingAction.Keep && report.Stage.MayKeep()) report = report.Apply(Edition(report.Editions.Length + 1, []));
                var who = FilingProcess.RoleOf(action) switch { FilingRole.Compiler => Compiler, FilingRole.Reviewer => Reviewer, FilingRole.Signer => Signer, _ => Officer };
                if (action != FilingAction.Keep && FilingDecisions.Decide(report, new FilingCommand(action) { Note = "理由" }, Facts(who)) is { Succeeded: true, Value: var done }) report = report.Apply(done);
            }

            return report.Stage == report.Filings[^1].To
                && report.Filings.Select(done => done.Number).SequenceEqual(Enumerable.Range(1, report.Filings.Length))
                && report.Filings.Zip(report.Filings.Skip(1)).All(pair => pair.First.To == pair.Second.From)
                && report.Releases.Where(release => release.Edition is not null).All(release => report.Filings.Any(done => done.Hash is not null && done.Edition == release.Edition));
        }));

    private static PublishedReport Kept(ImmutableArray<EditionFinding> findings, int year = 2025) => new PublishedReport(Guid.NewGuid(), 0, new UnitId(Guid.NewGuid()), year, [], []).Apply(Edition(1, findings));

    private static ReportEdition Edition(int number, ImmutableArray<EditionFinding> findings) => new(number, null, "云泽市文化广播局", findings, 0, Compiler, Now);

    private static PublishedReport Walk(PublishedReport report, params (FilingAction Action, PersonId By)[] acts) =>
        acts.Aggregate(report, (now, act) => now.Apply(FilingDecisions.Decide(now, new FilingCommand(act.Action), Facts(act.By)).Value));

    private static string Refused(PublishedReport report, FilingCommand command, PersonId by) => FilingDecisions.Decide(report, command, Facts(by)).Refusal!.Reason;

    private static FilingFacts Facts(PersonId by) => new(by, Now, new DateOnly(2026, 1, 12), ["云泽市文化广播局"], true, "散列");

    private static ImmutableDictionary<int, string> Said(params (int At, string Text)[] texts) => texts.ToImmutableDictionary(one => one.At, one => one.Text);
}
