using System.Text.Json;
using Gongkai.Documents.Inspection;
using Gongkai.Documents.Pdf;
using Gongkai.Documents.Programs;
using Gongkai.Law;

namespace Gongkai.Documents.Cleaning;

/// <summary>
/// 净化 PDF：只留页面本身与公开的链接，别的（属性、批注、附件、脚本、图层、旧版本）都不写进去；
/// 有看不见的内容的页变成图片，再按看得见的字重做文字层，盖住的字就真的没有了。
/// </summary>
internal static class PdfCleaner
{
    /// <summary>变成图片的页最多这么多。</summary>
    private const int MostPictures = 120;

    private static readonly string[] OfCatalog = ["/Type", "/Pages", "/PageLabels", "/Outlines", "/Lang", "/PageLayout", "/Dests", "/MarkInfo", "/StructTreeRoot"];

    private static readonly string[] OfPage = ["/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/Contents", "/Resources", "/Tabs", "/StructParents", "/Group", "/UserUnit"];

    /// <summary>挂在任何对象上都不要的。</summary>
    private static readonly string[] Gone = ["/Metadata", "/PieceInfo", "/LastModified", "/AA", "/Thumb", "/OC", "/Alternates", "/OPI"];

    public static Outcome<CleanedFile> Clean(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel)
    {
        using var work = new PdfWorkspace(content, limits, cancel);
        var listed = PdfObjects.Read(work, work.Source);
        if (!listed.Succeeded) return listed.Refusal!;
        using var objects = listed.Value;
        var words = PdfWords.Read(work, work.Source);
        if (!words.Succeeded) return words.Refusal!;
        var aside = PdfAside.Read(work, objects, words.Value);
        if (!aside.Succeeded) return aside.Refusal!;
        var unseen = PdfUnseen.Read(work, objects, words.Value);
        if (!unseen.Succeeded) return unseen.Refusal!;
        return Rebuild(work, objects, words.Value, [.. aside.Value, .. unseen.Value]);
    }

    private static Outcome<CleanedFile> Rebuild(PdfWorkspace work, PdfObjects objects, List<PlacedPage> words, List<PageHidden> hidden)
    {
        var pages = objects.Pages();
        var pictured = hidden.Select(one => one.Page).Where(page => page <= pages.Count).ToHashSet();
        if (pictured.Count > MostPictures) return new Refusal(Say($"有看不见的内容的页超过 {MostPictures} 页：请在原稿里清理", $"more than {MostPictures} pages hold hidden matter: clean the draft"));
        var removed = Count(objects, pictured);
        var annotations = new PdfAnnotations(objects, pages);
        var drawn = PdfPictures.Draw(work, objects, pages, annotations, pictured);
        if (!drawn.Succeeded) return drawn.Refusal!;

        var patch = new PdfPatch();
        var layers = new PdfTextLayer(patch, objects.NextNumber);
        foreach (var page in pages)
        {
            if (page.Id.Length == 0) return Unreadable.Damaged("PDF");
            if (!pictured.Contains(page.Number)) patch.Value(page.Id, Kept(objects, page, annotations));
            else layers.Picture(objects, page, drawn.Value[page.Number], Seen(objects, page, words[page.Number - 1], hidden));
        }

        CleanOthers(objects, pages, patch, hasPictures: pictured.Count > 0);
        var bare = patch.Apply(work, work.Source, "bare.pdf", annotations.ToFlatten ? ["--flatten-annotations=all"] : []);
        if (!bare.Succeeded) return bare.Refusal!;
        var linked = annotations.ToFlatten ? annotations.Relink(work, bare.Value) : bare;
        if (!linked.Succeeded) return linked.Refusal!;
        var packed = work.Run(ExternalPrograms.Qpdf, "--object-streams=generate", "--deterministic-id", linked.Value, work.PathOf("clean.pdf"));
        if (!packed.Succeeded) return packed.Refusal!;
        return new CleanedFile(File.ReadAllBytes(work.PathOf("clean.pdf")), ".pdf", removed.Sentences);
    }

