using Gongkai.Requests.Intake;
using Gongkai.Services.Requests;
using Gongkai.Web.Portal.Items;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Cases;

/// <summary><c>/console/cases/{id}/files/{number}</c>：案卷里的一个文件，解开了的；一律另存，谁也不许缓存。</summary>
internal static class CaseFileDownload
{
    public static async Task<IResult> Send(Guid id, int number, HttpContext context, SignedInPerson who, RequestServices requests)
    {
        context.Response.Headers.CacheControl = "no-store";
        var opened = await requests.Files.Open((await who.Get()).Id, new CaseId(id), number, context.RequestAborted);
        if (opened.Refusal is { } refusal) return Results.StatusCode(Drafting.UnseenItem.Status(refusal));
        context.Response.Headers.ContentSecurityPolicy = AttachmentDownload.NothingMayRun;
        return Results.File(opened.Value.Content, opened.Value.Kind.MediaType, opened.Value.Name);
    }
}
