using System.IO.Compression;
using System.Text;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Archiving;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Requests;

/// <summary>办结以后：复议、责令重新答复、归档包、过了保管期限的抹去，都经真的库。</summary>
public sealed class CaseAfterwardsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task An_ordered_redo_is_handled_anew_counts_once_in_table_four_and_not_again_in_table_three(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var (handler, head, remedies) = (cases.Office.Holder(Role.Handler), cases.Office.Holder(Role.DisclosureOfficeHead), cases.Requests.Remedies);
        var id = (await cases.Processing()).Case;
        await cases.Answer(id, new() { Outcome = CaseOutcome.InternalAffairs, Text = "属于内部的工作流程" });
        (await remedies.Redo(head, id, city.Today, null, "某法院判决", null, None)).Refusal!.Reason.ShouldContain("先登记");
        city.Clock.Advance(TimeSpan.FromDays(40));
        var day = $"{city.Today:yyyy-MM-dd}";
        (await remedies.Add(handler, id, new("云政复〔2026〕3号", "行政诉讼（复议后起诉）", "不服", day), null, None)).Refusal!.Reason.ShouldContain("复议");
        var entry = InventedCity.Done(await remedies.Add(handler, id, new("云政复〔2026〕3号", "行政复议", "不服不予公开答复", day), null, None));
        (await remedies.Decide(handler, id, entry, new("结果纠正", city.Today.AddDays(1), null, city.Today), null, None)).Refusal!.Reason.ShouldContain("今天以后");
        InventedCity.Done(await remedies.Decide(handler, id, entry, new("结果纠正", city.Today, city.Today.AddDays(15), city.Today), null, None));

        (await remedies.Redo(handler, id, city.Today, null, "复议决定", null, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        var key = new CommandKey("redo", "1");
        var redo = InventedCity.Done(await remedies.Redo(head, id, city.Today, city.Today.AddDays(15), "云政复〔2026〕3号复议决定", key, None));
        InventedCity.Done(await remedies.Redo(head, id, city.Today, city.Today.AddDays(15), "云政复〔2026〕3号复议决定", key, None)).ShouldBe(redo, "双击只立一件。");
        (await remedies.Redo(head, id, city.Today, null, "再来一次", null, None)).Refusal!.Reason.ShouldContain("正在重新答复");
        var opened = await cases.Open(redo);
        opened.Line.ShouldSatisfyAllConditions(line => line.Number.ShouldBe("2026-0001重1"), line => line.DueOn.ShouldBe(city.Today.AddDays(15)), line => line.Stage.ShouldBe(CaseStage.Processing));
        opened.Content!.Wanted.ShouldBe(InventedCases.Application().Wanted);
        await cases.Answer(redo, new() { Outcome = CaseOutcome.Granted }, "云文广公复〔2026〕2号");
        (await cases.Open(redo)).Letters[^1].Letter.To.ShouldBe("某乙", "申请人照原来的。");

        var figures = (await cases.Requests.Years.Figures(cases.Office.Unit, city.Today.Year, None)).Tables;
        (figures.Total(TableThree.NewlyReceived), figures.Total("granted"), figures.Total("refusedInternalAffairs"), figures.Count("reconsideration", "corrected")).ShouldBe((1, 0, 1, 1));
        var disputes = InventedCity.Done(await remedies.Of(await cases.Office.Current(handler), redo, None));
        disputes.Original!.Id.ShouldBe(id);
        (await CaseVerification.Of(city.Database, None)).ShouldBeEmpty();
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_package_holds_everything_verifies_and_who_took_it_is_recorded_with_its_hash(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var id = (await cases.Processing()).Case;
        (await cases.Requests.Archive.Make(cases.Office.Holder(Role.Handler), id, None)).Refusal!.Reason.ShouldContain("还没有办结");
        await cases.Answer(id, new() { Outcome = CaseOutcome.Granted });
        (await cases.Requests.Archive.Make(cases.Office.Holder(Role.LegalReviewer), id, None)).Refusal.ShouldBeOfType<AccessRefusal>();

        var made = InventedCity.Done(await cases.Requests.Archive.Make(cases.Office.Holder(Role.Handler), id, None));

        using var box = new MemoryStream();
        await made.Write(box, None);
        var verified = ArchiveVerification.Verify(new MemoryStream(box.ToArray())).Value;
        (verified.Faults.Length, verified.Manifest.ListHash, verified.Manifest.Case).ShouldBe((0, made.ListHash, $"{city.Today.Year}-0001"));
        using var zip = new ZipArchive(new MemoryStream(box.ToArray()));
        zip.Entries.Select(entry => entry.FullName).ShouldContain("letters/01-政府信息公开申请接收回执.docx");
        new StreamReader(zip.GetEntry("application.txt")!.Open()).ReadToEnd().ShouldContain("999900199001010014");
        new StreamReader(zip.GetEntry("events.csv")!.Open()).ReadToEnd().Split("\r\n").Length.ShouldBe((await cases.Open(id)).Steps.Length + 2);
        await using var db = city.Database.CreateContext();
        (await db.AuditRecords.SingleAsync(record => record.Act == "request.archive-package" && record.Changes!.Contains("list"))).Changes!.ShouldContain(made.ListHash);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_past_its_retention_is_erased_for_good_while_counts_hashes_and_the_audit_stay(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var (head, unit, erasure) = (cases.Office.Holder(Role.DisclosureOfficeHead), cases.Office.Unit, cases.Requests.Erasure);
        var old = await cases.TakenOver("2014-0001", new(2014, 3, 3), CaseOutcome.Granted, new(2014, 3, 20), InventedCases.Application("很久以前的名册"));
        var recent = await cases.TakenOver("2024-0001", new(2024, 3, 3), CaseOutcome.Granted, new(2024, 3, 20));
        await cases.Requests.Years.Take(head, unit, 2014, 0, null, None);
        var before = await Hash();

        var plan = InventedCity.Done(await erasure.Plan(await cases.Office.Current(head), unit, None));
        plan.ShouldSatisfyAllConditions(one => one.Years.ShouldBe(10), one => one.Due.ShouldHaveSingleItem().Caption.ShouldBe("2014-0001"));
        (await erasure.Erase(cases.Office.Holder(Role.Handler), unit, [old], "鉴定书", null, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await erasure.Erase(head, unit, [old], " ", null, None)).Refusal!.Reason.ShouldContain("凭什么");
        (await erasure.Erase(head, unit, [old, recent], "鉴定书", null, None)).Refusal!.Reason.ShouldContain("2024-0001：保管期限还没有过");
        (await erasure.Erase(head, unit, [new CaseId(Guid.NewGuid())], "鉴定书", null, None)).Succeeded.ShouldBeFalse();
        (await cases.Open(old)).Content.ShouldNotBeNull("有一件不行，一件也不抹。");

        InventedCity.Done(await erasure.Erase(head, unit, [old], "销毁鉴定书〔2026〕1号", null, None)).ShouldBe(1);

        (await cases.Open(old)).ShouldSatisfyAllConditions(one => one.Content.ShouldBeNull(), one => one.Line.Outcome.ShouldBe(CaseOutcome.Granted), one => one.Line.Wanted.ShouldBeNull());
        (await cases.Requests.Archive.Make(head, old, None)).Refusal!.Reason.ShouldContain("抹去");
        InventedCity.Done(await cases.Requests.Board.Applicant(head, old, None)).Name.ShouldBeNull();
        (await Hash()).ShouldBe(before);
        (await cases.Requests.Years.Figures(unit, 2014, None)).Differences.ShouldBeEmpty();
        InventedCity.Done(await erasure.Plan(await cases.Office.Current(head), unit, None)).Erased.ShouldHaveSingleItem().ErasedOn.ShouldBe(city.Today);
        (await erasure.Erase(head, unit, [old], "再来", null, None)).Refusal!.Reason.ShouldContain("已经抹去");
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
        (await CaseVerification.Of(city.Database, None)).ShouldBeEmpty();
        await using var db = city.Database.CreateContext();
        var row = await db.RequestCases.AsNoTracking().SingleAsync(one => one.Id == old.Value);
        (row.IdentityProof, row.PhoneProof).ShouldBe((null, null));
        Encoding.UTF8.GetString(row.Content).ShouldNotContain("名册");
        (await db.AuditRecords.SingleAsync(record => record.Act == "request.erase" && record.Changes!.Contains("erased"))).Reason!.ShouldContain("鉴定书");

        async Task<string> Hash() => InventedCity.Done(await cases.Requests.Years.Of(await cases.Office.Current(head), unit, 2014, None)).Live.Hash;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_person_and_like_content_are_found_without_saying_who_and_the_look_is_recorded(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var other = InventedCases.Application("请公开 2024 年文化场馆免费开放补助的发放名册和标准") with { IdentityNumber = "999900199001010022", Phone = "13900139000", Email = null };
        var (same, like, far) = (await cases.Submit(InventedCases.Application("古戏台修缮的招标文件")), await cases.Submit(other), await cases.Submit(other with { Wanted = "市图书馆的采购合同" }));
        var asked = (await cases.Submit()).Case;

        var found = InventedCity.Done(await cases.Requests.Likeness.Of(cases.Office.Holder(Role.Handler), asked, None));
        found.Select(one => one.Id).ShouldBe([like.Case, same.Case], ignoreOrder: true, customMessage: $"{far.Case}");
        found.Single(one => one.Id == same.Case).ShouldSatisfyAllConditions(one => one.IsSamePerson.ShouldBeTrue(), one => one.Percent.ShouldBeLessThan(35));
        found.Single(one => one.Id == like.Case).ShouldSatisfyAllConditions(one => one.IsSamePerson.ShouldBeFalse(), one => one.Percent.ShouldBeGreaterThan(60));
        (await cases.Requests.Likeness.Of(cases.Office.Holder(Role.LegalReviewer), asked, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        await using var db = city.Database.CreateContext();
        (await db.AuditRecords.CountAsync(record => record.Act == "request.find-like")).ShouldBeGreaterThan(0);
    }
}
