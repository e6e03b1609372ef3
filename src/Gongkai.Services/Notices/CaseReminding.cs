using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Notices;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Law;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Process;
using Gongkai.Services.Mailing;
using Gongkai.Services.Requests;
using Microsoft.EntityFrameworkCore;
using Actor = Gongkai.Data.Acts.Actor;

namespace Gongkai.Services.Notices;

/// <summary>
/// 申请的期限提醒：逐件看该不该提醒（<see cref="CaseReminders"/>），该的告诉经办、负责人、关注的人，记下告诉了谁。
/// 一批在一个单位的审计链上做；中断了由下一遍接着做，提醒过的不再提醒。
/// </summary>
public sealed class CaseReminding(Database database, UnitTrees trees, MailSettings mail, TimeProvider clock)
{
    private const int Together = 200, MostCalendarDays = CaseReminderPlan.MostDays * 4;

    private static readonly Refusal None = new("没有要提醒的了。");

    /// <summary>提醒一遍，答复作了几次提醒。</summary>
    public async Task<int> Run(CancellationToken cancel)
    {
        var made = 0;
        foreach (var unit in (await Pending(cancel)).GroupBy(one => one.Unit, one => one.Id))
            foreach (var some in unit.Distinct().Chunk(Together))
            {
                var done = await database.Acts.Perform<int>(new Act("notice.remind", Actor.System, new ChainId(unit.Key)), scope => Batch(scope, unit.Key, some, cancel), cancel);
                if (done.Succeeded) made += done.Value;
            }

        return made;
    }

    private async Task<List<(Guid Unit, Guid Id)>> Pending(CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var today = LegalTime.Today(clock);
        var seen = await Seen(db, Watched(db.RequestCases.AsNoTracking(), today), today, cancel);
        return [.. seen.Where(one => !one.Due.IsEmpty).Select(one => (one.Case.Unit, one.Case.Id))];
    }

    private async Task<Outcome<int>> Batch(ActScope scope, Guid unit, Guid[] cases, CancellationToken cancel)
    {
        var seen = (await Seen(scope.Db, scope.Db.RequestCases.AsNoTracking().Where(row => cases.Contains(row.Id)), scope.Today, cancel)).FindAll(one => !one.Due.IsEmpty);
        if (seen.Count == 0) return None;
        var staff = (await PersonQueries.Of(scope.Db, [new UnitId(unit)], cancel)).Where(person => person.AppointmentsOn(scope.Today).Any(held => held.Unit.Value == unit)).ToList();
        var watchers = await CaseWatching.Watchers(scope, await trees.Load(scope.Db, cancel), new UnitId(unit), cases, cancel);
        foreach (var (one, due) in seen)
            foreach (var kind in due)
            {
                scope.Db.Reminders.Add(new ReminderRow { Subject = one.Id, Kind = kind, DueOn = one.DueOn!.Value, Unit = unit, At = scope.Now });
                var people = await Telling.Tell(scope, mail, new Told(kind, unit) { Case = one.Id, Stage = one.Stage, DueOn = one.DueOn }, [.. Audience(one, kind, staff, scope.Today).Concat(watchers[one.Id]).Distinct()], cancel);
                scope.Record(new Subject(RequestCaseRow.SubjectKind, one.Id), new { reminder = kind, due = one.DueOn, told = people });
            }

        return seen.Sum(one => one.Due.Length);
    }

    // 经办的人不在本单位了，当作没有交办。
    private static IEnumerable<Guid> Audience(Dated one, NoticeKind kind, List<Person> staff, DateOnly today)
    {
        var assignee = staff.Find(person => person.Id.Value == one.Assignee);
        var roles = CaseReminders.Roles(kind, assignee is not null);
        var heads = staff.Where(person => person.AppointmentsOn(today).Any(held => held.Unit.Value == one.Unit && roles.Contains(held.Role)));
        return (assignee is null ? heads : heads.Prepend(assignee)).Select(person => person.Id.Value);
    }

    // 最远的提醒是期限以前二十个工作日；逾期提醒过了的，不必再看。
    private static IQueryable<RequestCaseRow> Watched(IQueryable<RequestCaseRow> rows, DateOnly today)
    {
        var last = today.AddDays(MostCalendarDays);
        return rows.Where(row => row.Awaited == Awaited.Agency && row.DueOn <= last && row.Rank < RequestCaseRow.Ended);
    }

    private async Task<List<(Dated Case, ImmutableArray<NoticeKind> Due)>> Seen(GongkaiDbContext db, IQueryable<RequestCaseRow> rows, DateOnly today, CancellationToken cancel)
    {
        var (plan, calendar) = (await CaseBoard.Plan(db, cancel), (await database.Calendar.Load(db, cancel)).Days);
        var open = rows.Where(row => row.DueOn != null && row.ErasedOn == null && !db.Reminders.Any(told => told.Subject == row.Id && told.Kind == NoticeKind.CaseOverdue && told.DueOn == row.DueOn));
        var cases = await open.Select(row => new Dated(row.Id, row.Unit, row.Stage, row.Awaited, row.DueOn, row.Assignee)).ToListAsync(cancel);
        var told = await open.Join(db.Reminders, row => row.Id, told => told.Subject, (row, told) => new { row.DueOn, told.Subject, told.Kind, ToldOf = (DateOnly?)told.DueOn }).Where(pair => pair.DueOn == pair.ToldOf).Select(pair => new { pair.Subject, pair.Kind }).ToListAsync(cancel);
        var kinds = told.ToLookup(one => one.Subject, one => one.Kind);
        return cases.ConvertAll(one => (one, CaseReminders.Due(plan, one.Stage, one.Awaited, one.DueOn, today, calendar, kinds[one.Id].ToHashSet())));
    }

    private sealed record Dated(Guid Id, Guid Unit, CaseStage Stage, Awaited Awaited, DateOnly? DueOn, Guid? Assignee);
}
