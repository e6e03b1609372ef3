using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Web.Caching;

/// <summary>
/// 页面的 ETag：未压缩内容的散列。用弱标记（W/）：同一页面的几种压缩写法意思相同、字节不同，
/// 而页面从不按字节范围取，强标记没有用处。
/// </summary>
internal static class EntityTags
{
    public static IApplicationBuilder UseEntityTags(this IApplicationBuilder app) => app.Use(Tag);

    private static async Task Tag(HttpContext context, RequestDelegate next)
    {
        var body = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        var response = context.Response;
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)).AsSpan(0, 12))}\"", isWeak: true);
            response.GetTypedHeaders().ETag = tag;
            // 可以存，但每次用之前要问一声：撤回的信息不能留在谁的缓存里继续给人看。
            response.Headers.CacheControl = "no-cache";
        }

        buffer.Position = 0;
        await buffer.CopyToAsync(body, context.RequestAborted);
    }
}
