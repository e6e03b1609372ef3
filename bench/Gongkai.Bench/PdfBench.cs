using System.Diagnostics;

namespace Gongkai.Bench;

/// <summary>PDF：读与查，对照同样的文件、同样两个工人的 <c>pdftotext -bbox-layout</c>。</summary>
internal static class PdfBench
{
    private const double Bar = 1.25;
    private const int Workers = 2;
    private const string What = "PDF，读＋查的时间 ÷ pdftotext -bbox-layout";

    /// <param name="folder">装着 PDF 的文件夹；没有时不量。</param>
    public static async Task Run(string? folder, int rounds)
    {
        var files = folder is null ? [] : Directory.GetFiles(folder, "*.pdf").Order(StringComparer.Ordinal).ToArray();
        if (files.Length == 0)
        {
            Figure.NotMeasured(What, folder is null ? "没有安装 LibreOffice（libreoffice-writer-nogui），做不出 PDF；可以用 --pdf 文件夹 指明一组。" : $"{folder} 里没有 PDF。");
            return;
        }

        var (bare, full) = (new List<double>(), new List<double>());
        await Each(files[..Math.Min(40, files.Length)], Product.ReadAndCheckFile);
        for (var round = 0; round < rounds; round++)
        {
            bare.Add(await Seconds(files, Bare));
            full.Add(await Seconds(files, Product.ReadAndCheckFile));
        }

        var (baseline, measured) = (Measurement.Median(bare), Measurement.Median(full));
        Figure.AtMost(What, measured / baseline, Bar, $"读＋查 {measured * 1000 / files.Length:0.0} 毫秒/份，pdftotext {baseline * 1000 / files.Length:0.0} 毫秒/份，{files.Length} 份，各两个工人");
    }

    private static async Task<double> Seconds(string[] files, Func<string, Task> work)
    {
        var clock = Stopwatch.StartNew();
        await Each(files, work);
        return clock.Elapsed.TotalSeconds;
    }

    private static Task Each(string[] files, Func<string, Task> work) =>
        Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = Workers }, async (file, _) => await work(file));

    private static async Task Bare(string file)
    {
        var start = new ProcessStartInfo("pdftotext", ["-bbox-layout", file, "-"]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        await process.WaitForExitAsync();
    }
}
