using Gongkai.Documents.Cleaning;
using Gongkai.Documents.Pdf;
using Gongkai.Documents.Programs;
using Gongkai.Law;

namespace Gongkai.Documents.Redaction;

/// <summary>
/// 遮盖 PDF 与图片：每页画成像素，要遮的涂黑，重新压缩，从空的文件重做一份；文字层只有没有碰到任何一块的词。
/// 原件里别的东西（批注、附件、图层、属性、旧版本）一样也不写进去，因为根本不从原件抄。
/// </summary>
internal static class PageRedaction
{
    private const double Resolution = 200;

    private const string Tree = "2 0 R";

    private static readonly string[] Jpeg = ["-jpeg", "-jpegopt", "quality=85"];

    public static Outcome<byte[]> Redact(ReadOnlyMemory<byte> content, FileKind kind, IReadOnlyList<RedactionArea> areas, ReadLimits limits, CancellationToken cancel)
    {
        // 先净化：看不见的字不在词里，表单、批注里看得见的成了页面。
        var clean = kind.Code == "pdf" ? DocumentCleaner.Clean(content, limits, cancel) : new CleanedFile(content, $".{kind.Code}", []);
        if (!clean.Succeeded) return clean.Refusal!;
        var opened = ShownPages.Open(clean.Value.Content, kind, limits, cancel);
        if (!opened.Succeeded) return opened.Refusal!;
        using var pages = opened.Value;
        if (areas.Any(area => !area.IsSound || area.Page > pages.Count)) return new Refusal(Say("有遮盖的地方不在页上", "an area lies outside the pages"));
        return kind.Code == "pdf" ? Rebuild(pages, areas) : Picture(pages, kind, areas);
    }

    private static Outcome<byte[]> Picture(ShownPages pages, FileKind kind, IReadOnlyList<RedactionArea> areas)
    {
        var drawn = Painted(pages, 1, pages.ResolutionOf(1, 72), areas);
        return drawn.Succeeded ? pages.Encode(drawn.Value, kind.Code == "png" ? ["-png"] : Jpeg) : drawn.Refusal!;
    }

    private static Outcome<byte[]> Rebuild(ShownPages pages, IReadOnlyList<RedactionArea> areas)
    {
        var words = pages.Words();
        if (!words.Succeeded) return words.Refusal!;
        const int First = 3;
        var patch = new PdfPatch();
        var layers = new PdfTextLayer(patch, First + pages.Count);
        for (var page = 1; page <= pages.Count; page++)
        {
            var resolution = pages.ResolutionOf(page, Resolution);
            var drawn = Painted(pages, page, resolution, areas);
            if (!drawn.Succeeded) return drawn.Refusal!;
            var jpeg = pages.Encode(drawn.Value, Jpeg);
            if (!jpeg.Succeeded) return jpeg.Refusal!;
            layers.Picture($"{First + page - 1} 0 R", Tree, jpeg.Value, resolution, PageSearch.Outside(words.Value[page - 1], areas), (0, 0));
        }

        patch.Value("1 0 R", new Dictionary<string, object> { ["/Type"] = "/Catalog", ["/Pages"] = Tree });
        patch.Value(Tree, new Dictionary<string, object> { ["/Type"] = "/Pages", ["/Count"] = pages.Count, ["/Kids"] = Enumerable.Range(First, pages.Count).Select(number => $"{number} 0 R").ToArray() });
        patch.Trailer(new Dictionary<string, object> { ["/Root"] = "1 0 R", ["/Size"] = First + pages.Count });
        var work = pages.Work;
        var rebuilt = patch.Apply(work, "--empty", "rebuilt.pdf");
        if (!rebuilt.Succeeded) return rebuilt.Refusal!;
        var packed = work.Run(ExternalPrograms.Qpdf, "--object-streams=generate", "--deterministic-id", rebuilt.Value, work.PathOf("released.pdf"));
        return packed.Succeeded ? File.ReadAllBytes(work.PathOf("released.pdf")) : packed.Refusal!;
    }

    private static Outcome<ColourPage> Painted(ShownPages pages, int page, double resolution, IReadOnlyList<RedactionArea> areas)
    {
        var drawn = pages.Draw(page, resolution);
        if (!drawn.Succeeded) return drawn.Refusal!;
        foreach (var area in areas.Where(area => area.Page == page)) drawn.Value.Paint(area);
        return drawn;
    }
}
