using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Data.Queries.Requests;
using Gongkai.Documents;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Files;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Letters;
using Gongkai.Requests.Process;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests;

/// <summary>申请人查自己的一件：凭查询码，加上证件号码或者电话的后四位。查到的可以补正、撤回、领取写给自己的文书。</summary>
public sealed class CaseTracking(Database database, UnitTrees trees, CaseDesk desk, CaseFiles files, ApplicationFiles uploads)
{
    // 查询码不对、后四位不对，说法一样：不让人试出哪些查询码是真的。
    internal static readonly Refusal NotFound = new("没有查到：请核对查询码，和申请时所写证件号码或者电话的后四位。");

    /// <summary>查一件。</summary>
    public async Task<Outcome<TrackedCase>> Find(TrackPass pass, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await Row(db, pass, tracking: false, cancel) is not { } row) return NotFound;
        if (await database.Dossiers.Of(db, row.Subject, cancel) is not { } key) return NotFound;
        var (state, tree) = (row.ToState(key), await trees.Load(db, cancel));
        var letters = await CaseQueries.Letters(db, new CaseId(row.Id), cancel);
        var mine = letters.Where(letter => LetterTemplates.Find(letter.Template)?.To == Addressee.Applicant).Select(letter => new CaseLetter(letter.Number, letter.Event, letter.Template, letter.ToLetter(key)));
        return new TrackedCase(
            row.TrackCode, row.Number, tree.Find(new UnitId(row.Unit))!.Latest.Name, row.SubmittedAt, row.ToContent(key), state, CaseDeadline.Of(state, (await database.Calendar.Load(db, cancel)).Days),
            [.. row.ToEvents(key)], [.. mine], [.. (await CaseReleases.Latest(db, row.Id, cancel)).Where(release => release.IsMade).Select(release => new AnswerFile(release.File, release.ToName(key), release.Length!.Value))], CaseDecisions.Permitted(state, CaseRole.Applicant), row.Version);
    }

    /// <summary>随答复提供的一个文件放出的样子（净化过、遮盖过的）；答复还没有送达的、不是随答复提供的、凭据不对的为空。</summary>
    /// <param name="number">第几个。</param>
    public async Task<OpenedFile?> File(TrackPass pass, int number, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await Row(db, pass, tracking: false, cancel) is not { } row || await database.Dossiers.Of(db, row.Subject, cancel) is not { } key || !CaseFileGuards.AreReleased(row.ToState(key))) return null;
        if ((await CaseReleases.Latest(db, row.Id, cancel)).Find(release => release.File == number) is not { IsMade: true } release || await CaseReleases.Content(database, key, release, cancel) is not { } content) return null;
        var name = release.ToName(key);
        return new OpenedFile(name, FileKind.WithExtension(name), content);
    }

    /// <summary>写给申请人的一份文书，打开答复书就是送达；没有的、不是写给他的、凭据不对的为空。</summary>
    /// <param name="number">第几份。</param>
    public async Task<Letter?> Letter(TrackPass pass, int number, CancellationToken cancel)
    {
        if ((await Find(pass, cancel)) is not { Succeeded: true } found || found.Value.Letters.FirstOrDefault(letter => letter.Number == number) is not { } letter) return null;
        if (found.Value.State.Stage == CaseStage.Replied && found.Value.Events[letter.Event - 1].To == CaseStage.Replied) await PickUp(pass, cancel);
        return letter.Letter;
    }

    /// <summary>申请人打开了答复书：在门户领取，这一天是送达日。已经记下送达的不再记。</summary>
    private async Task PickUp(TrackPass pass, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await Row(db, pass, tracking: false, cancel) is not { } found) return;
        await database.Acts.Perform<bool>(
            new Act(CaseDesk.KindOf(CaseAction.RecordDelivery), CaseIntake.Public, new ChainId(found.Unit)),
            async scope =>
            {
                if (await Row(scope.Db, pass, tracking: true, cancel) is not { Stage: CaseStage.Replied } row) return NotFound;
                var details = new CaseDetails { Delivered = DeliveryWay.Portal, Evidence = "申请人凭查询码在门户打开答复书" };
                var command = new CaseCommand { Action = CaseAction.RecordDelivery, Role = CaseRole.System, At = scope.Now, On = scope.Today, Details = details };
                var done = await desk.Carry(scope, await trees.Load(scope.Db, cancel), row, command, new CaseInput(new CaseId(row.Id), row.Version, command.Action, scope.Today) { Details = details }, cancel);
                return done.Refusal is { } refusal ? refusal : true;
            },
            cancel);
    }

    /// <summary>申请人自己做一件：补正、撤回。</summary>
    /// <param name="text">补正的内容；撤回的可以为空。</param>
    /// <param name="key">表单的钥匙。</param>
    public Task<Outcome<long>> Do(TrackPass pass, CaseAction action, long version, string? text, string key, CancellationToken cancel) => Do(pass, action, version, text, [], key, cancel);

    /// <summary>连同材料补正。</summary>
    /// <param name="receipts">补正材料的收条，见 <see cref="ApplicationFiles"/>；要是同一把钥匙的表单收下的。</param>
    /// <param name="key">表单的钥匙。</param>
    public async Task<Outcome<long>> Do(TrackPass pass, CaseAction action, long version, string? text, IReadOnlyCollection<string> receipts, string key, CancellationToken cancel)
    {
        if (text?.Length > ApplicationChecks.LongestWanted) return new Refusal($"不超过 {ApplicationChecks.LongestWanted} 个字，现在有 {text.Length} 个。");
        if (action == CaseAction.ReceiveCorrection && string.IsNullOrWhiteSpace(text)) return new Refusal("请写明要补正的内容。");
        var taken = await uploads.Take(key, action == CaseAction.ReceiveCorrection ? receipts : [], cancel);
        if (taken.Refusal is { } wrong) return wrong;
        await using var db = database.CreateContext();
        if (await Row(db, pass, tracking: false, cancel) is not { } found) return NotFound;
        var content = Convert.ToHexString(database.Secrets.Fingerprint("request", text ?? ""));
        var used = new CommandKey($"request-{key}", new { found.Id, action, version, content, files = taken.Value.Select(one => one.File.Print).ToArray() });
        return await database.Acts.Perform<long>(
            new Act(CaseDesk.KindOf(action), CaseIntake.Public, new ChainId(found.Unit)) { Key = used },
            async scope =>
            {
                if (await Row(scope.Db, pass, tracking: true, cancel) is not { } row) return NotFound;
                if (scope.Stale(row, version) is { } stale) return stale;
                var details = new CaseDetails { Text = string.IsNullOrWhiteSpace(text) ? null : text.Trim() };
                var input = new CaseInput(new CaseId(row.Id), version, action, scope.Today) { Details = details };
                var command = new CaseCommand { Action = action, Role = CaseRole.Applicant, At = scope.Now, On = scope.Today, Details = details };
                var done = await desk.Carry(scope, await trees.Load(scope.Db, cancel), row, command, input, cancel);
                if (done.Refusal is { } refusal) return refusal;
                var dossier = (await database.Dossiers.Of(scope.Db, row.Subject, cancel))!;
                if (await files.AddAll(scope, new CaseId(row.Id), dossier, new KeptPaper(CaseFilePurpose.Correction, done.Value.Number), taken.Value, cancel) is { Refusal: { } full }) return full;
                return version + 1;
            },
            cancel);
    }

    internal async Task<RequestCaseRow?> Row(GongkaiDbContext db, TrackPass pass, bool tracking, CancellationToken cancel)
    {
        var code = pass.Code.Trim().ToUpperInvariant();
        var rows = tracking ? db.RequestCases : db.RequestCases.AsNoTracking();
        var row = await rows.Include(row => row.Events).SingleOrDefaultAsync(row => row.TrackCode == code, cancel);
        return row is not null && ApplicantFields.LastFour(pass.LastFour) is { } last && (Matches(row.IdentityProof) || Matches(row.PhoneProof)) ? row : null;

        bool Matches(byte[]? proof) => proof is not null && database.Secrets.Matches(CaseIntake.ProofPurpose(row.Id), ApplicantFields.LastFour(pass.LastFour)!, proof);
    }
}

