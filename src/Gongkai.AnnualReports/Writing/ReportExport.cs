using System.Collections.Immutable;
using Gongkai.AnnualReports.Model;
using Gongkai.Documents.Office;
using Gongkai.Law;

namespace Gongkai.AnnualReports.Writing;

/// <summary>签发以前的核对：要公布的各种格式都写出来、读回来，与冻结的内容一样才签。</summary>
/// <param name="Formats">核对哪几种格式。</param>
/// <param name="Write">怎么写；平常是 <see cref="ReportWriter.Write"/>。</param>
public sealed record ReportExport(ImmutableArray<ReportFormat> Formats, Func<AnnualReport, ReportFormat, CancellationToken, Outcome<byte[]>> Write)
{
    /// <summary>Word 和网页。</summary>
    public static ReportExport WordAndPage { get; } = new([ReportFormat.Docx, ReportFormat.Html], ReportWriter.Write);

    /// <summary>公布的全部：Word、网页，装了 LibreOffice 的还有 PDF（一次两三秒）。</summary>
    public static ReportExport Published { get; } = OfficeConverter.IsInstalled ? WordAndPage with { Formats = [.. WordAndPage.Formats, ReportFormat.Pdf] } : WordAndPage;

    /// <summary>写不出来、读回来不一样的缘故；都一样的为空。</summary>
    public Refusal? Fault(AnnualReport report, CancellationToken cancel)
    {
        foreach (var format in Formats)
        {
            var written = Write(report, format, cancel);
            if (written.Refusal is { } unwritten) return unwritten;
            if (ReadBack.Verify(report, written.Value, format, cancel).Refusal is { } different) return different;
        }

        return null;
    }
}
