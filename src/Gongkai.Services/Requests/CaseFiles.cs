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
using Gongkai.Requests.Files;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Redaction;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests;

/// <summary>案卷里的文件：内容用这一卷的钥匙封上再存进附件库，抹去钥匙就读不出了。</summary>
public sealed class CaseFiles(Database database, PermittedActs acts, ApplicationFiles uploads)
{
    /// <summary>一件至多几个文件。</summary>
    public const int Most = 60;

    internal static readonly Refusal Gone = new("没有这个文件。");

    /// <summary>一件的各个文件，只有名字和大小；谁能看案件谁看得见。</summary>
    public async Task<Outcome<ImmutableArray<CaseFile>>> Of(CurrentPerson who, CaseId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Shown(db, id, cancel) is not { } row) return CaseDesk.Missing;
        if (who.May(Permission.ReadCase, new UnitId(row.Unit)).Refusal is { } refusal) return refusal;
        return await database.Dossiers.Of(db, row.Subject, cancel) is { } key ? await List(db, id, key, cancel) : [];
    }

    /// <summary>打开一个，看一次记一次。随答复提供的，审答复的人都要看；申请人交来的、证据里有个人信息，要有看个人信息的权。</summary>
    /// <param name="number">第几个。</param>
    public async Task<Outcome<OpenedFile>> Open(PersonId by, CaseId id, int number, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Owner(db, id, cancel) is not { } owner) return CaseDesk.Missing;
        var purpose = await db.RequestFiles.Where(file => file.Case == id.Value && file.Number == number).Select(file => (CaseFilePurpose?)file.Purpose).SingleOrDefaultAsync(cancel);
        return await acts.Perform<OpenedFile>(new PermittedAct(by, "request.read-file", NeededFor(purpose), owner), async scope =>
        {
            var row = (await CaseQueries.Shown(scope.Db, id, cancel))!;
            scope.Record(row.Subject, new { file = number });
            return await database.Dossiers.Of(scope.Db, row.Subject, cancel) is { } key && await Load(scope.Db, id, key, number, cancel) is { } opened ? opened : Gone;
        }, cancel);
    }

    /// <summary>把收下的文件放进案卷，答复放了几个。随答复提供的，先看能不能做净化副本。</summary>
    /// <param name="purpose">随答复提供，或者证据。</param>
    /// <param name="happened">证据是第几件事的；不写明的为空。</param>
    /// <param name="receipts">收条，见 <see cref="ApplicationFiles"/>。</param>
    /// <param name="form">表单的钥匙。</param>
    public async Task<Outcome<int>> Attach(PersonId by, CaseId id, CaseFilePurpose purpose, int? happened, IReadOnlyCollection<string> receipts, string form, CancellationToken cancel)
    {
        var taken = await uploads.Take(form, receipts, cancel);
        if (taken.Refusal is { } wrong) return wrong;
        if (taken.Value.Count == 0) return new Refusal("请选文件。");
        var copies = new List<OpenedFile>();
        foreach (var (file, content) in purpose == CaseFilePurpose.Answer ? taken.Value : [])
        {
            var copy = ReleasedCopy.Of(new OpenedFile(file.Name, FileKind.Of(file.Kind), content), cancel);
            if (copy.Refusal is { } unfit) return unfit;
            copies.Add(copy.Value);
        }

        await using var db = database.CreateContext();
        if (await CaseQueries.Owner(db, id, cancel) is not { } owner) return CaseDesk.Missing;
        var used = new CommandKey($"request-{form}", new { id, purpose, happened, files = taken.Value.Select(one => one.File.Print).ToArray() });
        return await acts.Perform<int>(new PermittedAct(by, "request.attach-file", Permission.HandleCase, owner) { Key = used }, async scope =>
        {
            var row = (await CaseQueries.Shown(scope.Db, id, cancel))!;
            if (await database.Dossiers.Of(scope.Db, row.Subject, cancel) is not { } key) return Gone;
            if (CaseFileGuards.Refuse(row.ToState(key), purpose) is { } refusal) return refusal;
            if (happened is { } number && (number < 1 || number > row.EventCount)) return new Refusal("没有这一件事，请重新选是哪件事的证据。");
            var added = await AddAll(scope.Act, id, key, new KeptPaper(purpose, purpose == CaseFilePurpose.Evidence ? happened : null), taken.Value, cancel);
            if (added.Refusal is { } full) return full;
            foreach (var (at, copy) in copies.Index()) await AddCopy(scope.Act, id, added.Value + at, key, copy, by, cancel);
            scope.Record(row.Subject, new { purpose, files = taken.Value.Count, happened });
            return taken.Value.Count;
        }, cancel);
    }

    /// <summary>改一个文件的用途：随答复提供，或者留在案卷。</summary>
    public async Task<Outcome<bool>> Use(PersonId by, CaseId id, int number, CaseFilePurpose purpose, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Owner(db, id, cancel) is not { } owner) return CaseDesk.Missing;
        return await acts.Perform<bool>(new PermittedAct(by, "request.use-file", Permission.HandleCase, owner), async scope =>
        {
            var row = (await CaseQueries.Shown(scope.Db, id, cancel))!;
            var file = await scope.Db.RequestFiles.SingleOrDefaultAsync(one => one.Case == id.Value && one.Number == number, cancel);
            if (file is not { Purpose: CaseFilePurpose.Answer or CaseFilePurpose.Evidence } || purpose is not (CaseFilePurpose.Answer or CaseFilePurpose.Evidence) || await database.Dossiers.Of(scope.Db, row.Subject, cancel) is not { } key) return Gone;
            if (CaseFileGuards.Refuse(row.ToState(key), CaseFilePurpose.Answer) is { } refusal) return refusal;
            if (purpose == CaseFilePurpose.Answer && !await scope.Db.RequestReleases.AnyAsync(release => release.Case == id.Value && release.File == number, cancel))
            {
                var copy = ReleasedCopy.Of((await Load(scope.Db, id, key, number, cancel))!, cancel);
                if (copy.Refusal is { } unfit) return unfit;
                await AddCopy(scope.Act, id, number, key, copy.Value, by, cancel);
            }

            file.Purpose = purpose;
            scope.Record(row.Subject, new { file = number, purpose });
            return true;
        }, cancel);
    }

    internal static async Task<ImmutableArray<CaseFile>> List(GongkaiDbContext db, CaseId id, DossierKey key, CancellationToken cancel)
    {
        var files = await db.RequestFiles.AsNoTracking().Where(file => file.Case == id.Value).OrderBy(file => file.Number).ToListAsync(cancel);
        return [.. files.Select(file => new CaseFile(file.Number, file.Purpose, file.Event, file.ToName(key), file.Length, FileKind.Of(file.Format)))];
    }

    /// <summary>取出一个，解开；没有的为空。</summary>
    internal async Task<OpenedFile?> Load(GongkaiDbContext db, CaseId id, DossierKey key, int number, CancellationToken cancel)
    {
        var file = await db.RequestFiles.AsNoTracking().SingleOrDefaultAsync(one => one.Case == id.Value && one.Number == number, cancel);
        if (file is null) return null;
        await using var stored = await database.Attachments.Open(file.Hash, cancel);
        if (stored is null) return null;
        using var box = new MemoryStream();
        await stored.CopyToAsync(box, cancel);
        return new OpenedFile(file.ToName(key), FileKind.Of(file.Format), key.OpenBytes(RequestFileRow.ContentFieldOf(number), box.ToArray()));
    }

    /// <summary>接着已有的往下编号，放进案卷，答复头一个的编号；放不下的说明为什么。</summary>
    internal async Task<Outcome<int>> AddAll(ActScope scope, CaseId id, DossierKey key, KeptPaper paper, IReadOnlyList<(KeptContent File, byte[] Content)> files, CancellationToken cancel)
    {
        var last = await scope.Db.RequestFiles.Where(file => file.Case == id.Value).MaxAsync(file => (int?)file.Number, cancel) ?? 0;
        if (last + files.Count > Most) return new Refusal($"一件至多放 {Most} 个文件，已经有 {last} 个。");
        foreach (var (at, one) in files.Index()) await Add(scope, id.Value, key, last + at + 1, paper, one, cancel);
        return last + 1;
    }

    /// <summary>随答复提供的，第一版就是净化副本。</summary>
    private async Task AddCopy(ActScope scope, CaseId id, int number, DossierKey key, OpenedFile copy, PersonId by, CancellationToken cancel)
    {
        var release = RequestReleaseRow.Draft(id.Value, number, 1, key, FileRedaction.None);
        await CaseReleases.Make(database, scope, key, release, copy.Name, copy.Content, by, cancel);
        scope.Db.RequestReleases.Add(release);
    }

    /// <summary>封好，存进附件库，随这件事登记。</summary>
    internal async Task Add(ActScope scope, Guid id, DossierKey key, int number, KeptPaper paper, (KeptContent File, byte[] Content) one, CancellationToken cancel)
    {
        var box = key.Seal(RequestFileRow.ContentFieldOf(number), one.Content);
        var hash = await database.Attachments.Keep(box, cancel);
        await scope.AttachSealed(hash, box.Length, cancel);
        scope.Db.RequestFiles.Add(new RequestFileRow
        {
            Case = id, Number = number, Purpose = paper.Purpose, Event = paper.Event, Name = key.Seal(RequestFileRow.NameFieldOf(number), one.File.Name), Hash = hash, Length = one.File.Length, Format = one.File.Kind,
        });
    }

    private static Permission NeededFor(CaseFilePurpose? purpose) => purpose == CaseFilePurpose.Answer ? Permission.ReadCase : Permission.ReadPersonalData;
}

/// <summary>放进案卷的文件作什么用，是第几件事的。</summary>
internal sealed record KeptPaper(CaseFilePurpose Purpose, int? Event);

/// <summary>案卷里的一个文件。</summary>
/// <param name="Number">第几个，从 1 起。</param>
/// <param name="Event">是第几件事的；不属哪件事的为空。</param>
public sealed record CaseFile(int Number, CaseFilePurpose Purpose, int? Event, string Name, long Length, FileKind Kind);

/// <summary>打开的一个文件；打印、写日志不带内容。</summary>
public sealed record OpenedFile(string Name, FileKind Kind, byte[] Content);
