using Gongkai.Publication.Drafting;
using Gongkai.Services.Publication;
using Gongkai.Web.Portal.Items;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Drafting;

/// <summary>工作人员下载附件，没有公开的、从前各版的也在内：先看有没有权，再发；浏览器只许存成文件，谁也不许缓存。</summary>
internal static class StaffDownload
{
    public static async Task<IResult> Send(Guid id, string attachment, string name, PublicationServices publication, SignedInPerson who, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!Guid.TryParseExact(attachment, "N", out var file)) return Results.NotFound();
        var opened = await publication.Desk.OpenAttachment(await who.Get(), new ItemId(id), new AttachmentId(file), context.RequestAborted);
        return opened.Refusal is { } refusal ? Results.StatusCode(UnseenItem.Status(refusal)) : Saved(opened.Value.Content, opened.Value.File.MediaType, opened.Value.File.FileName, context);
    }

    /// <summary>公开的那一份：审查的人看看净化以后的样子。</summary>
    public static async Task<IResult> SendCopy(Guid id, string attachment, string name, PublicationServices publication, SignedInPerson who, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!Guid.TryParseExact(attachment, "N", out var file)) return Results.NotFound();
        var opened = await publication.Desk.OpenCopy(await who.Get(), new ItemId(id), new AttachmentId(file), context.RequestAborted);
        return opened.Refusal is { } refusal ? Results.StatusCode(UnseenItem.Status(refusal)) : Saved(opened.Value.Content, opened.Value.File.MediaType, opened.Value.File.FileName, context);
    }

    private static IResult Saved(Stream content, string mediaType, string fileName, HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = AttachmentDownload.NothingMayRun;
        return Results.File(content, mediaType, fileName, enableRangeProcessing: content.CanSeek);
    }
}
