using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gongkai.Services.Publication.Guide;
using Microsoft.AspNetCore.Components;

namespace Gongkai.Web.Portal;

/// <summary>给机器看的 JSON-LD（schema.org）。</summary>
internal static class LinkedData
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    // 尖括号、引号都写成 \u…，标题里写什么也走不出这一段。
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>写成页首的一段。</summary>
    /// <param name="type">schema.org 的类型，例如 Article。</param>
    /// <param name="publisher">机关的名称。</param>
    /// <param name="address">写全的地址。</param>
    /// <param name="properties">其余各项；为空的一项写成 null。</param>
    public static MarkupString Script(string type, string publisher, string address, IEnumerable<KeyValuePair<string, object?>> properties)
    {
        Dictionary<string, object?> all = new(StringComparer.Ordinal) { ["@context"] = "https://schema.org", ["@type"] = type };
        foreach (var (name, value) in properties) all[name] = value;
        all["publisher"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["@type"] = "GovernmentOrganization", ["name"] = publisher };
        (all["inLanguage"], all["isAccessibleForFree"], all["url"]) = ("zh-CN", true, address);
        return (MarkupString)$"<script type=\"application/ld+json\">{JsonSerializer.Serialize(all, Json)}</script>";
    }

    /// <summary>指南、制度。</summary>
    public static MarkupString OfPage(string title, PublicStandingPage page, string publisher, string address) => Script("WebPage", publisher, address,
    [
        new("name", title), new("datePublished", Day(page.Editions[0].PublishedOn)), new("dateModified", Day(page.Current.PublishedOn)),
    ]);

    /// <summary>日期。</summary>
    public static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>时刻，北京时间。</summary>
    public static string Moment(DateTimeOffset at) => at.ToOffset(Beijing).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
