using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Claims;
using Gongkai.Requests.Letters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests.Claims;

/// <summary>提出的人查自己的一件：凭查询码，加上证件号码或者电话的后四位；可以补充证据、撤回，告知以后看告知书。</summary>
public sealed class ClaimTracking(Database database, UnitTrees trees, ClaimDesk desk)
{
    /// <summary>查询码像是诉求的：不是的到申请里找。</summary>
    public static bool IsClaim(string code) => code.Trim().ToUpperInvariant() is ['G', 'Z', ..] or ['T', 'S', ..];

    /// <summary>查一件。</summary>
    public async Task<Outcome<TrackedClaim>> Find(TrackPass pass, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await Row(db, pass, tracking: false, cancel) is not { } row || await database.Dossiers.Of(db, row.Subject, cancel) is not { } key) return CaseTracking.NotFound;
        var (state, tree) = (row.ToState(key), await trees.Load(db, cancel));
        var calendar = (await database.Calendar.Load(db, cancel)).Days;
        return new TrackedClaim(
            row.TrackCode, row.Kind, row.Number, tree.Find(new UnitId(row.Unit))!.Latest.Name, row.SubmittedAt, row.ToContent(key), state, ClaimClock.Due(state, calendar), [.. row.ToEvents(key)],
            ClaimDecisions.Permitted(state, [ClaimRole.Claimant]), row.Version);
    }

    /// <summary>告知书；还没有告知的、凭据不对的为空。看一次记一次。</summary>
    public async Task<Letter?> Letter(TrackPass pass, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await Row(db, pass, tracking: false, cancel) is not { ToldOn: not null } found) return null;
        var read = await database.Acts.Perform<Letter>(new Act("claim.pick-up-letter", CaseIntake.Public, new ChainId(found.Unit)), async scope =>
        {
            if (await Row(scope.Db, pass, tracking: false, cancel) is not { } row || await database.Dossiers.Of(scope.Db, row.Subject, cancel) is not { } key) return CaseTracking.NotFound;
            scope.Record(row.Subject, new { letter = true });
            return await ClaimBoard.Compose(scope, await trees.Load(scope.Db, cancel), row, key, cancel) is { } letter ? letter : CaseTracking.NotFound;
        }, cancel);
        return read.Succeeded ? read.Value : null;
    }

    /// <summary>提出的人自己做一件：补充证据、撤回。</summary>
    public async Task<Outcome<long>> Do(TrackPass pass, ClaimAction action, long version, string? text, string key, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await Row(db, pass, tracking: false, cancel) is not { } found) return CaseTracking.NotFound;
        var used = new CommandKey($"claim-{key}", new { found.Id, action, version, content = Convert.ToHexString(database.Secrets.Fingerprint("claim", text ?? "")) });
        return await database.Acts.Perform<long>(new Act(ClaimDesk.KindOf(action), CaseIntake.Public, new ChainId(found.Unit)) { Key = used }, async scope =>
        {
            if (await Row(scope.Db, pass, tracking: true, cancel) is not { } row) return CaseTracking.NotFound;
            if (scope.Stale(row, version) is { } stale) return stale;
            var done = await desk.Carry(scope, row, new ClaimCommand(action, ClaimRole.Claimant, null, scope.Now, scope.Today, new ClaimDetails { Text = string.IsNullOrWhiteSpace(text) ? null : text.Trim() }), cancel);
            return done.Refusal is { } refusal ? refusal : version + 1;
        }, cancel);
    }

    private async Task<ClaimRow?> Row(GongkaiDbContext db, TrackPass pass, bool tracking, CancellationToken cancel)
    {
        var code = pass.Code.Trim().ToUpperInvariant();
        var row = await (tracking ? db.Claims : db.Claims.AsNoTracking()).Include(one => one.Events).SingleOrDefaultAsync(one => one.TrackCode == code, cancel);
        return row is not null && ApplicantFields.LastFour(pass.LastFour) is { } last && (Matches(row.IdentityProof) || Matches(row.PhoneProof)) ? row : null;

        bool Matches(byte[]? proof) => proof is not null && database.Secrets.Matches(ClaimIntake.ProofPurpose(row.Id), ApplicantFields.LastFour(pass.LastFour)!, proof);
    }
}

/// <summary>提出的人看到的一件。</summary>
/// <param name="Number">编号；没有登记的为空。</param>
/// <param name="UnitName">由哪个单位办。</param>
/// <param name="DueOn">办理期限的最后一日（含），本机关自己定的；没有的为空。</param>
/// <param name="Acts">提出的人此时可以做的。</param>
/// <param name="Version">并发的版本。</param>
public sealed record TrackedClaim(
    string TrackCode, ClaimKind Kind, string? Number, string UnitName, DateTimeOffset SubmittedAt, ClaimContent Content, ClaimState State, DateOnly? DueOn, ImmutableArray<ClaimEvent> Events, ImmutableArray<ClaimAction> Acts, long Version);
