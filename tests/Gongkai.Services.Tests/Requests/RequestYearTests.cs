using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Registers;
using Gongkai.Services.Requests;
using Gongkai.Services.Settings;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Requests;

/// <summary>年度快照经真的库：取、冻结、锁定、更正；定下了的年度，案件和复议台账都改不动。</summary>
public sealed class RequestYearTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_locked_year_is_changed_only_by_a_restatement_and_the_former_figures_stay(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var (years, head, unit) = (cases.Requests.Years, cases.Office.Holder(Role.DisclosureOfficeHead), cases.Office.Unit);
        var open = await cases.TakenOver("2025-0007", new(2025, 12, 20));
        await cases.TakenOver("2025-0001", new(2025, 3, 3), CaseOutcome.NotExisting, new(2025, 3, 20));
        await Step(SnapshotAct.Take, 0);
        await Step(SnapshotAct.Freeze, 1);
        (await years.Do(cases.Office.Holder(Role.Handler), unit, 2025, SnapshotAct.Reopen, 2, "想改", null, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        await Step(SnapshotAct.Lock, 2);
        (await years.Take(head, unit, 2025, 1, null, None)).Refusal.ShouldBeOfType<StaleRefusal>();

        var withdrawal = await cases.Do(open, Role.Handler, CaseAction.Withdraw, new() { Evidence = "撤回书" }, new DateOnly(2025, 12, 30));
        withdrawal.Refusal!.Reason.ShouldContain("RQ-11");
        (await cases.Requests.TakeOver.Take(head, unit, new LedgerEntry("2025-0009", new(2025, 5, 5), InventedCases.Application()), None)).Refusal!.Reason.ShouldContain("RQ-11");
        var registers = new RegisterServices(city.Database, city.Services, city.Clock);
        (await registers.Desk.Add(head, Remedy(unit, "2025-11-01"), null, None)).Refusal!.Reason.ShouldContain("RQ-11");
        await cases.Done(open, Role.Handler, CaseAction.RecordSearch, new() { Search = new("档案室", "补助", "某甲") });

        (await years.Restate(head, unit, 2025, 3, " ", null, None)).Refusal!.Reason.ShouldContain("缘由");
        (await years.Restate(head, unit, 2025, 3, "法院判决撤销答复", null, None)).Value.ShouldBe(1);
        await cases.Done(open, Role.Handler, CaseAction.Withdraw, new() { Evidence = "撤回书" }, new DateOnly(2025, 12, 30));
        InventedCity.Done(await registers.Desk.Add(head, Remedy(unit, "2025-11-01"), null, None));
        (await years.Freeze(head, unit, 2025, 1, null, None)).Refusal!.Reason.ShouldContain("重取");
        await Step(SnapshotAct.Take, 1);
        await Step(SnapshotAct.Freeze, 2);

        var view = InventedCity.Done(await years.Of(await cases.Office.Current(head), unit, 2025, None));
        view.Revisions.Select(one => (one.Revision, one.Stage, one.Figures.TableThree.Total(TableThree.CarriedOut), one.Figures.TableFour.Total())).ShouldBe([(2, SnapshotStage.Frozen, 0, 1), (1, SnapshotStage.Locked, 1, 0)]);
        view.Latest!.Figures.In("otherRemaining", ApplicantKind.NaturalPerson).ShouldHaveSingleItem().Caption.ShouldBe("2025-0007");
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
        (await CaseVerification.Of(city.Database, None)).ShouldBeEmpty();

        await using var db = city.Database.CreateContext();
        await db.RequestYears.Where(row => row.Revision == 1).ExecuteUpdateAsync(set => set.SetProperty(row => row.Figures, row => row.Figures.Replace("\"count\":1", "\"count\":2")));
        (await CaseVerification.Of(city.Database, None)).ShouldHaveSingleItem().Message.ShouldContain("散列");

        async Task Step(SnapshotAct act, long version) => InventedCity.Done(await years.Do(head, unit, 2025, act, version, null, null, None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_working_snapshot_is_taken_by_itself_once_and_the_report_is_compiled_from_it(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        await cases.TakenOver("2025-0001", new(2025, 12, 20));

        (await cases.Requests.Years.TakeDue(city.Clock, None)).ShouldBe(1);
        (await cases.Requests.Years.TakeDue(city.Clock, None)).ShouldBe(0);
        await cases.TakenOver("2025-0002", new(2025, 12, 21));

        var figures = await cases.Requests.Years.Figures(cases.Office.Unit, 2025, None);
        (figures.Tables.Total(TableThree.NewlyReceived), figures.Differences).ShouldSatisfyAllConditions(all => all.Item1.ShouldBe(1), all => all.Differences.ShouldHaveSingleItem().ShouldContain("2025-0002"));
        InventedCity.Done(await cases.Requests.Years.Of(await cases.Office.Current(cases.Office.Holder(Role.Handler)), cases.Office.Unit, 2025, None)).Latest!.TakenBy.ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Withdrawn_cases_are_counted_as_the_setting_says_and_a_frozen_year_keeps_the_way_it_was_counted(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var (head, unit) = (cases.Office.Holder(Role.DisclosureOfficeHead), cases.Office.Unit);
        await cases.TakenOver("2025-0001", new(2025, 3, 3), CaseOutcome.Withdrawn, new(2025, 3, 20));
        await cases.TakenOver("2025-0002", new(2025, 12, 20), CaseOutcome.Withdrawn, new(2026, 1, 4));
        await cases.TakenOver("2025-0003", new(2025, 3, 3), CaseOutcome.Granted, new(2025, 3, 20));
        (await Counted(2025)).ShouldBe((3, 0, 2, 1));

        await Set("不计入");
        (await Counted(2025)).ShouldBe((2, 0, 1, 1), "当年收到又撤回的一件，新收、办理都没有。");
        (await Counted(2026)).ShouldBe((0, 1, 1, 0), "跨年才撤回的，上年计了结转，照样计入。");
        InventedCity.Done(await cases.Requests.Counting.Of(await cases.Office.Current(head), unit, 2025, None)).LeftOut().ShouldHaveSingleItem().Caption.ShouldBe("2025-0001");
        InventedCity.Done(await cases.Requests.Ledger.Of(await cases.Office.Current(head), unit, 2025, None)).ShouldSatisfyAllConditions(
            ledger => ledger.Cases.Length.ShouldBe(3, "台账里都在。"), ledger => ledger.Cases.Count(one => one.IsLeftOut(ledger.Withdrawn)).ShouldBe(1));
        InventedCity.Done(await cases.Requests.Years.Take(head, unit, 2025, 0, null, None));
        InventedCity.Done(await cases.Requests.Years.Freeze(head, unit, 2025, 1, null, None));

        await Set("");
        (await Counted(2025)).ShouldBe((2, 0, 1, 1), "定下了的年度照定下时的口径。");
        InventedCity.Done(await cases.Requests.Years.Of(await cases.Office.Current(head), unit, 2025, None)).ShouldSatisfyAllConditions(
            view => view.Latest!.Figures.Withdrawn.ShouldBe(WithdrawnCounting.Excluded), view => SnapshotDecisions.Differences(view.Latest!.Figures, view.Live).ShouldBeEmpty());
        (await CaseVerification.Of(city.Database, None)).ShouldBeEmpty();
        (await Counted(2026)).ShouldBe((0, 1, 1, 0));

        async Task Set(string way)
        {
            var desk = new SettingsDesk(city.Database, city.Services.Trees, city.Services.Acts, cases.Office.Publication.Content);
            var now = await desk.Current(None);
            InventedCity.Done(await desk.Change(city.Administrator, now, now.SetItem(WithdrawnWays.SettingName, way), null, None));
        }

        async Task<(int, int, int, int)> Counted(int year)
        {
            var table = InventedCity.Done(await cases.Requests.Counting.Of(await cases.Office.Current(head), unit, year, None)).Table;
            return (table.Total(TableThree.NewlyReceived), table.Total(TableThree.CarriedIn), table.Total(TableThree.TotalProcessed), table.Total(TableThree.CarriedOut));
        }
    }

    private static RegisterInput Remedy(UnitId unit, string on) => new(
        unit, "remedies", on, new Dictionary<string, string> { ["number"] = "云政复〔2025〕3号", ["stage"] = "行政复议", ["claim"] = "不服答复" }, null, null, []);
}
