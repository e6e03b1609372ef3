using Gongkai.Organisations.Units;
using Gongkai.Services.Publication.Normative;
using Gongkai.Web.Portal.Browsing;
using Gongkai.Web.Portal.Library;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal.Searching;

/// <summary>检索地址里的条件：目录的各项之外，另有规章、规范性文件的有效性。同样的条件总写成同样的地址。</summary>
/// <param name="Common">与目录一样的各项。</param>
/// <param name="Validity">只查今天是这种有效性的；为空不限。</param>
public sealed record PublicSearchQuery(PublicQuery Common, LibraryValidity? Validity)
{
    /// <summary>读地址里的条件；有一项认不得的为空。</summary>
    public static PublicSearchQuery? Of(IQueryCollection query, UnitTree tree)
    {
        if (PublicQuery.Of(query, tree) is not { } common) return null;
        if (query["validity"].ToString() is not { Length: > 0 } code) return new PublicSearchQuery(common, null);
        return LibraryQuery.Named<LibraryValidity>(code) is { } validity ? new PublicSearchQuery(common, validity) : null;
    }

    /// <summary>有没有筛选。</summary>
    public bool IsFiltered => Validity is not null || Common.Filter != PublicQuery.Nothing.Filter;

    /// <summary>不筛选，在全部里查。</summary>
    public PublicSearchQuery Unfiltered => new(Common.With(PublicQuery.Nothing.Filter), null);

    /// <summary>另一页。</summary>
    public PublicSearchQuery OnPage(int page) => this with { Common = Common with { Page = page } };

    /// <summary>写成地址。</summary>
    public string At(string path)
    {
        var address = Common.At(path);
        return Validity is { } validity ? $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}validity={LibraryQuery.Code(validity)}" : address;
    }
}
