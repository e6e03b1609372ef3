using AngleSharp.Html.Parser;

namespace Gongkai.Bench;

/// <summary>网页：读与查，对照 AngleSharp 单独解析。</summary>
internal static class HtmlBench
{
    private const double Bar = 0.5;

    public static void Run(byte[][] pages)
    {
        var (bare, full) = Measurement.Pair(pages.Length, () => Measurement.Each(pages, Bare), () => Measurement.Each(pages, Product.ReadAndCheck));
        Figure.AtLeast("网页，读＋查 ÷ AngleSharp 单独解析", full / bare, Bar, $"读＋查 {full:0} 份/秒，AngleSharp {bare:0} 份/秒，{pages.Length} 份各不相同，平均 {pages.Average(page => page.Length) / 1024:0.0} KB");
    }

    private static void Bare(byte[] content)
    {
        using var stream = new MemoryStream(content);
        using var document = new HtmlParser().ParseDocument(stream);
    }
}
