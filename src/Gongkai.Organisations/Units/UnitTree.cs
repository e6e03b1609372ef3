using System.Collections.Immutable;
using Gongkai.Law;

namespace Gongkai.Organisations.Units;

/// <summary>单位之树：全部单位的全部经历。按日期取出那一天的样子，也回答谁承接了谁。</summary>
public sealed class UnitTree
{
    private readonly ImmutableDictionary<UnitId, Unit> _units;

    private UnitTree(ImmutableDictionary<UnitId, Unit> units) => _units = units;

    /// <summary>还没有单位。</summary>
    public static UnitTree Empty { get; } = new(ImmutableDictionary<UnitId, Unit>.Empty);

    /// <summary>全部单位，包括已经终止的。</summary>
    public IEnumerable<Unit> Units => _units.Values;

    /// <summary>由存着的单位组成。</summary>
    public static UnitTree Of(IEnumerable<Unit> units) => new(units.ToImmutableDictionary(unit => unit.Id));

    /// <summary>按标识找；没有的为空。</summary>
    public Unit? Find(UnitId id) => _units.GetValueOrDefault(id);

    /// <summary>某一天的样子。</summary>
    public UnitsOnDate At(DateOnly date) => new(this, date);

    /// <summary>决定要做的事：放行的，给出要发生的变动（可能涉及几个单位），不放行的，说明为什么。变动由 <see cref="Apply"/> 落到树上。</summary>
    /// <param name="command">要做的事。</param>
    /// <param name="regions">认得的区划代码。</param>
    public Outcome<ImmutableArray<UnitEvent>> Decide(UnitCommand command, RegionCodes regions) => UnitDecisions.Decide(this, command, regions);

    /// <summary>照已经放行的变动改变。</summary>
    public UnitTree Apply(IEnumerable<UnitEvent> events) => new(events.Aggregate(_units, (units, happened) => units.SetItem(
        happened.Unit,
        happened is UnitEstablished established ? Unit.From(established) : units[happened.Unit].Apply(happened))));

    /// <summary>直接承接它的单位；仍然存在或者无人承接的没有。</summary>
    public ImmutableArray<UnitId> Successors(UnitId id) => Find(id)?.Ending?.Successors ?? [];

    /// <summary>由它直接承接的单位，按终止的先后。</summary>
    public ImmutableArray<UnitId> Predecessors(UnitId id) =>
    [
        .. Units.Where(unit => unit.Ending is { } ending && ending.Successors.Contains(id))
            .OrderBy(unit => unit.Ending!.LastDay).Select(unit => unit.Id),
    ];

    /// <summary>它的职责到某日由哪些单位承担：还存在的是它自己，否则一路找承接的单位；无人承接的没有。</summary>
    public ImmutableArray<UnitId> ResponsibleOn(UnitId id, DateOnly date)
    {
        var seen = new HashSet<UnitId>();
        var found = new List<UnitId>();
        var pending = new Queue<UnitId>([id]);
        while (pending.TryDequeue(out var next))
        {
            if (!seen.Add(next) || Find(next) is not { } unit) continue;
            if (unit.Lifetime.Covers(date)) found.Add(next);
            else foreach (var successor in Successors(next)) pending.Enqueue(successor);
        }

        return [.. found];
    }

    /// <summary>从某日起，树会变样的各个日子（含该日）。</summary>
    internal IEnumerable<DateOnly> TurningPoints(DateOnly from) =>
        Units.SelectMany(unit => unit.Periods.Select(period => period.From).Concat(unit.Ending is { } ending ? [ending.LastDay.AddDays(1)] : []))
            .Where(date => date > from).Prepend(from).Distinct().Order();
}
