using Gongkai.Data;
using Gongkai.Law.Clocks;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Gongkai.Services.Settings;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Requests;

/// <summary>清单里的先后，和清单上写明的迟做的事。</summary>
public sealed class CaseOrderTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task The_list_begins_with_what_must_be_confirmed_then_goes_by_the_due_date_and_ends_with_what_is_answered(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var answered = (await cases.Processing()).Case;
        await cases.Answer(answered, new() { Outcome = CaseOutcome.Granted });
        var paused = (await cases.Processing()).Case;
        await cases.Done(paused, Role.DisclosureOfficeHead, CaseAction.ConsultThirdParty, new() { Party = "某文化公司" });
        var early = (await cases.Processing()).Case;
        city.Clock.Advance(TimeSpan.FromDays(7));
        var late = (await cases.Processing()).Case;
        var unconfirmed = (await cases.Submit()).Case;
        var who = await cases.Office.Current(cases.Office.Holder(Role.Handler));

        var all = InventedCity.Done(await cases.Requests.Board.Of(who, new CaseFilter(cases.Office.Unit), 1, None));
        all.Lines.Select(line => line.Id).ShouldBe([unconfirmed, early, late, paused, answered]);
        var open = InventedCity.Done(await cases.Requests.Board.Of(who, new CaseFilter(cases.Office.Unit) { Open = true }, 1, None));
        (open.Count, open.Lines.Length).ShouldBe((4, 4));
        InventedCity.Done(await cases.Requests.Board.Of(who, new CaseFilter(cases.Office.Unit) { Stage = CaseStage.Processing }, 1, None)).Count.ShouldBe(3);
        (await cases.Requests.Board.Waiting(who, 2, None)).Select(line => line.Id).ShouldBe([unconfirmed, early]);

        await using var db = city.Database.CreateContext();
        await db.RequestCases.Where(row => row.Id == late.Value).ExecuteUpdateAsync(set => set.SetProperty(row => row.Rank, 5));
        (await CaseVerification.Of(city.Database, None)).ShouldHaveSingleItem().Message.ShouldContain("清单里的先后");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_internal_deadline_and_the_reminder_follow_what_was_set_for_the_site(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var receipt = await cases.Processing();
        (await cases.Open(receipt.Case)).Line.ShouldSatisfyAllConditions(line => line.DueOn.ShouldBe(new DateOnly(2026, 3, 30)), line => line.DraftBy.ShouldBe(new DateOnly(2026, 3, 23)), line => line.IsNearDue.ShouldBeFalse());

        var settings = new SettingsDesk(city.Database, city.Services.Trees, city.Services.Acts, cases.Office.Publication.Content);
        var set = new Dictionary<string, string> { [CaseReminderPlan.DraftDaysName] = "10", [CaseReminderPlan.RemindDaysName] = "20" };
        InventedCity.Done(await settings.Change(city.Administrator, await settings.Current(None), set, null, None));

        (await cases.Open(receipt.Case)).Line.ShouldSatisfyAllConditions(line => line.DraftBy.ShouldBe(new DateOnly(2026, 3, 16)), line => line.IsNearDue.ShouldBeTrue());
        (await settings.Change(city.Administrator, set, new Dictionary<string, string> { [CaseReminderPlan.DraftDaysName] = "三十" }, null, None)).Refusal!.Reason.ShouldContain("内部期限");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_correction_notice_sent_late_is_flagged_in_the_list(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var receipt = await cases.Submit();
        await cases.Done(receipt.Case, Role.Handler, CaseAction.Confirm, new() { Evidence = "电话确认" });
        await cases.Done(receipt.Case, Role.Handler, CaseAction.Register);
        await cases.Done(receipt.Case, Role.DisclosureOfficeHead, CaseAction.Assign, new() { Assignee = cases.Office.Holder(Role.Handler) });
        (await cases.Open(receipt.Case)).Line.Late.ShouldBeEmpty();
        city.Clock.Advance(TimeSpan.FromDays(14));
        await cases.Done(receipt.Case, Role.DisclosureOfficeHead, CaseAction.RequestCorrection, new() { Text = "写明年度", Until = city.Today.AddDays(15) });

        var who = await cases.Office.Current(cases.Office.Holder(Role.Handler));
        (await cases.Requests.Board.Waiting(who, 5, None)).ShouldHaveSingleItem().Late.ShouldHaveSingleItem().Kind.ShouldBe(ClockFlagKind.LateCorrectionNotice);
    }
}
