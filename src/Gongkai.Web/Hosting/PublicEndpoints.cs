using Gongkai.Web.Access;
using Gongkai.Web.Api;
using Gongkai.Web.Portal.Feeds;
using Gongkai.Web.Portal.Items;
using Gongkai.Web.Portal.Reports;
using Gongkai.Web.Portal.Sitemaps;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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
        endpoints.MapGet("/u/{unit}/c/{code}/feed", ColumnFeeds.Of).UnderAccessTable();
        endpoints.MapGet("/r/{unit}/{year:int}/{format}", ReportDownload.Send).UnderAccessTable();
        endpoints.MapGet("/search/feed", FeedEndpoints.OfSearch).RequireRateLimiting(RequestLimits.Search).UnderAccessTable();
        endpoints.MapGet("/sitemap.xml", Sitemap.Whole).UnderAccessTable();
        endpoints.MapGet("/sitemap/{part:int}.xml", Sitemap.Part).UnderAccessTable();
        MapApi(endpoints);
    }

    private static void MapApi(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/items", ItemEndpoints.List)
            .Describe<ItemListDocument>("目录的一页；写了 q 的是检索", ApiDescription.ListParameters, StatusCodes.Status400BadRequest, StatusCodes.Status429TooManyRequests)
            .RequireRateLimiting(RequestLimits.Search).UnderAccessTable();
        endpoints.MapGet("/api/v1/items/{shortId}", ItemEndpoints.One)
            .Describe<ItemDocument>("一条的全部：著录项、清洗过的正文、附件、更正的经过", [], StatusCodes.Status404NotFound, StatusCodes.Status410Gone)
            .UnderAccessTable();
        endpoints.MapOpenApi("/openapi/{documentName}.json").UnderAccessTable();
    }
}
