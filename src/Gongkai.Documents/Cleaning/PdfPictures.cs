using Gongkai.Documents.Pdf;
using Gongkai.Documents.Programs;
using Gongkai.Law;

namespace Gongkai.Documents.Cleaning;

/// <summary>把几页变成图片：照看得见的样子画，批注去掉，画在页面上的色块留着。</summary>
internal static class PdfPictures
{
    /// <summary>每英寸这么多点：打印够清楚，一页三五百 KB。</summary>
    public const int Resolution = 200;

    private const int Quality = 90;

    /// <returns>页码与那一页的 JPEG。</returns>
    public static Outcome<Dictionary<int, byte[]>> Draw(
        PdfWorkspace work, PdfObjects objects, IReadOnlyList<PdfPageObject> pages, PdfAnnotations annotations, IReadOnlySet<int> wanted)
    {
        var pictures = new Dictionary<int, byte[]>();
        if (wanted.Count == 0) return pictures;
        var patch = new PdfPatch();
        foreach (var page in pages.Where(page => wanted.Contains(page.Number)))
        {
            var copy = PdfPatch.Without(page.Dictionary, "/Annots");
            if (annotations.DrawnOn(page) is { Count: > 0 } drawn) copy["/Annots"] = drawn;
            patch.Value(page.Id, copy);
        }

        var source = patch.Apply(work, work.Source, "shown.pdf");
        if (!source.Succeeded) return source.Refusal!;
        foreach (var page in wanted.Order())
        {
            work.Cancel.ThrowIfCancellationRequested();
            var run = work.Run(ExternalPrograms.PdfToPixels, "-jpeg", "-jpegopt", $"quality={Quality}", "-cropbox", "-r", $"{Resolution}", "-f", $"{page}", "-l", $"{page}", source.Value);
            if (!run.Succeeded) return run.Refusal!;
            pictures[page] = run.Value;
        }

        return pictures;
    }
}
