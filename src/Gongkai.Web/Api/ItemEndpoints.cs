using Gongkai.Services.Publication;
using Gongkai.Web.Portal.Browsing;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Api;

/// <summary>公开信息的接口：与门户同样的条件、同样的内容，写成 JSON。</summary>
internal static class ItemEndpoints
{
    private const string ListAddress = "/api/v1/items";

    /// <summary><c>/api/v1/items</c>：目录的一页；写了 q 的是检索。</summary>
    public static async Task<IResult> List(PublicationServices publication, HttpContext context)
    {
        var (catalogue, request, cancel) = (publication.Catalogue, context.Request, context.RequestAborted);
        if (PublicQuery.Of(request.Query, await catalogue.Tree(cancel)) is not { } query)
            return ApiAnswers.Problem(context, StatusCodes.Status400BadRequest, "条件不对", "unit、category、subject、genre、year、aspect、page 里有一项认不得；各项的写法见门户目录的网址。");
        var (entries, count, isCapped) = query.Text.Length > 0 ? await Search(catalogue, query, cancel) : await Browse(catalogue, query, cancel);
        var hasNext = (long)query.Page * PublicCatalogue.PageSize < count;
        return ApiAnswers.Json(new ItemListDocument(
            count, isCapped, query.Page, PublicCatalogue.PageSize, hasNext ? (query with { Page = query.Page + 1 }).At(ListAddress) : null, [.. entries.Select(entry => ItemSummary.Of(entry, request))]));
    }

    /// <summary><c>/api/v1/items/{shortId}</c>：一条；撤回了的 410，只说何时、为什么。</summary>
    public static async Task<IResult> One(string shortId, PublicationServices publication, HttpContext context)
    {
        if (await publication.Catalogue.Find(shortId, context.RequestAborted) is { } item) return ApiAnswers.Json(ItemDocument.Of(item, context.Request));
        if (await publication.Catalogue.FindWithdrawn(shortId, context.RequestAborted) is not { } withdrawn) return Results.NotFound();
        return ApiAnswers.Problem(context, StatusCodes.Status410Gone, "信息已经撤回", withdrawn.Note ?? "没有说明原因。", new() { ["withdrawnAt"] = withdrawn.At });
    }

    private static async Task<(IEnumerable<CatalogueEntry> Entries, int Count, bool IsCapped)> Browse(PublicCatalogue catalogue, PublicQuery query, CancellationToken cancel)
    {
        var page = await catalogue.List(query.Filter, query.Page, cancel);
        return (page.Entries, page.Count, false);
    }

    private static async Task<(IEnumerable<CatalogueEntry> Entries, int Count, bool IsCapped)> Search(PublicCatalogue catalogue, PublicQuery query, CancellationToken cancel)
    {
        var found = await catalogue.Search(query.ToSearch(), cancel);
        return (found.Items.Select(item => item.Entry), found.Count, found.More);
    }
}
