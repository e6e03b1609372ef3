using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.Organisations.Units;

namespace Gongkai.AnnualReports.Indicators;

/// <summary>数据中心的各张表：走势、分布、排列、构成、各级各类、各地区。</summary>
public static class DataViews
{
    private static readonly ImmutableArray<DataColumn> Spread =
    [
        new("bodies", "机关数", true), new("together", "合计", true), new("mean", "平均", true), new("least", "最小", true), new("lower_quartile", "下四分位", true), new("median", "中位数", true),
        new("upper_quartile", "上四分位", true), new("most", "最大", true),
    ];

    /// <summary>一个指标历年：机关数、合计、平均、四分位；不可比的各组分开列。</summary>
    public static DataView Trend(Indicator indicator, IReadOnlyList<FigureValue> values)
    {
        var groups = values.GroupBy(value => (value.Fact.Year, value.Series)).OrderBy(group => group.Key.Year).ThenBy(group => group.Key.Series, StringComparer.Ordinal).ToList();
        return new DataView(
            $"{indicator.Caption}：历年", [new("year", "年度"), new("form", "可比的一组"), .. Spread.Select(column => column.Key == "together" ? column with { Caption = Together(indicator) } : column)],
            [.. groups.Select(group => (ImmutableArray<DataValue>)[group.Key.Year, Series(group.Key.Series), .. Row([.. group], indicator)])], Breaks(groups.Select(group => group.Key.Series)));
    }

    /// <summary>一年里各机关的值，大的在前；离群的注明。</summary>
    public static DataView Ranking(Indicator indicator, int year, IReadOnlyList<FigureValue> values)
    {
        var spread = Distribution.Of(values.Select(value => value.Value));
        return new DataView(
            $"{indicator.Caption}：{year} 年度各机关",
            [new("rank", "名次", true), new("body", "代码"), new("name", "机关"), new("level", "层级"), new("kind", "性质"), new("region", "区划代码"), new("value", $"{indicator.Caption}（{indicator.Unit}）", true), new("outlier", "离群")],
            [
                .. Ordered(values).Select((value, at) => (ImmutableArray<DataValue>)
                    [at + 1, value.Fact.Body, value.Fact.Name, value.Fact.Level?.Caption(), value.Fact.Kind?.Caption(), value.Fact.Region, value.Value, spread!.IsOutlier(value.Value) ? value.Value > spread.HighFence ? "偏高" : "偏低" : null]),
            ],
            [Distribution.Rule]);
    }

    /// <summary>一年里值的分布：一行一个机关太长，只列四分位与界限。</summary>
    public static DataView Spreads(Indicator indicator, int year, IReadOnlyList<FigureValue> values)
    {
        var spread = Distribution.Of(values.Select(value => value.Value));
        return new DataView(
            $"{indicator.Caption}：{year} 年度的分布", [.. Spread.Select(column => column.Key == "together" ? column with { Caption = Together(indicator) } : column), new("low_fence", "离群的下界", true), new("high_fence", "离群的上界", true)],
            spread is null ? [] : [[.. Row(values, indicator), spread.WhyNoOutliers is null ? spread.LowFence : (double?)null, spread.WhyNoOutliers is null ? spread.HighFence : (double?)null]],
            [Distribution.Rule]);
    }

    /// <summary>离群的机关，一句一个，连同界限怎样来的；不判的、没有的说明。</summary>
    public static IReadOnlyList<string> Outliers(Indicator indicator, int year, IReadOnlyList<FigureValue> values)
    {
        if (Distribution.Of(values.Select(value => value.Value)) is not { } spread) return [$"{year} 年度没有这个指标的数。"];
        if (spread.WhyNoOutliers is { } why) return [why];
        List<string> said =
        [
            .. Ordered(values).Where(value => spread.IsOutlier(value.Value)).Select(value => value.Value > spread.HighFence
                ? $"{value.Fact.Name}：{DataValue.Show(value.Value)} {indicator.Unit}，高于上界 {DataValue.Show(spread.HighFence)}（上四分位 {DataValue.Show(spread.Upper)} ＋ 1.5 × 四分位距 {DataValue.Show(spread.Upper - spread.Lower)}）。"
                : $"{value.Fact.Name}：{DataValue.Show(value.Value)} {indicator.Unit}，低于下界 {DataValue.Show(spread.LowFence)}（下四分位 {DataValue.Show(spread.Lower)} － 1.5 × 四分位距 {DataValue.Show(spread.Upper - spread.Lower)}）。"),
        ];
        return said.Count > 0 ? said : ["没有离群的机关。"];
    }

    /// <summary>各级各类：同级同类的机关合起来。</summary>
    public static DataView Kinds(Indicator indicator, int year, IReadOnlyList<FigureValue> values) => new(
        $"{indicator.Caption}：{year} 年度各级各类", [new("level", "层级"), new("kind", "性质"), .. Spread.Select(column => column.Key == "together" ? column with { Caption = Together(indicator) } : column)],
        [
            .. values.GroupBy(value => (value.Fact.Level, value.Fact.Kind)).OrderBy(group => group.Key.Level ?? (UnitLevel)99).ThenBy(group => group.Key.Kind ?? (UnitKind)99)
                .Select(group => (ImmutableArray<DataValue>)[group.Key.Level?.Caption() ?? "判不出", group.Key.Kind?.Caption() ?? "判不出", .. Row([.. group], indicator)]),
        ],
        []);

