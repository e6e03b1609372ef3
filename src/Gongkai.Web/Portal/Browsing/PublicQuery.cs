using System.Globalization;
using System.Text;
using Gongkai.Data.Queries.Publication;
using Gongkai.Data.Search;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal.Browsing;

/// <summary>地址里的条件：目录、检索、订阅与接口都用这一种写法。同样的条件总写成同样的地址，可以抄给别人。</summary>
/// <param name="Text">检索的字；浏览目录的为空串。</param>
/// <param name="Filter">选了哪些。</param>
/// <param name="Page">第几页，从 1 起。</param>
public sealed record PublicQuery(string Text, PublicItemFilter Filter, int Page)
{
    /// <summary>检索的字最多几个，多的不看。</summary>
    public const int LongestText = 200;

    /// <summary>最后的页码；再大的当作没有这一页。</summary>
    public const int LastPage = 1_000_000;

    /// <summary>什么条件也没有。</summary>
    public static PublicQuery Nothing { get; } = new("", new PublicItemFilter(), 1);

    /// <summary>选定的法定公开分类；没有选的为空。</summary>
    public string? Category => Filter.Categories?[0];

    /// <summary>读地址里的条件；有一项认不得的为空，不猜，也不当作没有写。</summary>
    public static PublicQuery? Of(IQueryCollection query, UnitTree tree)
    {
        var (filter, page) = (new PublicItemFilter(), 1);
        if (Given(query, "unit") is { } key)
        {
            if (PortalAddress.FindUnit(tree, key) is not { } unit) return null;
            filter = filter with { Unit = unit.Id.Value };
        }

        if (Given(query, "category") is { } category)
        {
            if (DisclosureCategory.Find(category) is null) return null;
            filter = filter with { Categories = [category] };
        }

        if (Given(query, "subject") is { } subject)
        {
            if (Gongkai.Publication.Catalogue.Subject.Find(subject) is null) return null;
            filter = filter with { Subject = subject };
        }

        if (Given(query, "genre") is { } genre)
        {
            if (Enum.GetValues<Genre>().Where(one => CodeOf(one) == genre).Cast<Genre?>().FirstOrDefault() is not { } found) return null;
            filter = filter with { Genre = found };
        }

        if (Given(query, "year") is { } year)
        {
            if (Number(year, 1000, 9999) is not { } found) return null;
            filter = filter with { Year = found };
        }

        if (Given(query, "aspect") is { } aspect)
        {
            if (Openness.FindCode(aspect) is not { } found) return null;
            filter = filter with { Aspect = found };
        }

        if (Given(query, "page") is { } given)
        {
            if (Number(given, 1, LastPage) is not { } found) return null;
            page = found;
        }

        var text = query["q"].ToString().Trim();
        return new PublicQuery(text.Length > LongestText ? text[..LongestText] : text, filter, page);
    }

    /// <summary>换一种筛选，从第一页看起。</summary>
    public PublicQuery With(PublicItemFilter filter) => this with { Filter = filter, Page = 1 };

    /// <summary>写成地址：各项的次序固定，第一页不写。</summary>
    public string At(string path)
    {
        var parts = new StringBuilder();
        Add(parts, "q", Text.Length > 0 ? Text : null);
        Add(parts, "unit", Filter.Unit is { } unit ? PortalAddress.KeyOf(new UnitId(unit)) : null);
        Add(parts, "category", Category);
        Add(parts, "subject", Filter.Subject);
        Add(parts, "genre", Filter.Genre is { } genre ? CodeOf(genre) : null);
        Add(parts, "year", Filter.Year?.ToString(CultureInfo.InvariantCulture));
        Add(parts, "aspect", Filter.Aspect is { } aspect ? Openness.Code(aspect) : null);
        Add(parts, "page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null);
        return parts.Insert(0, path).ToString();
    }

    /// <summary>写成检索的请求。</summary>
    public SearchRequest ToSearch() => new(Text) { Unit = Filter.Unit, Category = Category, Year = Filter.Year, Page = Page };

    /// <summary>体裁在地址里的写法。</summary>
    public static string CodeOf(Genre genre)
    {
        var name = genre.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static string? Given(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } value ? value : null;

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private static void Add(StringBuilder parts, string name, string? value)
    {
        if (value is not null) parts.Append(parts.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
    }
}
