using System.Collections.Concurrent;
using Gongkai.AnnualReports.Writing;
using Gongkai.Law;
using Gongkai.Services.AnnualReports;

namespace Gongkai.Web.Portal.Reports;

/// <summary>年报的 PDF，由 LibreOffice 写成，一次两三秒：一次只做一份，做过的留着，公众一起来取也只做一次。</summary>
internal static class ReportPdf
{
    private const int MostKept = 40;

    private static readonly ConcurrentDictionary<ReportEntry, byte[]> Kept = new();

    private static readonly SemaphoreSlim Turn = new(1);

    public static async Task<Outcome<byte[]>> Of(ShownReport report, CancellationToken cancel)
    {
        if (Kept.TryGetValue(report.Entry, out var known)) return known;
        await Turn.WaitAsync(cancel);
        try
        {
            if (Kept.TryGetValue(report.Entry, out known)) return known;
            var made = await Task.Run(() => ReportWriter.Write(report.Report, ReportFormat.Pdf, cancel), cancel);
            if (Kept.Count >= MostKept) Kept.Clear();
            if (made.Succeeded) Kept[report.Entry] = made.Value;
            return made;
        }
        finally
        {
            Turn.Release();
        }
    }
}
