using Gongkai.Law.Calendar;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using static Gongkai.Publication.Tests.InventedItems;

namespace Gongkai.Publication.Tests.Channels;

public sealed class LedgerTests
{
    [Fact]
    public void Publication_correction_and_withdrawal_each_have_their_row()
    {
        var item = Do(Published(), Command(ReviewAction.Revise, ReviewRole.Handler, Handler) with { Text = "有误" });
        item = item.Apply(ItemDecisions.Save(item, Draft with { Metadata = Metadata with { Title = "更正之后的名称" } }, Handler, At(2)).Value);
        item = Do(Reviewed(item), Publish with { Text = "名称更正。" });
        item = Do(item, Command(ReviewAction.Withdraw, ReviewRole.DisclosureOfficeHead, Chief) with { Text = "重复发布" });
        var rows = PublicationLedger.Rows(item, WorkingCalendar.National).ToList();

        rows.Select(row => (row.Kind, row.Title, row.Text)).ShouldBe(
        [
            (LedgerEntryKind.First, Metadata.Title, "说明"),
            (LedgerEntryKind.Correction, "更正之后的名称", "名称更正。"),
            (LedgerEntryKind.Withdrawal, "更正之后的名称", "重复发布"),
        ]);
        rows[0].Standing.ShouldBe(DeadlineStanding.Met);
        rows[0].On.ShouldBe(Today);
    }

    [Fact]
    public void An_item_published_through_two_channels_is_one_item_and_two_releases()
    {
        var item = Do(Approved(), Publish with { Channels = [Channel.Website, Channel.Gazette] });
        var summary = PublicationLedger.Summarise(PublicationLedger.Rows(item, WorkingCalendar.National), Today, Today);

        summary.Items.ShouldBe(1);
        summary.Releases.ShouldBe(2);
        summary.ByChannel.Select(count => count.Channel).ShouldBe(Enum.GetValues<Channel>());
        PublicationLedger.Summarise(PublicationLedger.Rows(item, WorkingCalendar.National), Today.AddDays(1), Today.AddDays(9)).Items.ShouldBe(0);
    }

    [Fact]
    public void What_was_published_after_its_deadline_is_marked_late()
    {
        var item = Published(Draft with { Metadata = Metadata with { CreatedOn = new(2025, 1, 2) } });

        PublicationLedger.Rows(item, WorkingCalendar.National).ShouldHaveSingleItem().Standing.ShouldBe(DeadlineStanding.MetLate);
    }

    [Fact]
    public void Nothing_that_was_not_published_stands_in_the_ledger() => PublicationLedger.Rows(Approved(), WorkingCalendar.National).ShouldBeEmpty();

    [Fact]
    public void What_is_kept_closed_is_looked_at_again_after_a_year()
    {
        var item = Approved(draft: Draft with { Choice = new DisclosureChoice { Mode = DisclosureMode.OnRequest, Reason = "只涉及特定对象" } });
        item = Do(item, Command(ReviewAction.Keep, ReviewRole.DisclosureOfficeHead, Chief));

        Reassessment.DueOn(item).ShouldBe(Today.AddYears(1));
        Reassessment.DueOn(Published()).ShouldBeNull();
    }
}
