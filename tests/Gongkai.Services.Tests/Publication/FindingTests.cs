using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gongkai.Data;
using Gongkai.Data.Acts;
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
using Microsoft.EntityFrameworkCore;

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
    public async Task An_exemption_by_a_second_person_opens_the_way_and_is_gone_with_the_content(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var (handler, secrecy) = (office.Holder(Role.Handler), office.Holder(Role.SecrecyReviewer));
        var item = await office.Draft(office.Complete(html: $"<p>被执行人证件号{DemoPoison.ResidentId}，依法公告。</p>"));
        await UntilSecrecyReview(office, item);
        var print = await PrintOf(office, item);

        var exemption = InventedCity.Done(await office.Publication.Exemptions.Ask(handler, item, print, "依法公告的信息", null, None));
        (await office.Publication.Exemptions.Ask(handler, item, print, "再申请一次", null, None)).Refusal!.Reason.ShouldContain("已经申请过");
        (await office.Do(secrecy, item, ReviewAction.Pass)).Succeeded.ShouldBeFalse();
        (await office.Publication.Exemptions.Decide(handler, item, exemption, 1, true, "看过", null, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await office.Publication.Exemptions.Waiting(await office.Current(secrecy), None)).ShouldHaveSingleItem().NotForMe.ShouldBeNull();
        (await office.Publication.Exemptions.Waiting(await office.Current(handler), None)).ShouldBeEmpty();
        InventedCity.Done(await office.Publication.Exemptions.Decide(secrecy, item, exemption, 1, true, "核对过公告的依据", null, None));
        InventedCity.Done(await office.Do(secrecy, item, ReviewAction.Pass));

        // 内容一改，豁免就不再有效：退回去改一个字，同一处要重新处置。
        InventedCity.Done(await office.Do(office.Holder(Role.DisclosureOfficeHead), item, ReviewAction.Return, request => request with { Text = "改一个字" }));
        InventedCity.Done(await office.Publication.Drafts.Save(handler, item, await office.VersionOf(item), office.Complete(html: $"<p>被执行人证件号{DemoPoison.ResidentId}，依法公告了。</p>"), null, None));
        await UntilSecrecyReview(office, item);
        (await office.Do(secrecy, item, ReviewAction.Pass)).Refusal!.Reason.ShouldContain("没有处置");
        await using var db = city.Database.CreateContext();
        JsonSerializer.Serialize(await db.Exemptions.ToListAsync()).ShouldNotContain(DemoPoison.ResidentId);
        JsonSerializer.Serialize(await db.AuditRecords.ToListAsync()).ShouldNotContain(DemoPoison.ResidentId);
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_revoked_exemption_opens_the_finding_again_and_what_is_public_is_scanned_again(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var (handler, secrecy, desk) = (office.Holder(Role.Handler), office.Holder(Role.SecrecyReviewer), office.Publication.Exemptions);
        var item = await office.Draft(office.Complete(html: $"<p>被执行人证件号{DemoPoison.ResidentId}，依法公告。</p>"));
        var print = await PrintOf(office, item);
        var exemption = InventedCity.Done(await desk.Ask(handler, item, print, "依法公告的信息", null, None));
        InventedCity.Done(await desk.Decide(secrecy, item, exemption, 1, true, "核对过公告的依据", null, None));
        await office.Approve(item);
        InventedCity.Done(await office.Do(office.Holder(Role.DisclosureOfficeHead), item, ReviewAction.Publish, request => request with { Channels = [Channel.Website] }));
        await office.Publication.Rescans.Pass(None);
        (await office.Publication.Rescans.Found(await office.Current(secrecy), None)).ShouldBeEmpty();

        (await desk.Revoke(handler, item, exemption, 2, "批准错了", null, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await desk.Revoke(secrecy, item, exemption, 1, "批准错了", null, None)).Refusal.ShouldBeOfType<StaleRefusal>();
        InventedCity.Done(await desk.Revoke(secrecy, item, exemption, 2, "批准错了", null, None)).ShouldBe(3);

        (await office.Publication.Rescans.IsAsked(None)).ShouldBeTrue();
        (await office.Publication.Rescans.Pass(None)).ShouldBe(1);
        (await office.Publication.Rescans.Found(await office.Current(secrecy), None)).ShouldHaveSingleItem().Id.ShouldBe(item);
        (await office.Publication.Desk.Open(await office.Current(secrecy), item, None)).Value.Screening.Unresolved.Length.ShouldBe(1);
        InventedCity.Done(await desk.Ask(handler, item, print, "补上了依据", null, None)).ShouldNotBe(exemption, "撤销以后可以再申请");
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_asked_does_not_decide_even_with_both_roles(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var (head, secrecy) = (office.Holder(Role.OfficeHead), office.Holder(Role.SecrecyReviewer));
        await city.Appoint(head, Role.SecrecyReviewer, office.Unit);
        await city.Appoint(office.Holder(Role.Handler), Role.SecrecyReviewer, office.Unit);
        var item = await office.Draft(office.Complete(html: $"<p>证件号{DemoPoison.ResidentId}。</p>"));
        var exemption = InventedCity.Done(await office.Publication.Exemptions.Ask(head, item, await PrintOf(office, item), "依法公告的信息", null, None));

        (await office.Publication.Exemptions.Decide(head, item, exemption, 1, true, "看过", null, None)).Refusal!.Reason.ShouldContain("申请的人不能自己决定");
        (await office.Publication.Exemptions.Decide(office.Holder(Role.Handler), item, exemption, 1, true, "看过", null, None)).Refusal!.Reason.ShouldContain("写过这个稿的人");
        InventedCity.Done(await office.Publication.Exemptions.Decide(secrecy, item, exemption, 1, false, "没有依据", null, None));
        (await office.Publication.Exemptions.Decide(secrecy, item, exemption, 1, true, "改主意", null, None)).Refusal.ShouldBeOfType<StaleRefusal>();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Published_items_are_scanned_again_once_and_what_is_found_is_listed_for_the_secrecy_reviewer(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var secrecy = office.Holder(Role.SecrecyReviewer);
        await office.Publish();
        await office.Publish(office.Complete("关于名录的通知") with { Added = [await Attach(city, Poisoned, DemoPoison.Write("第二批名录", "名录共十二项。"))] });
        var legacy = await office.Publish(office.Complete("关于从前的通知") with { Added = [await Attach(city, "从前.docx", DemoPoison.Write("从前的", "从前发布的。"))] });
        await using (var db = city.Database.CreateContext())
        {
            // 记下公开的一份以前发布的：公众拿到的还是原件。
            await db.Items.Where(row => row.Id == legacy.Value).ExecuteUpdateAsync(set => set.SetProperty(row => row.VisibleFiles, (string?)null));
        }

        (await office.Publication.Rescans.Pass(None)).ShouldBe(3);
        (await office.Publication.Rescans.Pass(None)).ShouldBe(0, "扫过的不再扫。");

        var found = (await office.Publication.Rescans.Found(await office.Current(secrecy), None)).ShouldHaveSingleItem();
        found.Id.ShouldBe(legacy);
        found.Findings.ShouldContain(answered => answered.Finding.Finding.Kind == ScanKind.TrackedChange);
        (await office.Publication.Rescans.Found(await office.Current(office.Holder(Role.Handler)), None)).ShouldBeEmpty();
        InventedCity.Done(await office.Publication.Rescans.Ask(secrecy, office.Unit, None)).ShouldBe(3);
        (await office.Publication.Rescans.Ask(office.Holder(Role.Handler), office.Unit, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await office.Publication.Rescans.IsAsked(None)).ShouldBeTrue();
        (await office.Publication.Rescans.Pass(None)).ShouldBe(3);
        InventedCity.Done(await office.Do(secrecy, legacy, ReviewAction.Withdraw, request => request with { Text = "附件里有看不见的内容" }));
        (await office.Publication.Rescans.Found(await office.Current(secrecy), None)).ShouldBeEmpty("撤回了就不再列出。");
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
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

    private static async Task<string> PrintOf(InventedOffice office, ItemId item)
    {
        var dossier = (await office.Publication.Desk.Open(await office.Current(office.Holder(Role.SecrecyReviewer)), item, None)).Value;
        return dossier.Screening.Findings.Single(answered => answered.Blocks).Finding.Print;
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
