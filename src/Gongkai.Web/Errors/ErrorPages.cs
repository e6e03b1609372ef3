using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Web.Errors;

/// <summary>出错的回答：页面给人看，接口给一段 problem+json；都只有一句话和请求编号，没有调用栈。</summary>
internal static partial class ErrorPages
{
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) => app
        .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AfterException, SuppressDiagnosticsCallback = _ => true })
        .UseStatusCodePages(context => Write(context.HttpContext));

    private static Task AfterException(HttpContext context)
    {
        var exception = context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error;
        if (exception is BadHttpRequestException bad) context.Response.StatusCode = bad.StatusCode;
        else LogUnexpected(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ErrorPages)), exception, context.TraceIdentifier);
        return Write(context);
    }

    // 框架排一页就添一次这个头，添两次出错。
    private const string FrameworkHeader = "blazor-enhanced-nav";

    private static async Task Write(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var status = context.Response.StatusCode;
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await WriteProblem(context, ErrorSentence.For(status), status);
            return;
        }

        // 出错以前也许已经排过一页（例如没有这一条的信息页）：它写下的头、占着的服务都不能再用，错误页另用一套。
        context.Response.Headers.Remove(FrameworkHeader);
        var services = context.RequestServices;
        await using var scope = services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await new RazorComponentResult<ErrorPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ErrorPage.Status)] = status }) { StatusCode = status }.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = services;
        }
    }

    private static Task WriteProblem(HttpContext context, ErrorSentence sentence, int status) => Results.Problem(
        title: sentence.Title,
        detail: sentence.Explanation,
        statusCode: status,
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["requestId"] = context.TraceIdentifier }).ExecuteAsync(context);

    [LoggerMessage(LogLevel.Error, "请求 {RequestId} 遇到意外")]
    private static partial void LogUnexpected(ILogger logger, Exception exception, string requestId);
}
