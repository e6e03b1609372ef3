using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Queries.Requests;
using Gongkai.Documents.Text;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests;

/// <summary>与一件相近的：同一申请人的，内容相近的。凭盲索引比，不给人看是谁；比一次记一次。条例第三十六条第六项、第四十四条。</summary>
public sealed class CaseLikeness(Database database, PermittedActs acts)
{
    // 比最近收到的这么多件；相近到这个程度才列；至多列几件。
    private const int Recent = 400, Listed = 12;
    private const double Least = 0.35;

    /// <summary>找。</summary>
    public async Task<Outcome<ImmutableArray<LikeCase>>> Of(PersonId by, CaseId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Owner(db, id, cancel) is not { } owner) return CaseDesk.Missing;
        return await acts.Perform<ImmutableArray<LikeCase>>(new PermittedAct(by, "request.find-like", Permission.HandleCase, owner), async scope =>
        {
            var row = (await CaseQueries.Shown(scope.Db, id, cancel))!;
            if (await database.Dossiers.Of(scope.Db, row.Subject, cancel) is not { } key) return CaseDesk.Erased;
            var wanted = ShingleSet.Of(row.ToContent(key).Wanted);
            var same = (await scope.Act.Personal.FindSame(row.Subject, [ApplicantFields.Identity, ApplicantFields.Phone, ApplicantFields.Email], cancel)).Select(Guid.Parse).ToHashSet();
            var others = scope.Db.RequestCases.AsNoTracking().Where(other => other.Unit == row.Unit && other.Id != row.Id && other.ErasedOn == null);
            var rows = await others.OrderByDescending(other => other.SubmittedAt).Take(Recent).ToListAsync(cancel);
            rows.AddRange(await others.Where(other => same.Contains(other.Id)).OrderByDescending(other => other.SubmittedAt).Take(Listed).ToListAsync(cancel));
            var keys = await database.Dossiers.Of(scope.Db, RequestCaseRow.SubjectKind, [.. rows.Select(other => other.Subject.Id).Distinct()], cancel);
            var ids = rows.ConvertAll(other => other.Id);
            var wishes = (await scope.Db.RequestVoices.Where(voice => ids.Contains(voice.Case) && voice.WishedOn != null).Select(voice => voice.Case).ToListAsync(cancel)).ToHashSet();
            var found = from other in rows.DistinctBy(other => other.Id)
                        where keys.ContainsKey(other.Subject.Id)
                        let content = other.ToContent(keys[other.Subject.Id])
                        let similarity = wanted.Containment(ShingleSet.Of(content.Wanted))
                        let isSame = same.Contains(other.Id)
                        where isSame || similarity >= Least
                        orderby isSame && similarity >= Least descending, similarity descending, other.SubmittedAt descending
                        select new LikeCase(new CaseId(other.Id), other.Number ?? other.TrackCode, content.Wanted.Length <= 60 ? content.Wanted : $"{content.Wanted[..60]}……", isSame, (int)Math.Round(similarity * 100), other.Outcome, other.ResultOn, wishes.Contains(other.Id));
            var listed = found.Take(Listed).ToImmutableArray();
            scope.Record(row.Subject, new { like = listed.Length });
            return listed;
        }, cancel);
    }
}

/// <summary>相近的一件。</summary>
/// <param name="Caption">案号；没有登记的是查询码。</param>
/// <param name="Wanted">所需信息的开头。</param>
/// <param name="IsSamePerson">证件号码、电话或者邮箱与这一件相同。</param>
/// <param name="WishesPublication">申请人希望把答复公开。</param>
/// <param name="Percent">内容相近的程度，0 至 100：共有的五字片段比上较短的一件。</param>
public sealed record LikeCase(CaseId Id, string Caption, string Wanted, bool IsSamePerson, int Percent, CaseOutcome? Outcome, DateOnly? ResultOn, bool WishesPublication);
