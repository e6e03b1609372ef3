using Gongkai.Data;
using Gongkai.Law.Calendar;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Process;
using Gongkai.Services.Calendars;
using Gongkai.Services.Organisations;
using Gongkai.Services.Requests;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Calendars;

/// <summary>节假日通知：先看哪些期限会变，施行了逐件重算、各记一笔；两个节点、正在办的事，都不出错。</summary>
public sealed class HolidayNoticeServiceTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_preview_shows_is_what_is_then_written_into_each_case(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var moving = await cases.Processing();
        var answered = await cases.Processing();
        await cases.Answer(answered.Case, new() { Outcome = Gongkai.Requests.Outcomes.CaseOutcome.Granted });
        var unconfirmed = await cases.Submit();
        // 等申请人补正的，看的是告知书里写明的那一天，不随日历变。
        var correcting = await Examining(cases);
        await cases.Done(correcting.Case, Role.DisclosureOfficeHead, CaseAction.RequestCorrection, new() { Text = "写明年度", Until = city.Today.AddDays(21) });

        var draft = await Draft(cases, Adjusted());
        var preview = await Moves(cases, draft);
        preview.ShouldSatisfyAllConditions(moves => moves.Looked.ShouldBe(2), moves => moves.Moved.ShouldBe(1), moves => moves.ByUnit.ShouldHaveSingleItem().ShouldBe(new UnitMoves(cases.Office.Unit, 1, 0)));
        var line = preview.Lines.ShouldHaveSingleItem();
        (line.Case, line.Before, line.After).ShouldBe((moving.Case, new DateOnly(2026, 3, 30), new DateOnly(2026, 3, 31)));
        (await cases.Open(moving.Case)).Line.DueOn.ShouldBe(new DateOnly(2026, 3, 30), "只是草稿，什么也没有变。");

        await Enforce(cases, draft);
        (await cases.Requests.Recomputation.Waiting(None)).ShouldBe(2);
        (await CaseVerification.Of(city.Database, None)).ShouldBeEmpty("还没有重算到的，照它那时的日历核对。");
        (await cases.Requests.Recomputation.Run(100, None)).ShouldBe(2);
        (await cases.Requests.Recomputation.Run(100, None)).ShouldBe(0, "算过的不再算。");

        var dossier = await cases.Open(moving.Case);
        (dossier.Line.DueOn, dossier.Deadline!.Due).ShouldBe((line.After, line.After));
        dossier.Steps[^1].Event.ShouldSatisfyAllConditions(
            happened => happened.Action.ShouldBe(CaseAction.RecomputeDeadline), happened => happened.Role.ShouldBe(CaseRole.System),
            happened => happened.Details.Change.ShouldBe(new DeadlineChange(Adjusted().Cited, line.Before, line.After)));
        (await cases.Open(correcting.Case)).Steps.ShouldNotContain(step => step.Event.Action == CaseAction.RecomputeDeadline);
        (await cases.Open(answered.Case)).Steps.ShouldNotContain(step => step.Event.Action == CaseAction.RecomputeDeadline, "办结了的不动。");
        (await cases.Open(unconfirmed.Case)).Line.DueOn.ShouldBeNull();
        var told = InventedCity.Done(await cases.Requests.Tracking.Find(new TrackPass(moving.TrackCode, "0014"), None));
        Gongkai.Requests.Tracking.ApplicantWording.Told(told.Events[^1])!.ShouldContain("期限由2026年3月30日改为2026年3月31日");
        (await All(cases)).ShouldHaveSingleItem().Moved.ShouldBe(1);
        await cases.Done(moving.Case, Role.Handler, CaseAction.StartDraft);
        await Verified(city);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_case_that_somebody_handles_meanwhile_is_recomputed_first_and_only_once(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var handled = await cases.Processing();
        for (var more = 0; more < 3; more++) await cases.Processing();
        // 另一个节点：各有各的记忆。
        var other = new RequestServices(city.Database, new OrganisationServices(city.Database, city.Clock));
        (await cases.Requests.Recomputation.Waiting(None)).ShouldBe(0);
        await Enforce(cases, await Draft(cases, Adjusted()));

        var version = await cases.VersionOf(handled.Case);
        var act = cases.Requests.Desk.Do(cases.Office.Holder(Role.Handler), new CaseInput(handled.Case, version, CaseAction.StartDraft, city.Today), null, None);
        await Task.WhenAll(act, cases.Requests.Recomputation.Run(100, None), other.Recomputation.Run(100, None));
        if (!(await act).Succeeded) await cases.Done(handled.Case, Role.Handler, CaseAction.StartDraft);

        await using var db = city.Database.CreateContext();
        (await db.Set<Gongkai.Data.Mapping.Requests.RequestEventRow>().CountAsync(row => row.Action == CaseAction.RecomputeDeadline)).ShouldBe(4, "每件恰好记一次。");
        (await db.RequestCases.Select(row => row.DueOn).Distinct().ToListAsync()).ShouldBe([new DateOnly(2026, 3, 31)]);
        (await All(cases)).ShouldHaveSingleItem().Moved.ShouldBe(4);
        await Verified(city);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_notice_in_force_is_never_edited_only_withdrawn_by_a_new_one_and_the_dates_come_back(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var receipt = await cases.Processing();
        var first = await Draft(cases, Adjusted());
        var second = await Draft(cases, Adjusted() with { Number = "云政办发〔2026〕4号", Off = [new(new(2026, 3, 23), "调整")] });
        var seen = await Open(cases, second);
        await Enforce(cases, first);
        (await cases.Requests.Holidays.Enforce(city.Administrator, second, seen.Entered.Version, seen.Calendar, null, None)).Refusal!.Reason.ShouldContain("请再看一次");
        await cases.Requests.Recomputation.Run(100, None);

        var entered = (await All(cases)).Single(one => one.Id == first);
        (await cases.Requests.Holidays.Discard(city.Administrator, first, entered.Version, None)).Refusal!.Reason.ShouldContain("已经施行");
        var withdrawal = await Draft(cases, Adjusted() with { Title = "关于停止执行的通知", Number = "云政办发〔2026〕5号", Off = [] }, first);
        (await Moves(cases, withdrawal)).Lines.ShouldHaveSingleItem().After.ShouldBe(new DateOnly(2026, 3, 30));
        await Enforce(cases, withdrawal);
        await cases.Requests.Recomputation.Run(100, None);

        (await cases.Open(receipt.Case)).ShouldSatisfyAllConditions(dossier => dossier.Line.DueOn.ShouldBe(new DateOnly(2026, 3, 30)), dossier => dossier.Changes.Count().ShouldBe(2));
        (await All(cases)).Single(one => one.Id == first).WithdrawnBy.ShouldBe("《关于停止执行的通知》（云政办发〔2026〕5号）");
        var again = await cases.Requests.Holidays.Draft(city.Administrator, Adjusted() with { Off = [] }, first, null, None);
        again.Refusal!.Reason.ShouldContain("已经撤销了");
        await Verified(city);
    }

    [Fact]
    public async Task Only_the_administrator_of_the_first_unit_enters_a_notice_and_a_wrong_one_is_refused_with_its_faults()
    {
        await using var city = await InventedCity.Create(Engine.Sqlite);
        var cases = new InventedCases(await InventedOffice.Create(city));

        (await cases.Requests.Holidays.Draft(cases.Office.Holder(Role.DisclosureOfficeHead), Adjusted(), null, null, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await cases.Requests.Holidays.All(await cases.Office.Current(cases.Office.Holder(Role.Handler)), None)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await cases.Requests.Holidays.Draft(city.Administrator, Adjusted() with { Number = "" }, null, null, None)).Refusal.ShouldBeOfType<NoticeRefusal>().Faults.ShouldHaveSingleItem().Field.ShouldBe("Number");
        var twice = await cases.Requests.Holidays.Draft(city.Administrator, Adjusted(), null, "同一把", None);
        (await cases.Requests.Holidays.Draft(city.Administrator, Adjusted(), null, "同一把", None)).Value.ShouldBe(twice.Value);
        (await All(cases)).ShouldHaveSingleItem();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Cases_stored_before_their_days_were_kept_beside_them_are_recomputed_out_of_their_events(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var receipt = await cases.Processing();
        await using (var db = city.Database.CreateContext()) await db.RequestCases.ExecuteUpdateAsync(set => set.SetProperty(row => row.Clock, (string?)null));

        var draft = await Draft(cases, Adjusted());
        (await Moves(cases, draft)).Lines.ShouldHaveSingleItem().Case.ShouldBe(receipt.Case);
        await Enforce(cases, draft);
        await cases.Requests.Recomputation.Run(100, None);

        (await cases.Open(receipt.Case)).Line.DueOn.ShouldBe(new DateOnly(2026, 3, 31));
        await Verified(city);
    }

    private static HolidayNotice Adjusted() => new()
    {
        Title = "关于调整放假的通知", Number = "云政办发〔2026〕3号", Year = 2026, Source = "市政府网站", Off = [new(new(2026, 3, 20), "运动会")],
    };

    private static async Task<CaseReceipt> Examining(InventedCases cases)
    {
        var receipt = await cases.Submit();
        await cases.Done(receipt.Case, Role.Handler, CaseAction.Confirm, new() { Evidence = "电话确认" });
        await cases.Done(receipt.Case, Role.Handler, CaseAction.Register);
        await cases.Done(receipt.Case, Role.DisclosureOfficeHead, CaseAction.Assign, new() { Assignee = cases.Office.Holder(Role.Handler) });
        return receipt;
    }

    private static async Task<Guid> Draft(InventedCases cases, HolidayNotice notice, Guid? withdraws = null) =>
        InventedCity.Done(await cases.Requests.Holidays.Draft(cases.Office.City.Administrator, notice, withdraws, null, None));

    private static async Task<NoticeDossier> Open(InventedCases cases, Guid id) =>
        InventedCity.Done(await cases.Requests.Holidays.Open(await cases.Office.Current(cases.Office.City.Administrator), id, 1, None));

    private static async Task<DeadlineMoves> Moves(InventedCases cases, Guid id) => (await Open(cases, id)).Moves!;

    private static async Task<IReadOnlyList<EnteredNotice>> All(InventedCases cases) =>
        InventedCity.Done(await cases.Requests.Holidays.All(await cases.Office.Current(cases.Office.City.Administrator), None));

    private static async Task Enforce(InventedCases cases, Guid id)
    {
        var seen = await Open(cases, id);
        InventedCity.Done(await cases.Requests.Holidays.Enforce(cases.Office.City.Administrator, id, seen.Entered.Version, seen.Calendar, null, None));
    }

    private static async Task Verified(InventedCity city)
    {
        (await CaseVerification.Of(city.Database, None)).ShouldBeEmpty();
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }
}
