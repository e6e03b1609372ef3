using FsCheck;
using FsCheck.Fluent;
using Gongkai.AnnualReports.Filing;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;

namespace Gongkai.AnnualReports.Tests.Filing;

/// <summary>年报期限的提醒：哪一天说什么，一个最后一日各说一次。</summary>
public sealed class FilingRemindersTests
{
    private static readonly FilingDeadline Deadline = FilingDeadline.Of(2025, UnitKind.Department, null);

    [Theory]
    [InlineData("2026-01-20", null)]
    [InlineData("2026-01-21", NoticeKind.ReportNearDue)]
    [InlineData("2026-01-30", NoticeKind.ReportNearDue)]
    [InlineData("2026-01-31", NoticeKind.ReportDueToday)]
    [InlineData("2026-02-01", NoticeKind.ReportOverdue)]
    [InlineData("2026-05-01", NoticeKind.ReportOverdue)]
    [InlineData("2026-05-02", null)]
    public void Each_day_has_its_reminder(string today, NoticeKind? expected) =>
        FilingReminders.Due(Deadline.SubmitBy, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), new HashSet<NoticeKind>()).ShouldBe(expected);

    [Fact]
    public void What_waits_for_the_authority_or_is_published_is_not_reminded_and_an_accepted_one_is_to_be_published()
    {
        var local = FilingDeadline.Of(2025, UnitKind.Department, new LocalDeadlines(new MonthDay(1, 15), new MonthDay(1, 25), null, null));
        foreach (var open in (FilingStage?[])[null, FilingStage.Compiling, FilingStage.OfficeReview, FilingStage.LeaderSign, FilingStage.Returned]) FilingReminders.Pending(local, open).ShouldBe(new DateOnly(2026, 1, 15));
        FilingReminders.Pending(local, FilingStage.Accepted).ShouldBe(new DateOnly(2026, 1, 25));
        foreach (var done in (FilingStage?[])[FilingStage.Submitted, FilingStage.Published, FilingStage.Locked]) FilingReminders.Pending(local, done).ShouldBeNull();
    }

    [Fact]
    public void However_often_one_looks_each_kind_is_told_once() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<int>().Select(step => Math.Abs(step % 5)).ListOf(40).ToArbitrary(), steps =>
        {
            var (told, today, count) = (new HashSet<NoticeKind>(), Deadline.SubmitBy.AddDays(-30), 0);
            foreach (var step in steps)
            {
                today = today.AddDays(step);
                if (FilingReminders.Due(Deadline.SubmitBy, today, told) is not { } kind) continue;
                count++;
                told.Add(kind);
            }

            return count == told.Count && count <= 3;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void From_the_day_it_is_handed_in_until_it_is_accepted_nothing_is_told_whatever_the_day()
    {
        var local = Gen.Choose(1, 31).Select(day => new LocalDeadlines(new MonthDay(1, day), null, null, null));
        var cases = from deadline in local from kind in Gen.Elements(UnitKind.Department, UnitKind.Government) from handedIn in Gen.Choose(0, 150) select (FilingDeadline.Of(2025, kind, deadline), handedIn);
        Prop.ForAll(cases.ToArbitrary(), one => Enumerable.Range(0, 200).All(day =>
        {
            var today = new DateOnly(2026, 1, 1).AddDays(day);
            FilingStage? stage = day < one.handedIn ? null : FilingStage.Submitted;
            var kind = FilingReminders.Due(FilingReminders.Pending(one.Item1, stage), today, new HashSet<NoticeKind>());
            return kind is null || (day < one.handedIn && (kind == NoticeKind.ReportOverdue) == (today > one.Item1.SubmitBy));
        })).QuickCheckThrowOnFailure();
    }
}
