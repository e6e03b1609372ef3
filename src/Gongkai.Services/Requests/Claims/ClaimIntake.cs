using System.Security.Cryptography;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Requests.Claims;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Requests.Claims;

/// <summary>收更正申请、投诉举报：公众在门户上交的，工作人员录入的。提出的人的各项封着存。条例第四十一条、第四十七条。</summary>
public sealed class ClaimIntake(Database database, UnitTrees trees, PermittedActs acts, ApplicationFiles uploads)
{
    private static readonly Refusal NoUnit = new("没有这个单位，或者它今天已经不在了。");

    /// <summary>公众在门户上交一件，答复查询码。同一把钥匙再交，得到第一次的。</summary>
    /// <param name="receipts">证据文件的收条；要是同一把钥匙的表单收下的。</param>
    /// <param name="key">表单的钥匙。</param>
    public async Task<Outcome<ClaimReceipt>> Submit(ClaimEntry entry, IReadOnlyCollection<string> receipts, string key, CancellationToken cancel)
    {
        if (entry.Fault() is { } fault) return fault;
        var taken = await uploads.Take(key, receipts, cancel);
        if (taken.Refusal is { } wrong) return wrong;
        return await database.Acts.Perform<ClaimReceipt>(
            new Act("claim.submit", CaseIntake.Public, new ChainId(entry.Unit.Value)) { Key = Used(key, entry, taken.Value) },
            async scope => (await trees.Load(scope.Db, cancel)).At(scope.Today).Find(entry.Unit) is null ? NoUnit : await Take(scope, entry, ClaimWay.Portal, null, taken.Value, cancel),
            cancel);
    }

    /// <summary>工作人员录入来访、来信、电话、转办的。</summary>
    public async Task<Outcome<ClaimReceipt>> Enter(PersonId by, ClaimEntry entry, ClaimWay way, IReadOnlyCollection<string> receipts, string key, CancellationToken cancel)
    {
        if (entry.Fault() is { } fault) return fault;
        var taken = await uploads.Take(key, receipts, cancel);
        if (taken.Refusal is { } wrong) return wrong;
        return await acts.Perform<ClaimReceipt>(
            new PermittedAct(by, "claim.enter", Permission.HandleCase, entry.Unit) { Key = Used($"{key}-{way}", entry, taken.Value) },
            async scope => await Take(scope.Act, entry, way, by, taken.Value, cancel), cancel);
    }

    private async Task<Outcome<ClaimReceipt>> Take(ActScope scope, ClaimEntry entry, ClaimWay way, PersonId? by, IReadOnlyList<(KeptContent File, byte[] Content)> files, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7(scope.Now);
        var key = database.Dossiers.Create(scope.Db, new Subject(ClaimRow.SubjectKind, id));
        var row = new ClaimRow
        {
            Id = id, Unit = entry.Unit.Value, Kind = entry.Kind, Way = way, TrackCode = NewTrackCode(entry.Kind), SubmittedAt = scope.Now, EnteredBy = by?.Value, Content = ClaimRow.SealContent(key, entry.Content),
            IdentityProof = Proof(id, entry.Claimant.IdentityNumber), PhoneProof = Proof(id, entry.Claimant.Phone), Stage = ClaimStage.Submitted,
        };
        scope.Db.Claims.Add(row);
        foreach (var (at, one) in files.Index())
        {
            var box = key.Seal(ClaimFileRow.ContentFieldOf(at + 1), one.Content);
            var hash = await database.Attachments.Keep(box, cancel);
            await scope.AttachSealed(hash, box.Length, cancel);
            scope.Db.ClaimFiles.Add(new ClaimFileRow { Claim = id, Number = at + 1, Name = key.Seal(ClaimFileRow.NameFieldOf(at + 1), one.File.Name), Hash = hash, Length = one.File.Length, Format = one.File.Kind });
        }

        var personal = ApplicantFields.Of(entry.Claimant);
        if (personal.Count > 0) await scope.Personal.Store(row.Subject, personal, cancel);
        scope.Record(row.Subject, new { entry.Kind, way, files = files.Count });
        return new ClaimReceipt(new ClaimId(id), row.TrackCode, row.IdentityProof is not null || row.PhoneProof is not null);
    }

    internal static string ProofPurpose(Guid id) => $"claim/{id:D}";

    private byte[]? Proof(Guid id, string? number) => ApplicantFields.LastFour(number) is { } last ? database.Secrets.Fingerprint(ProofPurpose(id), last) : null;

    // 内容不明着散列：姓名、电话经得起试。
    private CommandKey Used(string key, ClaimEntry entry, IReadOnlyList<(KeptContent File, byte[] Content)> files) =>
        new($"claim-{key}", new { entry.Unit, entry.Kind, content = Convert.ToHexString(database.Secrets.Fingerprint("claim", $"{entry.Claimant}\n{entry.Content}")), files = files.Select(one => one.File.Print).ToArray() });

    // 头两个字母说是哪一种，查询页凭它知道到哪里找。
    private static string NewTrackCode(ClaimKind kind) => $"{(kind == ClaimKind.Correction ? "GZ" : "TS")}{RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTVWXYZ", 10)}";
}
