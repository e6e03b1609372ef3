using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Hosting;

/// <summary>防伪标记不对的表单到不了页面：直接 400，由错误页用中文说明，不用框架自己的那句英文。</summary>
internal static class FormTokens
{
    public static IApplicationBuilder UseFormTokens(this IApplicationBuilder app) => app.UseAntiforgery().Use((context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } checking) return next(context);
        // 读表单读到一半才知道太大的（分块传来、不报长度），标记自然读不到：说太大，不说标记不对。
        context.Response.StatusCode = checking.Error?.InnerException is BadHttpRequestException tooLarge ? tooLarge.StatusCode : StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}
