using Gongkai.Services.Requests;
using Gongkai.Web.Portal.Items;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal.Requests;

/// <summary><c>/track/files/{number}</c>：随答复提供的一个文件，答复送达以后才有；给的是净化副本，一律另存，谁也不许缓存。</summary>
internal static class AnswerFileDownload
{
    public static async Task<IResult> Send(int number, HttpContext context, RequestServices requests, TrackCookie passes)
    {
        Confidential.Mark(context);
        if (passes.Renew(context) is not { } pass) return Results.Redirect(PortalAddress.Track);
        if (await requests.Tracking.File(pass, number, context.RequestAborted) is not { } file) return Results.NotFound();
        context.Response.Headers.ContentSecurityPolicy = AttachmentDownload.NothingMayRun;
        return Results.File(file.Content, file.Kind.MediaType, file.Name);
    }
}
