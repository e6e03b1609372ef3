using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Gongkai.AnnualReports.Batch;
using Gongkai.Services.AnnualReports.DataCentre;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gongkai.Web.Portal.DataCentre;

/// <summary>全部公布的年报：reports.csv、cells.csv、reports.jsonl，列与 <c>gongkai report batch</c> 一样，和装着这三个的 ZIP。一份一份地写，不先攒起来。</summary>
internal static class BulkFiles
{
    private static readonly string[] Names = ["reports.csv", "cells.csv", "reports.jsonl"];

    /// <summary><c>/data/download/{name}</c>。</summary>
    public static IResult Send(string name, ReportSource source, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        var cancel = context.RequestAborted;
        // 压缩的流收尾时同步地写几个字节，框架要先准许。
        if (name == "all.zip" && context.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        if (name == "all.zip") return Results.Stream(output => Zip(source, output, cancel), "application/zip", "gongkai-annual-reports.zip");
        if (!Names.Contains(name, StringComparer.Ordinal)) return Results.NotFound();
        return Results.Stream(output => Write(name, source, output, cancel), name.EndsWith("csv", StringComparison.Ordinal) ? CsvFile.MediaType : "application/x-ndjson; charset=utf-8", name);
    }

    private static async Task Zip(ReportSource source, Stream output, CancellationToken cancel)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        if (source.Warning is { } warning)
        {
            await using var note = await zip.CreateEntry("说明.txt").OpenAsync(cancel);
            await note.WriteAsync(Encoding.UTF8.GetBytes(warning + "\n"), cancel);
        }

        foreach (var name in Names)
        {
            await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancel);
            await Write(name, source, entry, cancel);
        }
    }

    private static async Task Write(string name, ReportSource source, Stream output, CancellationToken cancel)
    {
        await foreach (var part in Parts(name, source, cancel)) await output.WriteAsync(part, cancel);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Parts(string name, ReportSource source, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (name == "reports.csv") yield return CsvFile.Of([BatchColumns.Reports.Select(column => column.Name).Concat(BatchColumns.WideCells)]);
        if (name == "cells.csv") yield return CsvFile.Of([BatchColumns.Cells.Select(column => column.Name)]);
        await foreach (var line in source.Lines(cancel))
        {
            if (name == "reports.jsonl")
            {
                yield return line;
                yield return "\n"u8.ToArray();
                continue;
            }

            using var document = JsonDocument.Parse(line);
            var entry = new BatchEntry(document.RootElement);
            yield return CsvFile.Of(name == "reports.csv" ? [entry.ReportRow()] : entry.Cells.Select(entry.CellRow), mark: false);
        }
    }
}
