using Gongkai.Law.Calendar;
using Gongkai.Law.Clocks;
using Gongkai.Publication.Drafting;

namespace Gongkai.Publication.Tests.Drafting;

public sealed class DisclosureClockTests
{
    private static readonly WorkingCalendar National = WorkingCalendar.National;

    [Theory]
    [InlineData(DisclosureDeadlineId.General, "2025-01-24", "2025-02-27")]
    [InlineData(DisclosureDeadlineId.General, "2024-12-27", "2025-01-26")]
    [InlineData(DisclosureDeadlineId.LicenceOrPenalty, "2025-01-24", "2025-02-10")]
    [InlineData(DisclosureDeadlineId.PenaltyWithdrawal, "2025-01-24", "2025-02-05")]
    [InlineData(DisclosureDeadlineId.Budget, "2025-01-24", "2025-02-13")]
    [InlineData(DisclosureDeadlineId.Interpretation, "2025-04-30", "2025-05-08")]
    [InlineData(DisclosureDeadlineId.PenaltyShelf, "2024-02-29", "2029-02-28")]
    [InlineData(DisclosureDeadlineId.PersonalPenaltyShelf, "2024-03-01", "2026-03-01")]
    public void The_last_day_follows_the_rule_of_its_kind(DisclosureDeadlineId id, string start, string due) =>
        DisclosureClock.Reckon(id, DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture), National).Due.ToString("yyyy-MM-dd").ShouldBe(due);

    [Fact]
    public void Hours_are_counted_from_the_minute_and_may_end_on_the_next_day()
    {
        var deadline = DisclosureClock.Reckon(DisclosureDeadlineId.MajorEmergency, new DateTimeOffset(2025, 3, 10, 21, 30, 0, TimeSpan.FromHours(8)), National);

        deadline.DueAt.ShouldBe(new DateTimeOffset(2025, 3, 11, 2, 30, 0, TimeSpan.FromHours(8)));
        deadline.Due.ShouldBe(new DateOnly(2025, 3, 11));
    }

    [Fact]
    public void An_instant_in_UTC_starts_on_the_day_of_Beijing() =>
        DisclosureClock.Reckon(DisclosureDeadlineId.Budget, new DateTimeOffset(2025, 3, 10, 16, 30, 0, TimeSpan.Zero), National).Due.ShouldBe(new DateOnly(2025, 3, 31));

    [Fact]
    public void Every_day_up_to_the_last_is_explained()
    {
        var deadline = DisclosureClock.Reckon(DisclosureDeadlineId.LicenceOrPenalty, new DateOnly(2025, 1, 24), National);

        deadline.Days.Select(deadline.Explain).Take(6).ShouldBe(["决定作出，次日起计算", "周末", "第1个工作日（春节调休上班）", "第2个工作日", "春节放假", "春节放假"]);
        deadline.Explain(deadline.Days[^1]).ShouldBe("第7个工作日，期限届满");
        deadline.Days.Count(day => day.Role == ClockDayRole.Counted).ShouldBe(7);
    }

    [Fact]
    public void A_deadline_is_running_overdue_met_or_met_late()
    {
        var deadline = DisclosureClock.Reckon(DisclosureDeadlineId.General, new DateOnly(2025, 1, 24), National);

        deadline.Standing(null, new(2025, 2, 27)).ShouldBe(DeadlineStanding.Running);
        deadline.Standing(null, new(2025, 2, 28)).ShouldBe(DeadlineStanding.Overdue);
        deadline.Standing(new(2025, 2, 27), new(2025, 3, 5)).ShouldBe(DeadlineStanding.Met);
        deadline.Standing(new(2025, 2, 28), new(2025, 3, 5)).ShouldBe(DeadlineStanding.MetLate);
    }

    [Fact]
    public void Every_rule_names_its_basis() => DisclosureDeadlineRule.AllOn(new(2025, 1, 1)).ShouldAllBe(rule => rule.Basis.Document.Length > 0 && rule.Length > 0);
}
