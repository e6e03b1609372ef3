using Gongkai.Documents.Layout;
using Gongkai.Documents.Programs;
using Gongkai.Law;

namespace Gongkai.Documents.Pdf;

/// <summary>读 PDF：文字与方框来自 poppler 的 pdftotext；没有文字层的，交给光学识别。</summary>
internal static class PdfReader
{
    private const long MemoryBytes = 512L << 20;

    /// <summary>读已经在内存里的 PDF：从标准输入交给 pdftotext，不写临时文件。</summary>
    public static Outcome<SourceDocument> Read(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel) =>
        Read(new PdfSource(content, null), limits, cancel);

    /// <summary>读磁盘上的 PDF，不装入内存。</summary>
    public static Outcome<SourceDocument> ReadFile(string path, ReadLimits limits, CancellationToken cancel) =>
        Read(new PdfSource(default, Path.GetFullPath(path)), limits, cancel);

    private static Outcome<SourceDocument> Read(PdfSource source, ReadLimits limits, CancellationToken cancel)
    {
        using var run = ProgramRun.Of(TextCall(source, limits), cancel);
        if (run.Ending == ProgramEnding.NotInstalled) return ExternalPrograms.PdfToText.NotInstalled;
        if (run.Ending == ProgramEnding.TimedOut) return Unreadable.TooSlow(limits.Time);
        if (run.Ending == ProgramEnding.TooMuchOutput) return new Refusal(Say("PDF 里的文字太多，不像一份报告", "the PDF has too much text to be a report"));
        if (run.ExitCode != 0) return PdfFailure.Of(run.Errors);

        var pages = BoxScanner.Scan(run.Output, limits.Pages + 1);
        if (pages.Count == 0) return Unreadable.Damaged("PDF");
        if (pages.Count > limits.Pages) return new Refusal(Say($"PDF 超过 {limits.Pages} 页，不像一份报告", $"the PDF has more than {limits.Pages} pages, which does not look like a report"));
        var layer = TextLayer.Of(pages);
        if (layer.IsMissing || (layer.IsUseless && PdfScan.IsPossible)) return PdfScan.Read(source, pages, limits, cancel);
        var fitted = pages.ConvertAll(FittedPage.Of);
        var upright = fitted.ConvertAll(UprightPage.Of);
        return new SourceDocument(SourceFormat.Pdf, upright, [.. Remarks(fitted, upright, layer, run.Errors)]);
    }

    private static ProgramCall TextCall(PdfSource source, ReadLimits limits) =>
        new(ExternalPrograms.PdfToText, ["-bbox", "-l", $"{limits.Pages + 1}", source.Argument, "-"])
        {
            Input = source.Input,
            Time = limits.Time,
            MemoryBytes = MemoryBytes,
        };

    private static IEnumerable<SourceRemark> Remarks(
        List<PlacedPage> pages, List<PlacedPage> upright, TextLayer layer, string errors)
    {
        if (PdfFailure.WasRepaired(errors))
            yield return new SourceRemark("damaged", Say("PDF 的结构有损坏，已按能修复的读入，可能缺页或缺字", "the structure of the PDF is damaged; it was read as far as it could be repaired, pages or text may be missing"));
        if (layer.IsSuspicious) yield return layer.Remark;
        var turned = upright.Where((page, index) => !ReferenceEquals(page, pages[index])).Select(page => page.Number).ToList();
        if (turned.Count > 0)
            yield return new SourceRemark("turned-page", Say($"第{string.Join('、', turned)}页的字是横放的，已转正", $"the text of page {string.Join(", ", turned)} lay sideways and was turned"));
        var blank = pages.Where(page => page.Words.Count == 0).Select(page => page.Number).ToList();
        if (blank.Count > 0) yield return TextLayer.BlankPages(blank);
    }
}
