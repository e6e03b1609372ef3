using System.Globalization;
using Gongkai.AnnualReports.Writing;
using Gongkai.Services.AnnualReports.DataCentre;
using Gongkai.Web.Portal;
using Gongkai.Web.Portal.DataCentre;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Api;

/// <summary>年报数据中心的接口，内容与门户一样。</summary>
internal static class DataEndpoints
{
    /// <summary><c>/api/v1/data/indicators</c>：全部指标与口径。</summary>
    public static async Task<IResult> Indicators(ReportSource source, HttpContext context) =>
        ApiAnswers.Json(new IndicatorListDocument([.. (await source.Current(context.RequestAborted)).Indicators.All.Select(IndicatorDocument.Of)]));

    /// <summary><c>/api/v1/data/bodies</c>：公布过年报的机关。</summary>
    public static async Task<IResult> Bodies(ReportSource source, HttpContext context) => ApiAnswers.Json(new BodyListDocument(
        source.Warning,
        [
            .. (await source.Current(context.RequestAborted)).Facts.GroupBy(fact => fact.Body, StringComparer.Ordinal).OrderBy(body => body.Key, StringComparer.Ordinal).Select(body => new BodyDocument(
                body.Key, body.Last().Name, body.Last().Level is { } level ? ApiAnswers.Name(level) : null, body.Last().Kind is { } kind ? ApiAnswers.Name(kind) : null, body.Last().Region,
                PortalAddress.Absolute(context.Request, DataAddress.OfBody(body.Key)), [.. body.Select(fact => fact.Year)])),
        ]));

    /// <summary><c>/api/v1/data/views/{view}</c>：数据中心的一张表。</summary>
    public static Task<IResult> View(string view, ReportSource source, HttpContext context) => DataFiles.View(view, "json", source, context);

    /// <summary><c>/api/v1/data/table</c>：自选的表。</summary>
    public static Task<IResult> Table(ReportSource source, HttpContext context) => DataFiles.Table("json", source, context);

    /// <summary><c>/api/v1/data/reports/{body}/{year}</c>：一份报告的规范 JSON。</summary>
    public static async Task<IResult> Report(string body, string year, ReportSource source, HttpContext context) =>
        int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && await source.Open(body, number, context.RequestAborted) is { } report ? Results.Bytes(ReportWriter.Write(report, ReportFormat.Json, context.RequestAborted).Value, "application/json; charset=utf-8") : Results.NotFound();
}

/// <summary>接口给的全部指标。</summary>
internal sealed record IndicatorListDocument(IReadOnlyList<IndicatorDocument> Indicators);

/// <summary>接口给的各机关。</summary>
/// <param name="Warning">外来数据的说明；本站公布的没有。</param>
internal sealed record BodyListDocument(string? Warning, IReadOnlyList<BodyDocument> Bodies);

/// <summary>接口给的一个机关。</summary>
/// <param name="Id">代码。</param>
/// <param name="Years">公布了哪几年的。</param>
internal sealed record BodyDocument(string Id, string Name, string? Level, string? Kind, string? Region, string Url, IReadOnlyList<int> Years);
