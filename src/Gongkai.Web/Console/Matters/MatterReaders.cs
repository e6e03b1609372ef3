using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Matters;

/// <summary>谁在看事项清单、看得了哪些单位、看的是什么：页面与 XLSX 一样读。</summary>
internal static class MatterReaders
{
    public static async Task<(CurrentPerson Person, IReadOnlyList<UnitId> Units, MatterQuery Query)> Of(SignedInPerson who, IQueryCollection query)
    {
        var person = await who.Get();
        var units = person.UnitsWith(Permission.ReadLedger);
        // 主管部门的人任职的单位常常不在其中，看全部。
        return (person, units, MatterQuery.Of(query, person.OwnUnits.Where(units.Contains).Cast<UnitId?>().FirstOrDefault() ?? (units.Length == 1 ? units[0] : null)));
    }

    public static IReadOnlyCollection<UnitId> UnitsOf(MatterQuery query, IReadOnlyList<UnitId> readable) => query.Unit is { } unit ? [unit] : readable;
}
