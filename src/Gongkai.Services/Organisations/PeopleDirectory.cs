using Gongkai.Data;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Organisations;

/// <summary>人员的查询：管理员看自己所辖单位的人；同单位的人互相看得见，委托时要选。</summary>
public sealed class PeopleDirectory(Database database)
{
    /// <summary>所辖各单位的人员，按登录名排列。</summary>
    public async Task<IReadOnlyList<Person>> Managed(CurrentPerson manager, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await PersonQueries.Of(db, manager.UnitsWith(Permission.ManagePeople), cancel);
    }

    /// <summary>所辖的一个人；不归他管的、没有的为空。</summary>
    public async Task<Person?> Managed(CurrentPerson manager, PersonId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await PersonQueries.Find(db, id, cancel) is { } person && HomeUnits.Of(person).Any(unit => manager.May(Permission.ManagePeople, unit).Succeeded) ? person : null;
    }

    /// <summary>同单位今天任职的其他人。</summary>
    public async Task<IReadOnlyList<Person>> Colleagues(CurrentPerson person, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var own = person.OwnUnits;
        var people = await PersonQueries.Of(db, own, cancel);
        return [.. people.Where(one => one.Id != person.Id && one.AppointmentsOn(person.Today).Any(held => own.Contains(held.Unit)))];
    }

    /// <summary>一个人给出的和收到的委托，连同双方的姓名，新的在前。</summary>
    public async Task<IReadOnlyList<DelegationLine>> Delegations(PersonId person, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var lines = new List<DelegationLine>();
        foreach (var one in await PersonQueries.Delegations(db, person, cancel))
        {
            var (from, to) = (await PersonQueries.Find(db, one.Delegator, cancel), await PersonQueries.Find(db, one.Delegate, cancel));
            lines.Add(new DelegationLine(one, from!.Name, to!.Name));
        }

        return lines;
    }
}

/// <summary>一项委托和双方的姓名。</summary>
public sealed record DelegationLine(Delegation Delegation, string Delegator, string Delegate);
