using System.Globalization;
using System.Text;
using Gongkai.Services.Publication;
using Gongkai.Web.Portal.DataCentre;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal.Sitemaps;

/// <summary>网站地图（sitemaps.org）：公开的各条都在里面。一份装不下的，<c>/sitemap.xml</c> 只列各份。</summary>
internal static class Sitemap
{
    /// <summary>一份最多几条：规范的上限。</summary>
    public const int MostEntries = 50_000;

    private const string MediaType = "application/xml; charset=utf-8";

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary><c>/sitemap.xml</c>。</summary>
    public static async Task<IResult> Whole(PublicationServices publication, HttpContext context)
    {
        var count = (await publication.Catalogue.Counts(context.RequestAborted)).Count(new());
        return count > MostEntries ? Xml(Index(count, context.Request)) : await Part(1, publication, context);
    }

    /// <summary><c>/sitemap/{part}.xml</c>：第几份，从 1 起；第一份另有固定的页面与各单位。</summary>
    public static async Task<IResult> Part(int part, PublicationServices publication, HttpContext context)
    {
        var (catalogue, cancel) = (publication.Catalogue, context.RequestAborted);
        var count = (await catalogue.Counts(cancel)).Count(new());
        if (part < 1 || part > Parts(count)) return Results.NotFound();
        var items = await catalogue.Addresses(part, MostEntries, cancel);
        var standing = part == 1 ? await Standing(publication, cancel) : [];
        return Xml(Listing(standing.Select(address => (address, (DateTimeOffset?)null)).Concat(items.Select(item => (PortalAddress.OfItem(item.ShortId), (DateTimeOffset?)item.At))), context.Request));
    }

    /// <summary>一共几份，至少一份。</summary>
    internal static int Parts(int count) => Math.Max(1, (count + MostEntries - 1) / MostEntries);

    internal static string Index(int count, HttpRequest request) => Wrapped(
        "sitemapindex", Enumerable.Range(1, Parts(count)).Select(part => $"<sitemap><loc>{PortalAddress.Absolute(request, $"/sitemap/{part}.xml")}</loc></sitemap>"));

    private static string Listing(IEnumerable<(string Address, DateTimeOffset? At)> pages, HttpRequest request) => Wrapped(
        "urlset", pages.Select(page => $"<url><loc>{PortalAddress.Absolute(request, page.Address)}</loc>{LastChanged(page.At)}</url>"));

    // 指南、制度、栏目、文件库、年报都不多，与固定的页面一起放在第一份。
    private static async Task<List<string>> Standing(PublicationServices publication, CancellationToken cancel)
    {
        var units = (await publication.Catalogue.Tree(cancel)).Units.OrderBy(unit => unit.Id.Value).Select(unit => unit.Id).ToList();
        List<string> addresses = ["/", PortalAddress.Catalogue, PortalAddress.Library, PortalAddress.Opinions, PortalAddress.Reports, DataAddress.Home, DataAddress.Table, DataAddress.Download, DataAddress.Indicators, PortalAddress.Matters, "/help", "/accessibility"];
        addresses.AddRange(units.SelectMany(unit => (string[])
            [PortalAddress.OfUnit(unit), PortalAddress.OfSystems(unit), PortalAddress.OfColumn(unit, "statutory"), PortalAddress.OfReports(unit), PortalAddress.OfRequests(unit), PortalAddress.OfLibrary(unit)]));
        var listed = await publication.PublicMatters.Counts(cancel);
        addresses.AddRange(units.Where(unit => listed.ContainsKey(unit.Value)).Select(PortalAddress.OfMatters));
        addresses.AddRange((await publication.PublicPages.Addresses(cancel)).Select(page => page.System is { } system ? PortalAddress.OfSystem(page.Unit, system) : PortalAddress.OfGuide(page.Unit)));
        addresses.AddRange((await publication.Library.Current(cancel)).Entries.Select(entry => PortalAddress.OfNormative(entry.ShortId)));
        addresses.AddRange((await publication.PublicOpinions.Current(cancel)).Rounds.Select(round => PortalAddress.OfOpinion(round.ShortId)));
        addresses.AddRange((await publication.PublicReports.List(null, cancel)).Select(report => PortalAddress.OfReport(report.Unit, report.Year)));
        return addresses;
    }

    private static string LastChanged(DateTimeOffset? at) =>
        at is { } moment ? $"<lastmod>{moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}</lastmod>" : "";

    // 地址只由本程序写的字母、数字、斜线组成，主机名由 HostString 转义过：没有要转义的字。
    private static string Wrapped(string element, IEnumerable<string> lines) => new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        .Append(CultureInfo.InvariantCulture, $"<{element} xmlns=\"{Namespace}\">\n").AppendJoin('\n', lines).Append(CultureInfo.InvariantCulture, $"\n</{element}>\n").ToString();

    private static IResult Xml(string text) => Results.Text(text, MediaType, Encoding.UTF8);
}
