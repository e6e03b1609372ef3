using System.Diagnostics;
using Gongkai.AnnualReports.Reading;
using Gongkai.AnnualReports.Rules;
using Gongkai.Documents;

namespace Gongkai.Bench;

/// <summary>PDF：读与查，对照同样的文件、同样两个工人的 <c>pdftotext -bbox-layout</c>。</summary>
internal static class PdfBench
{
    private const double Bar = 1.25;
    private const int Workers = 2;

    /// <param name="folder">装着 PDF 的文件夹；不给就不量。</param>
    public static async Task Run(string? folder)
    {
        var files = folder is null ? [] : Directory.GetFiles(folder, "*.pdf").Order(StringComparer.Ordinal).ToArray();
        if (files.Length == 0)
        {
            Console.WriteLine("PDF：没有量。请用 --pdf 文件夹 指明一组 PDF（应有 200 份以上各不相同的文件）。");
            return;
        }

        var (bare, full) = (new List<double>(), new List<double>());
        await Each(files[..Math.Min(20, files.Length)], Read);
        for (var round = 0; round < 3; round++)
        {
            bare.Add(await Seconds(files, Bare));
            full.Add(await Seconds(files, Read));
        }

        var (baseline, measured) = (Measurement.Median(bare), Measurement.Median(full));
        Console.WriteLine($"PDF：{files.Length} 份，读＋查 {measured * 1000 / files.Length:0.0} 毫秒/份，pdftotext {baseline * 1000 / files.Length:0.0} 毫秒/份，比值 {measured / baseline:0.00}（应 ≤ {Bar}）");
    }

    private static async Task<double> Seconds(string[] files, Func<string, Task> work)
    {
        var clock = Stopwatch.StartNew();
        await Each(files, work);
        return clock.Elapsed.TotalSeconds;
    }

    private static Task Each(string[] files, Func<string, Task> work) =>
        Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = Workers }, async (file, _) => await work(file));

    private static async Task Read(string file)
    {
        var report = await ReportReader.ReadFileAsync(file, ReadLimits.Default);
        if (report.Succeeded) ReportChecker.Check(new CheckContext(report.Value));
    }

    private static async Task Bare(string file)
    {
        var start = new ProcessStartInfo("pdftotext", ["-bbox-layout", file, "-"]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        await process.WaitForExitAsync();
    }
}
