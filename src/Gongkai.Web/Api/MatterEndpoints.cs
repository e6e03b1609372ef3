using Gongkai.Services.Publication;
using Gongkai.Web.Portal;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Api;

/// <summary>事项清单的接口：公众的标准目录，和凭令牌的“公开得怎样”。</summary>
internal static class MatterEndpoints
{
    /// <summary><c>GET /api/v1/matters?unit=</c>：一个单位的标准目录，各项连同最近公开的几条。</summary>
    public static async Task<IResult> List(PublicationServices publication, HttpContext context)
    {
        var tree = await publication.Catalogue.Tree(context.RequestAborted);
        if (PortalAddress.FindUnit(tree, context.Request.Query["unit"].ToString()) is not { } unit)
            return ApiAnswers.Problem(context, StatusCodes.Status400BadRequest, "条件不对", "要写 unit：单位，/u/ 后面的十个字母数字。");
        var matters = await publication.PublicMatters.Of(unit.Id, context.RequestAborted);
        return ApiAnswers.Json(new MatterListDocument(UnitReference.Of(unit.Id, unit.Latest.Name, context.Request), matters.Length, [.. matters.Select(matter => PublicMatterDocument.Of(matter, context.Request))]));
    }

    /// <summary><c>GET /api/v1/desk/matters</c>：本单位的清单，各项公开得怎样。</summary>
    public static async Task<IResult> Desk(TokenCaller caller, PublicationServices publication, HttpContext context)
    {
        var person = await caller.Person();
        var lines = await publication.MatterBoard.Of(person, [caller.Token.Unit], context.RequestAborted);
        if (lines.Refusal is { } refusal) return ApiAnswers.Refused(context, refusal);
        context.Response.Headers.CacheControl = "no-store";
        return ApiAnswers.Json(DeskMatterListDocument.Of(person.Units.NameOf(caller.Token.Unit) ?? "", lines.Value));
    }
}
