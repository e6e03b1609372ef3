using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.PersonalData;
using Gongkai.Data.Queries.Requests;
using Gongkai.Documents;
using Gongkai.Documents.Layout;
using Gongkai.Documents.Redaction;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Requests.Files;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Redaction;
using Gongkai.Scanning;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Requests;

/// <summary>遮盖随答复提供的文件（区分处理，条例第三十七条）：标，去掉标记，做成并核验；做成的由批准答复的人一起批准。</summary>
public sealed class CaseRedactions(Database database, PermittedActs acts)
{
    private static readonly Refusal Stale = new("打开以后别人先改了标记，请看清楚再改。");

    /// <summary>打开一个文件来遮盖；看一次记一次。</summary>
    public Task<Outcome<RedactionDesk>> Open(PersonId by, CaseId id, int file, CancellationToken cancel) => Reading<RedactionDesk>(by, id, file, async (scope, row, key, release) =>
    {
        var (shown, source) = await Source(scope.Db, id, key, file, cancel);
        if (source.Refusal is { } unread) return unread;
        var word = shown!.Kind.Code == "docx";
        var pages = word ? (Outcome<IReadOnlyList<PlacedPage>>)Array.Empty<PlacedPage>() : Redactor.Pages(source.Value, shown.Kind, ReadLimits.Default, cancel);
        var paragraphs = word ? Redactor.Paragraphs(source.Value, ReadLimits.Default, cancel) : Array.Empty<WordParagraph>();
        if ((pages.Refusal ?? paragraphs.Refusal) is { } broken) return broken;
        var text = string.Join('\n', word ? paragraphs.Value.Select(paragraph => paragraph.Text) : PageText.Of(pages.Value).Select(line => line.Text));
        var redaction = release.ToRedaction(key);
        return new RedactionDesk(shown, Seen(release, redaction), release.Version, release.IsMade, redaction, pages.Value, paragraphs.Value, SuggestedTerms.Of(text), CaseFileGuards.Refuse(row.ToState(key), CaseFilePurpose.Answer));
    }, cancel);

    /// <summary>一页的样子，PNG。</summary>
    public Task<Outcome<byte[]>> Page(PersonId by, CaseId id, int file, int page, CancellationToken cancel) => Reading<byte[]>(by, id, file, async (scope, _, key, _) =>
    {
        var (shown, source) = await Source(scope.Db, id, key, file, cancel);
        return source.Refusal is { } unread ? unread : Redactor.Picture(source.Value, shown!.Kind, page, ReadLimits.Default, cancel);
    }, cancel);

    /// <summary>做成的一份：审答复的人看的就是放出的。</summary>
    public Task<Outcome<OpenedFile>> Released(PersonId by, CaseId id, int file, CancellationToken cancel) => Reading<OpenedFile>(by, id, file, async (scope, _, key, release) =>
    {
        var shown = (await CaseFiles.List(scope.Db, id, key, cancel)).First(one => one.Number == file);
        return await CaseReleases.Content(database, key, release, cancel) is { } content ? new OpenedFile(release.ToName(key), shown.Kind, content) : new Refusal("遮盖还没有做成。");
    }, cancel, Permission.ReadCase);

