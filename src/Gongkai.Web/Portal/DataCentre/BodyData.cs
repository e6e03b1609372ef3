using Gongkai.AnnualReports.Indicators;

namespace Gongkai.Web.Portal.DataCentre;

/// <summary>一个机关的一个指标，和同级同类的机关比。</summary>
internal sealed class BodyData(FigureStore store, ReportFact body, Indicator indicator)
{
    /// <summary>本机关历年的值。</summary>
    public IReadOnlyList<FigureValue> Own { get; } = store.Values(indicator, new FigureFilter(Body: body.Body));

    /// <summary>同级同类的机关历年的值，含本机关；各年照那一年的层级与性质。</summary>
    public IReadOnlyList<FigureValue> Among
    {
        get
        {
            var standings = store.Facts.Where(fact => fact.Body == body.Body).ToDictionary(fact => fact.Year, fact => (fact.Level, fact.Kind));
            return [.. store.Values(indicator, new FigureFilter()).Where(value => standings.TryGetValue(value.Fact.Year, out var standing) && standing == (value.Fact.Level, value.Fact.Kind))];
        }
    }

    /// <summary>比出来的表。</summary>
    public DataView Peers => DataViews.Peers(indicator, body, Own, Among);
}
