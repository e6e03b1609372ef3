using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Indicators;

/// <summary>公布的各份年报的全部数字，按列放在内存里，供数据中心查。造好以后不再改；变了的另造一份，没有变的列照用。</summary>
public sealed class FigureStore
{
    private readonly ImmutableArray<FigureBlock> _blocks;

    private FigureStore(ImmutableArray<FigureBlock> blocks)
    {
        _blocks = [.. blocks.Where(block => block.Facts.Length > 0)];
        Indicators = IndicatorCatalogue.Of(FormCatalogue.All);
        Facts = [.. _blocks.SelectMany(block => block.Facts.ToArray()).OrderBy(fact => fact.Year).ThenBy(fact => fact.Body, StringComparer.Ordinal)];
        Years = [.. Facts.Select(fact => fact.Year).Distinct()];
        Bodies = Facts.GroupBy(fact => fact.Body).ToImmutableSortedDictionary(body => body.Key, body => body.Last(), StringComparer.Ordinal);
    }

    /// <summary>一份也没有。</summary>
    public static FigureStore Empty { get; } = new([]);

    /// <summary>指标目录。</summary>
    public IndicatorCatalogue Indicators { get; }

    /// <summary>各份报告，由早到晚。</summary>
    public ImmutableArray<ReportFact> Facts { get; }

    /// <summary>有报告的各年度，由早到晚。</summary>
    public ImmutableArray<int> Years { get; }

    /// <summary>各机关，取它最近一份报告的情况。</summary>
    public ImmutableSortedDictionary<string, ReportFact> Bodies { get; }

    /// <summary>去掉几份，添几份；同一机关同一年的，先去掉旧的。</summary>
    public FigureStore With(IEnumerable<(string Body, int Year)> without, IReadOnlyCollection<PublishedFigures> added)
    {
        var gone = without.Concat(added.Select(report => (report.Fact.Body, report.Fact.Year))).ToHashSet();
        var byTables = added.GroupBy(report => report.Tables).ToDictionary(group => group.Key, group => group.ToList());
        return new FigureStore(
        [
            .. _blocks.Select(block => block.With(gone, byTables.Remove(block.Tables, out var more) ? more : [])),
            .. byTables.Select(group => FigureBlock.Of(group.Key, group.Value)),
        ]);
    }

    /// <summary>各份报告的情况换一换（单位更了名、改了区划），数字照旧。</summary>
    public FigureStore Relabelled(Func<ReportFact, ReportFact> relabel) => new([.. _blocks.Select(block => block.Relabelled(relabel))]);

    /// <summary>一个指标在各份报告里的值；没有值的（空白、读不准、分母为零、格式里没有）不在其中。</summary>
    public List<FigureValue> Values(Indicator indicator, FigureFilter filter)
    {
        var values = new List<FigureValue>(Facts.Length);
        foreach (var block in _blocks) AddValues(block, indicator, filter, values);
        return values;
    }

    /// <summary>一格：状态（number、blank、text、unread）与数；没有这份报告、格式里没有这一格的为空。</summary>
    public (string State, decimal? Number)? Cell(string body, int year, Model.CellPath path)
    {
        foreach (var block in _blocks)
        {
            for (var row = 0; row < block.Facts.Length; row++)
            {
                if (block.Facts[row].Year != year || block.Facts[row].Body != body) continue;
                if (block.Tables.At(path) is not { } at) return null;
                var code = block.At(at, row);
                return (CellCode.State(code), CellCode.IsNumber(code) ? CellCode.Number(code) : null);
            }
        }

        return null;
    }

    private static void AddValues(FigureBlock block, Indicator indicator, FigureFilter filter, List<FigureValue> values)
    {
        if (indicator.Judge is { } judge)
        {
            foreach (var fact in block.Facts)
                if (filter.Covers(fact) && judge(fact) is { } judged) values.Add(new FigureValue(fact, judged ? CellCode.One : 0, CellCode.One, indicator.Scale, ""));
            return;
        }

        if (indicator.Numerator(block.Tables) is not { } numerator) return;
        var above = block.Sum(numerator);
        var series = indicator.Series(block.Tables);
        if (indicator.Denominator is null)
        {
            for (var row = 0; row < above.Length; row++)
                if (CellCode.IsNumber(above[row]) && filter.Covers(block.Facts[row])) values.Add(new FigureValue(block.Facts[row], above[row], CellCode.One, 1, series));
            return;
        }

        if (indicator.Denominator(block.Tables) is not { } denominator) return;
        var below = block.Sum(denominator);
        var less = indicator.Less?.Invoke(block.Tables) is { } taken ? block.Sum(taken) : null;
        for (var row = 0; row < above.Length; row++)
        {
            if (!CellCode.IsNumber(above[row]) || !CellCode.IsNumber(below[row]) || (less is not null && !CellCode.IsNumber(less[row]))) continue;
            var rest = below[row] - (less?[row] ?? 0);
            if (rest > 0 && filter.Covers(block.Facts[row])) values.Add(new FigureValue(block.Facts[row], above[row], rest, indicator.Scale, series));
        }
    }
}

/// <summary>一个指标在一份报告里的值。</summary>
/// <param name="Fact">哪一份。</param>
/// <param name="Above">分子，或者数本身，乘了一百万。</param>
/// <param name="Below">分母，乘了一百万；不是比率的是一。</param>
/// <param name="Scale">比率乘以几。</param>
/// <param name="Series">可比的一组。</param>
public readonly record struct FigureValue(ReportFact Fact, long Above, long Below, int Scale, string Series)
{
    /// <summary>值。</summary>
    public double Value => (double)Above / Below * Scale;

    /// <summary>几个合起来：不是比率的是和，比率的是分子之和除以分母之和；一个也没有的为空。</summary>
    public static double? Together(IReadOnlyCollection<FigureValue> values, bool isRatio)
    {
        if (values.Count == 0) return null;
        Int128 above = 0, below = 0;
        var scale = 1;
        foreach (var value in values)
        {
            above += value.Above;
            below += value.Below;
            scale = value.Scale;
        }

        return isRatio ? below == 0 ? null : (double)above / (double)below * scale : (double)((decimal)above / CellCode.One);
    }
}
