using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Hosting;

/// <summary>请求的大小与频次。要收大文件的端点用 <c>RequestSizeLimit</c> 自己放宽。</summary>
internal static class RequestLimits
{
    /// <summary>交一张表单最多的字节数。</summary>
    public const long FormBytes = 1L << 20;

    /// <summary>带附件的表单最多的字节数；一个附件另有限度。</summary>
    public const long UploadBytes = 160L << 20;

    /// <summary>交一张正文的图片最多的字节数：比图片的限度多出一点，超过限度的才说得出是哪一样太大。</summary>
    public const long PictureBytes = 8L << 20;

    /// <summary>接口交来一条稿最多的字节数：比正文的限度多出一点。</summary>
    public const long DraftBytes = 6L << 20;

    /// <summary>凭令牌的接口：每个来源每分钟一百二十次，令牌不对的也算。</summary>
    public const string Token = "token";

    /// <summary>登录、首次设置：每个来源每分钟交十次；打开页面不算。</summary>
    public const string SignIn = "sign-in";

    /// <summary>检索：每个来源每分钟一百二十次。</summary>
    public const string Search = "search";

    /// <summary>整批下载全部年报：每个来源每分钟六次。</summary>
    public const string Bulk = "bulk";

    /// <summary>公众提一条意见最多的字节数：五千个字写成表单，再宽一些。</summary>
    public const long CommentBytes = 128 << 10;

    /// <summary>公众提交（意见、申请、留言）：每个来源每小时交三十次；打开页面不算。</summary>
    public const string Submission = "submission";

    /// <summary>公众交一份申请、一次补正，工作人员往案卷里放一次文件，最多的字节数：几个附件的限度合起来，再宽一些。</summary>
    public const long ApplicationBytes = 42L << 20;

    /// <summary>凭查询码查申请：每个来源每十分钟交三十次；打开页面不算。</summary>
    public const string Tracking = "tracking";

    private const int LongestValue = 16 << 20;

    public static void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = FormBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
        kestrel.Limits.MaxRequestLineSize = 8 << 10;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }

    /// <summary>报的长度就超过这个地址的限度的，不读内容，当即回答 413；要放在路由之后，限度是端点自己的。</summary>
    public static IApplicationBuilder UseLengthLimit(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is not { } most || !(context.Request.ContentLength > most)) return next(context);
        (context.Response.StatusCode, context.Response.Headers.Connection) = (StatusCodes.Status413PayloadTooLarge, "close");
        return Task.CompletedTask;
    });

    public static IServiceCollection AddRequestLimits(this IServiceCollection services)
    {
        services.Configure<FormOptions>(options =>
        {
            options.ValueCountLimit = 4096;
            options.KeyLengthLimit = 512;
            // 正文可以很长。别的表单有上面的总数管着，到不了这里。
            options.ValueLengthLimit = LongestValue;
            options.MultipartBodyLengthLimit = UploadBytes;
            options.MultipartHeadersLengthLimit = 8 << 10;
        });
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                    rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0");
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(SignIn, context => PerSourceSent(context, 10, TimeSpan.FromMinutes(1)));
            options.AddPolicy(Search, context => PerSource(context, 120, TimeSpan.FromMinutes(1)));
            options.AddPolicy(Bulk, context => PerSource(context, 6, TimeSpan.FromMinutes(1)));
            options.AddPolicy(Token, context => PerSource(context, 120, TimeSpan.FromMinutes(1)));
            options.AddPolicy(Tracking, context => PerSourceSent(context, 30, TimeSpan.FromMinutes(10)));
            options.AddPolicy(Submission, context => PerSourceSent(context, 30, TimeSpan.FromHours(1)));
        });
    }

    // 只数交来的，打开页面不算。
    private static RateLimitPartition<IPAddress> PerSourceSent(HttpContext context, int permits, TimeSpan window) =>
        HttpMethods.IsPost(context.Request.Method) ? PerSource(context, permits, window) : RateLimitPartition.GetNoLimiter(IPAddress.None);

    private static RateLimitPartition<IPAddress> PerSource(HttpContext context, int permits, TimeSpan window) =>
        RateLimitPartition.GetSlidingWindowLimiter(context.Connection.RemoteIpAddress ?? IPAddress.None, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = window,
            SegmentsPerWindow = 6,
        });
}
