using System.Collections.Immutable;
using Gongkai.AnnualReports.Filing;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Notices;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Services.AnnualReports;
using Gongkai.Services.Mailing;
using Microsoft.EntityFrameworkCore;
using Actor = Gongkai.Data.Acts.Actor;

namespace Gongkai.Services.Notices;

/// <summary>上一年年报的期限提醒：1月31日、3月31日，或者主管部门要求的更早的日子；告诉本单位编年报的人，逾期的另告诉公开机构负责人、分管领导。</summary>
public sealed class ReportReminding(Database database, UnitTrees trees, MailSettings mail, TimeProvider clock)
{
    private static readonly Refusal Told = new("提醒过了。");

    /// <summary>编年报的角色，范围是本单位的。</summary>
    private static readonly ImmutableArray<Role> Compilers = [.. PermissionTable.RolesWith(Permission.CompileReport).Where(role => PermissionTable.ScopeOf(Permission.CompileReport, role) == PermissionScope.Own)];

    /// <summary>提醒一遍，答复作了几次提醒。</summary>
    public async Task<int> Run(CancellationToken cancel)
    {
        var (today, made) = (LegalTime.Today(clock), 0);
        await using var db = database.CreateContext();
        var tree = await trees.Load(db, cancel);
        var people = await Staff(db, today, cancel);
        var pending = await Pending(db, tree, people.Select(unit => unit.Key).ToList(), today, cancel);
        foreach (var (unit, due, kind) in pending)
        {
            var done = await database.Acts.Perform<bool>(new Act("notice.remind", Actor.System, new ChainId(unit)), scope => Tell(scope, unit, due, kind, people[unit], cancel), cancel);
            if (done.Succeeded) made++;
        }

        return made;
    }

    /// <summary>几个单位各由谁编年报。</summary>
    internal static async Task<ILookup<Guid, Guid>> CompilersOf(GongkaiDbContext db, DateOnly today, CancellationToken cancel)
    {
        var staff = await Staff(db, today, cancel);
        return staff.SelectMany(unit => unit.Where(one => Compilers.Contains(one.Role)), (unit, one) => (unit.Key, one.Person)).Distinct().ToLookup(one => one.Key, one => one.Person);
    }

    private async Task<Outcome<bool>> Tell(ActScope scope, Guid unit, DateOnly due, NoticeKind kind, IEnumerable<(Role Role, Guid Person)> staff, CancellationToken cancel)
    {
        if (await scope.Db.Reminders.FindAsync([unit, kind, due], cancel) is not null) return Told;
        scope.Db.Reminders.Add(new ReminderRow { Subject = unit, Kind = kind, DueOn = due, Unit = unit, At = scope.Now });
        var people = staff.Where(one => Compilers.Contains(one.Role) || (kind == NoticeKind.ReportOverdue && one.Role is Role.DisclosureOfficeHead or Role.DeputyLeader)).Select(one => one.Person).Distinct().ToList();
        var told = await Telling.Tell(scope, mail, new Told(kind, unit) { Year = scope.Today.Year - 1, DueOn = due }, people, cancel);
        scope.Record(new Subject("unit", unit), new { reminder = kind, due, told });
        return true;
    }

    private static async Task<List<(Guid Unit, DateOnly Due, NoticeKind Kind)>> Pending(GongkaiDbContext db, UnitTree tree, List<Guid> staffed, DateOnly today, CancellationToken cancel)
    {
        var year = today.Year - 1;
        var (then, now) = (tree.At(ReportBoard.YearEnd(year)), tree.At(today));
        var stages = await db.PublishedReports.AsNoTracking().Where(row => row.Year == year).ToDictionaryAsync(row => row.Unit, row => row.Stage, cancel);
        var since = new DateOnly(today.Year, 1, 1);
        var told = (await db.Reminders.AsNoTracking().Where(row => staffed.Contains(row.Subject) && row.DueOn >= since).ToListAsync(cancel)).ToLookup(row => (row.Subject, row.DueOn), row => row.Kind);
        var local = new Dictionary<UnitId, LocalDeadlines?>();
        var pending = new List<(Guid, DateOnly, NoticeKind)>();
        foreach (var unit in staffed.Select(id => new UnitId(id)).Where(unit => now.Find(unit) is not null))
        {
            if (then.Find(unit) is not { } facts) continue;
            var authority = now.CompetentAuthority(unit);
            if (authority is { } above && !local.ContainsKey(above)) local[above] = await DeadlineSettings.Of(db, above, cancel);
            var deadline = FilingDeadline.Of(year, facts.Kind, authority is { } of ? local[of] : null);
            var due = FilingReminders.Pending(deadline, stages.TryGetValue(unit.Value, out var stage) ? stage : null);
            if (due is { } last && FilingReminders.Due(last, today, told[(unit.Value, last)].ToHashSet()) is { } kind) pending.Add((unit.Value, last, kind));
        }

        return pending;
    }

    private static async Task<ILookup<Guid, (Role Role, Guid Person)>> Staff(GongkaiDbContext db, DateOnly today, CancellationToken cancel)
    {
        var all = new List<(Guid Unit, Role Role, Guid Person)>();
        foreach (var role in Compilers.Append(Role.DisclosureOfficeHead).Append(Role.DeputyLeader).Distinct())
            foreach (var person in await PersonQueries.Holding(db, role, today, cancel))
                all.AddRange(person.AppointmentsOn(today).Where(held => held.Role == role).Select(held => (held.Unit.Value, role, person.Id.Value)));
        return all.ToLookup(one => one.Unit, one => (one.Role, one.Person));
    }
}
