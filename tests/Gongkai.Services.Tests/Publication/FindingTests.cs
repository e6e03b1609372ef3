using System.Security.Cryptography;
using System.Text;
using Gongkai.Data;
using Gongkai.Data.Attachments;
using Gongkai.Data.Queries.Publication;
using Gongkai.Data.Search;
using Gongkai.Documents;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Scanning;
using Gongkai.Services.Demonstration;
using Gongkai.Services.Publication;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.Publication;

/// <summary>扫描器守着发布：错误没有处置的，哪条路也出不去；附件公开的是净化副本，原件留着。</summary>
public sealed class FindingTests
{
    private const string Poisoned = "第二批名录.docx";

    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task The_public_gets_the_cleaned_copy_and_the_office_keeps_the_original(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var original = DemoPoison.Write("第二批名录", "名录共十二项。");
        var item = await office.Publish(office.Complete() with { Added = [await Attach(city, Poisoned, original)] });

        var entry = (await office.Publication.Catalogue.List(new PublicItemFilter(), 1, None)).Entries.ShouldHaveSingleItem();
        var file = (await office.Publication.Catalogue.Find(entry.ShortId, None))!.Draft.Content.Attachments.ShouldHaveSingleItem();
        var published = await Read((await office.Publication.Catalogue.OpenAttachment(entry.ShortId, file.Id, None))!.Value.Content);
        var kept = await Read((await office.Publication.Desk.OpenAttachment(await office.Current(office.Holder(Role.SecrecyReviewer)), item, file.Id, None)).Value.Content);

        file.ContentHash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(published)));
        file.Size.ShouldBe(published.Length);
        kept.ShouldBe(original);
        published.ShouldNotBe(original);
        FileScanner.Scan(published, Poisoned, ReadLimits.Default, ScanOptions.Default, None).Value.ShouldAllBe(finding => !CleanedCopy.Removes(finding.Kind) && finding.Severity != ScanSeverity.Error);
        var released = (await Stored(city, item)).Events[^1].Released.ShouldHaveSingleItem();
        (released.ContentHash, released.OriginalHash).ShouldBe((file.ContentHash, Convert.ToHexStringLower(SHA256.HashData(original))));
        (await city.Database.VerifyAttachments(None)).ShouldBeEmpty();
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_error_in_the_visible_text_of_a_file_blocks_the_secrecy_review_publication_and_the_timer(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var item = await office.Draft(office.Complete() with { Added = [await Attach(city, "名单.txt", Encoding.UTF8.GetBytes($"联系人证件号{DemoPoison.ResidentId}。"))] });
        await UntilSecrecyReview(office, item);

        var refused = (await office.Do(office.Holder(Role.SecrecyReviewer), item, ReviewAction.Pass)).Refusal!.Reason;

        refused.ShouldContain("附件“名单.txt”");
        refused.ShouldContain("申请豁免");
        refused.ShouldNotContain(DemoPoison.ResidentId);
        // 报请确定以后答复可以公开，绕得过保密审查这一步，绕不过发布。
        InventedCity.Done(await office.Do(office.Holder(Role.SecrecyReviewer), item, ReviewAction.EscalateToAuthority, request => request with { Text = "请确定" }));
        InventedCity.Done(await office.Do(office.Holder(Role.DisclosureOfficeHead), item, ReviewAction.AnswerOpen, request => request with { Document = "复函" }));
        InventedCity.Done(await office.Do(office.Holder(Role.DisclosureOfficeHead), item, ReviewAction.Pass));
        InventedCity.Done(await office.Do(office.HolderOf(ReviewStep.ThirdProof), item, ReviewAction.Pass));
        var head = office.Holder(Role.DisclosureOfficeHead);
        (await office.Do(head, item, ReviewAction.Publish, request => request with { Channels = [Channel.Website] })).Refusal!.Reason.ShouldContain("名单.txt");
        (await office.Do(head, item, ReviewAction.Schedule, request => request with { Channels = [Channel.Website], ScheduledFor = city.Clock.GetUtcNow().AddHours(1) })).Refusal!.Reason.ShouldContain("名单.txt");
        var bulk = InventedCity.Done(await office.Publication.Bulk.Preview(await office.Current(head), ReviewAction.Publish, [item], None));
        bulk.ShouldHaveSingleItem().Why!.Reason.ShouldContain("名单.txt");
        (await office.Publication.Catalogue.List(new PublicItemFilter(), 1, None)).Count.ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_field_and_what_is_said_to_the_public_are_looked_at(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var plain = office.Complete();
        foreach (var input in (DraftInput[])
        [
            plain with { Metadata = plain.Metadata with { Keywords = [DemoPoison.ResidentId] } },
            plain with { Metadata = plain.Metadata with { Audience = $"面向{DemoPoison.ResidentId}" } },
            plain with { Metadata = plain.Metadata with { WithoutNumber = DemoPoison.ResidentId } },
            plain with { Added = [await Attach(city, $"{DemoPoison.ResidentId}.txt", "平常的内容，一行字。"u8.ToArray())] },
        ])
        {
            var item = await office.Draft(input);
            await UntilSecrecyReview(office, item);
            (await office.Do(office.Holder(Role.SecrecyReviewer), item, ReviewAction.Pass)).Refusal!.Reason.ShouldContain("没有处置");
        }

        var published = await office.Publish();
        var said = await office.Do(office.Holder(Role.SecrecyReviewer), published, ReviewAction.Withdraw, request => request with { Text = $"误写了{DemoPoison.ResidentId}" });
        said.Refusal!.Reason.ShouldContain("写给公众看的话");
        said.Refusal.Reason.ShouldNotContain(DemoPoison.ResidentId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_that_cannot_be_looked_into_blocks(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        // 存着的内容不见了：查不成。
        var item = await office.Draft(office.Complete() with { Added = [await Attach(city, "表.txt", "平常的内容，另一行字。"u8.ToArray())] });
        foreach (var stored in Directory.GetFiles(city.Database.Settings.AttachmentFolder, "*", SearchOption.AllDirectories)) File.Delete(stored);
        await UntilSecrecyReview(office, item);

        (await office.Do(office.Holder(Role.SecrecyReviewer), item, ReviewAction.Pass)).Refusal!.Reason.ShouldContain("没有查过的不能公开");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_the_name_of_the_copy_is_found_by_searching(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);

        await office.Publish(office.Complete() with { Added = [await Attach(city, Poisoned, DemoPoison.Write("第二批名录", "名录共十二项。"))] });

        (await office.Publication.Catalogue.Search(new SearchRequest("第二批名录"), None)).Items.ShouldHaveSingleItem();
        (await office.Publication.Catalogue.Search(new SearchRequest(DemoPoison.ResidentId), None)).Items.ShouldBeEmpty();
        (await Gongkai.Services.Upkeep.DataUpkeep.VerifySearch(city.Database, None)).ShouldBeEmpty();
    }

    private static async Task UntilSecrecyReview(InventedOffice office, ItemId item)
    {
        InventedCity.Done(await office.Do(office.Holder(Role.Handler), item, ReviewAction.Submit));
        for (var step = ReviewStep.FirstReview; step != ReviewStep.SecrecyReview; step++) InventedCity.Done(await office.Do(office.HolderOf(step), item, ReviewAction.Pass));
    }

    private static async Task<AttachedFile> Attach(InventedCity city, string name, byte[] content) =>
        InventedCity.Done(await city.Database.Attachments.Accept(new MemoryStream(content), name, None));

    private static async Task<byte[]> Read(Stream content)
    {
        await using var opened = content;
        using var bytes = new MemoryStream();
        await opened.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static async Task<Item> Stored(InventedCity city, ItemId id)
    {
        await using var db = city.Database.CreateContext();
        return (await ItemQueries.Find(db, id, None))!;
    }
}
