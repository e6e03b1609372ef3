using System.Text;
using Gongkai.Data;
using Gongkai.Documents.Redaction;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Files;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Requests.Redaction;
using Gongkai.Services.Requests;
using Gongkai.Testing;
using Gongkai.Testing.Builders;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Requests;

/// <summary>遮盖随答复提供的文件：标、做、核验、由另一个人随答复批准；没有做成的，答复走不下去。</summary>
public sealed class CaseRedactionTests
{
    private const string Secret = "SECRETNAME";

    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly CaseDetails Partly = new() { Outcome = CaseOutcome.PartlyGranted, Grounds = [CaseOutcome.ThirdPartyRights], Text = "属个人隐私", Cause = "只遮姓名，不必征求" };

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_is_covered_proven_approved_by_another_and_only_the_covered_one_goes_out(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var (receipt, file) = await WithFile(cases);
        var (id, pass, handler) = (receipt.Case, new TrackPass(receipt.TrackCode, "0014"), cases.Office.Holder(Role.Handler));
        var desk = InventedCity.Done(await cases.Requests.Redactions.Open(handler, id, file, None));
        desk.Suggested.ShouldHaveSingleItem().Text.ShouldBe("13812345678");
        InventedCity.Done(await cases.Requests.Redactions.Page(handler, id, file, 1, None)).AsSpan(1).StartsWith("PNG"u8).ShouldBeTrue();

        InventedCity.Done(await cases.Requests.Redactions.Mark(handler, id, file, desk.Seen, new(RedactionGround.Privacy) { Texts = [Secret, "13812345678"] }, None)).ShouldBe(3);
        (await cases.Requests.Redactions.Mark(handler, id, file, desk.Seen, new(RedactionGround.Privacy) { Texts = [Secret] }, None)).Refusal!.Reason.ShouldContain("别人先改了标记");
        await cases.Done(id, Role.Handler, CaseAction.StartDraft);
        (await cases.Do(id, Role.Handler, CaseAction.SubmitDraft, Partly)).Refusal!.Reason.ShouldContain("RQ-20");
        InventedCity.Done(await cases.Requests.Redactions.Make(handler, id, file, (await Seen(cases, id, file)).Seen, None));
        (await cases.Do(id, Role.Handler, CaseAction.SubmitDraft, new() { Outcome = CaseOutcome.Granted })).Refusal!.Reason.ShouldContain("应当是部分公开");
        await cases.Done(id, Role.Handler, CaseAction.SubmitDraft, Partly);
        (await cases.Requests.Redactions.Mark(handler, id, file, (await Seen(cases, id, file)).Seen, new(RedactionGround.Privacy) { Texts = ["Everyone"] }, None)).Refusal!.Reason.ShouldContain("先退回");
        Encoding.Latin1.GetString(InventedCity.Done(await cases.Requests.Redactions.Released(cases.Office.Holder(Role.SecrecyReviewer), id, file, None)).Content).ShouldNotContain(Secret, Case.Sensitive, "审的人看的就是放出的。");
        await cases.Done(id, Role.LegalReviewer, CaseAction.PassLegal);
        await cases.Done(id, Role.SecrecyReviewer, CaseAction.PassSecrecy);
        await cases.Done(id, Role.DisclosureOfficeHead, CaseAction.ApproveAnswer);
        await cases.Done(id, Role.Handler, CaseAction.SendAnswer, new() { Number = "云文广公复〔2026〕1号" });
        await cases.Done(id, Role.Handler, CaseAction.RecordDelivery, new() { Evidence = "签收" });

        var given = (await cases.Requests.Tracking.File(pass, file, None))!;
        given.Name.ShouldBe("遮盖后的文件.pdf", "文件名里的也没有了。");
        InventedCity.Done(await cases.Requests.Tracking.Find(pass, None)).Files.ShouldHaveSingleItem().Name.ShouldBe(given.Name);
        ByteText(given.Content).ShouldNotContain(Secret);
        (await cases.Open(id)).Letters[^1].Letter.Paragraphs.ShouldContain("遮盖说明：“遮盖后的文件.pdf”遮盖 3 处：个人隐私 3 处（《政府信息公开条例》第十五条）。");
        Encoding.Latin1.GetString(InventedCity.Done(await cases.Requests.Files.Open(handler, id, file, None)).Content).ShouldContain(Secret, Case.Sensitive, "原件留着。");
        await using var db = city.Database.CreateContext();
        var rows = await db.RequestReleases.AsNoTracking().OrderBy(row => row.Version).ToListAsync();
        rows.Select(row => (row.Version, row.IsMade, row.ApprovedBy)).ShouldBe([(1, true, null), (2, true, (Guid?)cases.Office.Holder(Role.DisclosureOfficeHead).Value)]);
        rows.ShouldAllBe(row => !Encoding.UTF8.GetString(row.Marks).Contains(Secret, StringComparison.Ordinal));
        (await db.AuditRecords.AsNoTracking().ToListAsync()).ShouldAllBe(record => record.Changes == null || !record.Changes.Contains(Secret, StringComparison.Ordinal));
        (await city.Database.VerifyAttachments(None)).ShouldBeEmpty();
    }

