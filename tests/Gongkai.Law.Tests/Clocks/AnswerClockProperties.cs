using FsCheck;
using FsCheck.Fluent;
using Gongkai.Law.Calendar;
using Gongkai.Law.Clocks;

namespace Gongkai.Law.Tests.Clocks;

public sealed class AnswerClockProperties
{
    private static readonly WorkingCalendar National = WorkingCalendar.National;

    private static readonly Gen<ClockFacts> Facts =
        from received in Gen.Choose(new DateOnly(2019, 5, 15).DayNumber, new DateOnly(2026, 3, 31).DayNumber).Select(DateOnly.FromDayNumber)
        from corrected in Sometimes(2, 60)
        from paid in Sometimes(2, 90)
        from consultations in Consultations
        from extension in Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 20))
        from delayed in Sometimes(4, 120)
        select new ClockFacts
        {
            Received = received,
            CorrectionReceived = corrected is { } c ? received.AddDays(c) : null,
            FeePaid = paid is { } p ? received.AddDays(p) : null,
            Consultations = [.. consultations.Select(span => new Consultation(received.AddDays(span.After), span.Length is { } length ? received.AddDays(span.After + length) : null))],
            ExtensionDays = extension,
            DelayedUntil = delayed is { } d ? received.AddDays(d) : null,
        };

    private static Gen<(int After, int? Length)[]> Consultations =>
        (from after in Gen.Choose(0, 100)
         from length in Gen.Choose(0, 40)
         from open in Gen.Choose(1, 12)
         select (after, open == 1 ? (int?)null : length)).ArrayOf().Resize(4);

    [Fact]
    public void The_due_date_equals_that_of_a_day_by_day_oracle_for_ten_thousand_event_lists() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10_000), Prop.ForAll(Facts.ToArbitrary(), facts =>
        {
            var deadline = AnswerClock.Reckon(facts, National).Value;
            (deadline.Due, deadline.Remaining).ShouldBe(DayByDayOracle.Answer(facts));
        }));

    [Fact]
    public void A_further_consultation_never_makes_the_answer_due_earlier() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Facts.ToArbitrary(), facts =>
        {
            var one = AnswerClock.Reckon(facts with { Consultations = [] }, National).Value;
            var more = AnswerClock.Reckon(facts with { Consultations = facts.Consultations.RemoveAll(consultation => consultation.Ended is null) }, National).Value;
            more.Due!.Value.ShouldBeGreaterThanOrEqualTo(one.Due!.Value);
        }));

    [Fact]
    public void The_order_of_consultations_does_not_matter() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Facts.ToArbitrary(), facts =>
            AnswerClock.Reckon(facts with { Consultations = [.. facts.Consultations.Reverse()] }, National).Value.Due
                .ShouldBe(AnswerClock.Reckon(facts, National).Value.Due)));

    [Fact]
    public void The_calendar_equals_that_of_the_oracle_on_every_day()
    {
        for (var date = new DateOnly(2019, 1, 1); date <= new DateOnly(2026, 12, 31); date = date.AddDays(1))
            National.IsWorkday(date).ShouldBe(DayByDayOracle.IsWorkday(date.DayNumber), date.ToString("yyyy-MM-dd"));
    }

    private static Gen<int?> Sometimes(int oneIn, int most) =>
        from chance in Gen.Choose(1, oneIn)
        from days in Gen.Choose(0, most)
        select chance == 1 ? (int?)days : null;
}
