using Gongkai.AnnualReports.Model;
using Gongkai.Organisations.Units;

namespace Gongkai.Web.Console.Collecting;

/// <summary>收集年报的各页的地址。</summary>
internal static class CollectAddress
{
    public const string List = "/console/collect";

    public const string Total = "/console/collect/total";

    public const string Sheet = "/console/collect.xlsx";

    public const string TotalSheet = "/console/collect/total.xlsx";

    public static string Of(string page, UnitId authority, int year) => $"{page}?unit={authority}&year={year}";

    public static string CellOf(UnitId authority, int year, CellPath cell) => $"{Of(Total, authority, year)}&cell={cell}#cell";

    public static string Report(UnitId unit, int year) => $"/console/reports/{unit}/{year}";
}
