using System.Security.Cryptography;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.PersonalData;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Files;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Process;
using Gongkai.Services.Acting;
using Actor = Gongkai.Data.Acts.Actor;

namespace Gongkai.Services.Requests;

/// <summary>收申请：公众在门户上提的，工作人员录入的当面、邮寄、传真、邮件、口头的。缺项照收，以后请补正。条例第二十九条至第三十一条。</summary>
public sealed class CaseIntake(Database database, UnitTrees trees, PermittedActs acts, ApplicationFiles uploads, CaseFiles files)
{
    internal static readonly Actor Public = new(ActorKind.Public, null);

    private static readonly Refusal NoUnit = new("没有这个单位，或者它今天已经不在了。");

    /// <summary>公众在门户上提一件，答复查询码；等着双方确认。同一把钥匙再交，得到第一次的。</summary>
    /// <param name="unit">向哪个单位提出。</param>
    /// <param name="key">表单的钥匙。</param>
    public Task<Outcome<CaseReceipt>> Submit(UnitId unit, Application application, string key, CancellationToken cancel) => Submit(unit, application, [], key, cancel);

    /// <summary>连同所附的材料提一件。</summary>
    /// <param name="receipts">材料的收条，见 <see cref="ApplicationFiles"/>；要是同一把钥匙的表单收下的。</param>
    /// <param name="key">表单的钥匙。</param>
    public async Task<Outcome<CaseReceipt>> Submit(UnitId unit, Application application, IReadOnlyCollection<string> receipts, string key, CancellationToken cancel)
    {
        if (ApplicationChecks.Fault(application) is { } fault) return fault;
        var taken = await uploads.Take(key, receipts, cancel);
        if (taken.Refusal is { } wrong) return wrong;
        var attached = taken.Value;
        return await database.Acts.Perform<CaseReceipt>(
            new Act("request.submit", Public, new ChainId(unit.Value)) { Key = new CommandKey($"request-{key}", new { unit, content = Fingerprint(application), files = attached.Select(one => one.File.Print).ToArray() }) },
            async scope =>
            {
                if ((await trees.Load(scope.Db, cancel)).At(scope.Today).Find(unit) is null) return NoUnit;
                var arrival = new CaseCommand { Action = CaseAction.AwaitConfirmation, Role = CaseRole.System, At = scope.Now, On = scope.Today, Details = new CaseDetails { Way = ReceiptWay.Internet } };
                return await Take(scope, unit, application, arrival, null, attached, cancel);
            },
            cancel);
    }

    /// <summary>录入一件，答复它的标识。当面、口头、签收的邮件当日收到；别的记下到了，等双方确认。</summary>
    /// <param name="way">怎样到的。</param>
    /// <param name="on">到的那一天。</param>
    /// <param name="evidence">证据：签收单、受理记录；等确认的可以为空。</param>
    public async Task<Outcome<CaseReceipt>> Enter(PersonId by, UnitId unit, Application application, ReceiptWay way, DateOnly on, string? evidence, string? key, CancellationToken cancel)
    {
        if (ApplicationChecks.Fault(application) is { } fault) return fault;
        var used = key is null ? null : new CommandKey($"request-{key}", new { unit, way, on, evidence, content = Fingerprint(application) });
        return await acts.Perform<CaseReceipt>(
            new PermittedAct(by, "request.enter", Permission.HandleCase, unit) { Key = used },
            async scope =>
            {
                var roles = AccessDecisions.Roles(scope.Who, scope.Today).Where(grounds => grounds.Unit == unit).ToList();
                var action = way.NeedsConfirmation() ? CaseAction.AwaitConfirmation : CaseAction.Receive;
                var role = CaseRoles.For(CaseStage.Submitted, action, roles.Select(grounds => grounds.Role));
                var arrival = new CaseCommand { Action = action, Role = role, By = by, At = scope.Act.Now, On = on, Details = new CaseDetails { Way = way, Evidence = evidence } };
                return await Take(scope.Act, unit, application, arrival, by, [], cancel);
            },
            cancel);
    }

    private async Task<Outcome<CaseReceipt>> Take(ActScope scope, UnitId unit, Application application, CaseCommand arrival, PersonId? by, IReadOnlyList<(KeptContent File, byte[] Content)> attached, CancellationToken cancel)
    {
        var calendar = await database.Calendar.Load(scope.Db, cancel);
        var decided = CaseDecisions.Decide(CaseState.Initial, arrival, await CaseReading.Facts(scope, calendar.Days, unit, cancel));
        if (decided.Refusal is { } refusal) return refusal;
        var (row, key) = Open(scope, unit, application, by, scope.Now);
        var after = CaseState.Initial.After(decided.Value);
        row.Add(key, decided.Value, after, calendar);
        scope.Db.RequestCases.Add(row);
        foreach (var (at, one) in attached.Index()) await files.Add(scope, row.Id, key, at + 1, new KeptPaper(CaseFilePurpose.Application, null), one, cancel);
        await scope.Personal.Store(row.Subject, ApplicantFields.Of(application), cancel);
        scope.Record(row.Subject, new { arrival.Action, arrival.Details.Way, arrival.On, row.Applicant, files = attached.Count, to = row.Stage });
        return new CaseReceipt(new CaseId(row.Id), row.TrackCode, row.IdentityProof is not null || row.PhoneProof is not null);
    }

    /// <summary>新的一件，还没有一件事：编号、查询码、钥匙都有了，内容封好。</summary>
    internal (RequestCaseRow Row, DossierKey Key) Open(ActScope scope, UnitId unit, Application application, PersonId? by, DateTimeOffset submittedAt, Guid? redoOf = null)
    {
        var id = Guid.CreateVersion7(scope.Now);
        var key = database.Dossiers.Create(scope.Db, new Subject(RequestCaseRow.SubjectKind, id));
        var content = new ApplicationContent(application.Wanted.Trim(), application.Form, application.Delivery, application.Assistance, application.Agent is not null, application.Others.Length, application.MailNotices && !string.IsNullOrWhiteSpace(application.Email));
        return (new RequestCaseRow
        {
            Id = id, Unit = unit.Value, RedoOf = redoOf, TrackCode = NewTrackCode(), SubmittedAt = submittedAt, EnteredBy = by?.Value, Applicant = application.Kind,
            Content = RequestCaseRow.SealContent(key, content), IdentityProof = Proof(id, application.IdentityNumber), PhoneProof = Proof(id, application.Phone),
        }, key);
    }

    internal static string ProofPurpose(Guid id) => $"request/{id:D}";

    private byte[]? Proof(Guid id, string? number) => ApplicantFields.LastFour(number) is { } last ? database.Secrets.Fingerprint(ProofPurpose(id), last) : null;

    // 内容不明着散列：姓名、电话经得起试。
    private string Fingerprint(Application application) => Convert.ToHexString(database.Secrets.Fingerprint("application", application.ToString() + string.Join('\n', application.Others)));

    // 查询码不透露收到了多少件，也猜不出别人的。
    private static string NewTrackCode() => $"SQ{RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTVWXYZ", 10)}";
}

/// <summary>收下了一件。</summary>
/// <param name="Case">哪一件。</param>
/// <param name="TrackCode">查询码。</param>
/// <param name="CanTrack">写了证件号码或者电话，可以在网上查询。</param>
public sealed record CaseReceipt(CaseId Case, string TrackCode, bool CanTrack);
