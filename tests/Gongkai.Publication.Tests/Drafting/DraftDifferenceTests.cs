using Gongkai.Law.Calendar;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Columns;
using Gongkai.Publication.Drafting;

namespace Gongkai.Publication.Tests.Drafting;

public sealed class DraftDifferenceTests
{
    private static readonly ItemDraft Before = new(
        new ItemMetadata { Title = "关于开放场馆的通知", Publisher = default, Subject = "1201" },
        DisclosureChoice.Active,
        new Responsibility { Source = SourceKind.Made, Body = new ResponsibleBody(null, "文化局") },
        new ItemContent("<p>甲。</p>", ["甲。"], [File(1, "名单.pdf"), File(2, "地图.png")]));

    private static readonly ColumnTree Columns = ColumnTree.Standard(default);

    [Fact]
    public void The_same_draft_has_no_difference() => DraftDifference.Between(Before, Before with { }, _ => "局", Columns, _ => null).IsNone.ShouldBeTrue();

    [Fact]
    public void Every_field_that_changed_is_told_with_its_name_and_the_others_are_not()
    {
        var after = Before with
        {
            Metadata = Before.Metadata with { Title = "关于暂停开放场馆的通知", Subject = null, CreatedOn = new DateOnly(2026, 3, 2) },
            Choice = new DisclosureChoice { Mode = DisclosureMode.OnRequest, Reason = "涉及\n第三方" },
        };

        var difference = DraftDifference.Between(Before, after, _ => "局", Columns, _ => null);

        difference.Fields.Select(field => (field.Caption, field.Text.Kind)).ShouldBe(
        [
            ("名称", DifferenceKind.Changed), ("生成日期", DifferenceKind.Added), ("主题分类", DifferenceKind.Removed), ("公开方式", DifferenceKind.Changed), ("理由", DifferenceKind.Added),
        ]);
        difference.Paragraphs.ShouldBeEmpty();
    }

    [Fact]
    public void A_change_of_looks_alone_is_told_apart_from_a_change_of_words()
    {
        DraftDifference.Between(Before, With("<h2>甲。</h2>", "甲。"), _ => "局", Columns, _ => null).OnlyLooks.ShouldBeTrue();
        var words = DraftDifference.Between(Before, With("<p>乙。</p>", "乙。"), _ => "局", Columns, _ => null);
        words.OnlyLooks.ShouldBeFalse();
        words.Paragraphs.ShouldHaveSingleItem().Kind.ShouldBe(DifferenceKind.Changed);
    }

    [Fact]
    public void Files_added_removed_renamed_and_moved_are_told()
    {
        var after = Before with { Content = Before.Content with { Attachments = [File(3, "新的.pdf"), File(2, "场馆地图.png"), File(1, "名单.pdf")] } };
        var fewer = Before with { Content = Before.Content with { Attachments = [File(2, "地图.png")] } };

        DraftDifference.Between(Before, after, _ => "局", Columns, _ => null).Files.ShouldBe(
            [new(DifferenceKind.Added, null, "新的.pdf"), new(DifferenceKind.Changed, "地图.png", "场馆地图.png"), new(DifferenceKind.Same, null, null)]);
        DraftDifference.Between(Before, fewer, _ => "局", Columns, _ => null).Files.ShouldBe([new(DifferenceKind.Removed, "名单.pdf", null)]);
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-02", "还有 20 个工作日")]
    [InlineData("2026-03-02", "2026-03-30", "今天到期")]
    [InlineData("2026-03-02", "2026-04-03", "已经逾期 4 个工作日")]
    [InlineData("2026-02-28", "2026-03-28", "已经逾期")]
    public void The_clock_counts_down_in_working_days_and_says_when_it_is_late(string start, string today, string left)
    {
        var deadline = DisclosureClock.Reckon(DisclosureDeadlineId.General, DateOnly.Parse(start), WorkingCalendar.National);

        var countdown = DeadlineCountdown.Of(deadline, DateOnly.Parse(start), DateOnly.Parse(today), WorkingCalendar.National);

        countdown.Left.ShouldBe(left);
        countdown.Because.ShouldContain($"次日起计算20个工作日，到{deadline.Due:yyyy年M月d日}（含）届满");
    }

    private static ItemDraft With(string html, string paragraph) => Before with { Content = Before.Content with { Html = html, Paragraphs = [paragraph] } };

    private static Attachment File(int number, string name) => new(new AttachmentId(new Guid(number, 0, 0, new byte[8])), name, $"{number}", 1, "application/octet-stream");
}
