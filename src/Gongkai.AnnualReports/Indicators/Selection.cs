using System.Collections.Immutable;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Indicators;

/// <summary>自选的一张表：哪些机关、哪些年度、哪些格子或指标。</summary>
/// <param name="Bodies">机关。</param>
/// <param name="Years">年度。</param>
/// <param name="Indicators">格子或指标。</param>
public sealed record Selection(ImmutableArray<ReportFact> Bodies, ImmutableArray<int> Years, ImmutableArray<Indicator> Indicators)
{
    /// <summary>最多几格；再多的请下载全部。</summary>
    public const int MostCells = 20_000;

    /// <summary>一共几格。</summary>
    public long Cells => (long)Bodies.Length * Years.Length * Indicators.Length;

    /// <summary>做成一张表：一个机关一年一行，一个指标一列；没有报告的年度不列，不是数的写明是空白、读不准还是文字。</summary>
    public DataView View(FigureStore store)
    {
        var values = Indicators.Select(indicator => Bodies.Length > 20
            ? store.Values(indicator, new FigureFilter()).ToDictionary(value => (value.Fact.Body, value.Fact.Year), value => value.Value)
            : Bodies.SelectMany(body => store.Values(indicator, new FigureFilter(Body: body.Body))).ToDictionary(value => (value.Fact.Body, value.Fact.Year), value => value.Value)).ToList();
        var wanted = Bodies.Select(body => body.Body).ToHashSet(StringComparer.Ordinal);
        var rows = store.Facts.Where(fact => Years.Contains(fact.Year) && wanted.Contains(fact.Body)).OrderBy(fact => fact.Body, StringComparer.Ordinal).ThenBy(fact => fact.Year);
        return new DataView(
            "自选的表",
            [new("body", "代码"), new("name", "机关"), new("year", "年度"), .. Indicators.Select(indicator => new DataColumn(indicator.Key, $"{indicator.Caption}（{indicator.Unit}）", true))],
            [.. rows.Select(fact => (ImmutableArray<DataValue>)[fact.Body, fact.Name, fact.Year, .. Indicators.Select((indicator, at) => Value(store, values[at], indicator, fact))])],
            ["没有报告的年度不列。写着“空白”“读不准”“文字”的不是零；“—”是那一年的格式里没有这一格，或者算不出。", .. Mixed(store)]);
    }

    private static DataValue Value(FigureStore store, Dictionary<(string, int), double> values, Indicator indicator, ReportFact fact)
    {
        if (values.TryGetValue((fact.Body, fact.Year), out var value)) return value;
        if (CellPath.Parse(indicator.Key) is not { Column: not null } path) return (double?)null;
        return store.Cell(fact.Body, fact.Year, path)?.State switch { "blank" => "空白", "unread" => "读不准", "text" => "文字", _ => (double?)null };
    }

    private IEnumerable<string> Mixed(FigureStore store)
    {
        foreach (var indicator in Indicators)
        {
            var series = store.Values(indicator, new FigureFilter()).Where(value => Years.Contains(value.Fact.Year)).Select(value => value.Series).Distinct(StringComparer.Ordinal).Count();
            if (series > 1) yield return $"“{indicator.Caption}”在两种格式里口径不同，各年不要直接相比。";
        }
    }
}
