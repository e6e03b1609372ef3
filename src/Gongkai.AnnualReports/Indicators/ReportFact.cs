using Gongkai.Organisations.Units;

namespace Gongkai.AnnualReports.Indicators;

/// <summary>一份报告的情况：谁的，哪一年，那时的层级与性质。</summary>
/// <param name="Body">机关的代码：本站的单位是地址里的十个字母数字，外来的由名称得出。</param>
/// <param name="Name">机关在年度末的名称。</param>
/// <param name="Year">报告的年度。</param>
/// <param name="Level">层级；判不出的为空。</param>
/// <param name="Kind">性质；判不出的为空。</param>
/// <param name="Region">六位行政区划代码；没有的、判不出的为空。</param>
/// <param name="PublishedOn">公布的日期；不知道的为空。</param>
public sealed record ReportFact(string Body, string Name, int Year, UnitLevel? Level, UnitKind? Kind, string? Region, DateOnly? PublishedOn)
{
    /// <summary>是否在法定期限（含当日）以内公布；不知道何时公布、判不出性质的为空。条例第四十九条。</summary>
    public bool? OnTime => PublishedOn is { } day && Kind is { } kind
        ? day <= (kind == UnitKind.Government && Level != UnitLevel.Town ? new DateOnly(Year + 1, 3, 31) : new DateOnly(Year + 1, 1, 31)) : null;
}
