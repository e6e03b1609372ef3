using FsCheck;
using FsCheck.Fluent;
using Gongkai.Law.Calendar;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Requests.Process;

namespace Gongkai.Requests.Tests.Process;

/// <summary>期限提醒：什么时候说什么，一个最后一日各说一次。</summary>
public sealed class CaseRemindersTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.National;

    private static readonly CaseReminderPlan Plan = new(5, 3);

    // 最后一日是 2026-06-18（星期四），19 至 21 日端午放假。
    private static readonly DateOnly Last = new(2026, 6, 18);

    [Theory]
    [InlineData("2026-06-10", "")]
    [InlineData("2026-06-11", "CaseDraftDue")]
    [InlineData("2026-06-12", "CaseDraftDue")]
    [InlineData("2026-06-15", "CaseDraftDue CaseNearDue")]
    [InlineData("2026-06-17", "CaseDraftDue CaseNearDue")]
    [InlineData("2026-06-18", "CaseDueToday")]
    [InlineData("2026-06-19", "CaseOverdue")]
    [InlineData("2026-07-19", "CaseOverdue")]
    public void Each_day_has_its_reminders(string today, string expected) =>
        Due(CaseStage.Processing, Awaited.Agency, Last, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<NoticeKind>));

    [Fact]
    public void A_draft_sent_for_review_is_no_longer_asked_for_but_the_legal_day_still_is()
    {
        Due(CaseStage.InReview, Awaited.Agency, Last, new(2026, 6, 12)).ShouldBeEmpty();
        Due(CaseStage.Approved, Awaited.Agency, Last, new(2026, 6, 15)).ShouldBe([NoticeKind.CaseNearDue]);
    }

    [Fact]
    public void Nobody_is_told_of_what_is_paused_waits_for_others_or_is_done()
    {
        foreach (var day in Enumerable.Range(-20, 60).Select(Last.AddDays))
        {
            Due(CaseStage.AwaitingCorrection, Awaited.Applicant, Last, day).ShouldBeEmpty();
            Due(CaseStage.Processing, Awaited.Others, null, day).ShouldBeEmpty();
            foreach (var ended in Enum.GetValues<CaseStage>().Except(CaseProcess.Open)) Due(ended, Awaited.Agency, Last, day).ShouldBeEmpty();
        }
    }

    [Fact]
    public void An_overdue_case_is_told_to_the_heads_and_an_unassigned_one_to_the_head_of_the_office()
    {
        CaseReminders.Roles(NoticeKind.CaseOverdue, true).ShouldBe([Role.DisclosureOfficeHead, Role.DeputyLeader]);
        CaseReminders.Roles(NoticeKind.CaseNearDue, true).ShouldBeEmpty();
        CaseReminders.Roles(NoticeKind.CaseNearDue, false).ShouldBe([Role.DisclosureOfficeHead]);
    }

    [Fact]
    public void However_often_one_looks_a_last_day_is_told_once_of_each_kind_and_a_new_last_day_anew()
    {
        var looks = ArbMap.Default.GeneratorFor<int>().Select(step => Math.Abs(step % 4)).ListOf(40);
        Prop.ForAll(looks.ToArbitrary(), Gen.Choose(0, 20).Zip(Gen.Choose(0, 20)).ToArbitrary(), (steps, days) =>
        {
            var plan = new CaseReminderPlan(days.Item1, days.Item2);
            var moved = Calendar.AddWorkdays(Last, 5).Date;
            var told = new List<(NoticeKind Kind, DateOnly Due)>();
            var today = Last.AddDays(-45);
            foreach (var (at, step) in steps.Index())
            {
                today = today.AddDays(step);
                // 看到一半，最后一日往后挪了。
                var due = at < 25 ? Last : moved;
                told.AddRange(CaseReminders.Due(plan, CaseStage.Processing, Awaited.Agency, due, today, Calendar, told.Where(one => one.Due == due).Select(one => one.Kind).ToHashSet()).Select(kind => (kind, due)));
            }

            return told.Count == told.Distinct().Count() && (today <= moved || told.Contains((NoticeKind.CaseOverdue, moved)));
        }).QuickCheckThrowOnFailure();
    }

    private static System.Collections.Immutable.ImmutableArray<NoticeKind> Due(CaseStage stage, Awaited awaited, DateOnly? due, DateOnly today) => CaseReminders.Due(Plan, stage, awaited, due, today, Calendar, new HashSet<NoticeKind>());
}
