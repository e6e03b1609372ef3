using Gongkai.Publication.Catalogue;
using Gongkai.Services.Publication;
using Gongkai.Web.Portal.Browsing;
using Gongkai.Web.Portal.Searching;
using Gongkai.Web.Settings;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal.Feeds;

/// <summary>订阅的地址：全部的、一个单位的、按条件的、一次检索的。</summary>
internal static class FeedEndpoints
{
    /// <summary><c>/feed</c>：条件与目录的一样。</summary>
    public static async Task<IResult> OfCatalogue(PublicationServices publication, SiteIdentity site, HttpContext context)
    {
        var (catalogue, cancel) = (publication.Catalogue, context.RequestAborted);
        if (PublicQuery.Of(context.Request.Query, await catalogue.Tree(cancel)) is not { } asked) return Results.NotFound();
        var query = asked.With(asked.Filter) with { Text = "" };
        var page = await catalogue.List(query.Filter, 1, cancel);
        var category = query.Category is { } code ? DisclosureCategory.Find(code)?.Caption : null;
        return new AtomFeed(category is null ? $"{site.Name}：最近公开" : $"{site.Name}：{category}", query.At(PortalAddress.Catalogue), page.Entries).ToResult(context.Request, site.FullName);
    }

    /// <summary><c>/u/{unit}/feed</c>：一个单位的。</summary>
    public static async Task<IResult> OfUnit(string unit, PublicationServices publication, SiteIdentity site, HttpContext context)
    {
        var (catalogue, cancel) = (publication.Catalogue, context.RequestAborted);
        if (PortalAddress.FindUnit(await catalogue.Tree(cancel), unit) is not { } found) return Results.NotFound();
        var page = await catalogue.List(new() { Unit = found.Id.Value }, 1, cancel);
        return new AtomFeed($"{found.Latest.Name}：最近公开", PortalAddress.OfUnit(found.Id), page.Entries).ToResult(context.Request, site.FullName);
    }

    /// <summary><c>/search/feed</c>：一次检索的，条件与检索的一样。</summary>
    public static async Task<IResult> OfSearch(PublicationServices publication, SiteIdentity site, HttpContext context)
    {
        var (catalogue, cancel) = (publication.Catalogue, context.RequestAborted);
        if (PublicSearchQuery.Of(context.Request.Query, await catalogue.Tree(cancel)) is not { } asked) return Results.NotFound();
        var query = asked.OnPage(1);
        var found = await catalogue.Search(await publication.Search.Within(query.Common.ToSearch(), query.Validity, cancel), cancel);
        List<CatalogueEntry> entries = [.. found.Items.Select(item => item.Entry).OrderByDescending(entry => entry.UpdatedAt)];
        return new AtomFeed($"{site.Name}：检索“{query.Common.Text}”", query.At(PortalAddress.Search), entries).ToResult(context.Request, site.FullName);
    }
}
