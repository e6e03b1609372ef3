using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Gongkai.Documents.Html;

/// <summary>网页头部说的标题与发布日期（政府网站的 <c>PubDate</c>、<c>ArticleTitle</c>），作为备注交出。</summary>
internal static class HtmlMetadata
{
    public static List<SourceRemark> Of(IHtmlDocument document)
    {
        var remarks = new List<SourceRemark>();
        if (document.Head is not { } head) return remarks;
        foreach (var node in head.ChildNodes)
            if (node is IElement element && Remark(element) is { } remark && !remarks.Exists(other => other.Code == remark.Code))
                remarks.Add(remark);
        return remarks;
    }

    private static SourceRemark? Remark(IElement element)
    {
        var (code, value) = element.LocalName switch
        {
            "title" => ("title", element.TextContent),
            "meta" => (CodeOf(element.GetAttribute("name")), element.GetAttribute("content")),
            _ => (null, null),
        };
        return code is null || string.IsNullOrWhiteSpace(value) ? null : new SourceRemark(code, value.Trim());
    }

    private static string? CodeOf(string? name) => name?.ToUpperInvariant() switch
    {
        "PUBDATE" => "published",
        "ARTICLETITLE" => "article-title",
        _ => null,
    };
}
