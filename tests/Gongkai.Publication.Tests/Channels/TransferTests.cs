using Gongkai.Law.Calendar;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Review;
using static Gongkai.Publication.Tests.InventedItems;

namespace Gongkai.Publication.Tests.Channels;

public sealed class TransferTests
{
    private const string Archive = "云泽市档案馆";

    private static readonly List<LedgerRow> Ledger = [.. PublicationLedger.Rows(Published(), WorkingCalendar.National)];

    [Fact]
    public void What_is_public_is_transferred_to_each_place_once()
    {
        var batch = TransferBatch.Draft(Unit, Archive, Today, Ledger, []).Value;

        batch.Rows.ShouldHaveSingleItem().Item.ShouldBe(Published().Id);
        TransferBatch.Draft(Unit, Archive, Today, Ledger, [batch]).Refusal.ShouldNotBeNull().Reason.ShouldBe("到2025年3月10日没有要移送云泽市档案馆的。");
        TransferBatch.Draft(Unit, "云泽市图书馆", Today, Ledger, [batch]).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void What_was_withdrawn_or_is_not_yet_public_is_not_transferred()
    {
        var withdrawn = Do(Published(), Command(ReviewAction.Withdraw, ReviewRole.DisclosureOfficeHead, Chief) with { Text = "有误" });

        TransferBatch.Draft(Unit, Archive, Today, PublicationLedger.Rows(withdrawn, WorkingCalendar.National), []).Succeeded.ShouldBeFalse();
        TransferBatch.Draft(Unit, Archive, Today.AddDays(-1), Ledger, []).Succeeded.ShouldBeFalse();
    }
}
