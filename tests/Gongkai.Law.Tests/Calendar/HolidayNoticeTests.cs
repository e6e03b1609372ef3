using FsCheck;
using FsCheck.Fluent;
using Gongkai.Law.Calendar;

namespace Gongkai.Law.Tests.Calendar;

/// <summary>录入的节假日通知：怎样写、怎样收、合进日历以后怎样数。</summary>
public sealed class HolidayNoticeTests
{
    private static readonly HolidayNotice Next = new()
    {
        Title = "关于2027年部分节假日安排的通知", Number = "云试发〔2026〕1号", Year = 2027, IsWholeYear = true, Source = "测试",
        Off = [new(new(2027, 1, 1), "元旦"), new(new(2027, 1, 2), "元旦"), new(new(2027, 1, 3), "元旦")], MakeUp = [new(new(2027, 1, 9), "元旦")],
    };

    [Fact]
    public void Days_written_as_text_read_back_the_same() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Gen.Choose(0, 400).ListOf().ToArbitrary(), offsets =>
        {
            var days = offsets.Distinct().Order().Select(offset => new NoticeDay(new DateOnly(2027, 1, 1).AddDays(offset), offset < 200 ? "春节" : "国庆节、中秋节")).ToList();
            // 一段假期不会长过一个月：连着的太多，是写错了，另有一条管着。
            if (!HasLongRun(days)) NoticeDays.Read(NoticeDays.Write(days)).Value.ShouldBe(days);
        }));

    [Theory]
    [InlineData("春节：2027-02-05 至 2027-02-07", 3)]
    [InlineData("春节:2027年2月5日到2027年2月7日，2027/2/9\r\n\r\n元旦：2027-1-1", 5)]
    [InlineData("", 0)]
    public void People_write_days_in_several_ways(string text, int days) => NoticeDays.Read(text).Value.Length.ShouldBe(days);

    [Theory]
    [InlineData("2027-02-05", "没有写是哪个节日")]
    [InlineData("春节：2027-02-30", "不是日期")]
    [InlineData("春节：2027-02-05至2027-02-01", "起止不对")]
    [InlineData("春节：2026-02-05至2027-02-05", "起止不对")]
    [InlineData("春节：腊月三十", "不是日期")]
    public void What_cannot_be_read_is_said_in_one_sentence(string text, string said) => NoticeDays.Read(text).Refusal!.Reason.ShouldContain(said);

    [Fact]
    public void A_notice_that_is_in_order_has_no_fault() => HolidayNoticeChecks.Of(Next, WorkingCalendar.National, withdraws: false).ShouldBeEmpty();

    [Fact]
    public void Every_fault_of_a_notice_is_named_at_its_field()
    {
        var wrong = new HolidayNotice
        {
            Title = " ", Number = "", Year = 27, Source = "", Off = [new(new(2027, 1, 1), "元旦"), new(new(2027, 1, 1), "元旦")], MakeUp = [new(new(2027, 3, 1), "元旦")],
        };

        HolidayNoticeChecks.Of(wrong, WorkingCalendar.National, withdraws: false).Select(fault => fault.Field).Distinct().ShouldBe(["Title", "Number", "Source", "Year", "Off", "MakeUp"], ignoreOrder: true);
        HolidayNoticeChecks.Of(Next with { Off = [], MakeUp = [] }, WorkingCalendar.National, withdraws: false).ShouldHaveSingleItem().Reason.ShouldContain("没有写");
        HolidayNoticeChecks.Of(Next with { Off = [], MakeUp = [] }, WorkingCalendar.National, withdraws: true).ShouldBeEmpty("只撤销的，不必另作安排。");
    }

    [Fact]
    public void The_calendar_counts_what_was_entered_and_the_year_is_no_longer_provisional()
    {
        var calendar = WorkingCalendar.National.With([Next]);

        WorkingCalendar.National.AddWorkdays(new(2026, 12, 30), 3).ShouldBe(new WorkdayDate(new(2027, 1, 4), true));
        calendar.AddWorkdays(new(2026, 12, 30), 3).ShouldBe(new WorkdayDate(new(2027, 1, 5), false));
        calendar.Day(new(2027, 1, 9)).ShouldSatisfyAllConditions(day => day.Kind.ShouldBe(DayKind.MakeUp), day => day.Notice.ShouldBe("云试发〔2026〕1号"));
        var later = Next with { Number = "云试发〔2026〕2号", IsWholeYear = false, Off = [], MakeUp = [new(new(2027, 1, 2), "元旦")] };
        WorkingCalendar.National.With([Next, later]).IsWorkday(new(2027, 1, 2)).ShouldBeTrue("同一天以后施行的为准。");
        WorkingCalendar.National.With([later]).Day(new(2027, 3, 1)).Provisional.ShouldBeTrue("只调整几天的，不是全年的安排。");
    }

    private static bool HasLongRun(List<NoticeDay> days) => days.Count > 30;
}
