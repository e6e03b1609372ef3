using Gongkai.Web.Access;
using Gongkai.Web.Portal;
using Gongkai.Web.Settings;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Hosting;

/// <summary><c>/robots.txt</c>：门户给搜索引擎收，后台与接口不给；没有开门户的，全不给。</summary>
internal static class Robots
{
    public static string Text(SiteSettings settings, HttpRequest request) => settings.Surfaces.Contains(Surface.Portal)
        ? $"User-agent: *\nDisallow: /console/\nDisallow: /api/\nDisallow: /display\nDisallow: /search\nDisallow: /track\nSitemap: {PortalAddress.Absolute(request, "/sitemap.xml")}\n"
        : "User-agent: *\nDisallow: /\n";
}
