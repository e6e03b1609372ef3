using Gongkai.AnnualReports.Writing;
using Gongkai.Documents;
using Gongkai.Documents.Office;
using Gongkai.Services.Publication;
using Gongkai.Web.Portal.DataCentre;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal.Reports;

/// <summary>年报的数据与文件：<c>/r/{unit}/{year}/{format}</c>，json、csv、docx、xlsx，装了 LibreOffice 的另有 pdf，或者 original（原文件）。</summary>
internal static class ReportDownload
{
    private const string NothingMayRun = "sandbox; default-src 'none'";

    public static async Task<IResult> Send(string unit, int year, string format, PublicationServices publication, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        var cancel = context.RequestAborted;
        if (PortalAddress.FindUnit(await publication.Catalogue.Tree(cancel), unit) is not { } owner) return Results.NotFound();
        if (await publication.PublicReports.Find(owner.Id, year, cancel) is not { } report) return Results.NotFound();
        context.Response.Headers.ContentSecurityPolicy = NothingMayRun;
        var name = $"{report.Entry.UnitName}{year}年政府信息公开工作年度报告";
        return format switch
        {
            "json" => Written(ReportFormat.Json, "application/json; charset=utf-8"),
            "docx" => Written(ReportFormat.Docx, FileKind.Of("docx").MediaType),
            "xlsx" => Written(ReportFormat.Xlsx, FileKind.Of("xlsx").MediaType),
            "pdf" when OfficeConverter.IsInstalled => await ReportPdf.Of(report, cancel) is { Succeeded: true } pdf
                ? Results.File(pdf.Value, "application/pdf", $"{name}.pdf") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
            "csv" => Results.File(CsvFile.Of(ReportCells.Rows(report.Report).Prepend(ReportCells.Header)), CsvFile.MediaType, $"{name}.csv"),
            "original" when await publication.PublicReports.Open(owner.Id, year, cancel) is { } original => Results.File(original.Content, original.File.MediaType, original.File.Name),
            _ => Results.NotFound(),
        };

        IResult Written(ReportFormat wanted, string mediaType) => Results.File(ReportWriter.Write(report.Report, wanted, cancel).Value, mediaType, $"{name}.{format}");
    }
}
