using Gongkai.AnnualReports.Model;
using Gongkai.Documents.Excel;
using Gongkai.Documents.Html;
using Gongkai.Documents.Office;
using Gongkai.Documents.Text;
using Gongkai.Documents.Word;
using Gongkai.Law;

namespace Gongkai.AnnualReports.Writing;

/// <summary>写年报。同一份报告写成同一种格式，总是同样的字节（PDF 除外，它由 LibreOffice 写）。</summary>
public static class ReportWriter
{
    /// <summary>写成一种格式；写 PDF 而没有装 LibreOffice 时拒绝。</summary>
    public static Outcome<byte[]> Write(AnnualReport report, ReportFormat format, CancellationToken cancel = default)
    {
        using var output = new MemoryStream();
        switch (format)
        {
            case ReportFormat.Json:
                CanonicalJson.Write(report, output);
                output.WriteByte((byte)'\n');
                break;
            case ReportFormat.Html:
                HtmlWriter.Write(ReportLayout.Of(report), output);
                break;
            case ReportFormat.Xlsx:
                ExcelWriter.Write(ReportLayout.Of(report), output);
                break;
            case ReportFormat.Markdown:
                MarkdownWriter.Write(ReportLayout.Of(report), output);
                break;
            default:
                WordWriter.Write(ReportLayout.Of(report), output);
                break;
        }

        return format == ReportFormat.Pdf ? OfficeConverter.ToPdf(output.ToArray(), cancel) : output.ToArray();
    }
}
