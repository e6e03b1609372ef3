using Gongkai.Services.Publication;
using Gongkai.Web.Api;
using Gongkai.Web.Portal.Items;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Drafting;

/// <summary>编辑器里插图片：与附件同一道收下，答复一张收条；还没有存的图片凭收条只给收下它的人看。</summary>
internal static class PictureUpload
{
    public const string Address = "/console/items/pictures";

    /// <summary>表单的名字。</summary>
    public const string Form = "picture";

    /// <summary>收下一张。</summary>
    public static async Task<IResult> Accept(PublicationServices publication, SignedInPerson who, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.Files.GetFile("file") is not { } file) return ApiAnswers.Problem(context, StatusCodes.Status400BadRequest, "没有收下", "没有图片。");
        await using var content = file.OpenReadStream();
        var accepted = await publication.Uploads.AcceptPicture(content, file.FileName, context.RequestAborted);
        if (accepted.Refusal is { } refusal) return ApiAnswers.Refused(context, refusal);
        var receipt = publication.Uploads.Receipt(who.Id, accepted.Value);
        return ApiAnswers.Json(new { id = accepted.Value.Id!.Value.ToString("D"), receipt, name = accepted.Value.Name, address = AddressOf(receipt) });
    }

    /// <summary>还没有存的一张，凭收条。</summary>
    public static async Task<IResult> Send(string? receipt, PublicationServices publication, SignedInPerson who, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (receipt is null || await publication.Uploads.Open(who.Id, receipt, context.RequestAborted) is not { } found) return Results.NotFound();
        context.Response.Headers.ContentSecurityPolicy = AttachmentDownload.NothingMayRun;
        return Results.File(found.Content, found.File.Kind.MediaType, found.File.Name);
    }

    /// <summary>还没有存的图片的地址。</summary>
    public static string AddressOf(string receipt) => $"{Address}?receipt={Uri.EscapeDataString(receipt)}";
}
