using Gongkai.Requests.Intake;
using Gongkai.Services.Requests;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gongkai.Web.Console.Cases;

/// <summary><c>/console/cases/{id}/archive.zip</c>：办结的一件的归档包；取一次留一条记录，边取边发。</summary>
internal static class CaseArchiveDownload
{
    public static async Task<IResult> Send(Guid id, HttpContext context, SignedInPerson who, RequestServices requests)
    {
        context.Response.Headers.CacheControl = "no-store";
        var made = await requests.Archive.Make((await who.Get()).Id, new CaseId(id), context.RequestAborted);
        if (made.Refusal is { } refusal) return Results.StatusCode(Drafting.UnseenItem.Status(refusal));
        // 压缩的流收尾时同步地写几个字节，框架要先准许。
        if (context.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        return Results.Stream(output => made.Value.Write(output, context.RequestAborted), "application/zip", made.Value.Name);
    }
}
