using Gongkai.Web.Access;
using Gongkai.Web.Settings;

namespace Gongkai.Web.Hosting;

/// <summary><c>/robots.txt</c>：门户给搜索引擎收，后台与接口不给；没有开门户的，全不给。</summary>
internal static class Robots
{
    public static string Text(SiteSettings settings) => settings.Surfaces.Contains(Surface.Portal)
        ? "User-agent: *\nDisallow: /console/\nDisallow: /api/\nDisallow: /display\n"
        : "User-agent: *\nDisallow: /\n";
}
