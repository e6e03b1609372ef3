using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.PersonalData;
using Gongkai.Documents;
using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Claims;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Letters;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests.Claims;

/// <summary>工作人员看的诉求：清单、一件的全部；提出的人是谁、证据文件、告知书，看一次留一条记录。</summary>
public sealed class ClaimBoard(Database database, PermittedActs acts)
{
    /// <summary>清单一页几件。</summary>
    public const int PageSize = 50;

    /// <summary>清单的一页：新的在前。</summary>
    /// <param name="kind">哪一种；都看的为空。</param>
    /// <param name="all">办结了的也列。</param>
    public async Task<Outcome<ClaimPage>> Of(CurrentPerson who, UnitId unit, ClaimKind? kind, bool all, int page, CancellationToken cancel)
    {
        if (who.May(Permission.ReadCase, unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var rows = db.Claims.AsNoTracking().Where(row => row.Unit == unit.Value && (kind == null || row.Kind == kind) && (all || row.Stage != ClaimStage.Closed));
        var count = await rows.CountAsync(cancel);
        var pages = PageCount.Of(count, PageSize);
        var shown = await rows.Include(row => row.Events).OrderByDescending(row => row.SubmittedAt).Skip((Math.Clamp(page, 1, pages) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        var keys = await database.Dossiers.Of(db, ClaimRow.SubjectKind, shown.ConvertAll(row => row.Subject.Id), cancel);
        return new ClaimPage([.. shown.Select(row => ClaimLine.Of(row, keys.GetValueOrDefault(row.Subject.Id), who.Calendar, who.Today))], count, Math.Clamp(page, 1, pages), pages);
    }

    /// <summary>有这一件，这个人也看得。</summary>
    public async Task<bool> Sees(CurrentPerson who, ClaimId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await db.Claims.Where(row => row.Id == id.Value).Select(row => (Guid?)row.Unit).SingleOrDefaultAsync(cancel) is { } owner && who.May(Permission.ReadCase, new UnitId(owner)).Succeeded;
    }

    /// <summary>工作台上看的：能办的单位里还没有告知的几件，其中等负责人批准的几件；没有的单位不在内。</summary>
    public async Task<ImmutableArray<(UnitId Unit, int Open, int Awaiting)>> Waiting(CurrentPerson who, CancellationToken cancel)
    {
        var units = who.UnitsWith(Permission.HandleCase).Concat(who.UnitsWith(Permission.ApproveCase)).Select(unit => unit.Value).Distinct().ToList();
        if (units.Count == 0) return [];
        await using var db = database.CreateContext();
        var rows = await db.Claims.AsNoTracking().Where(row => units.Contains(row.Unit) && row.Stage != ClaimStage.Closed && row.Stage != ClaimStage.Told).GroupBy(row => row.Unit)
            .Select(same => new { same.Key, Open = same.Count(), Awaiting = same.Count(row => row.Stage == ClaimStage.Proposed) }).ToListAsync(cancel);
        return [.. rows.OrderBy(row => units.IndexOf(row.Key)).Select(row => (new UnitId(row.Key), row.Open, row.Awaiting))];
    }

    /// <summary>与一件申请有关的各件；看不得这一件的是空的。</summary>
    public async Task<ImmutableArray<(ClaimId Id, string Number)>> About(CurrentPerson who, CaseId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var rows = await db.Claims.AsNoTracking().Where(row => row.CaseId == id.Value).OrderBy(row => row.SubmittedAt).Select(row => new { row.Id, row.Unit, row.Number }).ToListAsync(cancel);
        return [.. rows.Where(row => who.May(Permission.ReadCase, new UnitId(row.Unit)).Succeeded).Select(row => (new ClaimId(row.Id), row.Number!))];
    }

    /// <summary>一件的全部；提出的人的身份、联系方式不在里面。</summary>
    public async Task<Outcome<ClaimDossier>> Open(CurrentPerson who, ClaimId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await db.Claims.AsNoTracking().Include(one => one.Events).SingleOrDefaultAsync(one => one.Id == id.Value, cancel) is not { } row) return ClaimDesk.Missing;
        var unit = new UnitId(row.Unit);
        if (who.May(Permission.ReadCase, unit).Refusal is { } refusal) return refusal;
        if (await database.Dossiers.Of(db, row.Subject, cancel) is not { } key) return ClaimDesk.Missing;
        var (events, state) = (row.ToEvents(key).ToImmutableArray(), row.ToState(key));
        var names = await DeskQueries.Names(db, [.. events.Select(happened => happened.By?.Value).OfType<Guid>().Distinct()], cancel);
        var files = await db.ClaimFiles.AsNoTracking().Where(file => file.Claim == row.Id).OrderBy(file => file.Number).ToListAsync(cancel);
        var linked = row.CaseId is { } about ? await db.RequestCases.Where(one => one.Id == about).Select(one => new CaseKey(new(one.Id), one.Number ?? one.TrackCode)).SingleAsync(cancel) : null;
        var item = row.ItemId is { } on ? await db.Items.Where(one => one.Id == on).Select(one => one.Title).SingleAsync(cancel) : null;
        var roles = new[] { ClaimRole.Handler, ClaimRole.Head }.Where(role => who.May(role.Permission()!.Value, unit).Succeeded);
        return new ClaimDossier(
            ClaimLine.Of(row, key, who.Calendar, who.Today), row.ToContent(key), state, row.TrackCode, row.Way,
            [.. events.Select(happened => new ClaimStep(happened, happened.By is { } by ? names.GetValueOrDefault(by.Value) : null))],
            [.. files.Select(file => new AnswerFile(file.Number, file.ToName(key), file.Length))], linked, row.ItemId, item, row.RegisterEntry, ClaimDecisions.Permitted(state, roles), row.Version);
    }

    /// <summary>提出的人是谁、怎样联系；记下谁看了。</summary>
    public Task<Outcome<ApplicantDetails>> Claimant(PersonId by, ClaimId id, CancellationToken cancel) => Reading<ApplicantDetails>(
        by, id, "claim.read-claimant", Permission.ReadPersonalData, async (scope, row) => ApplicantFields.Read(await scope.Act.Personal.Read(row.Subject, cancel)), cancel);

    /// <summary>告知书：批准了处理意见就看得到；里面有提出的人的姓名，看一次记一次。</summary>
    public Task<Outcome<Letter>> Letter(PersonId by, ClaimId id, CancellationToken cancel) => Reading<Letter>(by, id, "claim.read-letter", Permission.ReadCase, async (scope, row) =>
    {
        scope.Record(row.Subject, new { letter = true });
        var key = (await database.Dossiers.Of(scope.Db, row.Subject, cancel))!;
        return await Compose(scope.Act, scope.Tree, row, key, cancel) is { } letter ? letter : new Refusal("还没有批准的处理意见，没有告知书。");
    }, cancel);

    /// <summary>一个证据文件；看一次记一次。</summary>
    public Task<Outcome<OpenedFile>> File(PersonId by, ClaimId id, int number, CancellationToken cancel) => Reading<OpenedFile>(by, id, "claim.read-file", Permission.ReadPersonalData, async (scope, row) =>
    {
        scope.Record(row.Subject, new { file = number });
        if (await database.Dossiers.Of(scope.Db, row.Subject, cancel) is not { } key || await scope.Db.ClaimFiles.FindAsync([row.Id, number], cancel) is not { } file) return CaseFiles.Gone;
        await using var stored = await database.Attachments.Open(file.Hash, cancel);
        if (stored is null) return CaseFiles.Gone;
        using var box = new MemoryStream();
        await stored.CopyToAsync(box, cancel);
        return new OpenedFile(file.ToName(key), FileKind.Of(file.Format), key.OpenBytes(ClaimFileRow.ContentFieldOf(number), box.ToArray()));
    }, cancel);

    internal static async Task<UnitId?> Owner(GongkaiDbContext db, ClaimId id, CancellationToken cancel) =>
        await db.Claims.Where(row => row.Id == id.Value).Select(row => (Guid?)row.Unit).SingleOrDefaultAsync(cancel) is { } unit ? new UnitId(unit) : null;

    internal static async Task<Letter?> Compose(Data.Acts.ActScope scope, UnitTree tree, ClaimRow row, DossierKey key, CancellationToken cancel)
    {
        var state = row.ToState(key);
        if (state.Result is null) return null;
        var (units, unit) = (tree.At(state.ToldOn ?? scope.Today), new UnitId(row.Unit));
        var name = ApplicantFields.Read(await scope.Personal.Read(row.Subject, cancel)).Name?.Reveal();
        return ClaimLetter.Of(row.Kind, row.ToContent(key), state, (units.Find(unit) ?? tree.Find(unit)!.Latest).Name, name, CaseLetters.Bodies(units, unit, tree), units.All.Any(other => other != unit && units.CompetentAuthority(other) == unit), scope.Today);
    }

    private async Task<Outcome<T>> Reading<T>(PersonId by, ClaimId id, string kind, Permission permission, Func<PermittedScope, ClaimRow, Task<Outcome<T>>> read, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await Owner(db, id, cancel) is not { } owner) return ClaimDesk.Missing;
        return await acts.Perform(new PermittedAct(by, kind, permission, owner), async scope => await read(scope, await scope.Db.Claims.AsNoTracking().Include(row => row.Events).SingleAsync(row => row.Id == id.Value, cancel)), cancel);
    }
}

/// <summary>清单的一页。</summary>
public sealed record ClaimPage(ImmutableArray<ClaimLine> Lines, int Count, int Page, int Pages);

/// <summary>清单里的一件。</summary>
/// <param name="About">关于什么的开头。</param>
/// <param name="DueOn">办理期限的最后一日（含），本机关自己定的；没有的为空。</param>
/// <param name="DaysLeft">还剩几个工作日，当天为 0，逾期为负；没有的为空。</param>
public sealed record ClaimLine(ClaimId Id, UnitId Unit, ClaimKind Kind, string? Number, string About, ClaimStage Stage, DateTimeOffset SubmittedAt, DateOnly? DueOn, int? DaysLeft, ClaimResult? Result)
{
    internal static ClaimLine Of(ClaimRow row, DossierKey? key, WorkingCalendar calendar, DateOnly today)
    {
        var (about, due) = (key is null ? "" : row.ToContent(key).About.ReplaceLineEndings(" "), key is null ? null : ClaimClock.Due(row.ToState(key), calendar));
        return new ClaimLine(
            new ClaimId(row.Id), new UnitId(row.Unit), row.Kind, row.Number, about.Length <= 60 ? about : $"{about[..60]}……", row.Stage, row.SubmittedAt, due, due is { } last ? calendar.WorkdaysLeft(last, today) : null, row.Result);
    }
}

/// <summary>一件的全部。</summary>
/// <param name="Acts">看的人此时可以办的。</param>
/// <param name="Version">并发的版本。</param>
public sealed record ClaimDossier(
    ClaimLine Line, ClaimContent Content, ClaimState State, string TrackCode, ClaimWay Way, ImmutableArray<ClaimStep> Steps, ImmutableArray<AnswerFile> Files, CaseKey? Case, Guid? Item, string? ItemTitle, Guid? RegisterEntry,
    ImmutableArray<ClaimAction> Acts, long Version);

/// <summary>一件事，连同是谁办的。</summary>
public sealed record ClaimStep(ClaimEvent Event, string? ByName);
