using Gongkai.Organisations.Units;

namespace Gongkai.Web.Portal.Units;

/// <summary>一个单位的上下左右：上级由近首页的写起，直接下级，承接它的。</summary>
internal sealed class UnitRelatives(UnitTree tree, Unit unit)
{
    public IReadOnlyList<Unit> Above
    {
        get
        {
            List<Unit> above = [];
            for (var superior = unit.Latest.Superior; superior is { } id && tree.Find(id) is { } next && !above.Contains(next); superior = next.Latest.Superior) above.Insert(0, next);
            return above;
        }
    }

    public IReadOnlyList<Unit> Below => [.. tree.Units.Where(one => one.Ending is null && one.Latest.Superior == unit.Id).OrderBy(one => one.Id.Value)];

    public IReadOnlyList<Unit> Successors => [.. tree.Successors(unit.Id).Select(tree.Find).OfType<Unit>()];
}
