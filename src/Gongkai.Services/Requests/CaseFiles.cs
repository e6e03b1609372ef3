using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.PersonalData;
using Gongkai.Data.Queries.Requests;
using Gongkai.Documents;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Intake;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests;

/// <summary>案卷里的文件：内容用这一卷的钥匙封上再存进附件库，抹去钥匙就读不出了。</summary>
public sealed class CaseFiles(Database database, PermittedActs acts)
{
    private static readonly Refusal Gone = new("没有这个文件。");

    /// <summary>一件的各个文件，只有名字和大小；谁能看案件谁看得见。</summary>
    public async Task<Outcome<ImmutableArray<CaseFile>>> Of(CurrentPerson who, CaseId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Shown(db, id, cancel) is not { } row) return CaseDesk.Missing;
        if (who.May(Permission.ReadCase, new UnitId(row.Unit)).Refusal is { } refusal) return refusal;
        if (await database.Dossiers.Of(db, row.Subject, cancel) is not { } key) return ImmutableArray<CaseFile>.Empty;
        var files = await db.RequestFiles.AsNoTracking().Where(file => file.Case == id.Value).OrderBy(file => file.Number).ToListAsync(cancel);
        return files.Select(file => new CaseFile(file.Number, file.Purpose, file.ToName(key), file.Length, FileKind.Of(file.Format))).ToImmutableArray();
    }

    /// <summary>打开一个；里面是身份证明，看一次记一次。</summary>
    /// <param name="number">第几个。</param>
    public async Task<Outcome<OpenedFile>> Open(PersonId by, CaseId id, int number, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Owner(db, id, cancel) is not { } owner) return CaseDesk.Missing;
        return await acts.Perform<OpenedFile>(new PermittedAct(by, "request.read-file", Permission.ReadPersonalData, owner), async scope =>
        {
            var row = (await CaseQueries.Shown(scope.Db, id, cancel))!;
            scope.Record(row.Subject, new { file = number });
            var file = await scope.Db.RequestFiles.AsNoTracking().SingleOrDefaultAsync(one => one.Case == id.Value && one.Number == number, cancel);
            if (file is null || await database.Dossiers.Of(scope.Db, row.Subject, cancel) is not { } key) return Gone;
            await using var stored = await database.Attachments.Open(file.Hash, cancel);
            if (stored is null) return Gone;
            using var box = new MemoryStream();
            await stored.CopyToAsync(box, cancel);
            return new OpenedFile(file.ToName(key), FileKind.Of(file.Format), key.OpenBytes(RequestFileRow.ContentFieldOf(number), box.ToArray()));
        }, cancel);
    }

    /// <summary>封好，存进附件库，随这件事登记。</summary>
    internal async Task Add(ActScope scope, Guid id, DossierKey key, int number, RequestFilePurpose purpose, KeptContent file, byte[] content, CancellationToken cancel)
    {
        var box = key.Seal(RequestFileRow.ContentFieldOf(number), content);
        var hash = await database.Attachments.Keep(box, cancel);
        await scope.AttachSealed(hash, box.Length, cancel);
        scope.Db.RequestFiles.Add(new RequestFileRow { Case = id, Number = number, Purpose = purpose, Name = key.Seal(RequestFileRow.NameFieldOf(number), file.Name), Hash = hash, Length = file.Length, Format = file.Kind });
    }
}

/// <summary>案卷里的一个文件。</summary>
/// <param name="Number">第几个，从 1 起。</param>
public sealed record CaseFile(int Number, RequestFilePurpose Purpose, string Name, long Length, FileKind Kind);

/// <summary>打开的一个文件；打印、写日志不带内容。</summary>
public sealed record OpenedFile(string Name, FileKind Kind, byte[] Content);
