using Gongkai.Documents.Ocr;
using Gongkai.Documents.Programs;
using Gongkai.Law;

namespace Gongkai.Documents.Pdf;

/// <summary>读没有文字层的 PDF：一页一页变成像素，擦去表格线，再光学识别；坐标仍是原来的页面单位。</summary>
internal static class PdfScan
{
    private const double Resolution = 300;

    private const double PointsPerInch = 72;

    // 再大的页也只变成这么多像素的长边（A3 在 300 dpi 是 4961）。
    private const double LongestSide = 5000;

    private const long MemoryBytes = 1L << 30;

    /// <summary>比它暗的像素是墨迹。</summary>
    private const int Ink = 160;

    /// <summary>墨迹不到这么多像素的，是空白页。</summary>
    private const int LeastInk = 200;

    private static readonly Refusal NoText = new(
        Say("PDF 没有文字层（是扫描件），而没有安装光学识别：请安装 tesseract-ocr、tesseract-ocr-chi-sim",
            "the PDF has no text layer (it is a scan) and OCR is not installed: install tesseract-ocr and tesseract-ocr-chi-sim"));

    public static bool IsPossible =>
        ExternalPrograms.Tesseract.Find() is not null && ExternalPrograms.PdfToPixels.Find() is not null;

    /// <param name="pages">各页的大小，取自 pdftotext 的输出。</param>
    public static Outcome<SourceDocument> Read(
        PdfSource source, IReadOnlyList<PlacedPage> pages, ReadLimits limits, CancellationToken cancel)
    {
        if (!IsPossible) return NoText;
        if (pages.Count > limits.ScannedPages)
            return new Refusal(Say($"扫描件有 {pages.Count} 页，光学识别最多 {limits.ScannedPages} 页", $"the scan has {pages.Count} pages; OCR takes at most {limits.ScannedPages}"));
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        clock.CancelAfter(limits.ScannedTime);
        try
        {
            return Recognise(source, pages, limits, clock.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Unreadable.TooSlow(limits.ScannedTime);
        }
    }

    /// <summary>有文字层的 PDF 里夹着的图片页：一页一页认，没有墨迹的空白页跳过。</summary>
    public static Outcome<List<PlacedPage>> ReadPictures(PdfSource source, IReadOnlyList<PlacedPage> pages, ReadLimits limits, CancellationToken cancel)
    {
        var read = new List<PlacedPage>();
        foreach (var page in pages)
        {
            var resolution = ResolutionOf(page);
            var pixels = Render(source, page.Number, resolution, limits, cancel);
            if (!pixels.Succeeded) return pixels.Refusal!;
            if (pixels.Value.Pixels.Count(pixel => pixel < Ink) < LeastInk) continue;
            if (!IsPossible) return NoText;
            if (read.Count == limits.ScannedPages)
                return new Refusal(Say($"夹着的图片页超过 {limits.ScannedPages} 页，光学识别不了这么多", $"more than {limits.ScannedPages} pages are pictures, too many for OCR"));
            RuledLines.Erase(pixels.Value, shortest: (int)(resolution / 2));
            var text = Recogniser.Recognise(pixels.Value.ToPgm(), PointsPerInch / resolution, limits, cancel);
            if (!text.Succeeded) return text.Refusal!;
            read.Add(page with { Words = [.. text.Value.SelectMany(part => part.Words)] });
        }

        return read;
    }

    private static double ResolutionOf(PlacedPage page) => Math.Min(Resolution, LongestSide * PointsPerInch / Math.Max(page.Width, page.Height));

    private static Outcome<SourceDocument> Recognise(
        PdfSource source, IReadOnlyList<PlacedPage> pages, ReadLimits limits, CancellationToken cancel)
    {
        var recognised = new List<RecognisedPage>();
        var placed = new List<PlacedPage>();
        foreach (var page in pages)
        {
            var resolution = ResolutionOf(page);
            var pixels = Render(source, page.Number, resolution, limits, cancel);
            if (!pixels.Succeeded) return pixels.Refusal!;

            // 半英寸：比最大的标题字长，比最矮的表格短。
            RuledLines.Erase(pixels.Value, shortest: (int)(resolution / 2));
            var text = Recogniser.Recognise(pixels.Value.ToPgm(), PointsPerInch / resolution, limits, cancel);
            if (!text.Succeeded) return text.Refusal!;
            recognised.AddRange(text.Value);
            placed.Add(page with { Words = [.. text.Value.SelectMany(part => part.Words)] });
        }

        return placed.Exists(page => page.Words.Count > 0)
            ? new SourceDocument(SourceFormat.Scanned, placed, [Recogniser.Remark(recognised)])
            : Unreadable.NothingRecognised(Say("PDF 里没有文字，图片", "the pictures of the PDF, which has no other text"));
    }

    private static Outcome<PixelPage> Render(
        PdfSource source, int page, double resolution, ReadLimits limits, CancellationToken cancel)
    {
        var call = new ProgramCall(
            ExternalPrograms.PdfToPixels,
            ["-gray", "-r", $"{resolution:0}", "-f", $"{page}", "-l", $"{page}", source.Argument])
        {
            Input = source.Input,
            Time = limits.ScannedPageTime,
            MemoryBytes = MemoryBytes,
        };
        using var run = ProgramRun.Of(call, cancel);
        if (run.Ending == ProgramEnding.TimedOut) return Unreadable.TooSlow(limits.ScannedPageTime);
        return PixelPage.Parse(run.Output) is { } pixels ? pixels : Unreadable.Damaged("PDF");
    }
}
