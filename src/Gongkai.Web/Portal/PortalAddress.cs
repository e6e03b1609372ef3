using Gongkai.Data.Mapping.Publication;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal;

/// <summary>门户的地址：短、不变，可以抄给别人。</summary>
internal static class PortalAddress
{
    public const string Catalogue = "/catalogue";

    public const string Search = "/search";

    /// <summary>单位在地址里的写法：由标识得出的十个字母数字，更名、改隶属都不变。</summary>
    public static string KeyOf(UnitId unit) => ShortItemId.Of(unit.Value);

    /// <summary>地址里写的单位，已经终止的也在内；没有的为空。</summary>
    public static Unit? FindUnit(UnitTree tree, string key) =>
        ShortItemId.IsPossible(key) ? tree.Units.FirstOrDefault(unit => KeyOf(unit.Id) == key) : null;

    public static string OfUnit(UnitId unit) => $"/u/{KeyOf(unit)}";

    public static string OfItem(string shortId) => $"/i/{shortId}";

    /// <summary>附件：末尾的文件名只给人看，凭的是标识。</summary>
    public static string OfAttachment(string shortId, Attachment file) => $"/i/{shortId}/f/{file.Id.Value:N}/{Uri.EscapeDataString(file.FileName)}";

    /// <summary>写全的地址，给订阅、网站地图、引文用。</summary>
    public static string Absolute(HttpRequest request, string address) => $"{request.Scheme}://{request.Host.ToUriComponent()}{address}";
}
