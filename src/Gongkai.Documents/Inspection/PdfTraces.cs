using System.Text.Json;
using Gongkai.Documents.Layout;
using Gongkai.Documents.Pdf;
using Gongkai.Law;

namespace Gongkai.Documents.Inspection;

/// <summary>PDF 的痕迹：文件信息与 XMP，注释，附件与脚本，动作，不显示的图层、页面之外与被盖住的字，增量保存的旧版本。</summary>
internal static class PdfTraces
{
    /// <summary>增量保存留下的旧版本有几个，记作这一项。</summary>
    public const string Revisions = "Revisions";

    public static Outcome<FileTraces> Read(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel)
    {
        using var work = new PdfWorkspace(content, limits, cancel);
        var listed = PdfObjects.Read(work, work.Source);
        if (!listed.Succeeded) return listed.Refusal!;
        using var objects = listed.Value;
        var words = PdfWords.Read(work, work.Source);
        if (!words.Succeeded) return words.Refusal!;
        var streams = Streams(work, objects);
        if (!streams.Succeeded) return streams.Refusal!;
        var hidden = Hidden(work, objects, words.Value, content);
        if (!hidden.Succeeded) return hidden.Refusal!;
        var pictures = Pictures(work, objects, words.Value);
        if (!pictures.Succeeded) return pictures.Refusal!;
        var marks = new PdfMarks(objects);
        return FileTraces.None with
        {
            Hidden = [.. hidden.Value.Hidden, .. marks.HiddenFields()],
            Comments = [.. marks.Comments()],
            Asides = [.. pictures.Value.SelectMany(page => PageLines.Of(page).Index().Select(line => new AsideText($"第{page.Number}页第{line.Index + 1}行（识别的）", line.Item.Text)))],
            Links = [.. marks.Links()],
            Embedded = [.. marks.Scripts(), .. marks.Attachments().Select(one => new EmbeddedFile(one.Name, "attachment", streams.Value.GetValueOrDefault(one.Stream)))],
            Properties =
            [
                .. Information(objects),
                .. objects.All.Where(one => IsMetadata(objects, one.Value)).SelectMany(one => XmpProperties.Read(streams.Value.GetValueOrDefault(one.Key))),
                .. hidden.Value.OldVersions > 0 ? [new FileProperty("history", Revisions, Say($"{hidden.Value.OldVersions} 个", $"{hidden.Value.OldVersions}"))] : Array.Empty<FileProperty>(),
            ],
        };
    }

    /// <summary>要看内容的流：XMP 与附件。</summary>
    private static Outcome<Dictionary<string, byte[]>> Streams(PdfWorkspace work, PdfObjects objects) => PdfObjects.Streams(
        work, work.Source,
        [
            .. objects.All.Where(one => objects.IsStream(one.Key) && IsMetadata(objects, one.Value)).Select(one => one.Key),
            .. new PdfMarks(objects).Attachments().Select(one => one.Stream),
        ]);

    private static Outcome<(List<HiddenText> Hidden, int OldVersions)> Hidden(
        PdfWorkspace work, PdfObjects objects, List<PlacedPage> words, ReadOnlyMemory<byte> content)
    {
        var aside = PdfAside.Read(work, objects, words);
        if (!aside.Succeeded) return aside.Refusal!;
        var unseen = PdfUnseen.Read(work, objects, words);
        if (!unseen.Succeeded) return unseen.Refusal!;
        var history = PdfHistory.Read(work, content, words);
        List<HiddenText> all = [.. aside.Value.Select(one => one.Text), .. unseen.Value.Select(one => one.Text), .. history.Texts];
        return (all, history.Versions);
    }

    /// <summary>一个字也没有、却用到图片的页，光学识别；整个文件都没有字的，读正文时已经识别。</summary>
    private static Outcome<List<PlacedPage>> Pictures(PdfWorkspace work, PdfObjects objects, List<PlacedPage> words)
    {
        if (words.TrueForAll(page => page.Words.Count == 0)) return new List<PlacedPage>();
        var images = objects.All.Where(one => objects.Text(objects.Get(one.Value, "/Subtype")) == "/Image").Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        var pages = objects.Pages();
        var silent = words.Where(page => page.Words.Count == 0 && page.Number <= pages.Count && objects.FirstReached(pages[page.Number - 1], images) is not null).ToList();
        return PdfScan.ReadPictures(new PdfSource(default, work.Source), silent, work.Limits, work.Cancel);
    }

    private static bool IsMetadata(PdfObjects objects, JsonElement body) => objects.Text(objects.Get(body, "/Type")) == "/Metadata";

    private static IEnumerable<FileProperty> Information(PdfObjects objects)
    {
        if (objects.Get(objects.Trailer, "/Info") is not { ValueKind: JsonValueKind.Object } information) yield break;
        foreach (var item in information.EnumerateObject())
            if (objects.Text(item.Value) is { } value && value.Trim() is { Length: > 0 } text)
                yield return new FileProperty("info", item.Name[1..], text);
    }
}
