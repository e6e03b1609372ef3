using System.Collections.Concurrent;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Writing;
using Gongkai.Documents;
using Gongkai.Documents.Office;
using Gongkai.Testing;
using Gongkai.Testing.Builders;

namespace Gongkai.AnnualReports.Tests.Writing;

/// <summary>五百份造出来的年报，写成每一种格式、读回来，逐格逐字相同；另有二十五份一次转成 PDF 再读。</summary>
public sealed class FiveHundredReportsTests
{
    private const int Reports = 500;

    private const int InPdf = 25;

    // 一半格格有数，一半有空着的、印着别的字的；年度、机关、大小由种子定。
    private static AnnualReport Report(int seed) => ReportGenerator.Create(seed, seed % 2 == 0 ? ReportShape.Any : new ReportShape { BlankPercent = 8, RawPercent = 4 });

    [Fact]
    public void Five_hundred_reports_come_back_equal_from_every_format_but_PDF()
    {
        var formats = Enum.GetValues<ReportFormat>().Where(format => format != ReportFormat.Pdf).ToList();
        var (faults, compared) = (new ConcurrentQueue<string>(), 0);

        Parallel.For(0, Reports, seed =>
        {
            var report = Report(seed);
            foreach (var format in formats)
            {
                if (Fault(report, ReportWriter.Write(report, format).Value, format) is { } fault) faults.Enqueue($"第 {seed} 份 {format}：{fault}");
                Interlocked.Increment(ref compared);
            }
        });

        faults.ShouldBeEmpty();
        compared.ShouldBe(Reports * 5, "json、html、docx、xlsx、md 各五百份。");
    }

    [ToolFact("soffice")]
    public void Twenty_five_reports_come_back_equal_from_PDF_written_in_one_LibreOffice_run()
    {
        var reports = Enumerable.Range(0, InPdf).Select(seed => ReportGenerator.Create(seed)).ToList();
        var pages = OfficeConverter.ToPdf([.. reports.Select(report => (ReadOnlyMemory<byte>)ReportWriter.Write(report, ReportFormat.Docx).Value)], ReadLimits.Default with { Time = TimeSpan.FromMinutes(3) }, CancellationToken.None);

        reports.Zip(pages).Select((one, seed) => one.Second.Refusal?.Reason is { } unwritten ? $"第 {seed} 份：{unwritten}" : Fault(one.First, one.Second.Value, ReportFormat.Pdf) is { } fault ? $"第 {seed} 份：{fault}" : null)
            .OfType<string>().ShouldBeEmpty();
    }

    // 用产品自己的核对，再用测试自己的逐项比较：两样都说一样才算。PDF 的折行会把段落接在一起，只用产品的核对。
    private static string? Fault(AnnualReport report, byte[] bytes, ReportFormat format)
    {
        var read = ReadBack.Verify(report, bytes, format);
        if (read.Refusal is { } refusal) return refusal.Reason;
        if (format == ReportFormat.Pdf) return null;
        try
        {
            read.Value.ShouldSayTheSameAs(report);
            return null;
        }
        catch (ShouldAssertException different)
        {
            return different.Message;
        }
    }
}
