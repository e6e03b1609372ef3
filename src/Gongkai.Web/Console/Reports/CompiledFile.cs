using Gongkai.AnnualReports.Drafting;
using Gongkai.AnnualReports.Writing;
using Gongkai.Documents;
using Gongkai.Organisations.Units;
using Gongkai.Services.AnnualReports;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Reports;

/// <summary><c>/console/reports/{unit}/{year}/compiled.docx</c>：照登记编出来的年报。</summary>
internal static class CompiledFile
{
    public static async Task<IResult> Send(Guid unit, int year, HttpContext context, SignedInPerson who, ReportCompiler compiler)
    {
        var compiled = await compiler.Of(await who.Get(), new UnitId(unit), year, ReportEdits.None, context.RequestAborted);
        if (compiled.Refusal is { } refusal) return Results.StatusCode(Drafting.UnseenItem.Status(refusal));
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(ReportWriter.Write(compiled.Value.Report, ReportFormat.Docx, context.RequestAborted).Value, FileKind.Of("docx").MediaType, $"{compiled.Value.Report.Title}.docx");
    }
}
