using Gongkai.Law;

namespace Gongkai.Documents.Ocr;

/// <summary>读图片（PNG、JPEG、TIFF）：光学识别成有坐标的词，单位是像素。</summary>
internal static class OcrReader
{
    public static Outcome<SourceDocument> Read(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel)
    {
        var recognised = Recogniser.Recognise(content, scale: 1, limits, cancel);
        if (!recognised.Succeeded) return recognised.Refusal!;
        var pages = recognised.Value;
        if (pages.Sum(page => page.Words.Count) == 0) return Unreadable.NothingRecognised(Say("图片", "the picture"));
        if (pages.Count > limits.ScannedPages) return new Refusal(Say($"图片超过 {limits.ScannedPages} 页", $"the picture has more than {limits.ScannedPages} pages"));
        var placed = pages.Select((page, index) =>
            new PlacedPage(index + 1, page.Width, page.Height, page.Words, new Place(Page: index + 1)));
        return new SourceDocument(SourceFormat.Scanned, [.. placed], [Recogniser.Remark(pages)]);
    }
}
