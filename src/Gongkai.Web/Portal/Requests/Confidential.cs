using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal.Requests;

/// <summary>一个人自己的页面：谁也不许存，不许收录，不向别处说从哪里来。</summary>
internal static class Confidential
{
    public static void Mark(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        context.Response.Headers["Referrer-Policy"] = "same-origin";
    }
}
