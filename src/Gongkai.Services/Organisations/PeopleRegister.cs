using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Organisations;

/// <summary>人员名册：登记、改名、任职、结束任职、离任。记在所涉单位的链上；审计记录里只有标识与角色，没有姓名。</summary>
public sealed class PeopleRegister(Database database, PermittedActs acts)
{
    /// <summary>登记人员，同时给他第一个任职；答复他的标识。</summary>
    public Task<Outcome<PersonId>> Add(PersonId by, AddPerson command, CommandKey? key, CancellationToken cancel) =>
        acts.Perform<PersonId>(
            new PermittedAct(by, "person.add", Permission.ManagePeople, command.Unit) { Key = key },
            scope => Adding.Add(scope.Act, scope.Tree, command, cancel),
            cancel);

    /// <summary>改姓名。</summary>
    public Task<Outcome<PersonId>> Rename(PersonId by, PersonId person, string name, CancellationToken cancel) =>
        Change(by, "person.rename", person, null, (found, scope) => Widen(PersonDecisions.Rename(found, name, scope.Today)), cancel);

    /// <summary>任职：给一个角色。</summary>
    public Task<Outcome<PersonId>> Appoint(PersonId by, PersonId person, AppointPerson command, CancellationToken cancel) =>
        Change(by, "person.appoint", person, command.Unit, (found, scope) => Appointing.Decide(found, command, scope.Tree), cancel);

    /// <summary>结束任职，给出最后一日（含）。</summary>
    public async Task<Outcome<PersonId>> EndAppointment(PersonId by, PersonId person, AppointmentId appointment, DateOnly last, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var unit = (await PersonQueries.Find(db, person, cancel))?.Appointments.FirstOrDefault(one => one.Id == appointment)?.Unit;
        return await Change(by, "person.end-appointment", person, unit, (found, _) => Widen(PersonDecisions.EndAppointment(found, appointment, last)), cancel);
    }

    /// <summary>离任，给出在岗的最后一日（含）；各项任职一并结束，从次日起不能登录。</summary>
    public Task<Outcome<PersonId>> Leave(PersonId by, PersonId person, DateOnly last, CancellationToken cancel) =>
        Change(by, "person.leave", person, null, (found, _) => Widen(PersonDecisions.Leave(found, last)), cancel);

    private async Task<Outcome<PersonId>> Change(
        PersonId by, string kind, PersonId person, UnitId? unit, Func<Person, PermittedScope, Outcome<PersonEvent>> decide, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await PersonQueries.Find(db, person, cancel) is not { } known) return new Refusal("没有这个人员。");
        return await acts.Perform<PersonId>(
            new PermittedAct(by, kind, Permission.ManagePeople, unit is { } one ? [one] : HomeUnits.Of(known)),
            async scope =>
            {
                var row = (await PersonQueries.Row(scope.Db, person, cancel))!;
                var found = row.ToPerson();
                var decided = decide(found, scope);
                if (decided.Refusal is { } refusal) return refusal;
                var after = found.Apply(decided.Value);
                if (await LastAdministrator.Refuse(scope, found, after, cancel) is { } last) return last;
                row.Take(after);
                scope.Record(new Subject("person", person.Value), PersonChanges.Of(decided.Value));
                return person;
            },
            cancel);
    }

    private static Outcome<PersonEvent> Widen<TEvent>(Outcome<TEvent> decided)
        where TEvent : PersonEvent => decided.Refusal is { } refusal ? refusal : decided.Value;
}

/// <summary>要登记的人员和他的第一个任职。</summary>
/// <param name="Name">姓名。</param>
/// <param name="LoginName">登录名。</param>
/// <param name="Unit">单位。</param>
/// <param name="Office">内设机构；不属于哪一个的为空。</param>
/// <param name="Role">角色。</param>
/// <param name="From">到岗之日（含）。</param>
public sealed record AddPerson(string Name, string LoginName, UnitId Unit, OfficeId? Office, Role Role, DateOnly From);

/// <summary>要给的任职。</summary>
/// <param name="Unit">单位。</param>
/// <param name="Office">内设机构；不属于哪一个的为空。</param>
/// <param name="Role">角色。</param>
/// <param name="Validity">期间，首尾两日都在内。</param>
public sealed record AppointPerson(UnitId Unit, OfficeId? Office, Role Role, Validity Validity);
