using System.Text;
using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Claims;
using Gongkai.Requests.Counting;
using Gongkai.Services.Requests;
using Gongkai.Services.Requests.Claims;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Requests;

/// <summary>更正申请、投诉举报经真的库：交来、登记、核查、批准、告知、落实、办结；提出的人的各项封着，别的单位看不见，不进表三。</summary>
public sealed class ClaimServiceTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_correction_goes_from_the_portal_to_its_end_and_the_claimant_sees_it_by_code(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var (cases, form) = (new InventedCases(await InventedOffice.Create(city)), "form-1");
        var requests = cases.Requests;
        using var proof = new MemoryStream(await System.IO.File.ReadAllBytesAsync(Testing.Repository.PathOf("samples", "10-市司法局2025.pdf")));
        var kept = InventedCity.Done(await requests.ApplicationFiles.Accept(form, proof, "登记证.pdf", None));
        (await requests.ClaimIntake.Submit(Entry(cases, ClaimKind.Correction) with { Claimant = InventedCases.Application() with { Name = null } }, [], form, None)).Refusal!.Reason.ShouldContain("姓名");
        var receipt = InventedCity.Done(await requests.ClaimIntake.Submit(Entry(cases, ClaimKind.Correction), [kept.Receipt], form, None));
        InventedCity.Done(await requests.ClaimIntake.Submit(Entry(cases, ClaimKind.Correction), [kept.Receipt], form, None)).ShouldBe(receipt, "按两下只收一件。");
        receipt.TrackCode.ShouldStartWith("GZ");
        var pass = new TrackPass(receipt.TrackCode, "0014");
        (await requests.ClaimTracking.Find(pass with { LastFour = "9999" }, None)).Succeeded.ShouldBeFalse();

        await Done(cases, receipt.Claim, Role.Handler, ClaimAction.Register, ClaimDetails.None);
        (await requests.ClaimTracking.Find(pass, None)).Value.ShouldSatisfyAllConditions(found => found.Number.ShouldBe("GZ-2026-0001"), found => found.DueOn.ShouldNotBeNull());
        await Done(cases, receipt.Claim, Role.Handler, ClaimAction.AskMaterial, new() { Text = "请补登记证的第二页", Until = city.Today.AddDays(10) });
        var version = InventedCity.Done(await requests.ClaimTracking.Find(pass, None)).Version;
        InventedCity.Done(await requests.ClaimTracking.Do(pass, ClaimAction.ReceiveMaterial, version, "第二页写着九十平方米", "k1", None));
        (await requests.ClaimTracking.Do(pass, ClaimAction.Approve, version + 1, null, "k2", None)).Succeeded.ShouldBeFalse("批准不是提出的人做的。");
        await Done(cases, receipt.Claim, Role.Handler, ClaimAction.Record, new() { Text = "调阅登记簿", Evidence = "登记簿第三页" });
        await Done(cases, receipt.Claim, Role.Handler, ClaimAction.Propose, new() { Result = ClaimResult.Corrected, Text = "登记时抄错了一位数", Until = city.Today.AddDays(5) });
        (await Do(cases, receipt.Claim, Role.Handler, ClaimAction.Approve, ClaimDetails.None)).Refusal.ShouldBeOfType<AccessRefusal>();
        await Done(cases, receipt.Claim, Role.DisclosureOfficeHead, ClaimAction.Approve, ClaimDetails.None);
        (await requests.ClaimTracking.Letter(pass, None)).ShouldBeNull("还没有告知。");
        await Done(cases, receipt.Claim, Role.Handler, ClaimAction.Tell, new() { Number = "云文广公更〔2026〕1号", Evidence = "签收单" });
        (await requests.ClaimTracking.Letter(pass, None))!.ShouldSatisfyAllConditions(letter => letter.To.ShouldBe("某乙"), letter => letter.Paragraphs[^1].ShouldContain("申请行政复议"));
        await Done(cases, receipt.Claim, Role.Handler, ClaimAction.FollowUp, new() { Text = "登记簿已经更正", Evidence = "更正后的第三页" });
        await Done(cases, receipt.Claim, Role.Handler, ClaimAction.Close, ClaimDetails.None);

        var who = await cases.Office.Current(cases.Office.Holder(Role.Handler));
        var dossier = InventedCity.Done(await requests.ClaimBoard.Open(who, receipt.Claim, None));
        (dossier.Line.Stage, dossier.Line.Result, dossier.RegisterEntry, dossier.Files.Single().Name).ShouldBe((ClaimStage.Closed, ClaimResult.Corrected, null, "登记证.pdf"));
        InventedCity.Done(await requests.ClaimBoard.File(cases.Office.Holder(Role.Handler), receipt.Claim, 1, None)).Content.Length.ShouldBe((int)proof.Length);
        InventedCity.Done(await requests.ClaimBoard.Claimant(cases.Office.Holder(Role.Handler), receipt.Claim, None)).Name!.Reveal().ShouldBe("某乙");
        InventedCity.Done(await requests.Counting.Of(who, cases.Office.Unit, city.Today.Year, None)).Table.Total(TableThree.NewlyReceived).ShouldBe(0, "更正申请不计入表三。");
        var stranger = await city.Services.Current.Find(await city.Somebody(Role.Handler, city.Tourism), None);
        (await requests.ClaimBoard.Open(stranger!, receipt.Claim, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        await Sealed(city, "某乙", "九十平方米", "登记证.pdf", "13800138000");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_complaint_by_phone_is_linked_and_enters_the_register_with_nothing_personal_when_it_is_closed(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var (requests, handler) = (cases.Requests, cases.Office.Holder(Role.Handler));
        var about = (await cases.Processing()).Case;
        var receipt = InventedCity.Done(await requests.ClaimIntake.Enter(handler, Entry(cases, ClaimKind.Complaint), ClaimWay.Phone, [], "k", None));
        (await Do(cases, receipt.Claim, Role.Handler, ClaimAction.Register, ClaimDetails.None, "2026-9999")).Refusal!.Reason.ShouldContain("没有案号");
        InventedCity.Done(await Do(cases, receipt.Claim, Role.Handler, ClaimAction.Register, ClaimDetails.None, "2026-0001"));
        await Done(cases, receipt.Claim, Role.Handler, ClaimAction.Accept, ClaimDetails.None);
        await Done(cases, receipt.Claim, Role.Handler, ClaimAction.Record, new() { Text = "调阅案卷，逾期三天", Evidence = "案卷" });
        await Done(cases, receipt.Claim, Role.Handler, ClaimAction.Propose, new() { Result = ClaimResult.Upheld, Text = "答复逾期三个工作日", Until = city.Today.AddDays(7) });
        await Done(cases, receipt.Claim, Role.DisclosureOfficeHead, ClaimAction.Approve, ClaimDetails.None);
        await Done(cases, receipt.Claim, Role.Handler, ClaimAction.Tell, new() { Number = "云文广公投〔2026〕1号", Evidence = "电话告知，有录音" });
        await Done(cases, receipt.Claim, Role.Handler, ClaimAction.FollowUp, new() { Text = "已经答复", Evidence = "答复书" });
        await Done(cases, receipt.Claim, Role.Handler, ClaimAction.Close, ClaimDetails.None);

        var dossier = InventedCity.Done(await requests.ClaimBoard.Open(await cases.Office.Current(handler), receipt.Claim, None));
        (await requests.ClaimBoard.About(await cases.Office.Current(handler), about, None)).ShouldHaveSingleItem().Number.ShouldBe("TS-2026-0001");
        (await requests.ClaimBoard.Waiting(await cases.Office.Current(handler), None)).ShouldBeEmpty("办结了，工作台上没有。");
        (await CaseVerification.Of(city.Database, None)).ShouldBeEmpty();
        (dossier.Case!.Id, dossier.Line.Number).ShouldBe((about, "TS-2026-0001"));
        await using var db = city.Database.CreateContext();
        var entry = (await db.RegisterEntries.SingleAsync(row => row.Form == "complaints")).ToEntry();
        (entry.Id.Value, entry.Values["number"], entry.Values["source"], entry.Values["verified"], entry.Values["measure"], entry.Values["matter"]).ShouldBe((dossier.RegisterEntry!.Value, "TS-2026-0001", "电话", "属实", "督促整改", "答复逾期三个工作日"));
        await db.Claims.ExecuteUpdateAsync(set => set.SetProperty(row => row.Result, ClaimResult.Unfounded));
        (await CaseVerification.Of(city.Database, None)).ShouldHaveSingleItem().Caption.ShouldBe("TS-2026-0001", "db verify 看得出改过的结果。");
        string.Join('；', entry.Values.Values).ShouldNotContain("某乙");
        await Sealed(city, "某乙", "拖着不答", "13800138000");
    }

    private static ClaimEntry Entry(InventedCases cases, ClaimKind kind) => new(
        cases.Office.Unit, kind, InventedCases.Application(), kind == ClaimKind.Correction ? new("房屋登记的面积", "登记为八十，应当是九十平方米", "登记证", null) : new("云泽市文化广播局", "申请拖着不答", "", "2026-0001"));

    private static async Task Done(InventedCases cases, ClaimId id, Role role, ClaimAction action, ClaimDetails details) => InventedCity.Done(await Do(cases, id, role, action, details));

    private static async Task<Law.Outcome<long>> Do(InventedCases cases, ClaimId id, Role role, ClaimAction action, ClaimDetails details, string? number = null)
    {
        await using var db = cases.Office.City.Database.CreateContext();
        var version = (await db.Claims.AsNoTracking().SingleAsync(row => row.Id == id.Value)).Version;
        return await cases.Requests.ClaimDesk.Do(cases.Office.Holder(role), new ClaimAct(id, version, action, cases.Office.City.Today, details, number), null, None);
    }

    // 库里没有明文，审计里也没有；链完好。
    private static async Task Sealed(InventedCity city, params string[] secrets)
    {
        await using var db = city.Database.CreateContext();
        var stored = new StringBuilder();
        foreach (var row in await db.Claims.Include(one => one.Events).AsNoTracking().ToListAsync())
            foreach (var box in row.Events.Select(one => one.Details).Append(row.Content)) stored.Append(Encoding.UTF8.GetString(box));
        foreach (var file in await db.ClaimFiles.AsNoTracking().ToListAsync()) stored.Append(Encoding.UTF8.GetString(file.Name));
        stored.AppendJoin('\n', await db.AuditRecords.Select(record => record.Changes).ToListAsync());
        foreach (var secret in secrets) stored.ToString().ShouldNotContain(secret);
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }
}
