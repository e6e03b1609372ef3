using Gongkai.Documents;
using Gongkai.Services.Requests;
using Gongkai.Services.Requests.Claims;
using Gongkai.Web.Portal.Items;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Claims;

/// <summary>一件诉求的告知书（公文的版面）和证据文件：一律另存，谁也不许缓存，看一次留一条记录。</summary>
internal static class ClaimDownload
{
    public static async Task<IResult> Letter(Guid id, HttpContext context, SignedInPerson who, RequestServices requests)
    {
        context.Response.Headers.CacheControl = "no-store";
        var letter = await requests.ClaimBoard.Letter((await who.Get()).Id, new ClaimId(id), context.RequestAborted);
        return letter.Refusal is { } refusal ? Results.StatusCode(Drafting.UnseenItem.Status(refusal)) : Results.File(letter.Value.ToWord(), FileKind.Of("docx").MediaType, $"{letter.Value.Title}.docx");
    }

    public static async Task<IResult> File(Guid id, int number, HttpContext context, SignedInPerson who, RequestServices requests)
    {
        context.Response.Headers.CacheControl = "no-store";
        var opened = await requests.ClaimBoard.File((await who.Get()).Id, new ClaimId(id), number, context.RequestAborted);
        if (opened.Refusal is { } refusal) return Results.StatusCode(Drafting.UnseenItem.Status(refusal));
        context.Response.Headers.ContentSecurityPolicy = AttachmentDownload.NothingMayRun;
        return Results.File(opened.Value.Content, opened.Value.Kind.MediaType, opened.Value.Name);
    }
}