    private static Dictionary<string, object> Kept(PdfObjects objects, PdfPageObject page, PdfAnnotations annotations)
    {
        var kept = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var key in OfPage)
            if (page.Dictionary.TryGetProperty(key, out var value)) kept[key] = value;
        if (annotations.KeptOn(page) is { Count: > 0 } list) kept["/Annots"] = list;
        return kept;
    }

    /// <summary>这一页看得见的词：没有盖住的，又不小、没有裁掉的。</summary>
    private static List<PlacedWord> Seen(PdfObjects objects, PdfPageObject page, PlacedPage words, List<PageHidden> hidden) =>
        [.. (hidden.Find(one => one.Page == page.Number && one.Seen is not null)?.Seen ?? words.Words).Where(word => !PdfAside.IsTiny(word) && !PdfAside.IsCropped(objects, page, word))];

    private static void CleanOthers(PdfObjects objects, IReadOnlyList<PdfPageObject> pages, PdfPatch patch, bool hasPictures)
    {
        var root = PdfObjects.IdOf(objects.Trailer.GetProperty("/Root"))!;
        var catalog = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var key in OfCatalog)
            // 结构树里有每一页的替代文字：有页变成图片，就整个不要。
            if (objects.Catalog.TryGetProperty(key, out var value) && !(hasPictures && key is "/StructTreeRoot" or "/MarkInfo")) catalog[key] = value;
        if (objects.Get(objects.Get(objects.Catalog, "/Names"), "/Dests") is { ValueKind: JsonValueKind.Object } destinations) catalog["/Names"] = new Dictionary<string, object> { ["/Dests"] = destinations };
        patch.Value(root, catalog);
        patch.Trailer(new Dictionary<string, object> { ["/Root"] = root, ["/Size"] = objects.NextNumber });
        var done = pages.Select(page => page.Id).Append(root).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, body) in objects.All)
        {
            if (done.Contains(id) || body.ValueKind != JsonValueKind.Object) continue;
            string[] gone = IsHarmful(objects, objects.Get(body, "/A")) ? [.. Gone, "/A"] : Gone;
            if (!gone.Any(key => body.TryGetProperty(key, out _))) continue;
            if (objects.IsStream(id)) patch.Dictionary(id, PdfPatch.Without(body, gone));
            else patch.Value(id, PdfPatch.Without(body, gone));
        }
    }

    /// <summary>书签上的动作：文内的跳转与公开的网址可以留。</summary>
    private static bool IsHarmful(PdfObjects objects, JsonElement action) => objects.Text(objects.Get(action, "/S")) switch
    {
        null or "/GoTo" or "/Named" => false,
        "/URI" => !PublicAddress.IsLink(objects.Text(objects.Get(action, "/URI")) ?? ""),
        _ => true,
    };

    private static RemovedMatter Count(PdfObjects objects, HashSet<int> pictured)
    {
        var (removed, marks) = (new RemovedMatter(), new PdfMarks(objects));
        removed.Add(Say("批注", "comments"), marks.Comments().Count());
        removed.Add(Say("附件", "attachments"), marks.Attachments().Count());
        removed.Add(Say("脚本", "scripts"), marks.Scripts().Count());
        removed.Add(Say("文件属性", "file properties"), objects.Get(objects.Trailer, "/Info") is { ValueKind: JsonValueKind.Object } information ? information.EnumerateObject().Count() : 0);
        removed.Add(Say("XMP 属性", "XMP properties"), objects.All.Count(one => objects.Text(objects.Get(one.Value, "/Type")) == "/Metadata"));
        removed.Add(Say("变成图片以去掉看不见的内容的页", "pages turned into pictures to lose what cannot be seen"), pictured.Count);
        removed.Add(Say("电子签名的验证信息（样子留着）", "verification data of the electronic signature (its appearance stays)"), objects.All.Count(one => objects.Text(objects.Get(one.Value, "/FT")) == "/Sig" && objects.Get(one.Value, "/V").ValueKind == JsonValueKind.Object));
        return removed;
    }
}
