using Gongkai.Services.Publication;
using Gongkai.Web.Components.Panels;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal.Items;

/// <summary>一条信息网址的二维码。另是一张图：打开“分享”时浏览器才来取，页面不为没人看的二维码多算一遍。</summary>
internal static class ItemCode
{
    public static async Task<IResult> Send(string shortId, HttpContext context, PublicationServices publication) =>
        await publication.Catalogue.Find(shortId, context.RequestAborted) is null
            ? Results.NotFound()
            : Results.Text(QrCode.Of(PortalAddress.Absolute(context.Request, PortalAddress.OfItem(shortId))).Svg, "image/svg+xml");
}
