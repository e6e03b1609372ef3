using FsCheck;
using FsCheck.Fluent;
using Gongkai.Law.Calendar;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Matters;

namespace Gongkai.Publication.Tests.Matters;

/// <summary>一项公开得怎样：由时限、最近公开的日期、今天算出；没有新的公开，过时的不会变回不过时。</summary>
public sealed class MatterStandingTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.National;
    private static readonly DateOnly First = new(2019, 1, 1);

    private static readonly Gen<MatterRhythm> Rhythms = Gen.OneOf(
        Gen.Elements(MatterFrequency.Standing, MatterFrequency.OnMaking, MatterFrequency.Monthly, MatterFrequency.Quarterly, MatterFrequency.Occasional).Select(frequency => new MatterRhythm(frequency)),
        Gen.Choose(1, 31).Select(day => new MatterRhythm(MatterFrequency.Monthly, null, day)),
        from month in Gen.Choose(1, 12) from day in Gen.Choose(1, 28) select new MatterRhythm(MatterFrequency.Yearly, month, day));

    // 稿在今天以前拟，公开在今天以前；都可以没有。
    private static readonly Gen<(MatterFacts Matter, MatterRecord Record, DateOnly Today, int Later)> Lives =
        from rhythm in Rhythms
        from published in Gen.Choose(-300, 900)
        from waiting in Gen.Choose(-300, 900)
        from age in Gen.Choose(0, 500)
        from later in Gen.Choose(0, 900)
        let last = published < 0 ? (DateOnly?)null : First.AddDays(published)
        let since = waiting < 0 ? (DateOnly?)null : First.AddDays(waiting)
        select (Facts(rhythm), new MatterRecord(last is null ? 0 : 1, last, since), First.AddDays(Math.Max(0, Math.Max(published, waiting)) + age), later);

    [Theory]
    [InlineData("每月", "2026-01-15", "2026-02-28", "2026-03-01")]
    [InlineData("每月10日以前", "2026-01-31", "2026-02-10", "2026-02-11")]
    [InlineData("每月31日以前", "2026-01-31", "2026-02-28", "2026-03-01")]
    [InlineData("每季度", "2026-01-01", "2026-06-30", "2026-07-01")]
    [InlineData("每季度", "2025-12-31", "2026-03-31", "2026-04-01")]
    [InlineData("每年3月31日以前", "2026-01-20", "2027-03-31", "2027-04-01")]
    [InlineData("每年3月31日以前", "2025-12-30", "2026-03-31", "2026-04-01")]
    [InlineData("每年2月29日以前", "2024-02-29", "2025-02-28", "2025-03-01")]
    public void A_rhythm_allows_until_its_last_day_and_not_a_day_longer(string rhythm, string published, string last, string late)
    {
        var record = new MatterRecord(1, DateOnly.Parse(published), null);

        On(rhythm, record, last).State.ShouldBe(MatterState.Current);
        var standing = On(rhythm, record, late);
        (standing.State, standing.DueOn).ShouldBe((MatterState.Stale, DateOnly.Parse(last)));
        standing.Why.ShouldContain("已经过了");
    }

    [Fact]
    public void Within_twenty_workdays_of_making_is_counted_by_the_working_calendar_from_the_oldest_that_waits()
    {
        // 2026-02-14、02-28 调休上班，02-15 至 02-23 放假：自 2026-02-10 起的第二十个工作日是 2026-03-16。
        var record = new MatterRecord(3, new DateOnly(2026, 1, 5), new DateOnly(2026, 2, 10));
        var due = Calendar.AddWorkdays(new DateOnly(2026, 2, 10), 20).Date;
        due.ShouldBe(new DateOnly(2026, 3, 16));

        On("形成或者变更之日起20个工作日内", record, "2026-03-16").State.ShouldBe(MatterState.Current);
        var late = On("形成或者变更之日起20个工作日内", record, "2026-03-17");
        late.State.ShouldBe(MatterState.Stale);
        late.Why.ShouldBe("最近公开于2026年1月5日。2026年2月10日形成的一条还没有公开，应在2026年3月16日以前公开，已经过了。");
        // 没有等着的，公开过就不催。
        On("形成或者变更之日起20个工作日内", record with { WaitingSince = null }, "2030-01-01").State.ShouldBe(MatterState.Current);
    }

    [Theory]
    [InlineData("长期公开")]
    [InlineData("不定期")]
    public void What_has_no_rhythm_can_be_missing_but_never_stale(string rhythm)
    {
        On(rhythm, MatterRecord.None, "2026-06-01").State.ShouldBe(MatterState.Never);
        On(rhythm, new MatterRecord(1, new DateOnly(2019, 6, 1), null), "2026-06-01").State.ShouldBe(MatterState.Current);
    }

    [Fact]
    public void What_is_opened_on_request_is_not_asked_for()
    {
        var standing = MatterStanding.Of(Facts("每月") with { Mode = DisclosureMode.OnRequest }, MatterRecord.None, new DateOnly(2026, 6, 1), Calendar);

        (standing.State, standing.IsWanting).ShouldBe((MatterState.OnRequest, false));
    }

    [Fact]
    public void Without_a_publication_a_matter_never_becomes_less_wanting() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Lives.ToArbitrary(), life =>
    {
        var (matter, record, today, later) = life;

        var (now, then) = (MatterStanding.Of(matter, record, today, Calendar), MatterStanding.Of(matter, record, today.AddDays(later), Calendar));

        if (now.IsWanting) then.State.ShouldBe(now.State);
        then.DueOn.ShouldBe(now.DueOn);
        (now.State == MatterState.Never).ShouldBe(record.Published == 0);
        now.Why.ShouldEndWith("。");
    }));

    [Fact]
    public void A_later_publication_is_never_due_earlier() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1_000),
        Prop.ForAll((from rhythm in Rhythms from published in Gen.Choose(0, 3_000) from later in Gen.Choose(0, 800) select (rhythm, First.AddDays(published), later)).ToArbitrary(), one =>
        {
            var (rhythm, published, later) = one;
            if (rhythm.Next(published) is not { } due) return;
            due.ShouldBeGreaterThan(published);
            rhythm.Next(published.AddDays(later))!.Value.ShouldBeGreaterThanOrEqualTo(due);
        }));

    [Fact]
    public void Counts_add_up() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Gen.Elements(Enum.GetValues<MatterState>()).ArrayOf().ToArbitrary(), states =>
    {
        var counts = MatterCounts.Of(states);

        counts.All.ShouldBe(states.Length);
        (counts.Active + counts.OnRequest).ShouldBe(counts.All);
        (counts.Wanting + counts.Current).ShouldBe(counts.Active);
    }));

    [Fact]
    public void What_is_said_is_read_back() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Rhythms.ToArbitrary(), rhythm => MatterRhythm.Read(rhythm.ToString()).Value.ShouldBe(rhythm)));

    [Theory]
    [InlineData("每月32日以前", "在 1 到 31 之间")]
    [InlineData("每年13月1日以前", "写明到几月几日")]
    [InlineData("每年4月31日以前", "没有4月31日这一天")]
    [InlineData("每周", "认不出")]
    [InlineData("每年", "认不出")]
    public void What_is_no_rhythm_is_refused_in_a_sentence(string text, string why) => MatterRhythm.Read(text).Refusal!.Reason.ShouldContain(why);

    private static MatterStanding On(string rhythm, MatterRecord record, string today) => MatterStanding.Of(Facts(rhythm), record, DateOnly.Parse(today), Calendar);

    private static MatterFacts Facts(string rhythm) => Facts(MatterRhythm.Read(rhythm).Value);

    private static MatterFacts Facts(MatterRhythm rhythm) => InventedMatters.Facts("群众文化活动") with { Rhythm = rhythm };
}
