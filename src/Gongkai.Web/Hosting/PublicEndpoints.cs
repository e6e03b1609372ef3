using Gongkai.Web.Access;
using Gongkai.Web.Api;
using Gongkai.Web.Portal.DataCentre;
using Gongkai.Web.Portal.Feeds;
using Gongkai.Web.Portal.Items;
using Gongkai.Web.Portal.Reports;
using Gongkai.Web.Portal.Requests;
using Gongkai.Web.Portal.Searching;
using Gongkai.Web.Portal.Sitemaps;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Web.Hosting;

/// <summary>公众用的、不是页面的地址：附件、订阅、网站地图、公开信息的接口；连同凭令牌用的接口。</summary>
internal static class PublicEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/i/{shortId}/f/{attachment}/{name}", AttachmentDownload.Send).UnderAccessTable();
        endpoints.MapGet("/i/{shortId}/code.svg", ItemCode.Send).UnderAccessTable();
        endpoints.MapGet("/track/files/{number:int}", AnswerFileDownload.Send).RequireRateLimiting(RequestLimits.Search).UnderAccessTable();
        endpoints.MapGet("/track/letters/{number:int}.{format}", LetterDownload.Send).RequireRateLimiting(RequestLimits.Search).UnderAccessTable();
        endpoints.MapGet("/feed", FeedEndpoints.OfCatalogue).UnderAccessTable();
        endpoints.MapGet("/u/{unit}/feed", FeedEndpoints.OfUnit).UnderAccessTable();
        endpoints.MapGet("/u/{unit}/c/{code}/feed", ColumnFeeds.Of).UnderAccessTable();
        endpoints.MapGet("/r/{unit}/{year:int}/{format}", ReportDownload.Send).RequireRateLimiting(RequestLimits.Search).UnderAccessTable();
        endpoints.MapGet("/search/feed", FeedEndpoints.OfSearch).RequireRateLimiting(RequestLimits.Search).UnderAccessTable();
        endpoints.MapGet("/search/suggestions", SearchSuggestions.Of).RequireRateLimiting(RequestLimits.Search).UnderAccessTable();
        endpoints.MapGet("/opinions/feed", OpinionFeed.Of).UnderAccessTable();
        endpoints.MapGet("/sitemap.xml", Sitemap.Whole).UnderAccessTable();
        endpoints.MapGet("/sitemap/{part:int}.xml", Sitemap.Part).UnderAccessTable();
        endpoints.MapGet("/data/views/{view}.{format}", DataFiles.View).RequireRateLimiting(RequestLimits.Search).UnderAccessTable();
        endpoints.MapGet("/data/table.{format}", DataFiles.Table).RequireRateLimiting(RequestLimits.Search).UnderAccessTable();
        endpoints.MapGet("/data/bodies/{body}/peers.{format}", DataFiles.Peers).RequireRateLimiting(RequestLimits.Search).UnderAccessTable();
        endpoints.MapGet("/data/download/{name}", BulkFiles.Send).RequireRateLimiting(RequestLimits.Bulk).UnderAccessTable();
        MapApi(endpoints);
    }

    private static void MapData(IEndpointRouteBuilder endpoints)
    {
        const int wrong = StatusCodes.Status400BadRequest, missing = StatusCodes.Status404NotFound, often = StatusCodes.Status429TooManyRequests;
        endpoints.MapGet("/api/v1/data/indicators", DataEndpoints.Indicators).Describe<IndicatorListDocument>("年报数据中心的全部指标：代码、单位、怎样算", [], often)
            .RequireRateLimiting(RequestLimits.Search).UnderAccessTable();
        endpoints.MapGet("/api/v1/data/bodies", DataEndpoints.Bodies).Describe<BodyListDocument>("公布过年报的机关，各有哪几年", [], often)
            .RequireRateLimiting(RequestLimits.Search).UnderAccessTable();
        endpoints.MapGet("/api/v1/data/views/{view}", DataEndpoints.View)
            .Describe<DataDocument>("一张表：trend 历年、distribution 分布、ranking 各机关、kinds 各级各类、regions 各地区、composition 办理结果的构成", ApiDescription.DataParameters, wrong, missing, often)
            .RequireRateLimiting(RequestLimits.Search).UnderAccessTable();
        endpoints.MapGet("/api/v1/data/table", DataEndpoints.Table).Describe<DataDocument>("自选的表：机关、年度、格子", ApiDescription.TableParameters, wrong, often)
            .RequireRateLimiting(RequestLimits.Search).UnderAccessTable();
        endpoints.MapGet("/api/v1/data/reports/{body}/{year}", DataEndpoints.Report).Describe<object>("一份报告的全部，规范 JSON", [], missing, often)
            .RequireRateLimiting(RequestLimits.Search).UnderAccessTable();
    }

    private static void MapApi(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/items", ItemEndpoints.List)
            .Describe<ItemListDocument>("目录的一页；写了 q 的是检索", ApiDescription.ListParameters, StatusCodes.Status400BadRequest, StatusCodes.Status429TooManyRequests)
            .RequireRateLimiting(RequestLimits.Search).UnderAccessTable();
        endpoints.MapGet("/api/v1/items/{shortId}", ItemEndpoints.One)
            .Describe<ItemDocument>("一条的全部：著录项、清洗过的正文、附件、更正的经过", [], StatusCodes.Status404NotFound, StatusCodes.Status410Gone)
            .UnderAccessTable();
        endpoints.MapGet("/api/v1/matters", MatterEndpoints.List)
            .Describe<MatterListDocument>("一个单位的标准目录：要公开哪些事项，各项最近公开的几条", ApiDescription.MatterParameters, StatusCodes.Status400BadRequest)
            .UnderAccessTable();
        endpoints.MapGet("/api/v1/opinions", OpinionEndpoints.List)
            .Describe<OpinionListDocument>("意见征集的一页，开始晚的在前；各条意见没有", ApiDescription.OpinionParameters, StatusCodes.Status400BadRequest)
            .UnderAccessTable();
        endpoints.MapGet("/api/v1/opinions/{shortId}", OpinionEndpoints.One)
            .Describe<OpinionDocument>("一次意见征集：期间、走到哪一步、公布了的采纳情况", [], StatusCodes.Status404NotFound)
            .UnderAccessTable();
        MapData(endpoints);
        MapDesk(endpoints);
        MapRegisters(endpoints);
        endpoints.MapOpenApi("/openapi/{documentName}.json").UnderAccessTable();
    }

    private static void MapRegisters(IEndpointRouteBuilder endpoints)
    {
        const string all = "/api/v1/desk/registers", book = $"{all}/{{form}}", one = $"{book}/{{id}}";
        const int wrong = StatusCodes.Status400BadRequest, unknown = StatusCodes.Status401Unauthorized, forbidden = StatusCodes.Status403Forbidden, missing = StatusCodes.Status404NotFound,
            conflict = StatusCodes.Status409Conflict, unfit = StatusCodes.Status422UnprocessableEntity, often = StatusCodes.Status429TooManyRequests;
        endpoints.MapGet(all, RegisterEndpoints.Forms).Describe<RegisterFormsDocument>("有哪几本台账，各有哪几栏", [], unknown, forbidden, often)
            .WithToken().RequireRateLimiting(RequestLimits.Token).UnderAccessTable();
        endpoints.MapGet(book, RegisterEndpoints.Year).Describe<RegisterYearDocument>("本单位一本台账的一年", ApiDescription.RegisterParameters, wrong, unknown, forbidden, missing, often)
            .WithToken().RequireRateLimiting(RequestLimits.Token).UnderAccessTable();
        endpoints.MapGet(one, RegisterEndpoints.One).Describe<RegisterEntryDocument>("一笔", [], unknown, forbidden, missing, often).WithToken().RequireRateLimiting(RequestLimits.Token).UnderAccessTable();
        endpoints.MapPost(book, RegisterEndpoints.Add)
            .Describe<RegisterEntryDocument>("登记一笔；已经有一样的，就是它，答复 200", [], StatusCodes.Status201Created, wrong, unknown, forbidden, missing, unfit, often)
            .Accepts<RegisterEntryInput>("application/json").WithMetadata(new RequestSizeLimitAttribute(RequestLimits.DraftBytes)).WithToken().RequireRateLimiting(RequestLimits.Token).UnderAccessTable();
        endpoints.MapPut(one, RegisterEndpoints.Correct).Describe<RegisterEntryDocument>("更正各栏，带着看到的版本和缘由", [], wrong, unknown, forbidden, missing, conflict, unfit, often)
            .Accepts<RegisterEntryInput>("application/json").WithMetadata(new RequestSizeLimitAttribute(RequestLimits.DraftBytes)).WithToken().RequireRateLimiting(RequestLimits.Token).UnderAccessTable();
        endpoints.MapPost($"{one}/void", RegisterEndpoints.Void).Describe<RegisterEntryDocument>("作废一笔，带着看到的版本和缘由；留着看得见", [], wrong, unknown, forbidden, missing, conflict, unfit, often)
            .Accepts<RegisterVoidInput>("application/json").WithMetadata(new RequestSizeLimitAttribute(RequestLimits.DraftBytes)).WithToken().RequireRateLimiting(RequestLimits.Token).UnderAccessTable();
    }

    private static void MapDesk(IEndpointRouteBuilder endpoints)
    {
        const int wrong = StatusCodes.Status400BadRequest, unknown = StatusCodes.Status401Unauthorized, forbidden = StatusCodes.Status403Forbidden, often = StatusCodes.Status429TooManyRequests;
        endpoints.MapGet("/api/v1/desk/items", DeskEndpoints.List)
            .Describe<DeskListDocument>("本单位的信息的一页，没有公开的也在内", ApiDescription.DeskParameters, unknown, forbidden, often)
            .WithToken().RequireRateLimiting(RequestLimits.Token).UnderAccessTable();
        endpoints.MapGet("/api/v1/desk/items/{id}", DeskEndpoints.One)
            .Describe<DeskItemDocument>("一条的最新一版，和送审以前还要改什么", [], unknown, forbidden, StatusCodes.Status404NotFound, often)
            .WithToken().RequireRateLimiting(RequestLimits.Token).UnderAccessTable();
        endpoints.MapPost("/api/v1/desk/items", DeskEndpoints.Create)
            .Describe<DraftCreatedDocument>("拟一条；同一把钥匙重交，得到第一次的那一条", [], StatusCodes.Status201Created, wrong, unknown, forbidden, StatusCodes.Status422UnprocessableEntity, often)
            .Accepts<DraftDocument>("application/json").WithMetadata(new RequestSizeLimitAttribute(RequestLimits.DraftBytes))
            .WithToken().RequireRateLimiting(RequestLimits.Token).UnderAccessTable();
        endpoints.MapGet("/api/v1/desk/matters", MatterEndpoints.Desk)
            .Describe<DeskMatterListDocument>("本单位的事项清单，各项公开得怎样", [], unknown, forbidden, often)
            .WithToken().RequireRateLimiting(RequestLimits.Token).UnderAccessTable();
        endpoints.MapGet("/api/v1/desk/channels", ChannelEndpoints.Desk)
            .Describe<ChannelListDocument>("本单位的渠道账号，各自怎样发布、最近送到的时刻", [], unknown, forbidden, often)
            .WithToken().RequireRateLimiting(RequestLimits.Token).UnderAccessTable();
        endpoints.MapGet("/api/v1/desk/ledger", DeskEndpoints.Ledger)
            .Describe<LedgerDocument>("本单位的发布台账，一次至多一年", ApiDescription.LedgerParameters, wrong, unknown, forbidden, often)
            .WithToken().RequireRateLimiting(RequestLimits.Token).UnderAccessTable();
    }
}
