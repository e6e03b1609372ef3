using System.Diagnostics;
using System.Globalization;
using Gongkai.Documents;
using Gongkai.Scanning;
using Gongkai.Testing.Builders;

namespace Gongkai.Bench;

/// <summary>扫描与做净化副本（含再扫描一遍的证明），对照只读同样的文件：各种格式每秒多少 MB，三样轮流进行。</summary>
internal static class ScanBench
{
    private const int Rounds = 5;

    public static void Run(ReportSet reports, bool quick)
    {
        var documents = reports.Documents();
        Console.WriteLine($"扫描与净化，对照只读；一个工人，每项取 {Rounds} 轮的中位数");
        Measure("txt", reports.Texts());
        Measure("docx", documents);
        Measure("xlsx", reports.Workbooks());
        Measure("ofd", [.. reports.Texts().Select(Ofd)]);
        if (PdfSet.Prepare(documents) is { } folder) Measure("pdf", [.. Directory.GetFiles(folder, "*.pdf").Order(StringComparer.Ordinal).Take(quick ? 5 : 20).Select(File.ReadAllBytes)]);
        else Figure.NotMeasured("pdf", "没有装 LibreOffice，做不出 PDF。");
    }

    private static void Measure(string kind, byte[][] files)
    {
        Action<byte[]>[] works =
        [
            content => Use(DocumentReader.Read(content, "", ReadLimits.Default, CancellationToken.None).Succeeded, kind),
            content => Use(FileScanner.Scan(content, "", ReadLimits.Default, ScanOptions.Default, CancellationToken.None).Succeeded, kind),
            content => Use(CleanedCopy.Of(content, "", ReadLimits.Default, ScanOptions.Default, CancellationToken.None).Succeeded, kind),
        ];
        var seconds = works.Select(_ => new List<double>()).ToArray();
        for (var round = -1; round < Rounds; round++)
            foreach (var (index, work) in works.Index())
            {
                var clock = Stopwatch.StartNew();
                foreach (var file in files) work(file);
                // 第一轮是预热。
                if (round >= 0) seconds[index].Add(clock.Elapsed.TotalSeconds);
            }

        var megabytes = files.Sum(file => (long)file.Length) / 1048576.0;
        var rates = seconds.Select(times => megabytes / Measurement.Median(times)).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{kind}：只读 {rates[0]:0.00} MB/秒，扫描 {rates[1]:0.00} MB/秒（是只读的 {rates[1] / rates[0]:0.00}），净化并证明 {rates[2]:0.00} MB/秒（{rates[2] / rates[0]:0.00}）；{files.Length} 份，平均 {megabytes * 1024 / files.Length:0.0} KB，扫描一份 {1000 * megabytes / files.Length / rates[1]:0.0} 毫秒"));
    }

    private static void Use(bool succeeded, string kind)
    {
        if (!succeeded) throw new InvalidOperationException($"{kind} 没有做成，量得的不算。");
    }

    /// <summary>一份报告的文字，一行一个文字对象，四十行一页。</summary>
    private static byte[] Ofd(byte[] text)
    {
        const int LinesOnPage = 40;
        var ofd = new OfdSample();
        foreach (var (index, line) in System.Text.Encoding.UTF8.GetString(text).Split('\n', StringSplitOptions.RemoveEmptyEntries).Index())
        {
            if (index > 0 && index % LinesOnPage == 0) ofd.EndPage();
            ofd.Text(20, 20 + (6 * (index % LinesOnPage)), System.Security.SecurityElement.Escape(line.Replace('\t', ' ')));
        }

        return ofd.ToBytes();
    }
}
