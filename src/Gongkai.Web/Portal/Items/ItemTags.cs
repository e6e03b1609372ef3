using System.Globalization;
using Gongkai.Services.Publication;
using Gongkai.Web.Components.Frames;
using Microsoft.AspNetCore.Components;

namespace Gongkai.Web.Portal.Items;

/// <summary>一条信息给机器看的标签：《政府网站发展指引》的内容页标签，和 JSON-LD。</summary>
internal static class ItemTags
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static ColumnTags Column(PublicItem item) => new("法定主动公开内容", "依照《政府信息公开条例》主动公开的信息", string.Join(',', item.Draft.Metadata.Keywords.Prepend("政府信息公开")));

    public static ArticleTags Article(PublicItem item) => new(
        item.Entry.Title, item.Entry.PublishedAt.ToOffset(Beijing).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), item.Entry.UnitName);

    /// <summary>引文（GB/T 7714 的写法）；访问的日期由引用的人自己写。</summary>
    public static string Citation(PublicItem item, string address) =>
        $"{item.Entry.UnitName}. {item.Entry.Title}[EB/OL]. ({item.Entry.PublishedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}). {address}";

    public static MarkupString JsonLd(PublicItem item, string address) => LinkedData.Script("Article", item.Entry.UnitName, address,
    [
        new("headline", item.Entry.Title),
        new("description", item.Entry.Description),
        new("identifier", item.Entry.IndexNumber),
        new("datePublished", LinkedData.Moment(item.Entry.PublishedAt)),
        new("dateModified", LinkedData.Moment(item.Entry.UpdatedAt)),
        new("dateCreated", LinkedData.Day(item.Entry.CreatedOn)),
        new("keywords", item.Draft.Metadata.Keywords),
    ]);
}
