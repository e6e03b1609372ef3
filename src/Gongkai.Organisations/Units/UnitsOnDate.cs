using System.Collections.Immutable;

namespace Gongkai.Organisations.Units;

/// <summary>某一天的单位之树：只有那一天存在的单位，用那一天的名称和隶属。</summary>
public sealed class UnitsOnDate
{
    private readonly Dictionary<UnitId, UnitFacts> _facts;
    private readonly ILookup<UnitId?, UnitId> _children;

    internal UnitsOnDate(UnitTree tree, DateOnly date)
    {
        Date = date;
        _facts = tree.Units.Select(unit => (unit.Id, Facts: unit.On(date))).Where(pair => pair.Facts is not null)
            .ToDictionary(pair => pair.Id, pair => pair.Facts!);
        All = [.. _facts.Keys.OrderBy(id => id.Value)];
        _children = All.ToLookup(id => _facts[id].Superior);
    }

    /// <summary>哪一天。</summary>
    public DateOnly Date { get; }

    /// <summary>那一天存在的全部单位，按标识（设立的先后）排列。</summary>
    public ImmutableArray<UnitId> All { get; }

    /// <summary>没有上级的单位。</summary>
    public ImmutableArray<UnitId> Roots => [.. _children[null]];

    /// <summary>那一天的情况；那一天不存在的为空。</summary>
    public UnitFacts? Find(UnitId id) => _facts.GetValueOrDefault(id);

    /// <summary>那一天的名称；那一天不存在的为空。</summary>
    public string? NameOf(UnitId id) => Find(id)?.Name;

    /// <summary>直接下级。</summary>
    public ImmutableArray<UnitId> Children(UnitId id) => [.. _children[id]];

    /// <summary>全部下级，先上后下，不含它自己。</summary>
    public IEnumerable<UnitId> Below(UnitId id) => _children[id].SelectMany(child => Below(child).Prepend(child));

    /// <summary>各级上级，由近到远，不含它自己。</summary>
    public IEnumerable<UnitId> Above(UnitId id)
    {
        var seen = new HashSet<UnitId> { id };
        for (var next = Find(id)?.Superior; next is { } superior && seen.Add(superior); next = Find(superior)?.Superior)
            yield return superior;
    }

    /// <summary>主管部门：自己写明的，否则随上级；一路都没有的为空。条例第三条。</summary>
    public UnitId? CompetentAuthority(UnitId id) =>
        Above(id).Prepend(id).Select(unit => Find(unit)?.CompetentAuthority).FirstOrDefault(authority => authority is not null);

    /// <summary>一个单位是不是主管另一个单位：是它的主管部门，或者是它某级上级的主管部门。</summary>
    public bool Oversees(UnitId authority, UnitId unit) =>
        CompetentAuthority(unit) == authority || Above(unit).Any(superior => CompetentAuthority(superior) == authority);

    /// <summary>隶属成了一圈的单位；正常的树没有。</summary>
    internal UnitId? InCircle() => All.Where(InCircle).Cast<UnitId?>().FirstOrDefault();

    private bool InCircle(UnitId id)
    {
        var seen = new HashSet<UnitId>();
        for (UnitId? next = id; next is { } unit; next = Find(unit)?.Superior)
            if (!seen.Add(unit)) return true;
        return false;
    }
}
