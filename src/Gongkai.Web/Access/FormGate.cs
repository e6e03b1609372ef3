using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Access;

/// <summary>交到后台的表单先过这道门：没有登记的 400，没有权限的 403，都到不了页面。</summary>
internal static class FormGate
{
    public static IApplicationBuilder UseFormGate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<EndpointRow>() is not { Surface: Surface.Console } row || !context.Request.HasFormContentType)
        {
            await next(context);
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (FormTable.Find(row.Pattern, (string?)form["_handler"] ?? "") is not { } found) context.Response.StatusCode = StatusCodes.Status400BadRequest;
        else if (found.Needed is { } needed && (await context.RequestServices.GetRequiredService<SignedInPerson>().Find())?.MaySomewhere(needed) != true) context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else await next(context);
    });
}
