using System.Globalization;
using Gongkai.AnnualReports.Collection;
using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Writing;
using Gongkai.Documents;
using Gongkai.Documents.Layout;
using Gongkai.Organisations.Units;
using Gongkai.Services.AnnualReports;
using Gongkai.Services.Publication;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Console.Collecting;

/// <summary>收集年报的表存成 XLSX：各单位报得怎样；逐格汇总的总数。</summary>
internal static class CollectWorkbook
{
    public static async Task<IResult> Send(HttpContext context, SignedInPerson who, PublicationServices publication, [FromQuery] Guid unit, [FromQuery] int year)
    {
        var person = await who.Get();
        var board = await publication.Collection.Of(person, new UnitId(unit), year, context.RequestAborted);
        return board.Refusal is { } refusal ? Results.Text(refusal.Reason, statusCode: StatusCodes.Status403Forbidden) : SheetFile.Send(context, Layout(board.Value, year, person.Today), $"年报收集-{year}");
    }

    public static async Task<IResult> SendTotal(HttpContext context, SignedInPerson who, PublicationServices publication, [FromQuery] Guid unit, [FromQuery] int year)
    {
        var total = await publication.Collection.Total(await who.Get(), new UnitId(unit), year, context.RequestAborted);
        if (total.Refusal is { } refusal) return Results.Text(refusal.Reason, statusCode: StatusCodes.Status403Forbidden);
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(ReportWriter.Write(total.Value.Total.Total, ReportFormat.Xlsx).Value, FileKind.Of("xlsx").MediaType, $"年报汇总-{year}.xlsx");
    }

    private static LayoutDocument Layout(CollectionBoard board, int year, DateOnly today)
    {
        var title = $"{year}年度年报收集情况（{Iso(today)}）";
        return new LayoutDocument(
            title,
            [
                SheetFile.Table<CollectedReport>(
                    "收集情况", title,
                    [
                        ("单位", 40, line => line.Name), ("编到哪一步", 14, line => line.Report?.Stage.Caption() ?? "还没有编"), ("报送期限", 14, line => Iso(line.Deadline.SubmitBy)),
                        ("报送", 14, line => Iso(line.SubmittedOn)), ("早晚", 14, line => line.StandingOn(today).Caption()), ("迟几天", 10, line => $"{line.DaysLateOn(today)}"), ("公布", 14, line => Iso(line.PublishedOn)),
                        ("查出", 10, line => $"{line.Findings}"), ("退回", 10, line => $"{line.Returns}"), ("更正", 10, line => $"{line.Corrections}"),
                    ],
                    board.Lines),
            ]);
    }

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
