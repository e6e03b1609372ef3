using Gongkai.Web.Access;
using Gongkai.Web.Api;
using Gongkai.Web.Portal.Feeds;
using Gongkai.Web.Portal.Items;
using Gongkai.Web.Portal.Sitemaps;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Web.Hosting;

/// <summary>公众用的、不是页面的地址：附件、订阅、网站地图、公开信息的接口。</summary>
internal static class PublicEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/i/{shortId}/f/{attachment}/{name}", AttachmentDownload.Send).UnderAccessTable();
        endpoints.MapGet("/feed", FeedEndpoints.OfCatalogue).UnderAccessTable();
        endpoints.MapGet("/u/{unit}/feed", FeedEndpoints.OfUnit).UnderAccessTable();
        endpoints.MapGet("/search/feed", FeedEndpoints.OfSearch).RequireRateLimiting(RequestLimits.Search).UnderAccessTable();
        endpoints.MapGet("/sitemap.xml", Sitemap.Whole).UnderAccessTable();
        endpoints.MapGet("/sitemap/{part:int}.xml", Sitemap.Part).UnderAccessTable();
        endpoints.MapGet("/api/v1/items", ItemEndpoints.List).RequireRateLimiting(RequestLimits.Search).UnderAccessTable();
        endpoints.MapGet("/api/v1/items/{shortId}", ItemEndpoints.One).UnderAccessTable();
    }
}
