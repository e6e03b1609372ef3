using CsvHelper;
using Gongkai.AnnualReports.Writing;
using Gongkai.Documents;
using Gongkai.Documents.Office;
using Gongkai.Documents.Text;
using Gongkai.Services.Publication;
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
            "csv" => Results.File(Csv(report.Report), "text/csv; charset=utf-8", $"{name}.csv"),
            "original" when await publication.PublicReports.Open(owner.Id, year, cancel) is { } original => Results.File(original.Content, original.File.MediaType, original.File.Name),
            _ => Results.NotFound(),
        };

        IResult Written(ReportFormat wanted, string mediaType) => Results.File(ReportWriter.Write(report.Report, wanted, cancel).Value, mediaType, $"{name}.{format}");
    }

    // 带 BOM，电子表格才认得出是 UTF-8。
    private static byte[] Csv(Gongkai.AnnualReports.Model.AnnualReport report)
    {
        using var output = new MemoryStream();
        using (var csv = CsvWriter.Create(output, CsvWriterOptions.Default with { NewLine = "\n", WriteByteOrderMark = true }, leaveOpen: true))
        {
            foreach (var row in ReportCells.Rows(report).Prepend(ReportCells.Header))
            {
                foreach (var field in row) csv.WriteField(SpreadsheetText.Harmless(field));
                csv.EndRecord();
            }
        }

        return output.ToArray();
    }
}
