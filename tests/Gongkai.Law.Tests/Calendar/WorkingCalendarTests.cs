using Gongkai.Law.Calendar;

namespace Gongkai.Law.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar National = WorkingCalendar.National;

    [Theory]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void Every_year_has_its_known_number_of_working_days(int year, int workdays) =>
        National.CountWorkdays(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)).ShouldBe(workdays);

    /// <summary>放假与调休上班的另一份写法：逐段抄自通知，与随程序的表互相印证。</summary>
    [Theory]
    [InlineData(2019, "2018-12-30..2019-01-01 02-04..02-10 04-05 05-01..05-04 06-07 09-13 10-01..10-07", "2018-12-29 02-02 02-03 04-28 05-05 09-29 10-12")]
    [InlineData(2020, "01-01 01-24..02-02 04-04..04-06 05-01..05-05 06-25..06-27 10-01..10-08", "01-19 04-26 05-09 06-28 09-27 10-10")]
    [InlineData(2021, "01-01..01-03 02-11..02-17 04-03..04-05 05-01..05-05 06-12..06-14 09-19..09-21 10-01..10-07", "02-07 02-20 04-25 05-08 09-18 09-26 10-09")]
    [InlineData(2022, "01-01..01-03 01-31..02-06 04-03..04-05 04-30..05-04 06-03..06-05 09-10..09-12 10-01..10-07", "01-29 01-30 04-02 04-24 05-07 10-08 10-09")]
    [InlineData(2023, "2022-12-31..2023-01-02 01-21..01-27 04-05 04-29..05-03 06-22..06-24 09-29..10-06", "01-28 01-29 04-23 05-06 06-25 10-07 10-08")]
    [InlineData(2024, "01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07", "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12")]
    [InlineData(2025, "01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08", "01-26 02-08 04-27 09-28 10-11")]
    [InlineData(2026, "01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07", "01-04 02-14 02-28 05-09 09-20 10-10")]
    public void Days_off_and_make_up_days_are_those_of_the_notice(int year, string off, string makeUp)
    {
        foreach (var date in Dates(year, off)) National.Day(date).Kind.ShouldBe(DayKind.Holiday, date.ToString("yyyy-MM-dd"));
        foreach (var date in Dates(year, makeUp)) National.Day(date).Kind.ShouldBe(DayKind.MakeUp, date.ToString("yyyy-MM-dd"));

        var special = Enumerable.Range(0, 365 + (DateTime.IsLeapYear(year) ? 1 : 0)).Select(new DateOnly(year, 1, 1).AddDays)
            .Count(date => National.Day(date).Kind is DayKind.Holiday or DayKind.MakeUp);
        var nextYearsNotice = year == 2022 ? 1 : 0;
        special.ShouldBe(Dates(year, off).Concat(Dates(year, makeUp)).Count(date => date.Year == year) + nextYearsNotice);
    }

    [Fact]
    public void A_day_named_by_the_next_years_notice_is_off_in_its_own_year()
    {
        var day = National.Day(new DateOnly(2022, 12, 31));

        day.Caption.ShouldBe("元旦放假");
        day.Notice.ShouldBe("国办发明电〔2022〕16号");
        day.Provisional.ShouldBeFalse();
    }

    [Fact]
    public void A_make_up_Sunday_counts_and_says_why()
    {
        var day = National.Day(new DateOnly(2025, 1, 26));

        day.IsWorkday.ShouldBeTrue();
        day.Caption.ShouldBe("春节调休上班");
    }

    [Theory]
    [InlineData("2026-12-31", false)]
    [InlineData("2027-01-01", true)]
    [InlineData("2018-12-29", false)]
    [InlineData("2018-12-28", true)]
    public void A_day_beyond_the_notices_is_provisional(string date, bool provisional) =>
        National.Day(DateOnly.Parse(date)).Provisional.ShouldBe(provisional);

    [Fact]
    public void Adding_workdays_beyond_the_notices_is_provisional()
    {
        National.AddWorkdays(new DateOnly(2026, 12, 30), 1).ShouldBe(new WorkdayDate(new DateOnly(2026, 12, 31), false));
        National.AddWorkdays(new DateOnly(2026, 12, 30), 2).ShouldBe(new WorkdayDate(new DateOnly(2027, 1, 1), true));
    }

    [Fact]
    public void Adding_no_workdays_stays_on_the_day_itself() =>
        National.AddWorkdays(new DateOnly(2025, 2, 1), 0).Date.ShouldBe(new DateOnly(2025, 2, 1));

    [Fact]
    public void A_statutory_date_on_a_Sunday_reminds_on_the_Friday_before() =>
        National.LastWorkdayUntil(new DateOnly(2027, 1, 31)).ShouldBe(new DateOnly(2027, 1, 29));

    [Fact]
    public void Regional_arrangements_go_before_the_national_ones_and_leave_them_untouched()
    {
        var wednesday = new DateOnly(2025, 4, 2);
        var regional = National.With([new CalendarEntry(wednesday, IsWorkday: false, "三月三", "自治区人民政府通知")]);

        regional.Day(wednesday).Caption.ShouldBe("三月三放假");
        regional.IsWorkday(new DateOnly(2025, 1, 26)).ShouldBeTrue();
        National.IsWorkday(wednesday).ShouldBeTrue();
    }

    [Fact]
    public void Notices_are_there_for_2019_to_2026() => National.Years.ShouldBe([.. Enumerable.Range(2019, 8)]);

    private static IEnumerable<DateOnly> Dates(int year, string spans) => spans.Split(' ').SelectMany(span =>
    {
        var ends = span.Split("..").Select(end => DateOnly.Parse(end.Length == 5 ? $"{year}-{end}" : end)).ToArray();
        return Enumerable.Range(0, ends[^1].DayNumber - ends[0].DayNumber + 1).Select(ends[0].AddDays);
    });
}
