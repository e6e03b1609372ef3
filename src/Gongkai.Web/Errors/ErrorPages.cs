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

    private static Task Write(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var status = context.Response.StatusCode;
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            return WriteProblem(context, ErrorSentence.For(status), status);
        return new RazorComponentResult<ErrorPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ErrorPage.Status)] = status })
        {
            StatusCode = status,
        }.ExecuteAsync(context);
    }

    private static Task WriteProblem(HttpContext context, ErrorSentence sentence, int status) => Results.Problem(
        title: sentence.Title,
        detail: sentence.Explanation,
        statusCode: status,
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["requestId"] = context.TraceIdentifier }).ExecuteAsync(context);

    [LoggerMessage(LogLevel.Error, "请求 {RequestId} 遇到意外")]
    private static partial void LogUnexpected(ILogger logger, Exception exception, string requestId);
}
