using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading;
using Gongkai.Documents;
using Gongkai.Law;

namespace Gongkai.AnnualReports.Writing;

/// <summary>写出来的文件用平常的读法读一遍，与要写的逐项比较：一样了才算写好。</summary>
public static class ReadBack
{
    private const int Shown = 3;

    /// <returns>读回来的报告；与要写的不一样时，是一句说明，列出头几处。</returns>
    public static Outcome<AnnualReport> Verify(AnnualReport report, ReadOnlyMemory<byte> bytes, ReportFormat format, CancellationToken cancel = default)
    {
        var document = DocumentReader.Read(bytes, $"report.{ReportFormats.Extension(format)}", ReadLimits.Default, cancel);
        if (document.Refusal is { } unreadable) return new Refusal(Say($"写出来的文件读不回来：{unreadable.Reason}", $"the file written cannot be read back: {unreadable.Reason}"));
        if (!Matches(document.Value.Format, format)) return new Refusal(Say($"写出来的文件不是 {ReportFormats.Extension(format)}",
            $"the file written is not {ReportFormats.Extension(format)}"));
        var read = ReportReader.Read(document.Value);
        if (read.Refusal is { } refusal) return new Refusal(Say($"写出来的文件读不回来：{refusal.Reason}", $"the file written cannot be read back: {refusal.Reason}"));
        string[] differences = [.. ReportDifferences.Of(report, read.Value, format)];
        if (differences.Length == 0) return read;
        var more = differences.Length > Shown ? Say($"……共 {differences.Length} 处", $"… {differences.Length} in all") : "";
        return new Refusal(Say($"写成 {ReportFormats.Extension(format)} 再读回来，与原来的不一样：{string.Join('；', differences.Take(Shown))}{more}",
            $"written as {ReportFormats.Extension(format)} and read back, it differs: {Join('；', differences.Take(Shown))}{more}"));
    }

    private static bool Matches(SourceFormat found, ReportFormat wanted) => wanted switch
    {
        ReportFormat.Json => found == SourceFormat.Json,
        ReportFormat.Html => found == SourceFormat.Html,
        ReportFormat.Docx => found == SourceFormat.Docx,
        ReportFormat.Xlsx => found == SourceFormat.Xlsx,
        ReportFormat.Markdown => found == SourceFormat.Text,
        _ => found == SourceFormat.Pdf,
    };
}
