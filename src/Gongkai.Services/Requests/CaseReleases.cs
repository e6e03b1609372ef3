using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.PersonalData;
using Gongkai.Organisations.People;
using Gongkai.Requests.Files;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Redaction;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests;

/// <summary>随答复提供的各个文件放出的样子：存，取，给办理看做成了没有。</summary>
internal static class CaseReleases
{
    /// <summary>此时随答复提供的各个文件，最近的一版。</summary>
    public static async Task<List<RequestReleaseRow>> Latest(GongkaiDbContext db, Guid id, CancellationToken cancel)
    {
        var files = await db.RequestFiles.AsNoTracking().Where(file => file.Case == id && file.Purpose == CaseFilePurpose.Answer).Select(file => file.Number).ToListAsync(cancel);
        if (files.Count == 0) return [];
        var rows = await db.RequestReleases.AsNoTracking().Where(row => row.Case == id && files.Contains(row.File)).ToListAsync(cancel);
        return [.. rows.GroupBy(row => row.File).Select(versions => versions.MaxBy(row => row.Version)!).OrderBy(row => row.File)];
    }

    /// <summary>办理要看的。</summary>
    public static async Task<ImmutableArray<ReleaseFact>> Facts(GongkaiDbContext db, RequestCaseRow row, DossierKey key, CancellationToken cancel)
    {
        var latest = await Latest(db, row.Id, cancel);
        if (latest.Count == 0) return [];
        var names = (await CaseFiles.List(db, new CaseId(row.Id), key, cancel)).ToDictionary(file => file.Number, file => file.Name);
        return [.. latest.Select(release => new ReleaseFact(names[release.File], release.IsMade, release.MadeBy is { } by ? new PersonId(by) : null, release.ToRedaction(key)))];
    }

    /// <summary>写进答复书的遮盖说明；没有遮盖的为空。</summary>
    public static async Task<string?> Statement(GongkaiDbContext db, RequestCaseRow row, DossierKey key, CancellationToken cancel) =>
        FileRedaction.Statement((await Latest(db, row.Id, cancel)).Where(release => release.IsMade).Select(release => (release.ToName(key), release.ToRedaction(key))));

    /// <summary>放出的一份存好，做成这一版。</summary>
    public static async Task Make(Database database, ActScope scope, DossierKey key, RequestReleaseRow release, string name, byte[] content, PersonId by, CancellationToken cancel)
    {
        var box = release.Seal(key, content);
        var hash = await database.Attachments.Keep(box, cancel);
        await scope.AttachSealed(hash, box.Length, cancel);
        release.Make(key, name, hash, content.Length, by.Value, scope.Now);
    }

    /// <summary>解开做成的一份；没有的为空。</summary>
    public static async Task<byte[]?> Content(Database database, DossierKey key, RequestReleaseRow release, CancellationToken cancel)
    {
        await using var stored = release.Hash is { } hash ? await database.Attachments.Open(hash, cancel) : null;
        if (stored is null) return null;
        using var box = new MemoryStream();
        await stored.CopyToAsync(box, cancel);
        return release.ToContent(key, box.ToArray());
    }

    /// <summary>答复批准了，遮盖也批了。</summary>
    public static async Task Approve(ActScope scope, Guid id, PersonId by, CancellationToken cancel)
    {
        foreach (var latest in await Latest(scope.Db, id, cancel))
            if (await scope.Db.RequestReleases.FindAsync([id, latest.File, latest.Version], cancel) is { } release) (release.ApprovedBy, release.ApprovedAt) = (by.Value, scope.Now);
    }
}
