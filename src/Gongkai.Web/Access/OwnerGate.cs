using System.Globalization;
using Gongkai.Requests.Intake;
using Gongkai.Services.Requests;
using Gongkai.Services.Requests.Claims;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Access;

/// <summary>别的单位的申请、诉求，不论打开哪一页、下载什么、交什么表单，都当作没有这一件：与没有的一样回答 404，连有没有也不说。在表单的门以后：没有权限的先是 403，不论有没有这一件。</summary>
internal static class OwnerGate
{
    private const string Cases = "/console/cases/{id:guid}", Claims = "/console/claims/{id:guid}";

    public static IApplicationBuilder UseOwnerGate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (await IsUnseen(context)) context.Response.StatusCode = StatusCodes.Status404NotFound;
        else await next(context);
    });

    private static async Task<bool> IsUnseen(HttpContext context)
    {
        var pattern = context.GetEndpoint()?.Metadata.GetMetadata<EndpointRow>()?.Pattern ?? "";
        var ofCases = pattern.StartsWith(Cases, StringComparison.OrdinalIgnoreCase);
        if (!ofCases && !pattern.StartsWith(Claims, StringComparison.OrdinalIgnoreCase)) return false;
        if (!Guid.TryParse(Convert.ToString(context.GetRouteValue("id"), CultureInfo.InvariantCulture), out var id)) return false;
        if (await context.RequestServices.GetRequiredService<SignedInPerson>().Find() is not { } who) return false;
        var requests = context.RequestServices.GetRequiredService<RequestServices>();
        return !(ofCases ? await requests.Board.Sees(who, new CaseId(id), context.RequestAborted) : await requests.ClaimBoard.Sees(who, new ClaimId(id), context.RequestAborted));
    }
}
