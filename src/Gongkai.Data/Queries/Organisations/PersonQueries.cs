using Gongkai.Data.Mapping.Organisations;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Queries.Organisations;

/// <summary>取出人员、任职与委托。</summary>
public static class PersonQueries
{
    /// <summary>要改的一行，连同任职；没有的为空。</summary>
    public static Task<PersonRow?> Row(GongkaiDbContext db, PersonId id, CancellationToken cancel) =>
        db.People.Include(row => row.Appointments).SingleOrDefaultAsync(row => row.Id == id.Value, cancel);

    /// <summary>一个人；没有的为空。</summary>
    public static async Task<Person?> Find(GongkaiDbContext db, PersonId id, CancellationToken cancel) =>
        (await db.People.AsNoTracking().Include(row => row.Appointments).SingleOrDefaultAsync(row => row.Id == id.Value, cancel))?.ToPerson();

    /// <summary>按登录名找；没有的为空。</summary>
    public static async Task<Person?> FindByLoginName(GongkaiDbContext db, string loginName, CancellationToken cancel) =>
        (await db.People.AsNoTracking().Include(row => row.Appointments).SingleOrDefaultAsync(row => row.LoginName == loginName, cancel))?.ToPerson();

    /// <summary>办事的人：他的任职，和某日有效的别人给他的委托；没有这个人的为空。</summary>
    public static async Task<Actor?> Actor(GongkaiDbContext db, PersonId id, DateOnly date, CancellationToken cancel)
    {
        if (await Find(db, id, cancel) is not { } person) return null;
        var received = await db.Delegations.AsNoTracking().Where(row => row.Delegate == id.Value && row.FirstDay <= date && row.LastDay >= date).ToListAsync(cancel);
        if (received.Count == 0) return new Actor(person, []);
        var delegators = await People(db, [.. received.Select(row => row.Delegator).Distinct()], cancel);
        return new Actor(person, [.. received.Select(row => new ReceivedDelegation(row.ToDelegation(), delegators[row.Delegator]))]);
    }

    /// <summary>在这些单位任过职的全部人员，按登录名排列。</summary>
    public static async Task<IReadOnlyList<Person>> Of(GongkaiDbContext db, IReadOnlyCollection<UnitId> units, CancellationToken cancel)
    {
        var ids = units.Select(unit => unit.Value).ToList();
        var rows = await db.People.AsNoTracking().Include(row => row.Appointments)
            .Where(row => row.Appointments.Any(one => ids.Contains(one.Unit))).OrderBy(row => row.LoginName).ToListAsync(cancel);
        return [.. rows.Select(row => row.ToPerson())];
    }

    /// <summary>某日任某个角色的全部人员。</summary>
    public static async Task<IReadOnlyList<Person>> Holding(GongkaiDbContext db, Role role, DateOnly date, CancellationToken cancel)
    {
        var rows = await db.People.AsNoTracking().Include(row => row.Appointments)
            .Where(row => row.ServiceUntil == null || row.ServiceUntil >= date)
            .Where(row => row.Appointments.Any(one => one.Role == role && one.ValidFrom <= date && (one.ValidUntil == null || one.ValidUntil >= date))).ToListAsync(cancel);
        return [.. rows.Select(row => row.ToPerson())];
    }

    /// <summary>一个人给出的和收到的委托，新的在前。</summary>
    public static async Task<IReadOnlyList<Delegation>> Delegations(GongkaiDbContext db, PersonId person, CancellationToken cancel)
    {
        var rows = await db.Delegations.AsNoTracking().Where(row => row.Delegator == person.Value || row.Delegate == person.Value).ToListAsync(cancel);
        return [.. rows.Select(row => row.ToDelegation()).OrderByDescending(one => one.First)];
    }

    private static async Task<Dictionary<Guid, Person>> People(GongkaiDbContext db, List<Guid> ids, CancellationToken cancel) =>
        await db.People.AsNoTracking().Include(row => row.Appointments).Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.ToPerson(), cancel);
}