    [ToolFact("qpdf", "pdftotext", "pdftoppm")]
    public async Task Who_covered_does_not_approve_and_what_is_left_open_is_not_made()
    {
        await using var city = await InventedCity.Create(Engine.Sqlite);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var (receipt, file) = await WithFile(cases);
        var (id, head) = (receipt.Case, cases.Office.Holder(Role.DisclosureOfficeHead));
        var first = PageSearch.Find((await Seen(cases, id, file)).Pages[0], Secret)[0];
        InventedCity.Done(await cases.Requests.Redactions.Mark(head, id, file, (await Seen(cases, id, file)).Seen, new(RedactionGround.Privacy) { Area = first }, None));

        (await cases.Requests.Redactions.Make(head, id, file, (await Seen(cases, id, file)).Seen, None)).Refusal!.Reason.ShouldContain($"还读得出“{Secret}”");
        (await Seen(cases, id, file)).IsMade.ShouldBeFalse("核验不过的，没有做成。");
        InventedCity.Done(await cases.Requests.Redactions.Unmark(head, id, file, (await Seen(cases, id, file)).Seen, 0, None));
        InventedCity.Done(await cases.Requests.Redactions.Mark(head, id, file, (await Seen(cases, id, file)).Seen, new(RedactionGround.TradeSecret) { Texts = [Secret] }, None));
        InventedCity.Done(await cases.Requests.Redactions.Make(head, id, file, (await Seen(cases, id, file)).Seen, None));
        await cases.Done(id, Role.Handler, CaseAction.StartDraft);
        (await cases.Do(id, Role.Handler, CaseAction.SubmitDraft, Partly with { Grounds = [CaseOutcome.InternalAffairs] })).Refusal!.Reason.ShouldContain("商业秘密");
        await cases.Done(id, Role.Handler, CaseAction.SubmitDraft, Partly);
        await cases.Done(id, Role.LegalReviewer, CaseAction.PassLegal);
        await cases.Done(id, Role.SecrecyReviewer, CaseAction.PassSecrecy);
        (await cases.Do(id, Role.DisclosureOfficeHead, CaseAction.ApproveAnswer)).Refusal!.Reason.ShouldContain("的遮盖是您做的");
        await cases.Done(id, Role.DeputyLeader, CaseAction.ApproveAnswer);
    }

    [ToolFact("qpdf", "pdftotext", "pdftoppm")]
    public async Task Nothing_of_the_file_stands_in_the_clear_on_the_disk_before_or_after()
    {
        await using var city = await InventedCity.Create(Engine.Sqlite);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var (receipt, file) = await WithFile(cases);
        var (id, handler) = (receipt.Case, cases.Office.Holder(Role.Handler));
        InventedCity.Done(await cases.Requests.Redactions.Page(handler, id, file, 1, None));
        InventedCity.Done(await cases.Requests.Redactions.Mark(handler, id, file, (await Seen(cases, id, file)).Seen, new(RedactionGround.Privacy) { Texts = [Secret, "13812345678"] }, None));
        InventedCity.Done(await cases.Requests.Redactions.Make(handler, id, file, (await Seen(cases, id, file)).Seen, None));
        InventedCity.Done(await cases.Requests.Redactions.Released(handler, id, file, None)).Content.AsSpan().StartsWith("%PDF"u8).ShouldBeTrue();

        var stored = Directory.EnumerateFiles(city.Settings.Folder, "*", SearchOption.AllDirectories).ToList();
        stored.Count.ShouldBeGreaterThan(3, "库、原件、放出的一份。");
        foreach (var path in stored)
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            await stream.CopyToAsync(content);
            foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.BigEndianUnicode])
                foreach (var secret in (string[])[Secret, "13812345678", "Everyone may read", "的决定书"])
                    content.ToArray().AsSpan().IndexOf(encoding.GetBytes(secret)).ShouldBe(-1, $"{Path.GetFileName(path)}：{secret}");
            content.ToArray().AsSpan().IndexOf("%PDF-"u8).ShouldBe(-1, $"{Path.GetFileName(path)}：没有封着的 PDF");
        }
    }

    private static async Task<(CaseReceipt Receipt, int File)> WithFile(InventedCases cases)
    {
        var receipt = await cases.Processing();
        var pdf = new RawPdf().Page(RawPdf.Text(72, 700, $"Everyone may read {Secret}") + RawPdf.Text(72, 650, "Phone 13812345678")).Page(RawPdf.Text(72, 700, $"Again {Secret}")).ToBytes();
        InventedCity.Done(await cases.Attach(receipt.Case, CaseFilePurpose.Answer, pdf, $"{Secret}的决定书.pdf"));
        return (receipt, 1);
    }

    private static async Task<RedactionDesk> Seen(InventedCases cases, CaseId id, int file) => InventedCity.Done(await cases.Requests.Redactions.Open(cases.Office.Holder(Role.Handler), id, file, None));

    private static string ByteText(byte[] content) => Encoding.Latin1.GetString(content);
}
