using System.Text;
using Gongkai.AnnualReports.Reading;
using Gongkai.AnnualReports.Rules;
using Gongkai.Documents;
using Gongkai.Documents.Text;

namespace Gongkai.Bench;

/// <summary>纯文本：读与查，对照只做解码、归一、切成二字词片并计数的空循环。</summary>
internal static class TextBench
{
    private const double Bar = 0.6;

    public static void Run(ReportSet set)
    {
        var (bare, full) = Measurement.Pair(set.Texts.Length, () => Each(set.Texts, Bare), () => Each(set.Texts, ReadAndCheck));
        Console.WriteLine($"文本：读＋查 {full:0} 份/秒，空循环 {bare:0} 份/秒，比值 {full / bare:0.00}（应 ≥ {Bar}；安静的机器上应 ≥ 3000 份/秒），平均 {set.Texts.Average(text => text.Length) / 1024:0.0} KB");
    }

    public static void ReadAndCheck(byte[] content)
    {
        var document = DocumentReader.Read(content, "report", ReadLimits.Default, CancellationToken.None);
        var report = ReportReader.Read(document.Value);
        ReportChecker.Check(new CheckContext(report.Value));
    }

    /// <summary>每个 CPU 一个工人。</summary>
    public static void Each(byte[][] contents, Action<byte[]> work) =>
        Parallel.ForEach(contents, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, work);

    private static void Bare(byte[] content)
    {
        var normalised = NormalisedText.Of(Encoding.UTF8.GetString(content));
        var pieces = new Dictionary<int, int>();
        for (var index = 1; index < normalised.Text.Length; index++)
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(pieces, (normalised.Text[index - 1] << 16) | normalised.Text[index], out _)++;
    }
}
