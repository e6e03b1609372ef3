using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;

namespace Gongkai.Services.Requests;

/// <summary>一件可以交给谁办：本单位今天任经办、科室负责人、公开机构负责人的。</summary>
internal static class CaseHandlers
{
    private static readonly ImmutableArray<Role> Roles = [.. Enum.GetValues<Role>().Where(role => PermissionTable.ScopeOf(Permission.HandleCase, role) is not null)];

    public static async Task<IReadOnlyList<Person>> Of(GongkaiDbContext db, UnitId unit, DateOnly today, CancellationToken cancel)
    {
        var people = await PersonQueries.Of(db, [unit], cancel);
        return [.. people.Where(person => person.AppointmentsOn(today).Any(held => held.Unit == unit && Roles.Contains(held.Role)))];
    }
}
