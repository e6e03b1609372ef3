using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Files;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Gongkai.Testing;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Files;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.Requests;

/// <summary>案卷里的文件：随答复提供的，送审以前备齐，送达以后申请人才拿得到；证据留在案卷；补正可以带材料。</summary>
public sealed class CaseFileTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly byte[] Picture = [0x89, .. "PNG\r\n\u001a\n"u8, .. "补正的照片"u8];

    [Theory, OnSqlite, OnPostgres]
    public async Task What_goes_with_the_answer_reaches_the_applicant_when_it_is_delivered_and_not_before(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var receipt = await cases.Processing();
        var (id, pass) = (receipt.Case, new TrackPass(receipt.TrackCode, "0014"));
        var original = await File.ReadAllBytesAsync(Repository.PathOf("samples", "09-市民政局2025.docx"));
        InventedCity.Done(await cases.Attach(id, CaseFilePurpose.Answer, original, "名册.docx"));
        InventedCity.Done(await cases.Attach(id, CaseFilePurpose.Evidence, InventedPdf.Blank(1), "签收单.pdf", 3));
        InventedCity.Done(await cases.Attach(id, CaseFilePurpose.Answer, InventedPdf.Blank(1), "放错了的.pdf"));
        InventedCity.Done(await cases.Requests.Files.Use(cases.Office.Holder(Role.Handler), id, 3, CaseFilePurpose.Evidence, None));

        (await cases.Requests.Tracking.File(pass, 1, None)).ShouldBeNull();
        await cases.Answer(id, new() { Outcome = CaseOutcome.Granted });
        (await cases.Requests.Tracking.File(pass, 1, None)).ShouldBeNull("发出了，还没有送达。");
        await cases.Done(id, Role.Handler, CaseAction.RecordDelivery, new() { Evidence = "签收单" });

        var given = (await cases.Requests.Tracking.File(pass, 1, None))!;
        (given.Name, given.Content.SequenceEqual(original)).ShouldBe(("名册.docx", false), "给的是净化副本。");
        (await cases.Requests.Tracking.File(pass, 2, None)).ShouldBeNull("证据留在案卷。");
        (await cases.Requests.Tracking.File(pass, 3, None)).ShouldBeNull();
        InventedCity.Done(await cases.Requests.Tracking.Find(pass, None)).Files.ShouldHaveSingleItem().Name.ShouldBe("名册.docx");
        InventedCity.Done(await cases.Requests.Files.Open(cases.Office.Holder(Role.LegalReviewer), id, 1, None)).Content.ShouldBe(original, "审答复的人看得到原件。");
        (await cases.Requests.Files.Open(cases.Office.Holder(Role.LegalReviewer), id, 2, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        InventedCity.Done(await cases.Requests.Files.Of(await cases.Office.Current(cases.Office.Holder(Role.Handler)), id, None)).Select(file => (file.Purpose, file.Event))
            .ShouldBe([(CaseFilePurpose.Answer, null), (CaseFilePurpose.Evidence, 3), (CaseFilePurpose.Evidence, null)]);
    }

    [Fact]
    public async Task What_is_under_review_is_what_goes_out_so_its_files_stand_still()
    {
        await using var city = await InventedCity.Create(Engine.Sqlite);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var fresh = await cases.Submit();
        (await cases.Attach(fresh.Case, CaseFilePurpose.Answer, InventedPdf.Blank(1), "早.pdf")).Refusal!.Reason.ShouldContain("还没有登记");
        var id = (await cases.Processing()).Case;
        InventedCity.Done(await cases.Attach(id, CaseFilePurpose.Answer, InventedPdf.Blank(1), "一.pdf"));
        await cases.Done(id, Role.Handler, CaseAction.StartDraft);
        await cases.Done(id, Role.Handler, CaseAction.SubmitDraft, new() { Outcome = CaseOutcome.Granted });

        (await cases.Attach(id, CaseFilePurpose.Answer, InventedPdf.Blank(1), "二.pdf")).Refusal!.Reason.ShouldContain("先退回");
        (await cases.Requests.Files.Use(cases.Office.Holder(Role.Handler), id, 1, CaseFilePurpose.Evidence, None)).Refusal!.Reason.ShouldContain("先退回");
        InventedCity.Done(await cases.Attach(id, CaseFilePurpose.Evidence, InventedPdf.Blank(1), "意见.pdf"));
        (await cases.Attach(id, CaseFilePurpose.Evidence, InventedPdf.Blank(1), "意见.pdf", 99)).Refusal!.Reason.ShouldContain("没有这一件事");
        (await cases.Attach(id, CaseFilePurpose.Application, InventedPdf.Blank(1), "冒充.pdf")).Refusal!.Reason.ShouldContain("由申请人交来");
        await cases.Done(id, Role.LegalReviewer, CaseAction.ReturnDraft, new() { Text = "再看" });
        InventedCity.Done(await cases.Attach(id, CaseFilePurpose.Answer, InventedPdf.Blank(1), "二.pdf"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_applicant_who_opens_the_answer_on_the_portal_has_it_delivered_once(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var receipt = await cases.Processing();
        var (id, pass) = (receipt.Case, new TrackPass(receipt.TrackCode, "0014"));
        InventedCity.Done(await cases.Attach(id, CaseFilePurpose.Answer, InventedPdf.Blank(1), "名册.pdf"));
        await cases.Answer(id, new() { Outcome = CaseOutcome.Granted });
        city.Clock.Advance(TimeSpan.FromDays(2));

        (await cases.Requests.Tracking.Letter(pass, 1, None))!.Title.ShouldContain("回执");
        (await cases.Open(id)).Line.Stage.ShouldBe(CaseStage.Replied, "看别的文书不算领取。");
        foreach (var _ in Enumerable.Range(0, 2)) (await cases.Requests.Tracking.Letter(pass, 2, None)).ShouldNotBeNull();

        var dossier = await cases.Open(id);
        (dossier.State.DeliveredOn, dossier.Line.Stage).ShouldBe((city.Today, CaseStage.Delivered));
        dossier.Steps.Where(step => step.Event.Action == CaseAction.RecordDelivery).ShouldHaveSingleItem().Event.Details.Delivered.ShouldBe(DeliveryWay.Portal);
        (await cases.Requests.Tracking.File(pass, 1, None)).ShouldNotBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_correction_brings_its_papers_once_and_they_stand_with_the_correction(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var receipt = await cases.Submit();
        var (id, pass) = (receipt.Case, new TrackPass(receipt.TrackCode, "0014"));
        await cases.Done(id, Role.Handler, CaseAction.Confirm, new() { Evidence = "电话确认" });
        await cases.Done(id, Role.Handler, CaseAction.Register);
        await cases.Done(id, Role.DisclosureOfficeHead, CaseAction.Assign, new() { Assignee = cases.Office.Holder(Role.Handler) });
        await cases.Done(id, Role.DisclosureOfficeHead, CaseAction.RequestCorrection, new() { Text = "补委托书", Until = city.Today.AddDays(21) });
        var version = InventedCity.Done(await cases.Requests.Tracking.Find(pass, None)).Version;
        using var stream = new MemoryStream(Picture);
        var kept = InventedCity.Done(await cases.Requests.ApplicationFiles.Accept("补正", stream, "委托书.png", None));

        (await cases.Requests.Tracking.Do(pass, CaseAction.ReceiveCorrection, version, "补上", ["伪造"], "补正", None)).Refusal!.Reason.ShouldContain("收条不对");
        foreach (var _ in Enumerable.Range(0, 2)) InventedCity.Done(await cases.Requests.Tracking.Do(pass, CaseAction.ReceiveCorrection, version, "补上", [kept.Receipt], "补正", None));

        var file = InventedCity.Done(await cases.Requests.Files.Of(await cases.Office.Current(cases.Office.Holder(Role.Handler)), id, None)).ShouldHaveSingleItem("按两下只收一次。");
        (file.Purpose, file.Event, file.Name).ShouldBe((CaseFilePurpose.Correction, 6, "委托书.png"));
        InventedCity.Done(await cases.Requests.Files.Open(cases.Office.Holder(Role.Handler), id, 1, None)).Content.ShouldBe(Picture);
    }
}
