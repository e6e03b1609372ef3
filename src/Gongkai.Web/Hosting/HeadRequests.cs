using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Hosting;

/// <summary>HEAD 按 GET 办，只是不发正文：监测与搜索引擎用得到，页面框架自己只认 GET 与 POST。</summary>
internal static class HeadRequests
{
    public static IApplicationBuilder UseHeadRequests(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method)) return next(context);
        context.Request.Method = HttpMethods.Get;
        return next(context);
    });
}
