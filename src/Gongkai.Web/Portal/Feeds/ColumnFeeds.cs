using Gongkai.Organisations.Units;
using Gongkai.Publication.Columns;
using Gongkai.Services.Publication;
using Gongkai.Services.Publication.Columns;
using Gongkai.Services.Publication.Guide;
using Gongkai.Web.Settings;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal.Feeds;

/// <summary>一个栏目的订阅：<c>/u/{unit}/c/{code}/feed</c>；指南、制度、年报的栏目也有。</summary>
internal static class ColumnFeeds
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static async Task<IResult> Of(string unit, string code, PublicationServices publication, SiteIdentity site, HttpContext context)
    {
        var cancel = context.RequestAborted;
        if (PortalAddress.FindUnit(await publication.Catalogue.Tree(cancel), unit) is not { } owner) return Results.NotFound();
        var (tree, _) = await publication.Columns.Of(owner.Id, cancel);
        if (!tree.IsShown(code) || tree.Find(code) is not { } column) return Results.NotFound();
        var (title, name) = ($"{owner.Latest.Name}：{column.Caption}", owner.Latest.Name);
        AtomFeed? feed = column.Kind switch
        {
            ColumnKind.Statutory => new AtomFeed(title, PortalAddress.OfColumn(owner.Id, code), (await publication.Catalogue.List(ColumnTrees.FilterOf(tree, column), 1, cancel)).Entries),
            ColumnKind.Guide => new AtomFeed(title, PortalAddress.OfGuide(owner.Id), await publication.PublicPages.Guide(owner.Id, cancel) is { } guide ? [Entry(owner, guide, PortalAddress.OfGuide(owner.Id))] : []),
            ColumnKind.Systems => new AtomFeed(
                title, PortalAddress.OfSystems(owner.Id), [.. (await publication.PublicPages.Systems(owner.Id, cancel)).Select(page => Entry(owner, page, PortalAddress.OfSystem(owner.Id, page.ShortId)))]),
            ColumnKind.AnnualReports => new AtomFeed(
                title, PortalAddress.OfReports(owner.Id),
                [.. (await publication.PublicReports.List(owner.Id, cancel)).Select(report => new AtomEntry(
                    $"{report.UnitName}{report.Year}年政府信息公开工作年度报告", PortalAddress.OfReport(owner.Id, report.Year), name, report.ReleasedAt, report.UpdatedAt, ""))]),
            _ => null,
        };
        return feed?.ToResult(context.Request, site.FullName) ?? Results.NotFound();
    }

    private static AtomEntry Entry(Unit owner, PublicStandingPage page, string address) =>
        new(page.Name, address, owner.Latest.Name, Midnight(page.Editions[0].PublishedOn), Midnight(page.Current.PublishedOn), "");

    // 指南、制度只记到日，写当日零时。
    private static DateTimeOffset Midnight(DateOnly date) => new(date.ToDateTime(TimeOnly.MinValue), Beijing);
}
