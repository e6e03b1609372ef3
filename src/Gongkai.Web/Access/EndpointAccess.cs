using Gongkai.Web.Portal.DataCentre;
using Gongkai.Web.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Web.Access;

/// <summary>把端点表贴到端点上：策略、所在的面、要不要缓存。没有登记的端点，策略是“谁也不能用”。</summary>
internal static class EndpointAccess
{
    public static TBuilder UnderAccessTable<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Finally(Stamp);
        return endpoints;
    }

    /// <summary>关着的面、没有开的演示，当作没有这个地址：与输错的网址一样回答 404，不露出那里有什么。</summary>
    public static IApplicationBuilder UseSurfaceGate(this IApplicationBuilder app, IReadOnlySet<Surface> surfaces, SiteLaunch launch) =>
        app.Use((context, next) =>
        {
            if (launch.Reports is not null && context.Request.Path == "/")
            {
                context.Response.Redirect(DataAddress.Home);
                return Task.CompletedTask;
            }

            var endpoint = context.GetEndpoint();
            if (endpoint is RouteEndpoint && (endpoint.Metadata.GetMetadata<EndpointRow>() is not { } row || IsOpen(row, surfaces, launch))) return next(context);
            // 路由自己造的端点：地址对，方法不对（405）或者内容的种类不对（415）；它自己只写状态码。
            if (endpoint is not (null or RouteEndpoint) && endpoint.RequestDelegate is { } answer) return answer(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });

    private static bool IsOpen(EndpointRow row, IReadOnlySet<Surface> surfaces, SiteLaunch launch) =>
        (row.Surface == Surface.Always || surfaces.Contains(row.Surface)) && (launch.Demo || !row.DemoOnly) && (launch.Reports is null || row.InWorkspace);

    private static void Stamp(EndpointBuilder builder)
    {
        var pattern = "/" + (builder as RouteEndpointBuilder)?.RoutePattern.RawText?.TrimStart('/');
        var methods = builder.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods ?? [];
        var row = EndpointTable.Find(pattern, methods);
        builder.Metadata.Add(new AuthorizeAttribute(row?.Policy ?? AccessPolicies.Nobody));
        if (row is not null) builder.Metadata.Add(row);
    }
}
