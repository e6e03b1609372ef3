using Gongkai.Requests.Intake;
using Gongkai.Services.Requests;
using Gongkai.Web.Portal.Items;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Cases;

/// <summary>遮盖时看的一页（<c>…/files/{number}/pages/{page}.png</c>）和做成的一份（<c>…/files/{number}/released</c>）；看一次记一次，谁也不许缓存。</summary>
internal static class RedactionFiles
{
    public static async Task<IResult> Page(Guid id, int number, int page, HttpContext context, SignedInPerson who, RequestServices requests)
    {
        context.Response.Headers.CacheControl = "no-store";
        var drawn = await requests.Redactions.Page((await who.Get()).Id, new CaseId(id), number, page, context.RequestAborted);
        return drawn.Refusal is { } refusal ? Results.StatusCode(Drafting.UnseenItem.Status(refusal)) : Results.File(drawn.Value, "image/png");
    }

    public static async Task<IResult> Released(Guid id, int number, HttpContext context, SignedInPerson who, RequestServices requests)
    {
        context.Response.Headers.CacheControl = "no-store";
        var made = await requests.Redactions.Released((await who.Get()).Id, new CaseId(id), number, context.RequestAborted);
        if (made.Refusal is { } refusal) return Results.StatusCode(Drafting.UnseenItem.Status(refusal));
        context.Response.Headers.ContentSecurityPolicy = AttachmentDownload.NothingMayRun;
        return Results.File(made.Value.Content, made.Value.Kind.MediaType, made.Value.Name);
    }
}
