using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Requests.Files;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Files;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Requests;

/// <summary>许多人同时办一件：做成了的一件也不丢、一件也不多，做不成的都说了为什么。</summary>
public sealed class ConcurrentCaseTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task Eight_people_at_once_on_one_case_lose_nothing(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var id = (await cases.Processing()).Case;
        var before = (await cases.Open(id)).Steps.Length;
        var (handler, office, head) = (cases.Office.Holder(Role.Handler), cases.Office.Holder(Role.OfficeHead), cases.Office.Holder(Role.DisclosureOfficeHead));
        (PersonId By, CaseAction Action, Func<int, CaseDetails> Details, int Times)[] work =
        [
            (handler, CaseAction.RecordSearch, at => new() { Search = new($"档案室 {at}", "补助", "某甲") }, 4), (office, CaseAction.RecordSearch, at => new() { Search = new($"财务系统 {at}", "补助", "某乙") }, 4),
            (head, CaseAction.RecordSearch, at => new() { Search = new($"业务系统 {at}", "补助", "某丙") }, 4), (head, CaseAction.ConsultThirdParty, at => new() { Party = $"第三方 {at}" }, 3),
            (cases.Office.Holder(Role.DeputyLeader), CaseAction.ConsultJointMaker, at => new() { Party = $"某局 {at}" }, 3), (office, CaseAction.Reassign, _ => new() { Assignee = handler, Text = "轮换" }, 3), (head, CaseAction.ApproveExtension, _ => new() { Days = 10, Text = "涉及几个科室" }, 1),
        ];

        var stale = 0;
        await Task.WhenAll(work.Select(one => Task.Run(async () =>
        {
            for (var at = 1; at <= one.Times; at++)
            {
                // 看到别人先办了的，看一眼新的再办：人也是这样。
                while (true)
                {
                    var done = await cases.Do(one.By, id, one.Action, one.Details(at));
                    if (done.Succeeded) break;
                    done.Refusal.ShouldBeOfType<StaleRefusal>($"{one.Action}：{done.Refusal!.Reason}");
                    Interlocked.Increment(ref stale);
                }
            }
        })).Append(Task.Run(async () =>
        {
            for (var at = 1; at <= 3; at++) InventedCity.Done(await cases.Attach(id, CaseFilePurpose.Evidence, InventedPdf.Blank(at), $"证据{at}.pdf"));
        })));

        var after = await cases.Open(id);
        after.Steps.Length.ShouldBe(before + work.Sum(one => one.Times));
        after.Steps.Select(step => step.Event.Number).ShouldBe(Enumerable.Range(1, after.Steps.Length), "编号连着，一个不跳，一个不重。");
        foreach (var (by, action, details, times) in work)
            for (var at = 1; at <= times; at++)
                after.Steps.Count(step => step.Event.By == by && step.Event.Action == action && Same(step.Event.Details, details(at))).ShouldBe(action == CaseAction.Reassign ? times : 1, $"{action} {at}");
        after.State.Consultations.Select(one => one.Number).ShouldBe(Enumerable.Range(1, 6));
        after.Letters.Count(letter => letter.Template is "ThirdPartyConsultation" or "ConsultationNotice" or "JointMakerConsultation").ShouldBeGreaterThanOrEqualTo(6, "每次征求意见的文书都在。");
        after.Letters.Select(letter => letter.Number).ShouldBe(Enumerable.Range(1, after.Letters.Length));
        InventedCity.Done(await cases.Requests.Files.Of(await cases.Office.Current(handler), id, None)).Select(file => (file.Number, file.Name)).ShouldBe([(1, "证据1.pdf"), (2, "证据2.pdf"), (3, "证据3.pdf")]);
        (await CaseVerification.Of(city.Database, None)).ShouldBeEmpty();
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
        await using var db = city.Database.CreateContext();
        (await db.RequestCases.AsNoTracking().SingleAsync()).Version.ShouldBeGreaterThan(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_answer_and_the_withdrawal_at_the_same_moment_end_the_case_once(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        for (var round = 1; round <= 4; round++)
        {
            var receipt = await cases.Processing();
            await cases.Done(receipt.Case, Role.Handler, CaseAction.StartDraft);
            await cases.Done(receipt.Case, Role.Handler, CaseAction.SubmitDraft, new() { Outcome = CaseOutcome.Granted });
            await cases.Done(receipt.Case, Role.LegalReviewer, CaseAction.PassLegal);
            await cases.Done(receipt.Case, Role.SecrecyReviewer, CaseAction.PassSecrecy);
            await cases.Done(receipt.Case, Role.DisclosureOfficeHead, CaseAction.ApproveAnswer);
            var version = await cases.VersionOf(receipt.Case);
            var number = round;

            var both = await Task.WhenAll(
                Task.Run(async () => (await cases.Requests.Desk.Do(cases.Office.Holder(Role.Handler), new CaseInput(receipt.Case, version, CaseAction.SendAnswer, city.Today) { Details = new() { Number = $"云文广公复〔2026〕{number}号" } }, null, None)).Succeeded),
                Task.Run(async () => (await cases.Requests.Tracking.Do(new TrackPass(receipt.TrackCode, "0014"), CaseAction.Withdraw, version, null, $"撤回{number}", None)).Succeeded));

            both.Count(done => done).ShouldBe(1, "只有一个算数。");
            (await cases.Open(receipt.Case)).Line.Outcome.ShouldBe(both[0] ? CaseOutcome.Granted : CaseOutcome.Withdrawn);
        }

        (await CaseVerification.Of(city.Database, None)).ShouldBeEmpty();
    }

    private static bool Same(CaseDetails happened, CaseDetails wanted) => (happened.Search, happened.Party, happened.Days, happened.Assignee) == (wanted.Search, wanted.Party, wanted.Days, wanted.Assignee);
}
