using System.Globalization;
using System.Text;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Normative;
using Gongkai.Services.Publication.Normative;
using Gongkai.Web.Portal.Browsing;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal.Library;

/// <summary>文件库地址里的条件：同样的条件总写成同样的地址。没有写有效性的，是现行有效的。</summary>
/// <param name="Filter">选了哪些。</param>
/// <param name="Page">第几页，从 1 起。</param>
public sealed record LibraryQuery(LibraryFilter Filter, int Page)
{
    private const string All = "all";

    /// <summary>读地址里的条件；有一项认不得的为空。</summary>
    /// <param name="query">地址里的。</param>
    /// <param name="tree">单位之树。</param>
    /// <param name="unit">只看哪个单位的；为空由地址定。</param>
    public static LibraryQuery? Of(IQueryCollection query, UnitTree tree, UnitId? unit)
    {
        // 单位、主题、年份、页码、检索的字，写法与目录的一样。
        if (PublicQuery.Of(query, tree) is not { } common) return null;
        var filter = new LibraryFilter { Validity = LibraryValidity.InForce, Unit = unit?.Value ?? common.Filter.Unit, Year = common.Filter.Year, Subject = common.Filter.Subject, Text = common.Text };
        if (query["validity"].ToString() is { Length: > 0 } validity)
        {
            if (validity != All && Named<LibraryValidity>(validity) is null) return null;
            filter = filter with { Validity = Named<LibraryValidity>(validity) };
        }

        if (query["kind"].ToString() is { Length: > 0 } kind)
        {
            if (Named<NormativeKind>(kind) is not { } found) return null;
            filter = filter with { Kind = found };
        }

        return new LibraryQuery(filter, common.Page);
    }

    /// <summary>换一种筛选，从第一页看起。</summary>
    public static LibraryQuery First(LibraryFilter filter) => new(filter, 1);

    /// <summary>写成地址：各项的次序固定，现行有效与第一页不写。</summary>
    /// <param name="path">页面的地址。</param>
    /// <param name="unit">页面本来就是哪个单位的，不必再写；为空要写。</param>
    public string At(string path, UnitId? unit)
    {
        var address = new StringBuilder(path);
        foreach (var (name, value) in Parts(unit)) address.Append(address.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return address.ToString();
    }

    /// <summary>地址里的各项；参数与 <see cref="At"/> 的一样。</summary>
    public IEnumerable<KeyValuePair<string, string>> Parts(UnitId? unit)
    {
        if (Filter.Text.Length > 0) yield return new("q", Filter.Text);
        if (Filter.Validity is not LibraryValidity.InForce) yield return new("validity", Filter.Validity is { } validity ? Code(validity) : All);
        if (Filter.Kind is { } kind) yield return new("kind", Code(kind));
        if (unit is null && Filter.Unit is { } chosen) yield return new("unit", PortalAddress.KeyOf(new UnitId(chosen)));
        if (Filter.Subject is { } subject) yield return new("subject", subject);
        if (Filter.Year is { } year) yield return new("year", year.ToString(CultureInfo.InvariantCulture));
        if (Page > 1) yield return new("page", Page.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>枚举在地址里的写法：小驼峰。</summary>
    public static string Code<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>由地址里的写法认出枚举；认不得的为空。</summary>
    public static T? Named<T>(string code)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => Code(value) == code).Cast<T?>().FirstOrDefault();
}
