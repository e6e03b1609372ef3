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

    [Theory]
    [InlineData(UnitKind.Department, "2026-01-31")]
    [InlineData(UnitKind.Government, "2026-03-31")]
    public void A_department_is_reminded_of_the_end_of_January_and_a_government_of_the_end_of_March(UnitKind kind, string last)
    {
        var due = FilingReminders.Pending(FilingDeadline.Of(2025, kind, null), null);
        due.ShouldBe(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture));
        FilingReminders.Due(due, due!.Value, new HashSet<NoticeKind>()).ShouldBe(NoticeKind.ReportDueToday);
    }

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

    [Fact]
    public void Whatever_happens_to_a_report_nobody_is_told_twice_of_one_day_and_nobody_of_what_was_submitted() =>
        Prop.ForAll((from days in Gen.Choose(0, 9) from stage in Gen.Elements((FilingStage?[])[null, .. Enum.GetValues<FilingStage>()]) from early in Gen.Choose(0, 20) select (days, stage, early)).ListOf(40).ToArbitrary(), steps =>
        {
            var (told, today) = (new List<(DateOnly Due, NoticeKind Kind)>(), new DateOnly(2026, 1, 1));
            foreach (var (days, stage, early) in steps)
            {
                today = today.AddDays(days);
                var local = FilingDeadline.Of(2025, UnitKind.Department, early == 0 ? null : new LocalDeadlines(new MonthDay(1, early), new MonthDay(1, early + 5), null, null));
                var due = FilingReminders.Pending(local, stage);
                if (FilingReminders.Due(due, today, told.Where(one => one.Due == due).Select(one => one.Kind).ToHashSet()) is not { } kind) continue;
                if (stage is FilingStage.Submitted or FilingStage.Published or FilingStage.Locked) return false;
                told.Add((due!.Value, kind));
            }

            return told.Distinct().Count() == told.Count;
        }).QuickCheckThrowOnFailure();
}
