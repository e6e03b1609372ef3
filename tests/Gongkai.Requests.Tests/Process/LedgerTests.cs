using FsCheck;
using FsCheck.Fluent;
using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;

namespace Gongkai.Requests.Tests.Process;

/// <summary>原来的台账移入：期限与当初一步一步办的一样，结果照记，别的路绕不进来。</summary>
public sealed class LedgerTests
{
    private static readonly DateTimeOffset Now = LegalTime.StartOf(new(2026, 1, 5)).AddHours(9);

    [Fact]
    public void An_open_case_has_the_due_date_it_would_have_had_if_every_step_had_been_taken_here()
    {
        var gen = from received in Gen.Choose(0, 300)
                  from corrected in Gen.Choose(-1, 60)
                  from extended in Gen.Choose(0, 20)
                  select (Received: new DateOnly(2025, 1, 2).AddDays(received), corrected, extended);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(gen.ToArbitrary(), one =>
        {
            var sent = one.Received.AddDays(3);
            var taken = new TakenOver(one.corrected < 0 ? null : sent, one.corrected < 0 ? null : sent.AddDays(one.corrected), one.extended, one.extended == 0 ? null : one.Received.AddDays(5), null);
            var entry = new LedgerEntry("2025-1", one.Received, Application()) { Taken = taken };
            var moved = Move(entry);
            moved.Refusal.ShouldBeNull();

            CaseDeadline.Of(moved.Value, WorkingCalendar.National).Answer!.Due.ShouldBe(CaseDeadline.Of(CaseState.Of(AsItHappened(TakeOver(entry), taken)), WorkingCalendar.National).Answer!.Due);
        }));
    }

    [Fact]
    public void What_waits_for_a_correction_waits_on_and_what_is_closed_is_only_counted()
    {
        var received = new DateOnly(2025, 12, 22);
        var waiting = Move(new LedgerEntry("2025-1", received, Application()) { Taken = new(received.AddDays(2), null, 0, null, null), CorrectionUntil = new(2026, 1, 20) }).Value;
        (waiting.Stage, CaseDeadline.Of(waiting, WorkingCalendar.National).Due, CaseDeadline.Of(waiting, WorkingCalendar.National).Awaited).ShouldBe((CaseStage.AwaitingCorrection, new DateOnly(2026, 1, 20), Awaited.Applicant));

        var closed = Move(new LedgerEntry("2025-2", new(2025, 3, 3), Application()) { Outcome = CaseOutcome.NotExisting, ResultOn = new(2025, 3, 20), Taken = new(null, null, 0, null, new(2025, 3, 25)) }).Value;
        (closed.Stage, closed.Outcome, closed.ResultOn, closed.DeliveredOn, closed.IsOpen).ShouldBe((CaseStage.Archived, CaseOutcome.NotExisting, new DateOnly(2025, 3, 20), new DateOnly(2025, 3, 25), false));
        TableThree.Of([new CountedCase(closed.Received!.Value, ApplicantKind.Business, closed.Outcome, closed.ResultOn)], 2025).Count("unavailableNotHeld", ApplicantKind.Business).ShouldBe(1);
    }

    [Theory]
    [InlineData("2026-01-06", null, null, 0, null, "RQ-17")]
    [InlineData("2007-01-06", null, null, 0, null, "RQ-17")]
    [InlineData("2025-12-22", "2025-12-01", "2025-12-30", 0, null, "RQ-17")]
    [InlineData("2025-12-22", "2025-12-24", "2026-02-01", 0, null, "RQ-17")]
    [InlineData("2025-12-22", null, "2025-12-30", 0, null, "RQ-14")]
    [InlineData("2025-12-22", null, null, 5, null, "RQ-05")]
    [InlineData("2025-12-22", null, null, 0, "2025-12-30", "RQ-05")]
    public void Dates_that_cannot_be_are_refused_with_their_rule(string received, string? sent, string? corrected, int days, string? notified, string rule) =>
        Move(new LedgerEntry("2025-1", Day(received)!.Value, Application()) { Taken = new(Day(sent), Day(corrected), days, Day(notified), null) }).Refusal!.Reason.ShouldContain(rule);

    [Fact]
    public void A_case_received_here_cannot_be_given_a_result_as_if_it_came_from_the_ledger()
    {
        var processing = InventedCase.Processing("2025-01-24");
        foreach (var role in Enum.GetValues<CaseRole>().Where(role => role != CaseRole.System))
            processing.Try(CaseAction.TakeOverResult, "2025-02-06", InventedCase.Draft(CaseOutcome.Granted), role).Succeeded.ShouldBeFalse();
        processing.Try(CaseAction.TakeOverResult, "2025-02-06", InventedCase.Draft(CaseOutcome.Granted), CaseRole.System).Refusal!.Reason.ShouldContain("不是刚由原台账移入的");
    }

    [Fact]
    public void The_words_of_the_office_are_read_as_outcomes_and_a_class_alone_is_not()
    {
        foreach (var entry in OutcomeTable.All) OutcomeWords.Read(entry.Caption).ShouldBe(entry.Outcome, entry.Caption);
        (string Word, CaseOutcome? Outcome)[] words =
        [
            ("（三）不予公开 1.属于国家秘密", CaseOutcome.StateSecret), ("不予公开（个人隐私）", CaseOutcome.ThirdPartyRights), ("不予公开-4.保护第三方合法权益", CaseOutcome.ThirdPartyRights), ("无法提供：信息不存在", CaseOutcome.NotExisting),
            (" 予以 公开 ", CaseOutcome.Granted), ("(二)部分公开", CaseOutcome.PartlyGranted), ("撤回", CaseOutcome.Withdrawn), ("其他处理", CaseOutcome.Terminated), ("（六）其他处理3.其他", CaseOutcome.Terminated),
            ("不予公开", null), ("无法提供", null), ("办结", null), ("已答复", null), ("", null), ("（）", null),
        ];
        foreach (var (word, outcome) in words) OutcomeWords.Read(word).ShouldBe(outcome, word);
    }

    /// <summary>原台账里记着的各步，照当初一件一件办的样子写出。</summary>
    internal static IEnumerable<CaseEvent> AsItHappened(CaseEvent moved, TakenOver taken)
    {
        CaseEvent Of(CaseAction action, DateOnly on, CaseDetails? details = null) => moved with { Action = action, On = on, Details = details ?? CaseDetails.None };
        yield return Of(CaseAction.Receive, moved.On, new() { Way = ReceiptWay.InPerson });
        if (taken.CorrectionSent is { } sent) yield return Of(CaseAction.RequestCorrection, sent, new() { Until = sent.AddDays(60) });
        if (taken.CorrectionReceived is { } corrected) yield return Of(CaseAction.ReceiveCorrection, corrected);
        if (taken.ExtensionNotified is { } notified) yield return Of(CaseAction.ApproveExtension, notified, new() { Days = taken.ExtensionDays });
        if (taken.ExtensionNotified is { } told) yield return Of(CaseAction.NotifyExtension, told);
    }

    private static CaseEvent TakeOver(LedgerEntry entry)
    {
        var command = entry.Commands(InventedCase.Head, Now)[0];
        return CaseDecisions.Decide(CaseState.Initial, command, new() { Calendar = WorkingCalendar.National }).Value;
    }

    private static Outcome<CaseState> Move(LedgerEntry entry)
    {
        if (entry.Fault() is { } fault) return fault;
        var state = CaseState.Initial;
        foreach (var command in entry.Commands(InventedCase.Head, Now))
        {
            var decided = CaseDecisions.Decide(state, command, new() { Calendar = WorkingCalendar.National });
            if (decided.Refusal is { } refusal) return refusal;
            state = state.After(decided.Value);
        }

        return state;
    }

    private static Application Application() => new() { Kind = ApplicantKind.Business, Name = "某公司", Wanted = "名录" };

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