    /// <summary>各地区：按行政区划代码合起来。</summary>
    /// <param name="nameOf">区划代码的名称；不认得的为空。</param>
    public static DataView Regions(Indicator indicator, int year, IReadOnlyList<FigureValue> values, Func<string, string?> nameOf) => new(
        $"{indicator.Caption}：{year} 年度各地区", [new("region", "区划代码"), new("name", "地区"), new("bodies", "机关数", true), new("together", Together(indicator), true)],
        [
            .. values.Where(value => value.Fact.Region is not null).GroupBy(value => value.Fact.Region!).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (ImmutableArray<DataValue>)[group.Key, nameOf(group.Key), group.Count(), FigureValue.Together([.. group], indicator.IsRatio)]),
        ],
        [
            "没有各地的边界图形，不画地图，按区划代码列出。",
            .. values.Count(value => value.Fact.Region is null) is > 0 and var unknown ? [$"有 {unknown} 个机关没有区划代码，不在其中。"] : Array.Empty<string>(),
        ]);

    /// <summary>表三办理结果的构成：各年各大类几件，占几成。</summary>
    public static DataView Composition(FigureStore store, FigureFilter filter)
    {
        var categories = FormCatalogue.All.Reverse().SelectMany(form => form.Requests.Rows.Where(row => row.IsOutcome).Select(TableSet.CategoryOf)).Distinct().ToList();
        var byYear = categories.Select(category => store.Values(OfCategory(category), filter with { Year = null }).GroupBy(value => value.Fact.Year).ToDictionary(year => year.Key, year => FigureValue.Together([.. year], false)!.Value)).ToList();
        return new DataView(
            "办理结果的构成",
            [new("year", "年度"), .. categories.SelectMany((category, at) => (DataColumn[])[new($"category_{at + 1}", $"{category}（件）", true), new($"share_{at + 1}", "占比（%）", true)])],
            [
                .. store.Years.Where(year => byYear.Exists(category => category.ContainsKey(year))).Select(year => (ImmutableArray<DataValue>)
                [
                    year, .. byYear.SelectMany(category => (DataValue[])[category.TryGetValue(year, out var count) ? count : (double?)null, Share(category.GetValueOrDefault(year), byYear.Sum(one => one.GetValueOrDefault(year)))]),
                ]),
            ],
            ["一件申请一个结果；某一大类有一行空白、读不准的报告，那一类不计。“（六）其他处理”2019 年格式是一行，2021 年格式是三行，按合计比。"]);
    }

    /// <summary>构成里有哪几大类，按格式的次序。</summary>
    public static IReadOnlyList<string> Categories(DataView composition) => [.. composition.Columns.Where(column => column.Key.StartsWith("category_", StringComparison.Ordinal)).Select(column => column.Caption.Replace("（件）", "", StringComparison.Ordinal))];

    /// <summary>一个机关历年，和同级同类的机关比。</summary>
    public static DataView Peers(Indicator indicator, ReportFact body, IReadOnlyList<FigureValue> own, IReadOnlyList<FigureValue> peers)
    {
        var spreads = peers.GroupBy(value => (value.Fact.Year, value.Series)).ToDictionary(group => group.Key, group => Distribution.Of(group.Select(value => value.Value))!);
        return new DataView(
            $"{body.Name}的{indicator.Caption}，和{body.Level?.Caption()}{body.Kind?.Caption() ?? "其余机关"}比",
            [
                new("year", "年度"), new("form", "可比的一组"), new("value", $"本机关（{indicator.Unit}）", true), new("rank", "名次", true), new("bodies", "同级同类机关数", true), new("lower_quartile", "下四分位", true),
                new("median", "中位数", true), new("upper_quartile", "上四分位", true),
            ],
            [
                .. own.OrderBy(value => value.Fact.Year).Select(value => (ImmutableArray<DataValue>)
                [
                    value.Fact.Year, Series(value.Series), value.Value, peers.Count(other => other.Fact.Year == value.Fact.Year && other.Series == value.Series && other.Value > value.Value) + 1,
                    spreads[(value.Fact.Year, value.Series)].Count, spreads[(value.Fact.Year, value.Series)].Lower, spreads[(value.Fact.Year, value.Series)].Median, spreads[(value.Fact.Year, value.Series)].Upper,
                ]),
            ],
            ["同级同类的机关含本机关；层级、性质照各年度末的。", .. Breaks(own.Select(value => value.Series))]);
    }

    /// <summary>合起来的一栏叫什么：数是合计，比率是合起来的比率。</summary>
    public static string Together(Indicator indicator) => indicator.IsRatio ? $"合起来（{indicator.Unit}）" : $"合计（{indicator.Unit}）";

    private static Indicator OfCategory(string category) => new(category, category, "", "", "件") { Numerator = tables => tables.Outcomes(category) };

    private static double? Share(double part, double whole) => whole > 0 ? Math.Round(part / whole * 100, 2) : null;

    private static IEnumerable<FigureValue> Ordered(IEnumerable<FigureValue> values) => values.OrderByDescending(value => value.Value).ThenBy(value => value.Fact.Body, StringComparer.Ordinal);

    private static ImmutableArray<DataValue> Row(IReadOnlyList<FigureValue> values, Indicator indicator)
    {
        var spread = Distribution.Of(values.Select(value => value.Value))!;
        return [spread.Count, FigureValue.Together(values, indicator.IsRatio), spread.Mean, spread.Least, spread.Lower, spread.Median, spread.Upper, spread.Most];
    }

    private static string Series(string series) => series.Length == 0 ? "各种格式" : $"{series} 年格式";

    // 口径不同的各组，说一句，线在那里断开。
    private static ImmutableArray<string> Breaks(IEnumerable<string> series) =>
        series.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList() is { Count: > 1 } several
            ? [$"{string.Join("、", several.Select(one => $"{one} 年"))}格式的口径不同，前后不可比，线在换格式的地方断开。"] : [];
}
