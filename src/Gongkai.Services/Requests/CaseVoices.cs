using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Queries.Requests;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Tracking;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests;

/// <summary>申请人在答复以后说的：评价服务，希望把答复公开。写的意见只给工作人员看，对外只有合起来的数。</summary>
public sealed class CaseVoices(Database database, PermittedActs acts, CaseTracking tracking)
{
    /// <summary>申请人自己说过的；凭据不对的、还没有说的为空。</summary>
    public async Task<CaseVoice?> OfApplicant(TrackPass pass, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await tracking.Row(db, pass, tracking: false, cancel) is { } row && await db.RequestVoices.FindAsync([row.Id], cancel) is { } voice ? new CaseVoice(voice.Score, voice.RatedOn, null, voice.WishedOn, false) : null;
    }

    /// <summary>评价，一件一次。</summary>
    public Task<Outcome<bool>> Rate(TrackPass pass, int? score, string? comment, string key, CancellationToken cancel) => Say(
        pass, "request.rate", new CommandKey($"rate-{key}", new { score, comment = Convert.ToHexString(database.Secrets.Fingerprint("request", comment ?? "")) }),
        (row, voice) => VoiceDecisions.RefuseRating(row.Outcome, voice?.Score is not null, score, comment),
        (voice, dossier, today) =>
        {
            (voice.Score, voice.RatedOn) = (score, today);
            if (!string.IsNullOrWhiteSpace(comment)) voice.Comment = RequestVoiceRow.Seal(dossier, comment.Trim());
            return new { score, hasComment = voice.Comment is not null };
        }, cancel);

    /// <summary>请求把答复公开。条例第四十四条。</summary>
    public Task<Outcome<bool>> Wish(TrackPass pass, string key, CancellationToken cancel) => Say(
        pass, "request.wish-publication", new CommandKey($"wish-{key}", new { wish = true }),
        (row, voice) => VoiceDecisions.RefuseWish(row.Outcome, voice?.WishedOn is not null),
        (voice, _, today) =>
        {
            voice.WishedOn = today;
            return new { wished = today };
        }, cancel);

    /// <summary>工作人员看一件的；没有说的为空。</summary>
    public async Task<CaseVoice?> Of(CurrentPerson who, CaseId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Owner(db, id, cancel) is not { } owner || !who.May(Permission.ReadCase, owner).Succeeded || await db.RequestVoices.FindAsync([id.Value], cancel) is not { } voice) return null;
        var dossier = await database.Dossiers.Of(db, new Subject(RequestCaseRow.SubjectKind, id.Value), cancel);
        return new CaseVoice(voice.Score, voice.RatedOn, dossier is null ? null : voice.ToComment(dossier), voice.WishedOn, voice.HiddenBy is not null);
    }

    /// <summary>把写的意见隐去：辱骂、泄露别人的事的；写明为什么，分数照样计。</summary>
    public async Task<Outcome<bool>> Hide(PersonId by, CaseId id, string? reason, CommandKey? key, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Owner(db, id, cancel) is not { } owner) return CaseDesk.Missing;
        return await acts.Perform<bool>(new PermittedAct(by, "request.hide-comment", Permission.ApproveCase, owner) { Key = key, Reason = reason }, async scope =>
        {
            if (string.IsNullOrWhiteSpace(reason)) return new Refusal("请写明为什么隐去。");
            if (reason.Length > VoiceDecisions.LongestComment) return new Refusal($"理由不超过 {VoiceDecisions.LongestComment} 个字。");
            if (await scope.Db.RequestVoices.FindAsync([id.Value], cancel) is not { Comment: not null, HiddenBy: null } voice) return new Refusal("没有写意见，或者已经隐去了。");
            (voice.HiddenBy, voice.HiddenReason) = (by.Value, reason.Trim());
            scope.Record(new Subject(RequestCaseRow.SubjectKind, id.Value), new { hidden = true });
            return true;
        }, cancel);
    }

    /// <summary>一个单位合起来的数。</summary>
    /// <param name="from">从哪一天（含）；不限的为空。</param>
    /// <param name="until">到哪一天（含）。</param>
    public async Task<VoiceFigures> Figures(UnitId unit, DateOnly? from, DateOnly until, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var first = from ?? DateOnly.MinValue;
        var voices = from voice in db.RequestVoices join row in db.RequestCases on voice.Case equals row.Id where row.Unit == unit.Value select voice;
        var scores = await voices.Where(voice => voice.RatedOn >= first && voice.RatedOn <= until).GroupBy(voice => voice.Score).Select(same => new { same.Key, Count = same.Count() }).ToListAsync(cancel);
        return new VoiceFigures([.. Enumerable.Range(VoiceDecisions.Least, VoiceDecisions.Most).Select(score => scores.Find(same => same.Key == score)?.Count ?? 0)], await voices.CountAsync(voice => voice.WishedOn >= first && voice.WishedOn <= until, cancel));
    }

    private async Task<Outcome<bool>> Say(
        TrackPass pass, string kind, CommandKey key, Func<RequestCaseRow, RequestVoiceRow?, Refusal?> refuse, Func<RequestVoiceRow, Data.PersonalData.DossierKey, DateOnly, object> say, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await tracking.Row(db, pass, tracking: false, cancel) is not { } found) return CaseTracking.NotFound;
        return await database.Acts.Perform<bool>(new Act(kind, CaseIntake.Public, new ChainId(found.Unit)) { Key = key }, async scope =>
        {
            if (await tracking.Row(scope.Db, pass, tracking: false, cancel) is not { } row || await database.Dossiers.Of(scope.Db, row.Subject, cancel) is not { } dossier) return CaseTracking.NotFound;
            var voice = await scope.Db.RequestVoices.FindAsync([row.Id], cancel);
            if (refuse(row, voice) is { } refusal) return refusal;
            if (voice is null) scope.Db.RequestVoices.Add(voice = new RequestVoiceRow { Case = row.Id });
            scope.Record(row.Subject, say(voice, dossier, scope.Today));
            return true;
        }, cancel);
    }
}

/// <summary>一件的申请人说的。</summary>
/// <param name="Score">评了几分；没有评的为空。</param>
/// <param name="Comment">写的意见；没有写的、隐去了的、给申请人自己看的为空。</param>
/// <param name="WishedOn">希望公开之日；没有说的为空。</param>
/// <param name="IsHidden">写的意见隐去了。</param>
public sealed record CaseVoice(int? Score, DateOnly? RatedOn, string? Comment, DateOnly? WishedOn, bool IsHidden);
