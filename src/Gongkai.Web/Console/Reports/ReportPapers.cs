using System.Globalization;
using Gongkai.AnnualReports.Publishing;
using Gongkai.Documents;
using Gongkai.Organisations.Units;
using Gongkai.Services.Publication;
using Gongkai.Web.Portal.Items;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Reports;

/// <summary>年报的原件：交来的文件、签字盖章的扫描件。编报的单位和它的主管部门取得到；浏览器只许存成文件，谁也不许缓存。</summary>
internal static class ReportPapers
{
    /// <summary>第几版的文件的网址。</summary>
    public static string FileAddress(UnitId unit, int year, int edition) => string.Create(CultureInfo.InvariantCulture, $"/console/reports/{unit}/{year}/files/{edition}");

    /// <summary>第几件事所附的扫描件的网址。</summary>
    public static string ScanAddress(UnitId unit, int year, int filing) => string.Create(CultureInfo.InvariantCulture, $"/console/reports/{unit}/{year}/scans/{filing}");

    /// <summary>第几件事是退回的，退回的函的网址。</summary>
    public static string LetterAddress(UnitId unit, int year, int filing) => string.Create(CultureInfo.InvariantCulture, $"/console/reports/{unit}/{year}/letters/{filing}.docx");

    public static async Task<IResult> SendLetter(Guid unit, int year, int number, PublicationServices publication, SignedInPerson who, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await publication.ReportBoard.OpenLetter(await who.Get(), new UnitId(unit), year, number, context.RequestAborted) is { } letter
            ? Results.File(letter.ToWord(), FileKind.Of("docx").MediaType, $"{letter.Title}.docx") : Results.NotFound();
    }

    public static async Task<IResult> SendFile(Guid unit, int year, int number, PublicationServices publication, SignedInPerson who, HttpContext context) =>
        Sent(await publication.ReportBoard.OpenFile(await who.Get(), new UnitId(unit), year, number, context.RequestAborted), context);

    public static async Task<IResult> SendScan(Guid unit, int year, int number, PublicationServices publication, SignedInPerson who, HttpContext context) =>
        Sent(await publication.ReportBoard.OpenScan(await who.Get(), new UnitId(unit), year, number, context.RequestAborted), context);

    private static IResult Sent((ReportDocument File, Stream Content)? opened, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (opened is not { } paper) return Results.NotFound();
        context.Response.Headers.ContentSecurityPolicy = AttachmentDownload.NothingMayRun;
        return Results.File(paper.Content, "application/octet-stream", paper.File.Name, enableRangeProcessing: paper.Content.CanSeek);
    }
}
