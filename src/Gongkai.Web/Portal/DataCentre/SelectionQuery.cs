using System.Globalization;
using System.Text;
using Gongkai.AnnualReports.Indicators;
using Gongkai.Law;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal.DataCentre;

/// <summary>自选的表的条件：<c>body</c>、<c>year</c>、<c>cell</c> 各可以写几个；不写机关的是全部，不写年度的是各年，不写格子的是默认的指标。</summary>
internal static class SelectionQuery
{
    /// <summary>一次最多几列。</summary>
    public const int MostIndicators = 40;

    /// <summary>读网址里的条件；认不得的、太大的，答复一句话。</summary>
    public static Outcome<Selection> Of(IQueryCollection query, FigureStore store)
    {
        var (bodies, years, indicators) = (new List<ReportFact>(), new List<int>(), new List<Indicator>());
        foreach (var body in Values(query, "body"))
        {
            if (!store.Bodies.TryGetValue(body, out var fact)) return new Refusal($"没有代码是“{DataQuery.Short(body)}”的机关公布过年报。");
            bodies.Add(fact);
        }

        foreach (var year in Values(query, "year"))
        {
            if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var found) || !store.Years.Contains(found)) return new Refusal(DataQuery.NoYear(year, store));
            years.Add(found);
        }

        foreach (var cell in Values(query, "cell"))
        {
            if (store.Indicators.Find(cell) is not { } indicator) return new Refusal($"没有“{DataQuery.Short(cell)}”这一格，格子的地址列在“指标与口径”里。");
            indicators.Add(indicator);
        }

        if (indicators.Count > MostIndicators) return new Refusal($"一次最多选 {MostIndicators} 列，选了 {indicators.Count} 列；全部的格子请下载 cells.csv。");
        var selection = new Selection(bodies.Count > 0 ? [.. bodies] : [.. store.Bodies.Values], years.Count > 0 ? [.. years.Order()] : store.Years, indicators.Count > 0 ? [.. indicators] : [store.Indicators.Find(IndicatorCatalogue.Default)!]);
        return selection.Cells > Selection.MostCells
            ? new Refusal($"选的一共有 {selection.Cells:N0} 格，一次最多 {Selection.MostCells:N0} 格：少选几个机关、年度或者格子，要全部的请下载 cells.csv。") : selection;
    }

    /// <summary>写着没有。</summary>
    public static bool IsGiven(IQueryCollection query) => query.ContainsKey("body") || query.ContainsKey("year") || query.ContainsKey("cell");

    /// <summary>写成地址：各项按固定的次序。</summary>
    public static string At(string path, IQueryCollection query)
    {
        var text = new StringBuilder(path);
        foreach (var name in (string[])["body", "year", "cell"])
            foreach (var value in Values(query, name))
                text.Append(text.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return text.ToString();
    }

    /// <summary>写着的几个，不重复，空的不算；逗号隔开的也认。</summary>
    public static List<string> Values(IQueryCollection query, string name) =>
        [.. query[name].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal)];
}
