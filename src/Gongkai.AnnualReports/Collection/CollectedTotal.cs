using System.Collections.Immutable;
using Gongkai.AnnualReports.Aggregation;
using Gongkai.AnnualReports.Model;
using Gongkai.Law;
using Gongkai.Organisations.Units;

namespace Gongkai.AnnualReports.Collection;

/// <summary>加进总数的一份。</summary>
/// <param name="Unit">单位。</param>
/// <param name="Name">报告年度末的名称。</param>
/// <param name="Report">报告。</param>
public sealed record TotalPart(UnitId Unit, string Name, AnnualReport Report);

/// <summary>一级政府的总数：各单位逐格相加，每一格说得出由哪几份、各是多少。</summary>
/// <param name="Total">总数与疑问。</param>
/// <param name="Parts">加进来的各份。</param>
/// <param name="Carried">上年结转对不对得上。</param>
public sealed record CollectedTotal(Aggregate Total, ImmutableArray<TotalPart> Parts, ImmutableArray<CarriedDifference> Carried)
{
    /// <summary>加起来；一份也没有的，说明。</summary>
    /// <param name="parts">各份，一个单位一份。</param>
    /// <param name="earlier">上一年度的各份；没有的是空的。</param>
    /// <param name="predecessors">这一年里并入、分立、撤销而由某单位承接的，它从前的单位；没有的是空的。</param>
    /// <param name="government">总数归于哪个机关。</param>
    public static Outcome<CollectedTotal> Of(IReadOnlyList<TotalPart> parts, IReadOnlyList<TotalPart> earlier, ILookup<UnitId, UnitId> predecessors, string? government)
    {
        // 报告上的机关名称可能写得不一样，重复与否已经由单位定了：一律写单位的名称。
        var added = ReportAggregation.Merge([.. parts.Select(part => new AggregationPart(part.Name, part.Report with { Agency = part.Name }))], government);
        return added.Refusal is { } refusal ? refusal : new CollectedTotal(added.Value, [.. parts], [.. Differences(parts, earlier, predecessors)]);
    }

    /// <summary>一格由哪几份、各是多少，大的在前。</summary>
    public IReadOnlyList<(TotalPart Part, Cell Cell)> PartsOf(CellPath cell) =>
    [
        .. from part in Parts
           let found = part.Report.Table(cell.Table)?.Find(cell.Row!, cell.Column!)
           where found is not null
           orderby found.Value.Value descending
           select (part, found.Value),
    ];

    // 逐单位对：今年的上年结转，与去年（连同并进来的单位）的结转下年。
    private static IEnumerable<CarriedDifference> Differences(IReadOnlyList<TotalPart> parts, IReadOnlyList<TotalPart> earlier, ILookup<UnitId, UnitId> predecessors)
    {
        var before = earlier.ToDictionary(part => part.Unit);
        foreach (var part in parts)
        {
            List<TotalPart> sources = [.. predecessors[part.Unit].Prepend(part.Unit).Select(unit => before.GetValueOrDefault(unit)).OfType<TotalPart>()];
            if (sources.Count == 0 || part.Report.Requests?.Find("carriedIn", "total")?.Number is not { } carriedIn) continue;
            var carriedOut = sources.Select(source => source.Report.Requests?.Find("carriedOut", "total")?.Number).ToList();
            if (carriedOut.Exists(number => number is null) || carriedOut.Sum() == carriedIn) continue;
            yield return new CarriedDifference(part.Unit, part.Name, carriedOut.Sum()!.Value, carriedIn, [.. sources.Where(source => source.Unit != part.Unit).Select(source => source.Name)]);
        }
    }
}

/// <summary>一个单位的上年结转与上年报告的结转下年不等。</summary>
/// <param name="Unit">单位。</param>
/// <param name="Name">名称。</param>
/// <param name="CarriedOut">上年报告的结转下年，件，连同并进来的单位。</param>
/// <param name="CarriedIn">今年报告的上年结转，件。</param>
/// <param name="Absorbed">并进来的单位；没有的是空的。</param>
public sealed record CarriedDifference(UnitId Unit, string Name, decimal CarriedOut, decimal CarriedIn, ImmutableArray<string> Absorbed);
