using System.Text.Json;
using Gongkai.Documents.Pdf;
using Gongkai.Law;

namespace Gongkai.Documents.Cleaning;

/// <summary>净化时注释的去留：公开的链接与文内的跳转留着，表单与图章画到页面上，别的都去掉。</summary>
internal sealed class PdfAnnotations(PdfObjects objects, IReadOnlyList<PdfPageObject> pages)
{
    private const int Unseen = 0x02 | 0x20;

    /// <summary>画在页面上、可能盖着字的：变成图片的页要照样画。</summary>
    private static readonly string[] Shapes = ["/Square", "/Circle", "/Line", "/Polygon", "/PolyLine", "/Ink", "/Redact", "/Stamp", "/Widget"];

    private static readonly string[] Flattened = ["/Widget", "/Stamp"];

    /// <summary>有要画到页面上的。</summary>
    public bool ToFlatten { get; } = pages.Any(page => All(objects, page).Any(one => IsShown(objects, one, Flattened)));

    /// <summary>净化之后页面上留的：要画上去的，或者（没有要画的时候）链接。</summary>
    public List<object> KeptOn(PdfPageObject page) =>
        ToFlatten ? [.. All(objects, page).Where(one => IsShown(objects, one, Flattened)).Select(one => (object)one)] : Links(page, id => id);

    /// <summary>变成图片时照样画的。</summary>
    public List<object> DrawnOn(PdfPageObject page) => [.. All(objects, page).Where(one => IsShown(objects, one, Shapes)).Select(one => (object)one)];

    /// <summary>画上去之后再把链接接回来：那一步会把它们一起去掉，对象号也变了。</summary>
    public Outcome<string> Relink(PdfWorkspace work, string path)
    {
        var listed = PdfObjects.Read(work, path);
        if (!listed.Succeeded) return listed.Refusal!;
        using var flat = listed.Value;
        var now = flat.Pages();
        var moved = pages.Zip(now).ToDictionary(pair => pair.First.Id, pair => pair.Second.Id, StringComparer.Ordinal);
        var patch = new PdfPatch();
        foreach (var (before, after) in pages.Zip(now))
        {
            var links = Links(before, id => moved.GetValueOrDefault(id, ""));
            var page = PdfPatch.Without(after.Dictionary, "/Annots");
            if (links.Count > 0) page["/Annots"] = links;
            patch.Value(after.Id, page);
        }

        return patch.Apply(work, path, "linked.pdf");
    }

    private List<object> Links(PdfPageObject page, Func<string, string> moved)
    {
        var links = new List<object>();
        foreach (var reference in All(objects, page))
        {
            var one = objects.Resolve(reference);
            if (objects.Text(objects.Get(one, "/Subtype")) != "/Link" || objects.Get(one, "/Rect") is not { ValueKind: JsonValueKind.Array } box) continue;
            var link = new Dictionary<string, object> { ["/Type"] = "/Annot", ["/Subtype"] = "/Link", ["/Rect"] = box, ["/Border"] = new[] { 0, 0, 0 } };
            var action = objects.Get(one, "/A");
            var destination = objects.Get(one, "/Dest") is { ValueKind: not JsonValueKind.Undefined } direct ? direct : objects.Text(objects.Get(action, "/S")) == "/GoTo" ? objects.Get(action, "/D") : default;
            if (objects.Text(objects.Get(action, "/S")) == "/URI" && objects.Text(objects.Get(action, "/URI")) is { } address && PublicAddress.IsLink(address))
                link["/A"] = new Dictionary<string, object> { ["/S"] = "/URI", ["/URI"] = $"u:{address}" };
            else if (destination.ValueKind == JsonValueKind.Array && destination.EnumerateArray().FirstOrDefault() is var target && PdfObjects.IdOf(target) is { } id && moved(id) is { Length: > 0 } there)
                link["/Dest"] = new object[] { there, "/Fit" };
            else continue;
            links.Add(link);
        }

        return links;
    }

    private static IEnumerable<JsonElement> All(PdfObjects objects, PdfPageObject page) => objects.Items(objects.Get(page.Dictionary, "/Annots"));

    private static bool IsShown(PdfObjects objects, JsonElement reference, string[] kinds)
    {
        var one = objects.Resolve(reference);
        return kinds.Contains(objects.Text(objects.Get(one, "/Subtype")) ?? "", StringComparer.Ordinal) && (objects.Number(objects.Get(one, "/F")) & Unseen) == 0;
    }
}
