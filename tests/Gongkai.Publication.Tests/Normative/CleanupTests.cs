using Gongkai.Publication.Normative;
using static Gongkai.Publication.Tests.Normative.InventedDocuments;

namespace Gongkai.Publication.Tests.Normative;

public sealed class CleanupTests
{
    private static readonly DateOnly Day = new(2025, 12, 1);
    private static readonly NormativeDocument
        One = Document(1, new(2020, 3, 1)), Two = Document(2, new(2021, 3, 1)), Three = Document(3, new(2022, 3, 1), expires: new(2025, 12, 31)), Four = Document(4, new(2023, 3, 1));

    private static readonly NormativeRegister All = Register(One, Two, Three, Four);

    private static Cleanup Batch(params CleanupEntry[] entries) => new(InventedItems.Unit, Day, Decision, [.. entries]);

    [Fact]
    public void The_preview_shows_every_change_what_was_left_out_and_the_number_in_force()
    {
        var preview = Batch(new(One.Id, CleanupResult.Repeal), new(Two.Id, CleanupResult.Keep), new(Three.Id, CleanupResult.Extend, new(2030, 12, 31))).Preview(All);

        preview.Changes.Select(change => (change.Before, change.After)).ShouldBe(
            [(NormativeStatus.Valid, NormativeStatus.Repealed), (NormativeStatus.Valid, NormativeStatus.Valid), (NormativeStatus.Valid, NormativeStatus.Valid)]);
        preview.NotListed.ShouldHaveSingleItem().Id.ShouldBe(Four.Id);
        (preview.InForceBefore, preview.InForceAfter).ShouldBe((4, 3));
        All.Documents.ShouldAllBe(document => document.Events.IsEmpty);
    }

    [Fact]
    public void One_entry_that_cannot_be_done_stops_the_whole_batch_and_is_named()
    {
        var gone = One.Apply(All.Repeal(One, new(2024, 1, 1), Decision).Value);
        var register = All.With(gone);

        Batch(new(One.Id, CleanupResult.Repeal), new(Two.Id, CleanupResult.Repeal)).Decide(register).Refusal.ShouldNotBeNull().Reason
            .ShouldBe("有 1 件做不了，没有改动任何一件：云泽市第1号办法自2024年1月1日起已经不再有效。");
    }

    [Fact]
    public void A_document_is_listed_once_and_belongs_to_the_body()
    {
        Batch(new(One.Id, CleanupResult.Keep), new(One.Id, CleanupResult.Repeal)).Decide(All).Refusal.ShouldNotBeNull().Reason.ShouldContain("列了两次");
        (Batch(new CleanupEntry(One.Id, CleanupResult.Keep)) with { Unit = new(Guid.NewGuid()) }).Decide(All).Refusal.ShouldNotBeNull().Reason.ShouldContain("不是本单位制定的");
    }

    [Fact]
    public void What_is_decided_is_what_was_previewed()
    {
        var batch = Batch(new(One.Id, CleanupResult.Repeal), new(Two.Id, CleanupResult.DeclareExpired), new(Four.Id, CleanupResult.Amend));

        batch.Decide(All).Value.Select(change => change.After).ShouldBe(batch.Preview(All).Changes.Select(change => change.After));
        batch.Decide(All).Value.Select(change => change.After).ShouldBe([NormativeStatus.Repealed, NormativeStatus.Expired, NormativeStatus.Amended]);
    }
}
