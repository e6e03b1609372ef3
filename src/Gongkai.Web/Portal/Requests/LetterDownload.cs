using Gongkai.Documents;
using Gongkai.Documents.Office;
using Gongkai.Services.Requests;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal.Requests;

/// <summary>写给申请人的一份文书，存成文件：<c>/track/letters/{number}.{format}</c>，docx 是公文样式，装了 LibreOffice 的另有 pdf。</summary>
internal static class LetterDownload
{
    public static async Task<IResult> Send(int number, string format, HttpContext context, RequestServices requests, TrackCookie passes)
    {
        Confidential.Mark(context);
        if (passes.Renew(context) is not { } pass) return Results.Redirect(PortalAddress.Track);
        if (await requests.Tracking.Letter(pass, number, context.RequestAborted) is not { } letter) return Results.NotFound();
        return format switch
        {
            "docx" => Results.File(letter.ToWord(), FileKind.Of("docx").MediaType, $"{letter.Title}.docx"),
            "pdf" when OfficeConverter.IsInstalled => OfficeConverter.ToPdf(letter.ToWord(), context.RequestAborted) is { Succeeded: true } pdf
                ? Results.File(pdf.Value, "application/pdf", $"{letter.Title}.pdf") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
            _ => Results.NotFound(),
        };
    }
}
