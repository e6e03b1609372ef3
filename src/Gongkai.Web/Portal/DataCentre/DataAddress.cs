using System.Globalization;

namespace Gongkai.Web.Portal.DataCentre;

/// <summary>数据中心的地址。</summary>
internal static class DataAddress
{
    public const string Home = "/data";

    public const string Indicators = "/data/indicators";

    public const string Table = "/data/table";

    public const string Compare = "/data/compare";

    public const string Download = "/data/download";

    public static string OfBody(string body) => $"/data/bodies/{body}";

    /// <summary>一份报告：本站公布的在门户的地址，外来的在数据中心里。</summary>
    public static string OfReport(string body, int year, bool foreign) => foreign ? $"/data/reports/{body}/{year}" : $"/r/{body}/{year}";

    /// <summary>一张表存成文件。</summary>
    public static string OfView(string view, string format, DataQuery query) => (query with { Page = 1 }).At($"/data/views/{view}.{format}");

    /// <summary>并排比较两份。</summary>
    public static string OfComparison(string oldBody, int oldYear, string newBody, int newYear) =>
        string.Create(CultureInfo.InvariantCulture, $"{Compare}?old={oldBody}.{oldYear}&new={newBody}.{newYear}");
}
