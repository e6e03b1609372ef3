using Gongkai.Publication.Drafting;
using Gongkai.Services.Publication;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Web.Portal.Items;

/// <summary>
/// 下载附件：先问这条信息现在看不看得见、是不是它这一版的附件，再发。浏览器只许存成文件，不许当网页打开；
/// 可以存，但每次用之前要来问一声，撤回了就没有了。
/// </summary>
internal static class AttachmentDownload
{
    /// <summary>附件里的东西在浏览器里什么也不许运行。</summary>
    public const string NothingMayRun = "sandbox; default-src 'none'";

    public static async Task<IResult> Send(string shortId, string attachment, string name, PublicationServices publication, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!Guid.TryParseExact(attachment, "N", out var id)) return Results.NotFound();
        if (await publication.Catalogue.OpenAttachment(shortId, new AttachmentId(id), context.RequestAborted) is not { } found)
            return await publication.Catalogue.FindWithdrawn(shortId, context.RequestAborted) is null ? Results.NotFound() : Results.StatusCode(StatusCodes.Status410Gone);
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.ContentSecurityPolicy = NothingMayRun;
        return Results.File(
            found.Content, found.File.MediaType, found.File.FileName, entityTag: new EntityTagHeaderValue($"\"{found.File.ContentHash}\""), enableRangeProcessing: found.Content.CanSeek);
    }
}
