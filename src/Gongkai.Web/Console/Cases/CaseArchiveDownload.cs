using Gongkai.Requests.Intake;
using Gongkai.Services.Requests;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Cases;

/// <summary><c>/console/cases/{id}/archive.zip</c>：办结的一件的归档包；取一次留一条记录。</summary>
internal static class CaseArchiveDownload
{
    public static async Task<IResult> Send(Guid id, HttpContext context, SignedInPerson who, RequestServices requests)
    {
        context.Response.Headers.CacheControl = "no-store";
        var made = await requests.Archive.Make((await who.Get()).Id, new CaseId(id), context.RequestAborted);
        if (made.Refusal is { } refusal) return Results.StatusCode(Drafting.UnseenItem.Status(refusal));
        return Results.File(made.Value.Content, "application/zip", made.Value.Name);
    }
}
