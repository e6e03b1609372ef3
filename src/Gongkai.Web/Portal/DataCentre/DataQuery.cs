using System.Globalization;
using System.Text;
using Gongkai.AnnualReports.Indicators;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Web.Api;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal.DataCentre;

/// <summary>数据中心的条件，全在网址里，同样的条件总写成同样的网址：页面、CSV、JSON 与接口都用这一种写法。</summary>
/// <param name="Indicator">哪个指标。</param>
/// <param name="Filter">挑哪些机关；年度不在其中。</param>
/// <param name="Year">看哪一年的分布、排列；一份报告也没有的是 0。</param>
/// <param name="Page">排列的第几页，从 1 起。</param>
internal sealed record DataQuery(Indicator Indicator, FigureFilter Filter, int Year, int Page)
{
    /// <summary>读网址里的条件；有一项认不得的，答复一句话，不猜。空着的当作没有写。</summary>
    public static Outcome<DataQuery> Of(IQueryCollection query, FigureStore store)
    {
        var filter = new FigureFilter();
        var key = Given(query, "indicator") ?? IndicatorCatalogue.Default;
        if (store.Indicators.Find(key) is not { } indicator) return new Refusal($"没有“{Short(key)}”这个指标，全部指标列在“指标与口径”里。");
        if (Given(query, "level") is { } level)
        {
            if (Find<UnitLevel>(level) is not { } found) return new Refusal($"没有“{Short(level)}”这个层级：层级写 {Names<UnitLevel>()} 之一。");
            filter = filter with { Level = found };
        }

        if (Given(query, "kind") is { } kind)
        {
            if (Find<UnitKind>(kind) is not { } found) return new Refusal($"没有“{Short(kind)}”这个性质：性质写 {Names<UnitKind>()} 之一。");
            filter = filter with { Kind = found };
        }

        if (Given(query, "region") is { } region)
        {
            if (region.Length is not (2 or 4 or 6) || !region.All(char.IsAsciiDigit)) return new Refusal("区划代码写两位（省）、四位（市）或者六位（县）数字。");
            filter = filter with { Region = region };
        }

        var year = store.Years is [.., var latest] ? latest : 0;
        if (Given(query, "year") is { } asked)
        {
            if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var found) || !store.Years.Contains(found)) return new Refusal(NoYear(asked, store));
            year = found;
        }

        var page = 1;
        if (Given(query, "page") is { } shown && !(int.TryParse(shown, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page >= 1)) return new Refusal("页码从 1 起。");
        return new DataQuery(indicator, filter, year, page);
    }

    /// <summary>没有这一年的报告，有的是哪几年。</summary>
    public static string NoYear(string asked, FigureStore store) =>
        store.Years.IsEmpty ? "还没有公布年报。" : $"没有“{Short(asked)}”年度的报告，有报告的是 {string.Join("、", store.Years)} 年度。";

    /// <summary>写成地址：各项的次序固定，与不写一样的不写。</summary>
    public string At(string path)
    {
        var text = new StringBuilder(path);
        Add("indicator", Indicator.Key == IndicatorCatalogue.Default ? null : Indicator.Key);
        Add("level", Filter.Level is { } level ? ApiAnswers.Name(level) : null);
        Add("kind", Filter.Kind is { } kind ? ApiAnswers.Name(kind) : null);
        Add("region", Filter.Region);
        Add("year", Year > 0 ? Year.ToString(CultureInfo.InvariantCulture) : null);
        Add("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null);
        return text.ToString();

        void Add(string name, string? value)
        {
            if (value is not null) text.Append(text.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }

    /// <summary>写着的一项；没有写的、空着的为空。</summary>
    public static string? Given(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } value ? value : null;

    /// <summary>引在话里的：长的截短。</summary>
    public static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;

    private static T? Find<T>(string name)
        where T : struct, Enum => Enum.GetValues<T>().Where(one => ApiAnswers.Name(one) == name).Cast<T?>().FirstOrDefault();

    private static string Names<T>()
        where T : struct, Enum => string.Join("、", Enum.GetValues<T>().Select(ApiAnswers.Name));
}
