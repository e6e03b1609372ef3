using Gongkai.Data;
using Gongkai.Law.Clocks;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Requests;

/// <summary>难办的情形，各有名字，都经真的库：哪一天到期、为什么，迟不迟，落在表三哪一格、表四哪一格，怎样结转。</summary>
public sealed class HardCases
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task No_answer_in_time_taken_to_review_without_a_result(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var (receipt, remedy) = await new InventedHardCases(cases).UnansweredInReview();

        var late = await cases.Open(receipt.Case);
        late.Line.ShouldSatisfyAllConditions(line => line.DueOn.ShouldBe(InventedHardCases.Due), line => line.IsOverdue.ShouldBeTrue(), line => line.Outcome.ShouldBeNull());
        late.Deadline!.Answer!.ShouldSatisfyAllConditions(
            answer => answer.Days.Single(day => day.Number == 20).Day.Date.ShouldBe(InventedHardCases.Due), answer => answer.Days.Count(day => day.Role == ClockDayRole.Counted).ShouldBe(20), answer => answer.Flags.ShouldBeEmpty());
        (await Three(cases, 2026)).ShouldBe(new Carried(1, 0, 0, 1), "没有答复，就没有结果：复议了也结转。");
        (await Four(cases, 2026, "reconsideration")).ShouldBe((0, 1));

        city.Clock.Advance(TimeSpan.FromDays(300));
        (await Three(cases, 2027)).ShouldBe(new Carried(0, 1, 0, 1));
        (await Four(cases, 2027, "reconsideration")).ShouldBe((0, 1), "过了年还没有审结的，次年还在尚未审结。");
        InventedCity.Done(await cases.Requests.Remedies.Decide(cases.Office.Holder(Role.Handler), receipt.Case, remedy, new("结果纠正", city.Today, city.Today.AddDays(15), city.Today), null, None));
        (await Four(cases, 2027, "reconsideration")).ShouldBe((1, 0));
        (await cases.Requests.Remedies.Redo(cases.Office.Holder(Role.DisclosureOfficeHead), receipt.Case, city.Today, null, "复议决定", null, None)).Refusal!.Reason.ShouldContain("还没有办结，接着办就是");
        await cases.Answer(receipt.Case, new() { Outcome = CaseOutcome.Granted });
        (await Three(cases, 2027)).ShouldBe(new Carried(0, 1, 1, 0));
        (await Three(cases, 2026)).ShouldBe(new Carried(1, 0, 0, 1), "上一年的不变。");
        await Sound(city);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_third_party_who_sues(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var (receipt, remedy) = await new InventedHardCases(cases).ThirdPartyWhoSues();

        var sued = await cases.Open(receipt.Case);
        sued.Line.ShouldSatisfyAllConditions(line => line.Outcome.ShouldBe(CaseOutcome.Granted), line => line.ResultOn.ShouldBe(new DateOnly(2026, 3, 9)), line => line.Stage.ShouldBe(CaseStage.Delivered), line => line.IsOverdue.ShouldBeFalse());
        sued.State.Consultations.ShouldHaveSingleItem().Opinion.ShouldBe(Opinion.RefusesWithReason, "不同意的意见留在案卷里。");
        sued.Letters[^1].ShouldSatisfyAllConditions(
            notice => notice.Template.ShouldBe("ThirdPartyDisclosureNotice"), notice => notice.Letter.To.ShouldBe("某文化公司"),
            notice => string.Concat(notice.Letter.Paragraphs).ShouldContain("公众无从监督"), notice => string.Concat(notice.Letter.Paragraphs).ShouldContain("人民法院", Case.Sensitive, "怎样救济也写给第三方。"));
        InventedCity.Done(await cases.Requests.Tracking.Find(new TrackPass(receipt.TrackCode, "0014"), None)).Letters.ShouldAllBe(letter => letter.Template != "ThirdPartyDisclosureNotice", "写给第三方的，申请人看不到。");
        (await Three(cases, 2026)).ShouldBe(new Carried(1, 0, 1, 0));
        (await Four(cases, 2026, "directLitigation")).ShouldBe((0, 1));
        (await Four(cases, 2026, "reconsideration")).ShouldBe((0, 0), "第三方不服公开，不必先复议。");

        InventedCity.Done(await cases.Requests.Remedies.Decide(cases.Office.Holder(Role.Handler), receipt.Case, remedy, new("结果维持", city.Today, null, city.Today), null, None));
        (await Four(cases, 2026, "directLitigation")).ShouldBe((1, 0));
        (await Three(cases, 2026)).ShouldBe(new Carried(1, 0, 1, 0), "诉讼不另计申请。");
        await Sound(city);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_correction_notice_sent_on_the_eighth_day(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var receipt = await new InventedHardCases(cases).CorrectionOnTheEighthDay();

        var corrected = await cases.Open(receipt.Case);
        corrected.Line.ShouldSatisfyAllConditions(line => line.DueOn.ShouldBe(InventedHardCases.Due), line => line.Awaited.ShouldBe(Awaited.Agency), line => line.Late.ShouldHaveSingleItem().Kind.ShouldBe(ClockFlagKind.LateCorrectionNotice));
        corrected.Deadline!.Answer!.ShouldSatisfyAllConditions(
            answer => answer.CorrectionNoticeDue.Date.ShouldBe(new DateOnly(2026, 3, 11)), answer => answer.Anchor.ShouldBe(new DateOnly(2026, 3, 2)), answer => answer.AnchorEvent.ShouldBe(AnchorEvent.Received));
        city.Clock.Advance(TimeSpan.FromDays(15));
        (await cases.Open(receipt.Case)).Line.IsOverdue.ShouldBeTrue("迟发的补正不重新起算，三月三十一日就逾期。");
        (await Three(cases, 2026)).ShouldBe(new Carried(1, 0, 0, 1));
        await Sound(city);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_extension_approved_on_the_last_day(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var receipt = await new InventedHardCases(cases).ExtendedOnTheLastDay();

        var extended = await cases.Open(receipt.Case);
        extended.Line.ShouldSatisfyAllConditions(line => line.DueOn.ShouldBe(InventedHardCases.Extended), line => line.Late.ShouldBeEmpty(), line => line.IsOverdue.ShouldBeFalse());
        extended.Deadline!.Answer!.ShouldSatisfyAllConditions(
            answer => answer.Quota.ShouldBe(40), answer => ClockText.Of(answer.Days.Single(day => day.Number == 20), answer).ShouldBe("第20个工作日"), answer => ClockText.Of(answer.Days[^1], answer).ShouldContain("期限届满"),
            answer => answer.Days.Single(day => day.Day.Date == new DateOnly(2026, 4, 6)).Role.ShouldBe(ClockDayRole.Off, "清明放假。"));
        (await cases.Do(receipt.Case, Role.DisclosureOfficeHead, CaseAction.ApproveExtension, new() { Days = 1, Text = "再延" })).Refusal!.Reason.ShouldContain("RQ-05", Case.Sensitive, "只有一次。");
        city.Clock.Advance(TimeSpan.FromDays(29));
        (await cases.Open(receipt.Case)).Line.IsOverdue.ShouldBeFalse("四月二十八日当天还没有逾期。");
        await cases.Answer(receipt.Case, new() { Outcome = CaseOutcome.Granted });
        (await Three(cases, 2026)).ShouldBe(new Carried(1, 0, 1, 0));
        await Sound(city);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_extension_one_day_late(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var (receipt, refusal) = await new InventedHardCases(cases).ExtendedOneDayLate();

        refusal.Reason.ShouldContain("RQ-05");
        (await cases.Open(receipt.Case)).ShouldSatisfyAllConditions(
            late => late.Line.DueOn.ShouldBe(InventedHardCases.Due), late => late.Line.IsOverdue.ShouldBeTrue(), late => late.Line.DaysLeft.ShouldBe(-1), late => late.State.ExtensionDays.ShouldBe(0),
            late => late.Letters.Select(letter => letter.Template).ShouldNotContain("ExtensionNotice"));
        await cases.Done(receipt.Case, Role.DisclosureOfficeHead, CaseAction.ApproveExtension, new() { Days = 20, Text = "昨天纸上批的" }, InventedHardCases.Due);
        await cases.Done(receipt.Case, Role.Handler, CaseAction.NotifyExtension);
        (await cases.Open(receipt.Case)).Line.ShouldSatisfyAllConditions(
            line => line.DueOn.ShouldBe(InventedHardCases.Due, "期满以后才告知的延期没有效力。"), line => line.IsOverdue.ShouldBeTrue(), line => line.Late.ShouldHaveSingleItem().Kind.ShouldBe(ClockFlagKind.LateExtensionNotice));
        await cases.Answer(receipt.Case, new() { Outcome = CaseOutcome.Granted });
        (await Three(cases, 2026)).ShouldBe(new Carried(1, 0, 1, 0), "迟了也要答复，照常计一件。");
        await Sound(city);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_consultation_still_open_when_the_year_ends(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var receipt = await new InventedHardCases(cases).ConsultationOverTheYearEnd();

        (await cases.Open(receipt.Case)).ShouldSatisfyAllConditions(
            open => open.Line.DueOn.ShouldBeNull(), open => open.Line.Awaited.ShouldBe(Awaited.Others), open => open.Line.IsOverdue.ShouldBeFalse(), open => open.Deadline!.Remaining.ShouldBe(20));
        (await Three(cases, 2026)).ShouldBe(new Carried(1, 0, 0, 1));
        (await Three(cases, 2027)).ShouldBe(new Carried(0, 1, 0, 1));
        var head = cases.Office.Holder(Role.DisclosureOfficeHead);
        InventedCity.Done(await cases.Requests.Years.Take(head, cases.Office.Unit, 2026, 0, null, None));
        InventedCity.Done(await cases.Requests.Years.Freeze(head, cases.Office.Unit, 2026, 1, null, None));

        await cases.Done(receipt.Case, Role.Handler, CaseAction.DeliverConsultation, new() { Consultation = 1, Evidence = "回执" });
        await cases.Done(receipt.Case, Role.Handler, CaseAction.EndConsultation, new() { Consultation = 1, Opinion = Opinion.Agrees });
        (await cases.Open(receipt.Case)).Line.DueOn.ShouldBe((await Calendar(cases)).AddWorkdays(city.Today, 20).Date, "意见到了，剩下的二十个工作日从次日数。");
        await cases.Answer(receipt.Case, new() { Outcome = CaseOutcome.Granted });
        (await Three(cases, 2026)).ShouldBe(new Carried(1, 0, 0, 1), "冻结的年度不变。");
        (await Three(cases, 2027)).ShouldBe(new Carried(0, 1, 1, 0));
        await Sound(city);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_applicants_with_one_application(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var receipt = await new InventedHardCases(cases).TwoApplicants();

        var answered = await cases.Open(receipt.Case);
        (answered.Content!.Others, answered.Line.ResultOn).ShouldBe((1, city.Today));
        answered.Letters.ShouldAllBe(letter => letter.Letter.To == "某某文化公司、某丙", "文书写给两个人。");
        InventedCity.Done(await cases.Requests.Board.Applicant(cases.Office.Holder(Role.Handler), receipt.Case, None)).Others.ShouldBe(["某丙"]);
        (await Three(cases, 2026)).ShouldBe(new Carried(1, 0, 1, 0), "两个人，计一件。");
        var table = InventedCity.Done(await cases.Requests.Counting.Of(await cases.Office.Current(cases.Office.Holder(Role.Handler)), cases.Office.Unit, 2026, None)).Table;
        (table.Count("granted", ApplicantKind.Business), table.Count("granted", ApplicantKind.NaturalPerson)).ShouldBe((1, 0), "按第一个申请人归类。");
        await Sound(city);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_identity_number_that_another_units_case_holds(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var elsewhere = new InventedCases(await InventedOffice.Create(city, city.Tourism));
        var (theirs, own) = await new InventedHardCases(cases).IdentityHeldElsewhere(elsewhere);
        var (handler, who) = (cases.Office.Holder(Role.Handler), await cases.Office.Current(cases.Office.Holder(Role.Handler)));
        var number = (await elsewhere.Open(theirs.Case)).Line.Number!;

        InventedCity.Done(await cases.Requests.Likeness.Of(handler, own.Case, None)).ShouldBeEmpty("同一个人、同样的内容，别的单位的一件也不列。");
        foreach (var sought in (string[])[theirs.TrackCode, "999900199001010014", "某乙"])
            InventedCity.Done(await cases.Requests.Board.Of(who, new CaseFilter(cases.Office.Unit) { Number = sought }, 1, None)).Lines.ShouldBeEmpty(sought);
        (await cases.Requests.Board.Of(who, new CaseFilter(city.Tourism), 1, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        await cases.Done(own.Case, Role.Handler, CaseAction.StartDraft);
        string Why(string earlier) => cases.Do(own.Case, Role.Handler, CaseAction.SubmitDraft, new() { Outcome = CaseOutcome.Repeated, EarlierCase = earlier, Text = "已经答复" }).Result.Refusal!.Reason;
        Why(number).ShouldBe(Why("2026-9999"), "别的单位答复过的，与没有这一件，说法一样。");
        foreach (var (by, id) in ((Gongkai.Organisations.People.PersonId, CaseId)[])[(handler, theirs.Case), (handler, new CaseId(Guid.NewGuid()))])
            (await cases.Requests.Remedies.Add(by, id, new("云政复〔2026〕9号", "行政复议", "不服", "2000-01-01"), null, None)).Refusal!.Reason.ShouldBe("没有这一件申请。", "别的单位的，收到日一个字也不说。");

        await using var db = city.Database.CreateContext();
        (await db.AuditRecords.AsNoTracking().Where(record => record.Act == "request.find-like").Select(record => record.Changes).ToListAsync()).ShouldAllBe(changes => !changes!.Contains(theirs.TrackCode, StringComparison.Ordinal) && !changes.Contains(theirs.Case.ToString(), StringComparison.Ordinal));
        (await Three(cases, 2026)).ShouldBe(new Carried(1, 0, 0, 1));
        (await Three(elsewhere, 2026)).ShouldBe(new Carried(1, 0, 1, 0));
        await Sound(city);
    }

    /// <summary>表三的四个数：新收、上年结转、办结、结转下年。</summary>
    private sealed record Carried(int Received, int In, int Processed, int Out);

    private static async Task<Carried> Three(InventedCases cases, int year)
    {
        var table = InventedCity.Done(await cases.Requests.Counting.Of(await cases.Office.Current(cases.Office.Holder(Role.Handler)), cases.Office.Unit, year, None)).Table;
        return new(table.Total(TableThree.NewlyReceived), table.Total(TableThree.CarriedIn), table.Total(TableThree.TotalProcessed), table.Total(TableThree.CarriedOut));
    }

    private static async Task<(int Ended, int Pending)> Four(InventedCases cases, int year, string row)
    {
        var table = (await cases.Requests.Years.Figures(cases.Office.Unit, year, None)).Tables;
        return (table.Total(row) - table.Count(row, TableFour.Pending), table.Count(row, TableFour.Pending));
    }

    private static async Task<Law.Calendar.WorkingCalendar> Calendar(InventedCases cases) => (await cases.Office.Current(cases.Office.Holder(Role.Handler))).Calendar;

    private static async Task Sound(InventedCity city)
    {
        (await CaseVerification.Of(city.Database, None)).ShouldBeEmpty();
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }
}
