using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Organisations;
using Gongkai.Law;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Organisations;

/// <summary>登记人员并给第一个任职；平时登记和首次设置都用它。</summary>
internal static class Adding
{
    public static async Task<Outcome<PersonId>> Add(ActScope scope, UnitTree tree, AddPerson command, CancellationToken cancel)
    {
        var id = new PersonId(Guid.CreateVersion7(scope.Now));
        var loginName = command.LoginName.Trim();
        var taken = await scope.Db.People.AnyAsync(row => row.LoginName == loginName, cancel);
        var added = PersonDecisions.Add(id, command.Name, loginName, command.From, taken);
        if (added.Refusal is { } refusal) return refusal;
        var person = Person.From(added.Value);
        var appointed = Appointing.Decide(person, new AppointPerson(command.Unit, command.Office, command.Role, new Validity(command.From, null)), tree);
        if (appointed.Refusal is { } refused) return refused;

        var row = new PersonRow { Id = id.Value, LoginName = loginName };
        row.Take(person.Apply(appointed.Value));
        scope.Db.People.Add(row);
        scope.Record(new Subject("person", id.Value), PersonChanges.Of(added.Value));
        scope.Record(new Subject("person", id.Value), PersonChanges.Of(appointed.Value));
        return id;
    }
}

/// <summary>任职的决定：找到单位，再问人员能不能任。</summary>
internal static class Appointing
{
    public static Outcome<PersonEvent> Decide(Person person, AppointPerson command, UnitTree tree)
    {
        if (tree.Find(command.Unit) is not { } unit) return new Refusal("没有这个单位。");
        var appointment = new Appointment(new AppointmentId(Guid.CreateVersion7()), command.Unit, command.Office, command.Role, command.Validity);
        var decided = PersonDecisions.Appoint(person, appointment, unit);
        return decided.Refusal is { } refusal ? refusal : decided.Value;
    }
}
