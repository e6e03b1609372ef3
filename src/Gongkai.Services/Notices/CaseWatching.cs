using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Notices;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Data.Queries.Requests;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Process;
using Gongkai.Services.Acting;
using Gongkai.Services.Mailing;
using Gongkai.Services.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Notices;

/// <summary>关注一件申请：看得见它的人都可以，办到下一步、期限提醒都告诉他；看不见了（调走、委托到期），不再告诉。</summary>
public sealed class CaseWatching(Database database, PermittedActs acts)
{
    /// <summary>在不在关注。</summary>
    public async Task<bool> IsOn(PersonId person, CaseId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await db.CaseWatches.AnyAsync(row => row.Case == id.Value && row.Person == person.Value, cancel);
    }

    /// <summary>关注，或者取消；已经是的照样成功。</summary>
    public async Task<Outcome<bool>> Set(PersonId by, CaseId id, bool wanted, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Owner(db, id, cancel) is not { } owner) return CaseDesk.Missing;
        return await acts.Perform<bool>(
            new PermittedAct(by, wanted ? "case.watch" : "case.unwatch", Permission.ReadCase, owner),
            async scope =>
            {
                var row = await scope.Db.CaseWatches.FindAsync([id.Value, by.Value], cancel);
                if (wanted && row is null) scope.Db.CaseWatches.Add(new CaseWatchRow { Case = id.Value, Person = by.Value, Since = scope.Act.Now });
                else if (!wanted && row is not null) scope.Db.CaseWatches.Remove(row);
                scope.Record(new Subject(RequestCaseRow.SubjectKind, id.Value), new { watching = wanted });
                return wanted;
            },
            cancel);
    }

    /// <summary>几件各由谁关注，今天还看得见它的。</summary>
    internal static async Task<ILookup<Guid, Guid>> Watchers(ActScope scope, UnitTree tree, UnitId unit, IReadOnlyCollection<Guid> cases, CancellationToken cancel)
    {
        var rows = await scope.Db.CaseWatches.AsNoTracking().Where(row => cases.Contains(row.Case)).ToListAsync(cancel);
        if (rows.Count == 0) return rows.ToLookup(row => row.Case, row => row.Person);
        var units = tree.At(scope.Today);
        var allowed = new HashSet<Guid>();
        foreach (var person in rows.Select(row => row.Person).Distinct())
            if (await PersonQueries.Actor(scope.Db, new PersonId(person), scope.Today, cancel) is { } actor && AccessDecisions.Decide(actor, Permission.ReadCase, unit, units).Succeeded) allowed.Add(person);
        return rows.Where(row => allowed.Contains(row.Person)).ToLookup(row => row.Case, row => row.Person);
    }

    /// <summary>办到了下一步：告诉关注的人，自己办的不告诉自己。</summary>
    internal static async Task Moved(ActScope scope, UnitTree tree, MailSettings mail, RequestCaseRow row, CaseEvent happened, CancellationToken cancel)
    {
        if (happened.From == happened.To) return;
        var watchers = (await Watchers(scope, tree, new UnitId(row.Unit), [row.Id], cancel))[row.Id].Where(person => person != happened.By?.Value).ToList();
        await Telling.Tell(scope, mail, new Told(NoticeKind.CaseMoved, row.Unit) { Case = row.Id, Stage = row.Stage, DueOn = row.DueOn }, watchers, cancel);
    }
}
