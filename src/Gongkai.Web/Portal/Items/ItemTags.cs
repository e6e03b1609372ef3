using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gongkai.Services.Publication;
using Gongkai.Web.Components.Frames;

namespace Gongkai.Web.Portal.Items;

/// <summary>一条信息给机器看的标签：《政府网站发展指引》的内容页标签，和 JSON-LD。</summary>
internal static class ItemTags
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    // 尖括号、引号都写成 \u…，标题里写什么也走不出这一段。
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static ColumnTags Column(PublicItem item) => new("法定主动公开内容", "依照《政府信息公开条例》主动公开的信息", string.Join(',', item.Draft.Metadata.Keywords.Prepend("政府信息公开")));

    public static ArticleTags Article(PublicItem item) => new(
        item.Entry.Title, item.Entry.PublishedAt.ToOffset(Beijing).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), item.Entry.UnitName);

    /// <summary>引文（GB/T 7714 的写法）；访问的日期由引用的人自己写。</summary>
    public static string Citation(PublicItem item, string address) =>
        $"{item.Entry.UnitName}. {item.Entry.Title}[EB/OL]. ({item.Entry.PublishedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}). {address}";

    public static string JsonLd(PublicItem item, string address) => $"<script type=\"application/ld+json\">{JsonSerializer.Serialize(Linked(item, address), Json)}</script>";

    private static Dictionary<string, object?> Linked(PublicItem item, string address) => new(StringComparer.Ordinal)
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Article",
        ["headline"] = item.Entry.Title,
        ["description"] = item.Entry.Description,
        ["identifier"] = item.Entry.IndexNumber,
        ["datePublished"] = Moment(item.Entry.PublishedAt),
        ["dateModified"] = Moment(item.Entry.UpdatedAt),
        ["dateCreated"] = item.Entry.CreatedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["publisher"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["@type"] = "GovernmentOrganization", ["name"] = item.Entry.UnitName },
        ["keywords"] = item.Draft.Metadata.Keywords,
        ["inLanguage"] = "zh-CN",
        ["isAccessibleForFree"] = true,
        ["url"] = address,
    };

    private static string Moment(DateTimeOffset at) => at.ToOffset(Beijing).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
