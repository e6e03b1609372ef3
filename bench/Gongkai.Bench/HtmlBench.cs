using AngleSharp.Html.Parser;

namespace Gongkai.Bench;

/// <summary>网页：读与查，对照 AngleSharp 单独解析。</summary>
internal static class HtmlBench
{
    private const double Bar = 0.5;

    public static void Run(ReportSet set)
    {
        var (bare, full) = Measurement.Pair(set.Pages.Length, () => TextBench.Each(set.Pages, Parse), () => TextBench.Each(set.Pages, TextBench.ReadAndCheck));
        Console.WriteLine($"网页：读＋查 {full:0} 份/秒，AngleSharp 单独解析 {bare:0} 份/秒，比值 {full / bare:0.00}（应 ≥ {Bar}），平均 {set.Pages.Average(page => page.Length) / 1024:0.0} KB");
    }

    private static void Parse(byte[] content)
    {
        using var stream = new MemoryStream(content);
        using var document = new HtmlParser().ParseDocument(stream);
    }
}
