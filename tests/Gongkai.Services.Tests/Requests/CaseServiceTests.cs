using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Letters;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Requests;

/// <summary>依申请公开：从提出到归档，几个人同时办，谁看得见什么，都经真的库。</summary>
public sealed class CaseServiceTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_case_goes_from_the_portal_through_correction_consultation_and_extension_to_the_archive_and_into_table_three(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var receipt = await cases.Submit();
        var (id, pass) = (receipt.Case, new TrackPass(receipt.TrackCode, "0014"));
        await cases.Done(id, Role.Handler, CaseAction.Confirm, new() { Evidence = "电话确认" });
        await cases.Done(id, Role.Handler, CaseAction.Register);
        await cases.Done(id, Role.DisclosureOfficeHead, CaseAction.Assign, new() { Assignee = cases.Office.Holder(Role.Handler) });
        await cases.Done(id, Role.DisclosureOfficeHead, CaseAction.RequestCorrection, new() { Text = "写明是哪一批补助", Until = city.Today.AddDays(21) });

        var waiting = InventedCity.Done(await cases.Requests.Tracking.Find(pass, None));
        waiting.Deadline.ShouldSatisfyAllConditions(deadline => deadline.Awaited.ShouldBe(Awaited.Applicant), deadline => deadline.Due.ShouldBe(city.Today.AddDays(21)));
        waiting.Letters.Select(letter => letter.Template).ShouldBe(["Receipt", "CorrectionNotice"]);
        city.Clock.Advance(TimeSpan.FromDays(1));
        InventedCity.Done(await cases.Requests.Tracking.Do(pass, CaseAction.ReceiveCorrection, waiting.Version, "2025 年第二批", "补正", None));

        await cases.Done(id, Role.Handler, CaseAction.Accept);
        await cases.Done(id, Role.Handler, CaseAction.RecordSearch, new() { Search = new("档案室、财务系统", "免费开放 补助", "某甲") });
        await cases.Done(id, Role.DisclosureOfficeHead, CaseAction.ConsultThirdParty, new() { Party = "某文化公司" });
        (await cases.Open(id)).Line.ShouldSatisfyAllConditions(line => line.Awaited.ShouldBe(Awaited.Others), line => line.DueOn.ShouldBeNull());
        await cases.Done(id, Role.Handler, CaseAction.DeliverConsultation, new() { Consultation = 1, Evidence = "回执" });
        city.Clock.Advance(TimeSpan.FromDays(3));
        await cases.Done(id, Role.Handler, CaseAction.EndConsultation, new() { Consultation = 1, Opinion = Opinion.RefusesWithReason, Text = "含报价" });
        await cases.Done(id, Role.DisclosureOfficeHead, CaseAction.ApproveExtension, new() { Days = 10, Text = "涉及几个科室" });
        await cases.Done(id, Role.Handler, CaseAction.NotifyExtension);
        await cases.Answer(id, new() { Outcome = CaseOutcome.PartlyGranted, Grounds = [CaseOutcome.ThirdPartyRights], Text = "报价属商业秘密" });
        await cases.Done(id, Role.Handler, CaseAction.RecordDelivery, new() { Evidence = "门户领取" });
        await cases.Done(id, Role.Handler, CaseAction.Archive);

        var dossier = await cases.Open(id);
        dossier.Line.ShouldSatisfyAllConditions(
            line => line.Stage.ShouldBe(CaseStage.Archived), line => line.Number.ShouldBe($"{city.Today.Year}-0001"), line => line.Outcome.ShouldBe(CaseOutcome.PartlyGranted), line => line.ResultOn.ShouldBe(city.Today));
        dossier.Letters.Select(letter => letter.Template).ShouldBe(["Receipt", "CorrectionNotice", "ThirdPartyConsultation", "ConsultationNotice", "ExtensionNotice", "PartlyGranted"]);
        dossier.Letters[^1].Letter.ShouldSatisfyAllConditions(
            letter => letter.To.ShouldBe("某乙"), letter => letter.Number.ShouldBe("云文广公复〔2026〕1号"), letter => string.Concat(letter.Paragraphs).ShouldContain("云泽市人民政府"));
        dossier.Letters[2].Letter.To.ShouldBe("某文化公司");

        var year = InventedCity.Done(await cases.Requests.Counting.Of(await cases.Office.Current(cases.Office.Holder(Role.Handler)), cases.Office.Unit, city.Today.Year, None));
        (year.Table.Total(TableThree.NewlyReceived), year.Table.Total(TableThree.TotalProcessed), year.Table.Total(TableThree.CarriedOut)).ShouldBe((1, 1, 0));
        year.Cases(CaseOutcome.PartlyGranted.Entry().RowIn(city.Today.Year), ApplicantKind.NaturalPerson).ShouldHaveSingleItem().Id.ShouldBe(id);
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_the_applicant_wrote_stands_in_the_clear_and_who_looked_is_recorded(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var receipt = await cases.Processing();
        await cases.Done(receipt.Case, Role.DisclosureOfficeHead, CaseAction.ConsultThirdParty, new() { Party = "某文化公司" });

        InventedCity.Done(await cases.Requests.Board.Applicant(cases.Office.Holder(Role.Handler), receipt.Case, None)).Identity!.Reveal().ShouldBe("999900199001010014");
        (await cases.Requests.Board.Applicant(cases.Office.Holder(Role.LegalReviewer), receipt.Case, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await cases.Requests.Board.Open(await cases.Office.Current(city.Administrator), receipt.Case, None)).Refusal.ShouldBeOfType<AccessRefusal>("系统管理员不能看案件。");

        await using var db = city.Database.CreateContext();
        var audit = await db.AuditRecords.AsNoTracking().ToListAsync();
        audit.ShouldContain(record => record.Act == "request.read-applicant");
        var stored = string.Join('\n', audit.Select(record => $"{record.Changes}{record.Reason}")) + string.Join('\n', (await db.Outbox.ToListAsync()).Select(message => message.Payload));
        foreach (var secret in (string[])["某乙", "999900199001010014", "13800138000", "yi@example.cn", "湖滨路", "补助的发放名册", "某文化公司", "0014\""]) stored.ShouldNotContain(secret);
        var row = await db.RequestCases.AsNoTracking().Include(each => each.Events).SingleAsync();
        var sealedTexts = row.Events.Select(happened => happened.Details).Append(row.Content).Concat((await db.RequestLetters.AsNoTracking().ToListAsync()).Select(letter => letter.Content));
        sealedTexts.ShouldAllBe(box => !System.Text.Encoding.UTF8.GetString(box).Contains("补助", StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_form_sent_twice_makes_one_case_and_two_people_who_act_at_once_lose_nothing(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var first = InventedCity.Done(await cases.Requests.Intake.Submit(cases.Office.Unit, InventedCases.Application(), "同一把", None));
        InventedCity.Done(await cases.Requests.Intake.Submit(cases.Office.Unit, InventedCases.Application(), "同一把", None)).ShouldBe(first);

        var version = await cases.VersionOf(first.Case);
        var input = new CaseInput(first.Case, version, CaseAction.Confirm, city.Today) { Details = new() { Evidence = "电话" } };
        var both = await Task.WhenAll(cases.Requests.Desk.Do(cases.Office.Holder(Role.Handler), input, null, None), cases.Requests.Desk.Do(cases.Office.Holder(Role.OfficeHead), input, null, None));

        both.Count(done => done.Succeeded).ShouldBe(1);
        both.Single(done => !done.Succeeded).Refusal.ShouldBeOfType<StaleRefusal>();
        (await cases.Open(first.Case)).Steps.Select(step => step.Event.Action).ShouldBe([CaseAction.AwaitConfirmation, CaseAction.Confirm]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_stored_beside_the_events_is_verified_against_them(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        await cases.Answer((await cases.Processing()).Case, new() { Outcome = CaseOutcome.Granted });
        var open = await cases.Processing();
        (await CaseVerification.Of(city.Database, None)).ShouldBeEmpty();

        await using var db = city.Database.CreateContext();
        await db.RequestCases.Where(row => row.Id == open.Case.Value).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueOn, city.Today.AddDays(300)));
        (await CaseVerification.Of(city.Database, None)).ShouldHaveSingleItem().Message.ShouldContain("期限");
        var ledger = InventedCity.Done(await cases.Requests.Ledger.Of(await cases.Office.Current(cases.Office.Holder(Role.Handler)), cases.Office.Unit, city.Today.Year, None));
        ledger.Cases.Select(one => one.AnswerNumber).ShouldBe(["云文广公复〔2026〕1号", null]);
    }

    [Fact]
    public async Task A_wrong_code_and_a_wrong_last_four_say_the_same()
    {
        await using var city = await InventedCity.Create(Engine.Sqlite);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var receipt = await cases.Submit();

        var wrong = new[] { new TrackPass(receipt.TrackCode, "0000"), new TrackPass("SQ2222222222", "0014"), new TrackPass(receipt.TrackCode, ""), new TrackPass("", "0014") };
        var said = new List<string>();
        foreach (var pass in wrong) said.Add((await cases.Requests.Tracking.Find(pass, None)).Refusal!.Reason);
        said.Distinct().ShouldHaveSingleItem();
        (await cases.Requests.Tracking.Find(new TrackPass($" {receipt.TrackCode.ToLowerInvariant()} ", "8000"), None)).Succeeded.ShouldBeTrue("电话的后四位也行，空格、大小写不论。");
    }

    [Fact]
    public async Task A_repeated_application_needs_an_earlier_answered_case_of_the_same_person_in_the_same_unit()
    {
        await using var city = await InventedCity.Create(Engine.Sqlite);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var earlier = await cases.Processing();
        var (again, other) = (await cases.Processing(), await cases.Processing(InventedCases.Application() with { IdentityNumber = "999900199001010022", Phone = "13900139000", Email = null }));
        var repeated = new CaseDetails { Outcome = CaseOutcome.Repeated, EarlierCase = (await cases.Open(earlier.Case)).Line.Number, Text = "已经答复" };
        foreach (var one in (CaseReceipt[])[again, other]) await cases.Done(one.Case, Role.Handler, CaseAction.StartDraft);
        (await cases.Do(again.Case, Role.Handler, CaseAction.SubmitDraft, repeated)).Refusal!.Reason.ShouldContain("没有答复");

        await cases.Answer(earlier.Case, new() { Outcome = CaseOutcome.Granted });
        (await cases.Do(other.Case, Role.Handler, CaseAction.SubmitDraft, repeated)).Refusal!.Reason.ShouldContain("不是同一申请人");
        await cases.Done(again.Case, Role.Handler, CaseAction.SubmitDraft, repeated);
    }

    [Fact]
    public async Task A_letter_that_misses_a_field_stops_the_act_and_nothing_is_left_behind()
    {
        await using var city = await InventedCity.Create(Engine.Sqlite);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var receipt = await cases.Processing();
        var order = new CaseDetails { Fee = new(Law.Fees.ChargeMode.Pages, 300, 0), Text = "一次申请三百页" };

        (await cases.Do(receipt.Case, Role.DisclosureOfficeHead, CaseAction.IssueFeeNotice, order)).Refusal!.Reason.ShouldContain("缴纳方式");
        (await cases.Open(receipt.Case)).State.Fee.ShouldBeNull();
        await cases.Done(receipt.Case, Role.DisclosureOfficeHead, CaseAction.IssueFeeNotice, order, null, (LetterChoice.Payment, "到财政专户缴纳"));
        (await cases.Open(receipt.Case)).Letters[^1].Template.ShouldBe("FeeNotice");
    }

    [Fact]
    public async Task What_is_missing_is_taken_all_the_same_and_what_cannot_be_kept_is_not()
    {
        await using var city = await InventedCity.Create(Engine.Sqlite);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var bare = InventedCases.Application() with { IdentityNumber = null, Phone = null, Email = null, Address = null };

        ApplicationChecks.Gaps(bare).Select(gap => gap.Field).ShouldBe([nameof(Application.IdentityNumber), nameof(Application.Phone)]);
        (await cases.Submit(bare)).CanTrack.ShouldBeFalse();
        (await cases.Requests.Intake.Submit(cases.Office.Unit, bare with { Wanted = new string('字', 4001) }, "长", None)).Refusal!.Reason.ShouldContain("4000");
        (await cases.Requests.Intake.Submit(cases.Office.Unit, bare with { Wanted = "甲\u0007乙" }, "控", None)).Refusal!.Reason.ShouldContain("控制字符");
        (await cases.Requests.Intake.Submit(new(Guid.NewGuid()), bare, "无", None)).Refusal!.Reason.ShouldContain("没有这个单位");
    }

    [Theory]
    [InlineData(ReceiptWay.InPerson, CaseStage.Received)]
    [InlineData(ReceiptWay.RegisteredMail, CaseStage.Received)]
    [InlineData(ReceiptWay.OrdinaryMail, CaseStage.Unconfirmed)]
    [InlineData(ReceiptWay.Fax, CaseStage.Unconfirmed)]
    public async Task What_staff_enter_is_received_or_waits_by_the_way_it_came(ReceiptWay way, CaseStage stage)
    {
        await using var city = await InventedCity.Create(Engine.Sqlite);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var (handler, intake) = (cases.Office.Holder(Role.Handler), cases.Requests.Intake);

        var receipt = InventedCity.Done(await intake.Enter(handler, cases.Office.Unit, InventedCases.Application(), way, city.Today.AddDays(-1), "签收单", null, None));
        (await cases.Open(receipt.Case)).Line.ShouldSatisfyAllConditions(line => line.Stage.ShouldBe(stage), line => line.ReceivedOn.ShouldBe(stage == CaseStage.Received ? city.Today.AddDays(-1) : null));
        (await intake.Enter(handler, cases.Office.Unit, InventedCases.Application(), way, city.Today.AddDays(1), "签收单", null, None)).Refusal!.Reason.ShouldContain("在今天以后");
        (await intake.Enter(cases.Office.Holder(Role.LegalReviewer), cases.Office.Unit, InventedCases.Application(), way, city.Today, "签收单", null, None)).Refusal.ShouldBeOfType<AccessRefusal>();
    }
}