    /// <summary>添标记，答复添了几处。</summary>
    /// <param name="seen">看到的是哪一版、几处标记。</param>
    public async Task<Outcome<int>> Mark(PersonId by, CaseId id, int file, string seen, MarkInput input, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Shown(db, id, cancel) is not { } row || await database.Dossiers.Of(db, row.Subject, cancel) is not { } key) return CaseDesk.Missing;
        var (shown, source) = await Source(db, id, key, file, cancel);
        if (source.Refusal is { } unread) return unread;
        var found = MarkFinding.Of(source.Value, shown!.Kind, input, cancel);
        if (found.Refusal is { } nothing) return nothing;
        var changed = await Change(by, id, file, seen, "request.mark-file", marks => [.. marks, .. found.Value.Except(marks)], cancel);
        return changed.Refusal is { } refusal ? refusal : found.Value.Length;
    }

    /// <summary>去掉一处标记。</summary>
    /// <param name="index">第几处，从 0 起。</param>
    public Task<Outcome<bool>> Unmark(PersonId by, CaseId id, int file, string seen, int index, CancellationToken cancel) =>
        Change(by, id, file, seen, "request.unmark-file", marks => index >= 0 && index < marks.Length ? marks.RemoveAt(index) : marks, cancel);

    /// <summary>照标记做一份，核验过才算做成；一处标记也没有的，提供净化副本。</summary>
    public async Task<Outcome<bool>> Make(PersonId by, CaseId id, int file, string seen, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Shown(db, id, cancel) is not { } shownRow || await database.Dossiers.Of(db, shownRow.Subject, cancel) is not { } shownKey) return CaseDesk.Missing;
        if ((await CaseReleases.Latest(db, id.Value, cancel)).Find(one => one.File == file) is not { } draft) return CaseFiles.Gone;
        var redaction = draft.ToRedaction(shownKey);
        if (Seen(draft, redaction) != seen) return Stale;
        if (draft.IsMade) return new Refusal("这一版已经做成了。");
        var (shown, source) = await Source(db, id, shownKey, file, cancel);
        if (source.Refusal is { } unread) return unread;
        // 做、核验都慢，不占着这个单位的轮次。
        var made = redaction.Marks.IsEmpty ? new RedactedFile(shown!.Name, source.Value)
            : Redactor.Redact(source.Value, shown!.Name, shown.Kind, [.. redaction.Marks.Select(mark => mark.Covering)], ReadLimits.Default, cancel);
        if (made.Refusal is { } failed) return failed;
        return await Acting<bool>(by, id, file, "request.redact-file", async (scope, row, key, latest) =>
        {
            if (Seen(latest, latest.ToRedaction(key)) != seen) return Stale;
            var release = (await scope.Db.RequestReleases.FindAsync([id.Value, file, latest.Version], cancel))!;
            await CaseReleases.Make(database, scope.Act, key, release, made.Value.Name, made.Value.Content, by, cancel);
            scope.Record(row.Subject, new { file, version = release.Version, marks = redaction.Marks.Length });
            return true;
        }, cancel);
    }

    private Task<Outcome<bool>> Change(PersonId by, CaseId id, int file, string seen, string kind, Func<ImmutableArray<RedactionMark>, ImmutableArray<RedactionMark>> change, CancellationToken cancel) =>
        Acting<bool>(by, id, file, kind, async (scope, row, key, latest) =>
        {
            var redaction = latest.ToRedaction(key);
            if (Seen(latest, redaction) != seen) return Stale;
            var changed = new FileRedaction(change(redaction.Marks));
            if (changed.Marks.Length > FileRedaction.Most) return new Refusal($"一个文件至多标 {FileRedaction.Most} 处。");
            // 做成了的不再改：另起一版。
            if (latest.IsMade) scope.Db.RequestReleases.Add(RequestReleaseRow.Draft(id.Value, file, latest.Version + 1, key, changed));
            else (await scope.Db.RequestReleases.FindAsync([id.Value, file, latest.Version], cancel))!.Mark(key, changed);
            scope.Record(row.Subject, new { file, marks = changed.Marks.Length });
            return true;
        }, cancel);

    private async Task<Outcome<T>> Acting<T>(PersonId by, CaseId id, int file, string kind, Func<PermittedScope, RequestCaseRow, DossierKey, RequestReleaseRow, Task<Outcome<T>>> work, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Owner(db, id, cancel) is not { } owner) return CaseDesk.Missing;
        return await acts.Perform<T>(new PermittedAct(by, kind, Permission.HandleCase, owner), async scope =>
        {
            var row = (await CaseQueries.Shown(scope.Db, id, cancel))!;
            if (await database.Dossiers.Of(scope.Db, row.Subject, cancel) is not { } key) return CaseFiles.Gone;
            if (CaseFileGuards.Refuse(row.ToState(key), CaseFilePurpose.Answer) is { } refusal) return refusal;
            return (await CaseReleases.Latest(scope.Db, id.Value, cancel)).Find(one => one.File == file) is { } latest ? await work(scope, row, key, latest) : CaseFiles.Gone;
        }, cancel);
    }

    private async Task<Outcome<T>> Reading<T>(PersonId by, CaseId id, int file, Func<PermittedScope, RequestCaseRow, DossierKey, RequestReleaseRow, Task<Outcome<T>>> read, CancellationToken cancel, Permission permission = Permission.HandleCase)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Owner(db, id, cancel) is not { } owner) return CaseDesk.Missing;
        return await acts.Perform<T>(new PermittedAct(by, "request.read-file", permission, owner), async scope =>
        {
            var row = (await CaseQueries.Shown(scope.Db, id, cancel))!;
            scope.Record(row.Subject, new { file });
            if (await database.Dossiers.Of(scope.Db, row.Subject, cancel) is not { } key) return CaseFiles.Gone;
            return (await CaseReleases.Latest(scope.Db, id.Value, cancel)).Find(one => one.File == file) is { } latest ? await read(scope, row, key, latest) : CaseFiles.Gone;
        }, cancel);
    }

    /// <summary>遮盖所据的：第一版的净化副本，从没有标记的样子做起。</summary>
    private async Task<(CaseFile? File, Outcome<byte[]> Content)> Source(GongkaiDbContext db, CaseId id, DossierKey key, int file, CancellationToken cancel)
    {
        var shown = (await CaseFiles.List(db, id, key, cancel)).FirstOrDefault(one => one.Number == file && one.Purpose == CaseFilePurpose.Answer);
        if (shown is null || await db.RequestReleases.FindAsync([id.Value, file, 1], cancel) is not { } first || await CaseReleases.Content(database, key, first, cancel) is not { } content) return (null, CaseFiles.Gone);
        return (shown, content);
    }

    private static string Seen(RequestReleaseRow release, FileRedaction redaction) => $"{release.Version}.{redaction.Marks.Length}.{(release.IsMade ? 1 : 0)}";
}
