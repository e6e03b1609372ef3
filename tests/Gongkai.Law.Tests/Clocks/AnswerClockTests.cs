using System.Collections.Immutable;
using Gongkai.Law.Calendar;
using Gongkai.Law.Clocks;

namespace Gongkai.Law.Tests.Clocks;

public sealed class AnswerClockTests
{
    private static readonly WorkingCalendar National = WorkingCalendar.National;

    [Theory]
    [InlineData("2025-01-24", "", 0, "2025-02-27")]
    [InlineData("2025-01-24", "2025-02-06..2025-02-20", 0, "2025-03-14")]
    [InlineData("2025-01-24", "", 20, "2025-03-27")]
    [InlineData("2025-01-24", "2025-02-06..2025-02-20", 20, "2025-04-14")]
    [InlineData("2026-02-24", "", 0, "2026-03-23")]
    [InlineData("2026-02-24", "2026-03-02..2026-03-12 2026-03-09..2026-03-18", 0, "2026-04-09")]
    [InlineData("2024-12-27", "", 0, "2025-01-26")]
    [InlineData("2020-01-17", "", 0, "2020-02-21")]
    public void The_answer_is_due_on_the_known_day(string received, string consultations, int extension, string due)
    {
        var deadline = Reckon(Facts(received, consultations) with { ExtensionDays = extension });

        deadline.Due.ShouldBe(DateOnly.Parse(due));
        deadline.Remaining.ShouldBeNull();
        deadline.Provisional.ShouldBeFalse();
        deadline.Flags.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2025-01-24", "2025-02-10")]
    [InlineData("2024-01-25", "2024-02-04")]
    public void The_correction_notice_is_due_in_seven_working_days(string received, string due)
    {
        OtherClocks.CorrectionNoticeDue(DateOnly.Parse(received), National).Date.ShouldBe(DateOnly.Parse(due));
        Reckon(Facts(received)).CorrectionNoticeDue.Date.ShouldBe(DateOnly.Parse(due));
    }

    [Fact]
    public void The_third_party_has_fifteen_working_days() =>
        OtherClocks.ThirdPartyDue(new DateOnly(2025, 4, 21), National).Date.ShouldBe(new DateOnly(2025, 5, 14));

    [Fact]
    public void The_fee_is_due_in_twenty_working_days_and_paying_it_starts_the_clock_anew()
    {
        OtherClocks.FeeDue(new DateOnly(2026, 9, 21), National).Date.ShouldBe(new DateOnly(2026, 10, 26));

        var deadline = Reckon(Facts("2026-09-01") with { FeePaid = new DateOnly(2026, 10, 12) });
        deadline.Due.ShouldBe(new DateOnly(2026, 11, 9));
        deadline.AnchorEvent.ShouldBe(AnchorEvent.FeePaid);
    }

    [Fact]
    public void A_correction_starts_the_clock_anew()
    {
        var deadline = Reckon(Facts("2025-01-02") with { CorrectionReceived = new DateOnly(2025, 1, 24) });

        deadline.Due.ShouldBe(new DateOnly(2025, 2, 27));
        deadline.AnchorEvent.ShouldBe(AnchorEvent.CorrectionReceived);
    }

    [Theory]
    [InlineData("2025-03-03", "2025-02-10", AnchorEvent.CorrectionReceived, "2025-03-03")]
    [InlineData("2025-02-10", "2025-03-03", AnchorEvent.FeePaid, "2025-03-03")]
    public void The_latest_reset_counts(string corrected, string paid, AnchorEvent reason, string anchor)
    {
        var deadline = Reckon(Facts("2025-01-24") with { CorrectionReceived = DateOnly.Parse(corrected), FeePaid = DateOnly.Parse(paid) });

        deadline.AnchorEvent.ShouldBe(reason);
        deadline.Anchor.ShouldBe(DateOnly.Parse(anchor));
    }

    [Fact]
    public void While_a_consultation_is_open_there_is_no_due_date_but_working_days_remain()
    {
        var deadline = Reckon(Facts("2025-01-17", "2025-02-06.."));

        deadline.Due.ShouldBeNull();
        deadline.Remaining.ShouldBe(11);
        deadline.Days[^1].Day.Date.ShouldBe(new DateOnly(2025, 2, 6));
    }

    [Fact]
    public void A_consultation_open_since_before_the_reset_leaves_the_whole_period() =>
        Reckon(Facts("2025-01-02", "2025-01-06..") with { CorrectionReceived = new DateOnly(2025, 1, 10) }).Remaining.ShouldBe(20);

    [Fact]
    public void A_consultation_sent_after_the_due_date_changes_nothing_and_is_flagged()
    {
        var deadline = Reckon(Facts("2025-01-24", "2025-03-03.."));

        deadline.Due.ShouldBe(new DateOnly(2025, 2, 27));
        deadline.Flags.Single().Kind.ShouldBe(ClockFlagKind.ConsultationAfterDue);
    }

    [Fact]
    public void A_consultation_sent_before_receipt_is_flagged_and_pauses_from_the_first_day()
    {
        var deadline = Reckon(Facts("2025-02-10", "2025-02-07..2025-02-12"));

        deadline.Due.ShouldBe(National.AddWorkdays(new DateOnly(2025, 2, 12), 20).Date);
        deadline.Flags.Single().Kind.ShouldBe(ClockFlagKind.ConsultationBeforeReceipt);
    }

    [Fact]
    public void A_consultation_answered_on_the_day_it_was_sent_pauses_nothing() =>
        Reckon(Facts("2025-01-24", "2025-02-06..2025-02-06")).Due.ShouldBe(new DateOnly(2025, 2, 27));

    [Fact]
    public void A_delayed_answer_date_is_a_floor()
    {
        var facts = Facts("2025-01-24");

        Reckon(facts with { DelayedUntil = new DateOnly(2025, 4, 30) }).Due.ShouldBe(new DateOnly(2025, 4, 30));
        Reckon(facts with { DelayedUntil = new DateOnly(2025, 2, 10) }).Due.ShouldBe(new DateOnly(2025, 2, 27));
        Reckon(facts with { DelayedUntil = new DateOnly(2025, 4, 30) }).Days[^1].Role.ShouldBe(ClockDayRole.Delayed);
    }

    [Fact]
    public void A_late_correction_notice_is_a_flagged_fact_and_resets_nothing()
    {
        var facts = Facts("2025-01-24") with { CorrectionNoticeSent = new DateOnly(2025, 2, 11), CorrectionReceived = new DateOnly(2025, 2, 14) };

        var deadline = Reckon(facts);
        deadline.Due.ShouldBe(new DateOnly(2025, 2, 27));
        deadline.Flags.Single().Kind.ShouldBe(ClockFlagKind.LateCorrectionNotice);
        Reckon(facts with { CorrectionNoticeSent = new DateOnly(2025, 2, 10) }).Anchor.ShouldBe(new DateOnly(2025, 2, 14));
    }

    [Fact]
    public void An_extension_approved_after_the_due_date_is_refused()
    {
        var facts = Facts("2025-01-24") with { ExtensionDays = 10 };

        var refusal = AnswerClock.Reckon(facts with { ExtensionApproved = new DateOnly(2025, 2, 28) }, National).Refusal;
        refusal.ShouldNotBeNull().Reason.ShouldContain("2025-02-27");
        refusal.Basis.ShouldNotBeNull().Article.ShouldBe("第三十三条第二款");
        Reckon(facts with { ExtensionApproved = new DateOnly(2025, 2, 27) }).Quota.ShouldBe(30);
    }

    [Fact]
    public void An_extension_notified_late_has_no_effect_and_is_flagged()
    {
        var deadline = Reckon(Facts("2025-01-24") with { ExtensionDays = 10, ExtensionApproved = new DateOnly(2025, 2, 26), ExtensionNotified = new DateOnly(2025, 2, 28) });

        deadline.Due.ShouldBe(new DateOnly(2025, 2, 27));
        deadline.Flags.Single().Kind.ShouldBe(ClockFlagKind.LateExtensionNotice);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(21)]
    public void An_extension_outside_1_to_20_is_refused(int days) =>
        AnswerClock.Reckon(Facts("2025-01-24") with { ExtensionDays = days }, National).Refusal.ShouldNotBeNull().Reason.ShouldContain("1 至 20");

    [Fact]
    public void Contradictory_dates_are_refused_with_the_contradiction()
    {
        var facts = Facts("2025-01-24");
        var early = new DateOnly(2025, 1, 23);

        Reason(facts with { CorrectionReceived = early }).ShouldContain("收到补正的日期 2025-01-23 早于");
        Reason(facts with { FeePaid = early }).ShouldContain("缴费的日期 2025-01-23 早于");
        Reason(Facts("2025-01-24", "2025-02-06..2025-02-05")).ShouldContain("结束的日期早于发出的日期");
        Reason(facts with { DelayedUntil = new DateOnly(9999, 12, 31) }).ShouldContain("9999-12-31");
    }

    [Fact]
    public void Beyond_the_notices_the_due_date_is_provisional()
    {
        Reckon(Facts("2026-12-01")).Provisional.ShouldBeFalse();
        Reckon(Facts("2026-12-10")).Provisional.ShouldBeTrue();
    }

    [Fact]
    public void A_request_older_than_the_regulation_is_reckoned_by_it_and_says_so() =>
        Reckon(Facts("2019-05-14")).Flags.Single().Kind.ShouldBe(ClockFlagKind.BeforeRegulation);

    [Fact]
    public void Every_day_explains_itself()
    {
        var deadline = Reckon(Facts("2025-01-24", "2025-02-06..2025-02-20"));
        string On(string date) => ClockText.Of(deadline.Days.Single(day => day.Day.Date == DateOnly.Parse(date)), deadline);

        On("2025-01-24").ShouldBe("收到申请，次日起计算");
        On("2025-01-25").ShouldBe("周末");
        On("2025-01-26").ShouldBe("第1个工作日（春节调休上班）");
        On("2025-01-28").ShouldBe("春节放假");
        On("2025-02-06").ShouldBe("第4个工作日");
        On("2025-02-07").ShouldBe("不计：征求意见（2025-02-06 至 2025-02-20）");
        On("2025-03-14").ShouldBe("第20个工作日，期限届满");
        deadline.Days.Select(day => day.Day.Date).ShouldBe(
            Enumerable.Range(0, deadline.Due!.Value.DayNumber - deadline.Anchor.DayNumber + 1).Select(deadline.Anchor.AddDays));
    }

    private static AnswerDeadline Reckon(ClockFacts facts) => AnswerClock.Reckon(facts, National).Value;

    private static string Reason(ClockFacts facts) => AnswerClock.Reckon(facts, National).Refusal.ShouldNotBeNull().Reason;

    private static ClockFacts Facts(string received, string consultations = "") => new()
    {
        Received = DateOnly.Parse(received),
        Consultations = consultations.Length == 0 ? [] : consultations.Split(' ').Select(Consult).ToImmutableArray(),
    };

    private static Consultation Consult(string text)
    {
        var ends = text.Split("..");
        return new Consultation(DateOnly.Parse(ends[0]), ends[1].Length == 0 ? null : DateOnly.Parse(ends[1]));
    }
}