/// <summary>查询的凭据。</summary>
/// <param name="Code">查询码。</param>
/// <param name="LastFour">证件号码或者电话的后四位。</param>
public sealed record TrackPass(string Code, string LastFour);

/// <summary>申请人看到的一件。</summary>
/// <param name="Number">案号；没有登记的为空。</param>
/// <param name="UnitName">向哪个单位提出。</param>
/// <param name="Content">申请的内容。</param>
/// <param name="State">办到了哪里。</param>
/// <param name="Deadline">期限，连同逐日的理由。</param>
/// <param name="Events">各件事；给申请人看哪些由页面挑。</param>
/// <param name="Letters">写给申请人的文书。</param>
/// <param name="Files">随答复提供的文件；答复送达以后才给看。</param>
/// <param name="Acts">申请人此时可以做的。</param>
/// <param name="Version">并发的版本。</param>
public sealed record TrackedCase(
    string TrackCode, string? Number, string UnitName, DateTimeOffset SubmittedAt, ApplicationContent Content, CaseState State, CaseDeadline Deadline,
    ImmutableArray<CaseEvent> Events, ImmutableArray<CaseLetter> Letters, ImmutableArray<AnswerFile> Files, ImmutableArray<CaseAction> Acts, long Version);

/// <summary>随答复提供的一个文件，放出的样子。</summary>
/// <param name="Number">案卷里的第几个。</param>
/// <param name="Name">文件名。</param>
/// <param name="Length">字节数。</param>
public sealed record AnswerFile(int Number, string Name, long Length);
