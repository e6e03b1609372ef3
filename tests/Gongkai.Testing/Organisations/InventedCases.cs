using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Files;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Testing.Organisations;

/// <summary>文化广播局收到的申请：提一件、办一件，日期不写的是今天。</summary>
public sealed class InventedCases(InventedOffice office, RequestServices? requests = null)
{
    public RequestServices Requests { get; } = requests ?? new RequestServices(office.City.Database, office.City.Services);

    public InventedOffice Office => office;

    /// <summary>一份填得齐全的申请；号码是编的，校验位对。</summary>
    public static Application Application(string wanted = "2025 年文化场馆免费开放补助的发放名册") => new()
    {
        Kind = ApplicantKind.NaturalPerson, Name = "某乙", IdentityNumber = "999900199001010014", Phone = "13800138000", Email = "yi@example.cn", Address = "云泽市湖滨路 1 号",
        Wanted = wanted, Form = DisclosureForm.Electronic, Delivery = DeliveryWay.Portal,
    };

    /// <summary>在门户上提一件。</summary>
    public async Task<CaseReceipt> Submit(Application? application = null) =>
        InventedCity.Done(await Requests.Intake.Submit(office.Unit, application ?? Application(), $"{Guid.NewGuid():N}", CancellationToken.None));

    /// <summary>由原来的台账移入一件；没有写结局的还在办。</summary>
    public async Task<CaseId> TakenOver(string number, DateOnly received, CaseOutcome? outcome = null, DateOnly? resultOn = null, Application? application = null)
    {
        InventedCity.Done(await Requests.TakeOver.Take(office.Holder(Role.DisclosureOfficeHead), office.Unit, new LedgerEntry(number, received, application ?? Application()) { Outcome = outcome, ResultOn = resultOn }, CancellationToken.None));
        await using var db = office.City.Database.CreateContext();
        return new CaseId(await db.RequestCases.Where(row => row.Number == number && row.Unit == office.Unit.Value).Select(row => row.Id).SingleAsync());
    }

    /// <summary>提一件，确认、登记、交办，转入办理。</summary>
    public async Task<CaseReceipt> Processing(Application? application = null)
    {
        var receipt = await Submit(application);
        await Done(receipt.Case, Role.Handler, CaseAction.Confirm, new() { Evidence = "电话确认" });
        await Done(receipt.Case, Role.Handler, CaseAction.Register);
        await Done(receipt.Case, Role.DisclosureOfficeHead, CaseAction.Assign, new() { Assignee = office.Holder(Role.Handler) });
        await Done(receipt.Case, Role.Handler, CaseAction.Accept);
        return receipt;
    }

    /// <summary>拟答复、送审、审完、批准、发出。</summary>
    public async Task Answer(CaseId id, CaseDetails answer, string number = "云文广公复〔2026〕1号")
    {
        await Done(id, Role.Handler, CaseAction.StartDraft);
        await Done(id, Role.Handler, CaseAction.SubmitDraft, answer);
        await Done(id, Role.LegalReviewer, CaseAction.PassLegal);
        await Done(id, Role.SecrecyReviewer, CaseAction.PassSecrecy);
        await Done(id, Role.DisclosureOfficeHead, CaseAction.ApproveAnswer);
        await Done(id, Role.Handler, CaseAction.SendAnswer, new() { Number = number });
    }

    /// <summary>经办往案卷里放一个文件。</summary>
    public async Task<Outcome<int>> Attach(CaseId id, CaseFilePurpose purpose, byte[] content, string name, int? happened = null)
    {
        var form = $"{Guid.NewGuid():N}";
        using var stream = new MemoryStream(content);
        var kept = InventedCity.Done(await Requests.ApplicationFiles.Accept(form, stream, name, CancellationToken.None));
        return await Requests.Files.Attach(office.Holder(Role.Handler), id, purpose, happened, [kept.Receipt], form, CancellationToken.None);
    }

    /// <summary>办成一件。</summary>
    public async Task Done(CaseId id, Role role, CaseAction action, CaseDetails? details = null, DateOnly? on = null, params (string Field, string Text)[] fields) =>
        InventedCity.Done(await Do(id, role, action, details, on, fields));

    /// <summary>办一件。</summary>
    public Task<Outcome<long>> Do(CaseId id, Role role, CaseAction action, CaseDetails? details = null, DateOnly? on = null, params (string Field, string Text)[] fields) =>
        Do(office.Holder(role), id, action, details, on, fields);

    /// <summary>某人办一件。</summary>
    public async Task<Outcome<long>> Do(PersonId by, CaseId id, CaseAction action, CaseDetails? details = null, DateOnly? on = null, params (string Field, string Text)[] fields) =>
        await Requests.Desk.Do(by, new CaseInput(id, await VersionOf(id), action, on ?? office.City.Today)
        {
            Details = details ?? CaseDetails.None, Fields = fields.ToImmutableDictionary(field => field.Field, field => field.Text),
        }, null, CancellationToken.None);

    /// <summary>一件的全部，某个角色的人看到的。</summary>
    public async Task<CaseDossier> Open(CaseId id, Role role = Role.Handler) =>
        InventedCity.Done(await Requests.Board.Open(await office.Current(office.Holder(role)), id, CancellationToken.None));

    /// <summary>现在的并发版本。</summary>
    public async Task<long> VersionOf(CaseId id)
    {
        await using var db = office.City.Database.CreateContext();
        return (await db.RequestCases.FindAsync(id.Value))!.Version;
    }
}
