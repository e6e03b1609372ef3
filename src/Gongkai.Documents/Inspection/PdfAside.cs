using Gongkai.Documents.Pdf;
using Gongkai.Law;

namespace Gongkai.Documents.Inspection;

/// <summary>不显示的图层与页面之外的文字：把图层全部打开、页面放大，多读出来的就是；裁掉的、小得看不见的，从方框看出。</summary>
internal static class PdfAside
{
    /// <summary>页面向四边各放大这么多磅。</summary>
    private const int Margin = 3_000;

    /// <summary>词的方框不高于这么多磅，字就不大于一磅。</summary>
    private const double TinyHeight = 1.25;

    /// <summary>少于这么多个字的差别，是分词的出入。</summary>
    private const int LeastLetters = 2;

    public static Outcome<List<PageHidden>> Read(PdfWorkspace work, PdfObjects objects, List<PlacedPage> words)
    {
        var pages = objects.Pages();
        var layers = HiddenLayers(objects).ToHashSet(StringComparer.Ordinal);
        var opened = Open(work, objects, pages);
        if (!opened.Succeeded) return opened.Refusal!;
        var all = PdfWords.Read(work, opened.Value);
        if (!all.Succeeded) return all.Refusal!;
        var hidden = new List<PageHidden>();
        foreach (var (shown, whole) in words.Zip(all.Value))
        {
            var layered = shown.Number <= pages.Count ? objects.FirstReached(pages[shown.Number - 1], layers) : null;
            if (Extra(shown, whole) is { Length: > 0 } extra) Add(shown.Number, layered is null ? HiddenHow.OffPage : HiddenHow.Layer, extra);
            else if (layered is not null) Add(shown.Number, HiddenHow.Layer, Say($"图层“{objects.Text(objects.Get(objects.Find(layered), "/Name"))}”",
                $"layer “{objects.Text(objects.Get(objects.Find(layered), "/Name"))}”"));
            if (Joined(shown.Words.Where(IsTiny)) is { Length: > 1 } tiny) Add(shown.Number, HiddenHow.Tiny, tiny);
            if (shown.Number <= pages.Count && Joined(shown.Words.Where(word => IsCropped(objects, pages[shown.Number - 1], word))) is { Length: > 1 } cropped) Add(shown.Number, HiddenHow.OffPage, cropped);
        }

        return hidden;

        void Add(int page, HiddenHow how, string text) => hidden.Add(new PageHidden(page, new HiddenText(Say($"第{page}页", $"page {page}"), how, text)));
    }

    /// <summary>小得看不见。</summary>
    public static bool IsTiny(PlacedWord word) => word.Bottom - word.Top <= TinyHeight && word.Right - word.Left < 40;

    /// <summary>打开文件时不显示的图层的编号。</summary>
    public static IEnumerable<string> HiddenLayers(PdfObjects objects)
    {
        var layers = objects.Get(objects.Catalog, "/OCProperties");
        var usual = objects.Get(layers, "/D");
        var allOff = objects.Text(objects.Get(usual, "/BaseState")) == "/OFF";
        var on = objects.Items(objects.Get(usual, "/ON")).Select(PdfObjects.IdOf).ToHashSet(StringComparer.Ordinal);
        return objects.Items(allOff ? objects.Get(layers, "/OCGs") : objects.Get(usual, "/OFF"))
            .Select(PdfObjects.IdOf).OfType<string>().Where(id => !allOff || !on.Contains(id));
    }

    private static Outcome<string> Open(PdfWorkspace work, PdfObjects objects, IReadOnlyList<PdfPageObject> pages)
    {
        var patch = new PdfPatch();
        if (PdfObjects.IdOf(objects.Trailer.GetProperty("/Root")) is { } root) patch.Value(root, PdfPatch.Without(objects.Catalog, "/OCProperties"));
        foreach (var page in pages.Where(page => page.Id.Length > 0))
        {
            var box = objects.Box(page, "/MediaBox") ?? [0, 0, 612, 792];
            var copy = PdfPatch.Without(page.Dictionary, "/CropBox");
            copy["/MediaBox"] = new[] { box[0] - Margin, box[1] - Margin, box[2] + Margin, box[3] + Margin };
            patch.Value(page.Id, copy);
        }

        return patch.Apply(work, work.Source, "opened.pdf");
    }

    /// <summary>放大之后多出来的词。</summary>
    private static string Extra(PlacedPage shown, PlacedPage whole)
    {
        if (Letters(whole) - Letters(shown) < LeastLetters) return "";
        var counts = shown.Words.GroupBy(word => word.Text, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        return Joined(whole.Words.Where(word => !counts.TryGetValue(word.Text, out var left) || (counts[word.Text] = left - 1) < 0));
    }

    /// <summary>在页面里，却被裁掉了。</summary>
    public static bool IsCropped(PdfObjects objects, PdfPageObject page, PlacedWord word)
    {
        if (objects.Box(page, "/CropBox") is not { } crop || objects.Box(page, "/MediaBox") is not { } media || objects.Number(objects.Inherited(page, "/Rotate")) % 360 != 0) return false;
        var (x, y) = (media[0] + ((word.Left + word.Right) / 2), media[3] - ((word.Top + word.Bottom) / 2));
        return x < crop[0] - 1 || x > crop[2] + 1 || y < crop[1] - 1 || y > crop[3] + 1;
    }

    private static int Letters(PlacedPage page) => page.Words.Sum(word => PdfWords.Letters(word.Text));

    private static string Joined(IEnumerable<PlacedWord> words) => string.Join(' ', words.Select(word => word.Text));
}
