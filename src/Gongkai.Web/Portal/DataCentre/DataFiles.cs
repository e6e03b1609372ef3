using Gongkai.AnnualReports.Indicators;
using Gongkai.Documents;
using Gongkai.Documents.Excel;
using Gongkai.Documents.Layout;
using Gongkai.Services.AnnualReports.DataCentre;
using Gongkai.Web.Api;
using Gongkai.Web.Console;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal.DataCentre;

/// <summary>数据中心的各张表存成文件：csv、json、xlsx；条件与页面的网址一样。认不得的 400，一句话说明。</summary>
internal static class DataFiles
{
    /// <summary><c>/data/views/{view}.{format}</c>。</summary>
    public static async Task<IResult> View(string view, string format, ReportSource source, HttpContext context)
    {
        var store = await source.Current(context.RequestAborted);
        if (!DataSet.Views.Contains(view, StringComparer.Ordinal)) return Results.NotFound();
        var query = DataQuery.Of(context.Request.Query, store);
        if (query.Refusal is { } refusal) return ApiAnswers.Problem(context, StatusCodes.Status400BadRequest, "条件不对", refusal.Reason);
        return Send(new DataSet(store, query.Value).View(view)!, view, format, source.Warning, query.Value.Indicator);
    }

    /// <summary><c>/data/table.{format}</c>。</summary>
    public static async Task<IResult> Table(string format, ReportSource source, HttpContext context)
    {
        var store = await source.Current(context.RequestAborted);
        var selection = SelectionQuery.Of(context.Request.Query, store);
        if (selection.Refusal is { } refusal) return ApiAnswers.Problem(context, StatusCodes.Status400BadRequest, "条件不对", refusal.Reason);
        return Send(selection.Value.View(store), "table", format, source.Warning, null);
    }

    /// <summary><c>/data/bodies/{body}/peers.{format}</c>。</summary>
    public static async Task<IResult> Peers(string body, string format, ReportSource source, HttpContext context)
    {
        var store = await source.Current(context.RequestAborted);
        if (!store.Bodies.TryGetValue(body, out var fact)) return Results.NotFound();
        var query = DataQuery.Of(context.Request.Query, store);
        if (query.Refusal is { } refusal) return ApiAnswers.Problem(context, StatusCodes.Status400BadRequest, "条件不对", refusal.Reason);
        return Send(new BodyData(store, fact, query.Value.Indicator).Peers, "peers", format, source.Warning, query.Value.Indicator);
    }

    /// <summary>一张表写成一种文件。</summary>
    internal static IResult Send(DataView view, string name, string format, string? warning, Indicator? indicator) => format switch
    {
        "csv" => Results.File(CsvFile.Of(view.Rows.Select(row => row.Select(value => (string?)value.ToString())).Prepend(view.Columns.Select(column => (string?)column.Key))), CsvFile.MediaType, $"{name}.csv"),
        "json" => ApiAnswers.Json(DataDocument.Of(view, indicator, warning)),
        "xlsx" => Results.File(Workbook(view, warning), FileKind.Of("xlsx").MediaType, $"{name}.xlsx"),
        _ => Results.NotFound(),
    };

    private static byte[] Workbook(DataView view, string? warning)
    {
        var table = SheetFile.Table("数据", view.Title, [.. view.Columns.Select((column, at) => (column.Caption, column.IsNumber ? 12 : 20, (Func<IReadOnlyList<DataValue>, string?>)(row => row[at].ToString())))], view.Rows.Select(row => (IReadOnlyList<DataValue>)row));
        using var output = new MemoryStream();
        ExcelWriter.Write(new LayoutDocument(view.Title, [table, .. view.Notes.Concat(warning is null ? [] : [warning]).Select(note => new LayoutParagraph(note))]), output);
        return output.ToArray();
    }
}
