using System.Collections.Immutable;
using Gongkai.Organisations.Registers;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Submissions;

namespace Gongkai.Publication.Tests.Submissions;

/// <summary>信息报送的通报、渠道发布的统计：由台账算出。</summary>
public sealed class SubmissionBulletinTests
{
    private static readonly DateOnly March = new(2026, 3, 1);

    [Fact]
    public void A_month_counts_what_was_handed_in_in_it_and_what_was_adopted_in_it_and_ranks_by_points()
    {
        var bulletin = SubmissionBulletin.Of(March, SubmissionPoints.Standard,
        [
            ("办公室", [Submission("03-02", "甲", "上级单位", "是", "2026-03-09"), Submission("03-02", "甲", "合作媒体", "否")]),
            ("文艺科", [Submission("02-20", "乙", "本级政府", "是", "2026-03-05"), Submission("03-10", "丙", "本级政府", "是", "2026-04-02")]),
            ("群文科", [Submission("03-20", "丁", "合作媒体", "是", ""), Submission("03-21", "戊", "上级单位", "是", "", score: "9", voided: "重了")]),
            ("市场科", []),
        ]);

        // 甲报给两处，报送算一条：1＋5；乙上月报、本月采用：丙本月报 1＋3；丁没有写采用日期的按报送之日：1＋2。
        bulletin.Lines.Select(line => (line.Rank, line.Name, line.HandedIn, line.Upper, line.Own, line.Media, line.Score)).ShouldBe(
            [(1, "办公室", 1, 1, 0, 0, 6), (2, "文艺科", 1, 0, 1, 0, 4), (3, "群文科", 1, 0, 0, 1, 3), (4, "市场科", 0, 0, 0, 0, 0)]);
        bulletin.Lines.Select(line => line.Remark).ShouldBe(["《甲》", "《乙》", "《丁》", "没有报送"]);
        (bulletin.HandedIn, bulletin.Adopted).ShouldBe((3, 3));
    }

    [Fact]
    public void Equal_results_share_a_rank_and_the_next_rank_is_skipped()
    {
        var bulletin = SubmissionBulletin.Of(March, SubmissionPoints.Standard, [("一", [Submission("03-02", "甲", "上级单位", "否")]), ("二", [Submission("03-03", "乙", "上级单位", "否")]), ("三", [])]);

        bulletin.Lines.Select(line => line.Rank).ShouldBe([1, 1, 3]);
    }

    [Fact]
    public void The_table_of_points_is_read_as_it_is_written()
    {
        var points = new SubmissionPoints(2, 10, 6, 0);
        SubmissionPoints.Parse(points.ToString()).Value.ShouldBe(points);
        foreach (var wrong in new[] { "", "报送1", "报送1，上级单位5，本级政府3，合作媒体二", "报送1，上级单位500，本级政府3，合作媒体2" })
            SubmissionPoints.Parse(wrong).Refusal!.Reason.ShouldContain("信息报送的计分写作");
        SubmissionBulletin.Of(March, points, [("一", [Submission("03-02", "甲", "上级单位", "是", score: "3"), Submission("03-02", "乙", "上级单位", "是")])]).Lines[0].Score.ShouldBe(2 + 3 + 2 + 10);
    }

    [Fact]
    public void Releases_are_counted_by_channel_and_account_for_each_month()
    {
        RegisterEntry Release(string on, string channel, string account, string audience, string? voided = null) =>
            Entry("releases", DateOnly.ParseExact($"2026-{on}", "yyyy-MM-dd"), voided, ("channel", channel), ("account", account), ("audience", audience));

        var counts = ReleaseCounts.Of(
            [Release("01-05", "微博", "", "10"), Release("03-05", "微信公众号", "甲号", "100"), Release("03-06", "微信公众号", "甲号", ""), Release("03-07", "微信公众号", "乙号", "5"), Release("03-08", "微博", "", "9", "重了")],
            ["微信公众号", "微博"]);

        counts.Lines.Select(line => (line.Channel, line.Account, line.Total, line.Audience)).ShouldBe([("微信公众号", "乙号", 1, 5m), ("微信公众号", "甲号", 2, 100m), ("微博", "", 1, 10m)]);
        counts.Lines[1].Months.ShouldBe([0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    }

    private static RegisterEntry Submission(string on, string title, string to, string adopted, string adoptedOn = "", string score = "", string? voided = null) =>
        Entry("submissions", DateOnly.ParseExact($"2026-{on}", "yyyy-MM-dd"), voided, ("title", title), ("to", to), ("adopted", adopted), ("adoptedOn", adoptedOn), ("score", score));

    private static RegisterEntry Entry(string form, DateOnly on, string? voided, params (string Field, string Text)[] values) => new(
        new RegisterEntryId(Guid.NewGuid()), 1, new UnitId(Guid.Empty), form, on,
        values.Where(value => value.Text.Length > 0).ToImmutableSortedDictionary(value => value.Field, value => value.Text, StringComparer.Ordinal), null, null, [], voided);
}
