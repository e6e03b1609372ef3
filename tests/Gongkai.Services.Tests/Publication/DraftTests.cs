using System.Text;
using Gongkai.Data;
using Gongkai.Data.Attachments;
using Gongkai.Data.Queries.Publication;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Services.Publication;
using Gongkai.Services.Publication.Findings;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.Publication;

/// <summary>拟稿：附件改名、留下、取回从前的，期限与栏目随稿存着，扫描指得出哪一句。</summary>
public sealed class DraftTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task An_attachment_is_renamed_keeps_its_ending_and_comes_back_from_an_earlier_version(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var id = await office.Draft(office.Complete() with { Added = [await Attach(city, "名单.txt")] });
        var file = (await Stored(city, id)).Latest.Draft.Content.Attachments.Single();

        await Save(office, id, office.Complete() with { Kept = [new(file.Id, "../开放的场馆.exe")] });
        (await Stored(city, id)).Latest.Draft.Content.Attachments.ShouldBe([file with { FileName = "开放的场馆.txt" }]);
        await Save(office, id, office.Complete());
        await Save(office, id, office.Complete() with { Kept = [new(file.Id)] });

        var item = await Stored(city, id);
        item.Versions[2].Draft.Content.Attachments.ShouldBeEmpty();
        item.Latest.Draft.Content.Attachments.ShouldHaveSingleItem().Id.ShouldBe(file.Id);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_deadline_and_the_column_of_a_draft_are_stored_and_move_the_day_it_is_due(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var id = await office.Draft();
        var general = await DueOn(city, id);

        await Save(office, id, office.Complete() with { Deadline = DisclosureDeadlineId.LicenceOrPenalty, Column = "enforcement" });

        (await DueOn(city, id)).ShouldNotBeNull().ShouldBeLessThan(general!.Value);
        var draft = (await Stored(city, id)).Latest.Draft;
        (draft.Deadline, draft.Column).ShouldBe((DisclosureDeadlineId.LicenceOrPenalty, "enforcement"));
        var dossier = InventedCity.Done(await office.Publication.Desk.Open(await office.Current(office.Holder(Role.Handler)), id, None));
        dossier.Deadline!.Rule.Id.ShouldBe(DisclosureDeadlineId.LicenceOrPenalty);
    }

    [Theory, OnSqlite]
    public async Task Plain_text_becomes_paragraphs_and_what_is_cleaned_away_is_said(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);

        var plain = InventedCity.Done(office.Complete(html: "第一段 & 其他。\r\n\r\n第二段。").Prepare([], None));
        var hostile = InventedCity.Done(office.Complete(html: "<p onclick='x()'>正文</p><script>x()</script><img src='data:image/png;base64,AA'><svg onload='x()'></svg>").Prepare([], None));

        plain.Draft.Content.Html.ShouldBe("<p>第一段 &amp; 其他。</p><p>第二段。</p>");
        hostile.Draft.Content.Html.ShouldBe("<p>正文</p>");
        hostile.Removed.Length.ShouldBe(3);
    }

    [Theory, OnSqlite]
    public async Task A_receipt_is_good_only_for_the_person_it_was_given_to(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var file = await Attach(city, "名单.txt");
        var receipt = office.Publication.Uploads.Receipt(office.Holder(Role.Handler), file);

        office.Publication.Uploads.Redeem(office.Holder(Role.Handler), receipt).ShouldBe(file);
        office.Publication.Uploads.Redeem(office.Holder(Role.OfficeHead), receipt).ShouldBeNull();
        office.Publication.Uploads.Redeem(office.Holder(Role.Handler), Convert.ToBase64String(Encoding.UTF8.GetBytes("k1:没有封过"))).ShouldBeNull();
    }

    [Fact]
    public void A_finding_knows_its_field_and_its_sentence_and_never_shows_the_value()
    {
        var draft = new ItemDraft(
            new ItemMetadata { Title = "身份证号11010519491231002X的公告", Publisher = default },
            DisclosureChoice.Active,
            new Responsibility { Source = SourceKind.Made, Body = new ResponsibleBody(null, "") },
            new ItemContent("", ["第一段没有。", "前一句。报名人证件号是11010519491231002X。"], []));

        var found = TextFindings.Of(draft).Where(quoted => quoted.Finding.Kind == Gongkai.Scanning.ScanKind.ResidentId).ToList();

        found.Select(quoted => quoted.Field).ShouldBe([ItemField.Title, ItemField.Body]);
        found[1].Sentence.ShouldNotBeNull().ShouldStartWith("报名人证件号是");
        found.ShouldAllBe(quoted => !quoted.Sentence!.Contains("19491231", StringComparison.Ordinal));
    }

    private static async Task<AttachedFile> Attach(InventedCity city, string name)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("附件的内容，一行字。"));
        return InventedCity.Done(await city.Database.Attachments.Accept(content, name, None));
    }

    private static async Task Save(InventedOffice office, ItemId id, DraftInput input) =>
        InventedCity.Done(await office.Publication.Drafts.Save(office.Holder(Role.Handler), id, await office.VersionOf(id), input, null, None));

    private static async Task<Item> Stored(InventedCity city, ItemId id)
    {
        await using var db = city.Database.CreateContext();
        return (await ItemQueries.Find(db, id, None))!;
    }

    private static async Task<DateOnly?> DueOn(InventedCity city, ItemId id)
    {
        await using var db = city.Database.CreateContext();
        return (await db.Items.FindAsync(id.Value))!.DueOn;
    }
}
