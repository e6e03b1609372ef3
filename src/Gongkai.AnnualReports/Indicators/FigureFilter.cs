using Gongkai.Organisations.Units;

namespace Gongkai.AnnualReports.Indicators;

/// <summary>挑哪些报告；为空的不限。</summary>
/// <param name="Level">层级。</param>
/// <param name="Kind">性质。</param>
/// <param name="Region">行政区划代码的开头：两位是省，四位是市，六位是县；一省之内的都算。</param>
/// <param name="Year">年度。</param>
/// <param name="Body">机关。</param>
public sealed record FigureFilter(UnitLevel? Level = null, UnitKind? Kind = null, string? Region = null, int? Year = null, string? Body = null)
{
    /// <summary>这一份在不在内。</summary>
    public bool Covers(ReportFact fact) =>
        (Year is null || fact.Year == Year) && (Level is null || fact.Level == Level) && (Kind is null || fact.Kind == Kind)
        && (Region is null || fact.Region?.StartsWith(Region, StringComparison.Ordinal) == true) && (Body is null || fact.Body == Body);
}
