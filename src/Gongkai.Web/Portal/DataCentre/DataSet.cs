using Gongkai.AnnualReports.Indicators;
using Gongkai.Organisations.Regions;
using Gongkai.Organisations.Units;

namespace Gongkai.Web.Portal.DataCentre;

/// <summary>一组条件查出来的各张表：页面、文件与接口用同一份。要哪张做哪张。</summary>
internal sealed class DataSet(FigureStore store, DataQuery query)
{
    /// <summary>各张表的代码，写在网址里。</summary>
    public static readonly string[] Views = ["trend", "distribution", "ranking", "kinds", "regions", "composition"];

    private readonly List<FigureValue> _all = store.Values(query.Indicator, query.Filter);
    private List<FigureValue>? _ofYear;

    /// <summary>历年的值。</summary>
    public IReadOnlyList<FigureValue> All => _all;

    /// <summary>所选年度的值；一年里有两组不可比的，看多数用的那一组。</summary>
    public IReadOnlyList<FigureValue> OfYear => _ofYear ??= _all.Where(value => value.Fact.Year == query.Year).GroupBy(value => value.Series).MaxBy(group => group.Count())?.ToList() ?? [];

    /// <summary>一张表；没有这张的为空。</summary>
    public DataView? View(string name) => name switch
    {
        "trend" => DataViews.Trend(query.Indicator, _all),
        "distribution" => DataViews.Spreads(query.Indicator, query.Year, OfYear),
        "ranking" => DataViews.Ranking(query.Indicator, query.Year, OfYear),
        "kinds" => DataViews.Kinds(query.Indicator, query.Year, OfYear),
        "regions" => DataViews.Regions(query.Indicator, query.Year, OfYear, NameOf),
        "composition" => DataViews.Composition(store, query.Filter),
        _ => null,
    };

    // 全国的区划有名称；本地登记的，取那里的政府的名称。
    private string? NameOf(string region) => Gazetteer.China.ByCode(region)?.Name
        ?? store.Bodies.Values.FirstOrDefault(body => body.Region == region && body is { Kind: UnitKind.Government, Level: not UnitLevel.Town })?.Name.Replace("人民政府", "", StringComparison.Ordinal);
}
