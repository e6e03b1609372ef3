using System.Collections.Immutable;
using Gongkai.Organisations.Units;

namespace Gongkai.AnnualReports.Collection;

/// <summary>谁要向一个主管部门报，其中哪些加成一级政府的总数。按报告年度末的单位之树。条例第四十九条。</summary>
/// <param name="Government">主管部门所在的一级政府，总数归它；没有的为空。</param>
/// <param name="Reporting">要报的各单位，政府在前，含它自己。</param>
/// <param name="Parts">加成总数的：本级部门、派出机构、下级政府。下级政府之下的在它自己的总数里，不再加一遍；政府自己的就是总数，也不加。</param>
public sealed record CollectionScope(UnitId? Government, ImmutableArray<UnitId> Reporting, ImmutableArray<UnitId> Parts)
{
    /// <param name="units">报告年度末的单位之树。</param>
    /// <param name="authority">主管部门。</param>
    public static CollectionScope Of(UnitsOnDate units, UnitId authority)
    {
        ImmutableArray<UnitId> reporting = [.. units.All.Where(unit => units.Oversees(authority, unit)).OrderBy(unit => units.Above(unit).Count())];
        var governments = reporting.Where(unit => units.Find(unit)!.Kind == UnitKind.Government).ToHashSet();
        UnitId? top = reporting.Where(governments.Contains).Where(unit => !units.Above(unit).Any(governments.Contains)).Cast<UnitId?>().FirstOrDefault();
        return new CollectionScope(top, reporting, [.. reporting.Where(unit => unit != top && !units.Above(unit).Any(above => above != top && governments.Contains(above)))]);
    }
}
