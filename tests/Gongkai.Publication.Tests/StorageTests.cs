using System.Text.Json;
using Gongkai.Publication.Columns;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Guide;
using Gongkai.Publication.Normative;
using Gongkai.Publication.Tests.Normative;
using static Gongkai.Publication.Tests.InventedItems;

namespace Gongkai.Publication.Tests;

/// <summary>要存的东西都是平常的值：写成 JSON 再读回来，一样也不少。</summary>
public sealed class StorageTests
{
    [Fact]
    public void An_item_with_its_versions_and_events_is_stored_and_read_back_whole()
    {
        var item = Published(Draft with
        {
            Choice = new DisclosureChoice { Mode = DisclosureMode.Active, ThirdParty = ThirdPartyOpinion.Objects, PublicInterest = "关系到饮用水安全" },
            Content = Content with { Attachments = [new Attachment(new AttachmentId(Guid.NewGuid()), "名录.pdf", "ab12", 1024, "application/pdf")] },
            Responsibility = OwnWork with { OtherBodies = ["云泽市财政局"], Coordination = [new CoordinationRecord("云泽市财政局", Today, true, "函")] },
        });

        ReadBack(item).State.Step.ShouldBe(item.State.Step);
        ReadBack(item).Visible.ShouldNotBeNull();
    }

    [Fact]
    public void A_document_of_the_register_keeps_every_kind_of_event()
    {
        var basis = InventedDocuments.Decision;
        var document = InventedDocuments.Document(1, new(2020, 3, 1), expires: new(2024, 2, 29));
        document = document with
        {
            Events =
            [
                new NormativeAmended(new(2021, 1, 1), basis), new NormativeKept(new(2022, 1, 1), basis), new ValidityExtended(new(2023, 1, 1), basis, new(2027, 1, 1)),
                new NormativeCorrected(new(2023, 2, 1), basis, document.Facts), new NormativeEnded(new(2025, 1, 1), basis, IsRepeal: true),
            ],
        };

        ReadBack(document).Events.Select(happened => happened.GetType()).ShouldBe(document.Events.Select(happened => happened.GetType()));
        ReadBack(document).StatusOn(new(2025, 1, 1)).ShouldBe(NormativeStatus.Repealed);
    }

    [Fact]
    public void Columns_and_standing_pages_are_read_back_whole()
    {
        ReadBack(ColumnTree.Standard(Unit)).Columns.ShouldBe(ColumnTree.Standard(Unit).Columns);
        var page = StandingPageDecisions.Create(new StandingPageId(Guid.NewGuid()), Unit, "review", [new PageText(StandingPageDecisions.Body, "审查机制")], Handler, At(0)).Value;
        ReadBack(page.Apply(StandingPageDecisions.Publish(page, Chief, Today).Value)).Visible.ShouldNotBeNull();
    }

    private static T ReadBack<T>(T value)
    {
        var json = JsonSerializer.Serialize(value);
        var read = JsonSerializer.Deserialize<T>(json)!;
        JsonSerializer.Serialize(read).ShouldBe(json);
        return read;
    }
}
