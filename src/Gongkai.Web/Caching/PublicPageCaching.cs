using System.Globalization;
using Gongkai.Law;
using Gongkai.Web.Access;
using Gongkai.Web.Display;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Caching;

/// <summary>公开页面的缓存：端点表里写着缓存的页面，压缩好、带着 ETag 存在内存里，发布时由 <see cref="PublicPages"/> 清掉。</summary>
internal static class PublicPageCaching
{
    /// <summary>所有公开页面都带的标签。</summary>
    public const string EveryPage = "pages";

    public static IServiceCollection AddPublicPageCaching(this IServiceCollection services)
    {
        services.AddOutputCache(options =>
        {
            options.SizeLimit = 64L << 20;
            options.MaximumBodySize = 2L << 20;
            options.DefaultExpirationTimeSpan = TimeSpan.FromHours(1);
            options.AddBasePolicy(policy => policy
                .With(context => IsPublicPage(context.HttpContext))
                .Tag(EveryPage)
                .VaryByValue(context => KeyValuePair.Create("generation", context.RequestServices.GetRequiredService<PublicPages>().Generation.ToString(CultureInfo.InvariantCulture)))
                // 有效性随日子变：过了零点，昨天的页面不再用。
                .VaryByValue(context => KeyValuePair.Create("day", LegalTime.Today(context.RequestServices.GetRequiredService<TimeProvider>()).ToString("O", CultureInfo.InvariantCulture)))
                .VaryByValue(context => KeyValuePair.Create("display", DisplayPreferences.Of(context.Request).ToString()))
                .VaryByValue(context => KeyValuePair.Create("encoding", PreferredEncoding(context.Request))));
        });
        services.AddResponseCompression(options =>
        {
            // 只压公开页面：那里没有秘密，也不回显谁的标记，所以经 HTTPS 压缩也不泄露什么。
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/atom+xml"];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.AddSingleton<PublicPages>();
        return services;
    }

    /// <summary>要放在路由之后、认证之前：公开页面不认人。</summary>
    public static IApplicationBuilder UsePublicPageCaching(this IApplicationBuilder app) =>
        app.UseWhen(IsPublicPage, branch => branch.UseOutputCache().UseResponseCompression().UseEntityTags());

    internal static bool IsPublicPage(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<EndpointRow>() is { Cached: true } && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method));

    private static string PreferredEncoding(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br" : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip" : "plain";
    }
}
