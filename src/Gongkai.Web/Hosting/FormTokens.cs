using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Hosting;

/// <summary>防伪标记不对的表单到不了页面：直接 400，由错误页用中文说明，不用框架自己的那句英文。页面上已经没有的表单（别人先办了、伪造的）同样说明。</summary>
internal static class FormTokens
{
    public static IApplicationBuilder UseFormTokens(this IApplicationBuilder app) => app.UseAntiforgery().Use((context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } checking) return next(context);
        // 读表单读到一半才知道太大的（分块传来、不报长度），标记自然读不到：说太大，不说标记不对。
        context.Response.StatusCode = checking.Error?.InnerException is BadHttpRequestException tooLarge ? tooLarge.StatusCode : StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }).Use(async (context, next) =>
    {
        await next(context);
        // 框架找不到这张表单，答一页空白的纯文本；错误页见写了种类的就不管，所以去掉种类。
        if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false } refused && HttpMethods.IsPost(context.Request.Method)) refused.ContentType = null;
    });
}
