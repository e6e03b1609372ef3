using System.Collections.Immutable;
using System.Text.Json;
using Gongkai.Data;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Queries.Requests;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Letters;
using Gongkai.Requests.Process;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests;

/// <summary>工作人员看的申请：清单、一件的全部、申请人是谁（看一次留一条记录）。</summary>
public sealed class CaseBoard(Database database, PermittedActs acts)
{
    /// <summary>清单一页几件。</summary>
    public const int PageSize = 50;

    /// <summary>清单的一页：等双方确认的在前，其余没有办结的按期限的先后；办结了的新的在前。</summary>
    public async Task<Outcome<CasePage>> Of(CurrentPerson who, CaseFilter filter, int page, CancellationToken cancel)
    {
        if (who.May(Permission.ReadCase, filter.Unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var all = db.RequestCases.AsNoTracking().Where(row => row.Unit == filter.Unit.Value);
        var byStage = await all.GroupBy(row => row.Stage).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var rows = CaseFiltering.Matching(all, filter, who.Today);
        var count = Counted(filter, byStage) ?? await rows.CountAsync(cancel);
        var pages = PageCount.Of(count, PageSize);
        var shown = await CaseFiltering.Sorted(rows).Skip((Math.Clamp(page, 1, pages) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return new CasePage(await Lines(db, who, shown, cancel), count, Math.Clamp(page, 1, pages), pages, byStage.ToImmutableSortedDictionary());
    }

    /// <summary>一个单位的申请可以交给谁办。</summary>
    public async Task<IReadOnlyList<Person>> Handlers(CurrentPerson who, UnitId unit, CancellationToken cancel)
    {
        if (!who.May(Permission.ReadCase, unit).Succeeded) return [];
        await using var db = database.CreateContext();
        return await CaseHandlers.Of(db, unit, who.Today, cancel);
    }

    /// <summary>工作台上看的：这个人能办的单位里，没有办结的，等双方确认的、期限近的在前，至多 <paramref name="most"/> 件。</summary>
    public async Task<ImmutableArray<CaseLine>> Waiting(CurrentPerson who, int most, CancellationToken cancel)
    {
        var units = who.UnitsWith(Permission.HandleCase).Concat(who.UnitsWith(Permission.ApproveCase)).Select(unit => unit.Value).Distinct().ToList();
        if (units.Count == 0) return [];
        await using var db = database.CreateContext();
        // 逐个单位照索引取最前的几件，再合起来排：一个人能办的单位没有几个。
        var first = new List<RequestCaseRow>();
        foreach (var unit in units) first.AddRange(await CaseFiltering.Sorted(CaseFiltering.Open(db.RequestCases.AsNoTracking().Where(row => row.Unit == unit))).Take(most).ToListAsync(cancel));
        return await Lines(db, who, [.. first.OrderBy(row => row.Rank).ThenByDescending(row => row.SubmittedAt).Take(most)], cancel);
    }

    // 只按办到哪里挑的，各状态的件数已经数过，不必再数。
    private static int? Counted(CaseFilter filter, Dictionary<CaseStage, int> byStage) =>
        filter is not { Assignee: null, Overdue: false, Year: null } || !string.IsNullOrWhiteSpace(filter.Number) ? null
            : byStage.Where(stage => (filter.Stage ?? stage.Key) == stage.Key && (!filter.Open || CaseProcess.Open.Contains(stage.Key))).Sum(stage => stage.Value);

    /// <summary>有这一件，这个人也看得。</summary>
    public async Task<bool> Sees(CurrentPerson who, CaseId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await CaseQueries.Owner(db, id, cancel) is { } owner && who.May(Permission.ReadCase, owner).Succeeded;
    }

    /// <summary>一件的全部；申请人的身份、联系方式不在里面。</summary>
    public async Task<Outcome<CaseDossier>> Open(CurrentPerson who, CaseId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Shown(db, id, cancel) is not { } row) return CaseDesk.Missing;
        var unit = new UnitId(row.Unit);
        if (who.May(Permission.ReadCase, unit).Refusal is { } refusal) return refusal;
        var line = (await Lines(db, who, [row], cancel))[0];
        if (await database.Dossiers.Of(db, row.Subject, cancel) is not { } key) return new CaseDossier(line, null, CaseState.Initial, [], [], [], null);
        var (events, state) = (row.ToEvents(key).ToImmutableArray(), row.ToState(key));
        var names = await DeskQueries.Names(db, [.. events.Select(happened => happened.By?.Value).OfType<Guid>().Concat(events.Select(happened => happened.Details.Assignee?.Value).OfType<Guid>()).Distinct()], cancel);
        var letters = await CaseQueries.Letters(db, id, cancel);
        return new CaseDossier(
            line, row.ToContent(key), state,
            [.. events.Select(happened => new CaseStep(happened, happened.By is { } by ? names.GetValueOrDefault(by.Value) : null, happened.Details.Assignee is { } assignee ? names.GetValueOrDefault(assignee.Value) : null))],
            [.. letters.Select(letter => new CaseLetter(letter.Number, letter.Event, letter.Template, letter.ToLetter(key)))],
            ActsOf(who, unit, state), CaseDeadline.Of(state, who.Calendar));
    }

    /// <summary>一份文书；没有的为空。文书里写着申请人的姓名，看一次记一次。</summary>
    public Task<Outcome<Letter>> Letter(PersonId by, CaseId id, int number, CancellationToken cancel) => Reading<Letter>(by, id, "request.read-letter", Permission.ReadCase, async (scope, row) =>
    {
        var key = await database.Dossiers.Of(scope.Db, row.Subject, cancel);
        var stored = (await CaseQueries.Letters(scope.Db, id, cancel)).Find(letter => letter.Number == number);
        scope.Record(row.Subject, new { letter = number });
        return key is null || stored is null ? new Refusal("没有这一份文书。") : stored.ToLetter(key);
    }, cancel);

    /// <summary>申请人是谁、怎样联系；记下谁看了。</summary>
    public Task<Outcome<ApplicantDetails>> Applicant(PersonId by, CaseId id, CancellationToken cancel) => Reading<ApplicantDetails>(by, id, "request.read-applicant", Permission.ReadPersonalData, async (scope, row) =>
        ApplicantFields.Read(await scope.Act.Personal.Read(row.Subject, cancel)), cancel);

    private async Task<Outcome<T>> Reading<T>(PersonId by, CaseId id, string kind, Permission permission, Func<PermittedScope, RequestCaseRow, Task<Outcome<T>>> read, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Owner(db, id, cancel) is not { } owner) return CaseDesk.Missing;
        return await acts.Perform(new PermittedAct(by, kind, permission, owner), async scope => await read(scope, (await CaseQueries.Shown(scope.Db, id, cancel))!), cancel);
    }

    private static ImmutableArray<CaseAction> ActsOf(CurrentPerson who, UnitId unit, CaseState state) =>
    [
        .. who.Roles.Where(grounds => grounds.Unit == unit).Select(grounds => CaseRoles.Of(grounds.Role)).OfType<CaseRole>().Distinct()
            .SelectMany(role => CaseDecisions.Permitted(state, role)).Distinct().Order()
            .Where(action => who.May(CaseWording.Permission(action) ?? Permission.ReadCase, unit).Succeeded),
    ];

    internal static async Task<CaseReminderPlan> Plan(GongkaiDbContext db, CancellationToken cancel)
    {
        string[] wanted = [CaseReminderPlan.DraftDaysName, CaseReminderPlan.RemindDaysName];
        var set = await db.Settings.AsNoTracking().Where(row => row.Unit == ChainId.System.Value && wanted.Contains(row.Name)).ToDictionaryAsync(row => row.Name, row => JsonSerializer.Deserialize<string>(row.Value)!, cancel);
        return CaseReminderPlan.Of(set.GetValueOrDefault(CaseReminderPlan.DraftDaysName), set.GetValueOrDefault(CaseReminderPlan.RemindDaysName));
    }

    private async Task<ImmutableArray<CaseLine>> Lines(GongkaiDbContext db, CurrentPerson who, List<RequestCaseRow> rows, CancellationToken cancel)
    {
        var keys = await database.Dossiers.Of(db, RequestCaseRow.SubjectKind, rows.ConvertAll(row => row.Subject.Id), cancel);
        var plan = await Plan(db, cancel);
        var names = await DeskQueries.Names(db, [.. rows.Select(row => row.Assignee).OfType<Guid>().Distinct()], cancel);
        return [.. rows.Select(row => CaseLine.Of(row, keys.GetValueOrDefault(row.Subject.Id), row.Assignee is { } assignee ? names.GetValueOrDefault(assignee) : null, who.Calendar, who.Today, plan))];
    }
}
