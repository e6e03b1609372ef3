using System.Collections.Immutable;
using Gongkai.Data.Attachments;
using Gongkai.Law;
using Gongkai.Organisations.Registers;
using Gongkai.Services.Publication;
using Gongkai.Services.Registers;
using Gongkai.Web.Portal.Items;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Registers;

/// <summary>依据的文件：收下来，发出去。</summary>
internal static class BookEvidence
{
    /// <summary>收下表单里的文件；没有选的为空表。</summary>
    public static async Task<Outcome<ImmutableArray<AttachedFile>>> Take(Uploads uploads, IFormFileCollection files, CancellationToken cancel)
    {
        var taken = ImmutableArray.CreateBuilder<AttachedFile>();
        foreach (var file in files.Where(file => file.Length > 0))
        {
            await using var content = file.OpenReadStream();
            var accepted = await uploads.Accept(content, file.FileName, cancel);
            if (accepted.Refusal is { } refusal) return refusal;
            taken.Add(accepted.Value);
        }

        return taken.ToImmutable();
    }

    /// <summary>发一个：先看有没有权；浏览器只许存成文件，谁也不许缓存。</summary>
    public static async Task<IResult> Send(string form, Guid entry, int number, RegisterServices registers, SignedInPerson who, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var opened = await registers.Board.Open(await who.Get(), new RegisterEntryId(entry), context.RequestAborted);
        if (opened.Refusal is { } refusal) return Results.StatusCode(Drafting.UnseenItem.Status(refusal));
        if (opened.Value.Form.Code != form || opened.Value.Line.Entry.Evidence.ElementAtOrDefault(number - 1) is not { } evidence) return Results.NotFound();
        if (await registers.Board.OpenEvidence(evidence, context.RequestAborted) is not { } content) return Results.NotFound();
        context.Response.Headers.ContentSecurityPolicy = AttachmentDownload.NothingMayRun;
        return Results.File(content, "application/octet-stream", evidence.Name, enableRangeProcessing: content.CanSeek);
    }
}
