using System.Globalization;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Services.Publication;

namespace Gongkai.Web.Console;

/// <summary>后台的地址，一处写定。</summary>
internal static class ConsoleAddress
{
    public const string Home = "/console";

    public const string Items = "/console/items";

    public const string NewItem = "/console/items/new";

    public const string Bulk = "/console/items/bulk";

    public const string Ledger = "/console/ledger";

    /// <summary>等决定的豁免，和已发布的里查出的。</summary>
    public const string Findings = "/console/findings";

    /// <summary>一处扫描命中。</summary>
    public static string Finding(ItemId item, string print) => $"{Item(item)}/findings/{print}";

    public static string Item(ItemId item) => $"{Items}/{item}";

    /// <summary>一件审查的页面：表单交到这里，也可以直接打开。</summary>
    public static string Act(ItemId item, ReviewAction action) => $"{Item(item)}/acts/{WordOf(action)}";

    public static string ReviewPlan(UnitId unit) => $"/console/units/{unit}/review";

    public static string LedgerOf(UnitId unit, DateOnly first, DateOnly last, string address = Ledger) =>
        string.Create(CultureInfo.InvariantCulture, $"{address}?unit={unit}&from={first:yyyy-MM-dd}&to={last:yyyy-MM-dd}");

    /// <summary>动作在地址里的写法，例如 take-back。</summary>
    public static string WordOf(ReviewAction action) => Reviews.KindOf(action)[Reviews.KindPrefix.Length..];

    /// <summary>地址里写的动作；没有这样的为空。</summary>
    public static ReviewAction? ActionOf(string? word) => Enum.GetValues<ReviewAction>().Where(action => WordOf(action) == word).Cast<ReviewAction?>().FirstOrDefault();
}
