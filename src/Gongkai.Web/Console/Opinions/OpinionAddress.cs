using System.Globalization;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Opinions;

namespace Gongkai.Web.Console.Opinions;

/// <summary>后台里意见征集各页的地址。</summary>
internal static class OpinionAddress
{
    public const string List = "/console/opinions";

    public static string ListOf(UnitId unit, int? year = null) => string.Create(CultureInfo.InvariantCulture, $"{List}?unit={unit}{(year is { } picked ? $"&year={picked}" : "")}");

    public static string NewOf(UnitId unit) => $"{List}/new?unit={unit}";

    public static string Register(UnitId unit, int year) => string.Create(CultureInfo.InvariantCulture, $"{List}.xlsx?unit={unit}&year={year}");

    public static string Of(OpinionRoundId round) => $"{List}/{round}";

    /// <summary>看意见。</summary>
    /// <param name="shelf">哪些：空的是全部，ungrouped 还没有归并的，其余是组的标识。</param>
    public static string Comments(OpinionRoundId round, string? shelf = null, int page = 1) => string.Create(
        CultureInfo.InvariantCulture, $"{Of(round)}/comments{(shelf is null ? (page > 1 ? "?" : "") : $"?shelf={shelf}{(page > 1 ? "&" : "")}")}{(page > 1 ? $"page={page}" : "")}");

    public static string Export(OpinionRoundId round) => $"{Of(round)}/comments.xlsx";
}
