using Gongkai.Documents;
using Gongkai.Requests.Intake;
using Gongkai.Services.Requests;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Cases;

/// <summary><c>/console/cases/{id}/letters/{number}.docx</c>：一份文书，公文的版面。</summary>
internal static class LetterFile
{
    public static async Task<IResult> Send(Guid id, int number, HttpContext context, SignedInPerson who, RequestServices requests)
    {
        var letter = await requests.Board.Letter((await who.Get()).Id, new CaseId(id), number, context.RequestAborted);
        if (letter.Refusal is { } refusal) return Results.StatusCode(Drafting.UnseenItem.Status(refusal));
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(letter.Value.ToWord(), FileKind.Of("docx").MediaType, $"{letter.Value.Title}.docx");
    }
}
