using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Documents.Pdf;
using Gongkai.Documents.Programs;
using Gongkai.Law;

namespace Gongkai.Documents.Redaction;

/// <summary>
/// 核验遮盖：不问是怎样做的，只把做出的文件当作别人交来的，从头读一遍。画面、文字层、解开的每个流、每个部件里，
/// 遮盖的字有一处还读得出，就不能发出，说明是什么、在哪里。
/// </summary>
internal static partial class RedactionProof
{
    /// <summary>涂黑的地方最亮到这里：压缩会使边上略亮，没有涂的白纸是 255。</summary>
    private const int Black = 128;

    private const double Resolution = 200;

    private static readonly string[] OfPage = ["/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/Contents", "/Resources"];

    private static readonly string[] NeverInWord = ["comments", "people.xml", "customXml", "thumbnail", "embeddings", "vbaProject", "docProps/custom", "activeX"];

    /// <summary>PDF 与图片。</summary>
    /// <param name="forbidden">不许再有的字。</param>
    /// <returns>哪里没有遮住；都遮住了的为空。</returns>
    public static Refusal? OfPages(ReadOnlyMemory<byte> released, FileKind kind, IReadOnlyList<RedactionArea> areas, IReadOnlyList<string> forbidden, ReadLimits limits, CancellationToken cancel)
    {
        var opened = ShownPages.Open(released, kind, limits, cancel);
        if (!opened.Succeeded) return Failed(opened.Refusal!.Reason);
        using var pages = opened.Value;
        if (Painted(pages, areas) is { } seen) return seen;
        var found = ByteSearch.Find(released.Span, forbidden, leastBytes: ByteSearch.NeverByChance);
        if (found is null && kind.Code == "pdf")
        {
            if (Layer(pages, areas, forbidden) is { } read) return read;
            if (Bare(released, limits, cancel) is { } more) return more;
            found = ByteSearch.Streams(released.Span).Select(stream => ByteSearch.Find(stream, forbidden, leastBytes: 1)).FirstOrDefault(text => text is not null);
        }

        return found is null ? null : Failed(Say($"文件的字节里还有“{Shown(found)}”", $"the bytes still hold “{Shown(found)}”"));
    }

    /// <summary>Word。</summary>
    public static Refusal? OfWord(ReadOnlyMemory<byte> released, IReadOnlyList<Covering> coverings, IReadOnlyList<string> forbidden, ReadLimits limits, CancellationToken cancel)
    {
        var paragraphs = WordRedaction.Paragraphs(released, limits, cancel);
        if (!paragraphs.Succeeded) return Failed(paragraphs.Refusal!.Reason);
        foreach (var covering in coverings.Where(one => one.Text is not null))
            if (paragraphs.Value.FirstOrDefault(paragraph => (covering.Paragraph ?? paragraph.Number) == paragraph.Number && WordRedaction.Occurrences(paragraph.Text, covering.Text!).Any()) is { } open)
                return Failed(Say($"{open.Where}第 {open.Number} 段还有“{Shown(covering.Text!)}”", $"paragraph {open.Number} ({open.Where}) still holds “{Shown(covering.Text!)}”"));
        using var stream = new MemoryStream(released.ToArray());
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            if (NeverInWord.Any(name => entry.FullName.Contains(name, StringComparison.OrdinalIgnoreCase))) return Failed(Say($"文件里还有 {entry.FullName}", $"the file still holds {entry.FullName}"));
            using var part = new MemoryStream();
            using (var content = entry.Open()) content.CopyTo(part);
            var bytes = part.ToArray();
            var isText = entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
            var found = isText ? InMarkup(Encoding.UTF8.GetString(bytes), forbidden) : null;
            if ((found ?? ByteSearch.Find(bytes, forbidden, leastBytes: isText ? 4 : ByteSearch.NeverByChance)) is { } text) return Failed(Say($"{entry.FullName} 里还有“{Shown(text)}”", $"{entry.FullName} still holds “{Shown(text)}”"));
        }

        return ByteSearch.Find(released.Span, forbidden, leastBytes: ByteSearch.NeverByChance) is { } raw ? Failed(Say($"文件的字节里还有“{Shown(raw)}”", $"the bytes still hold “{Shown(raw)}”")) : null;
    }

    /// <summary>每一块画出来都是黑的。</summary>
    private static Refusal? Painted(ShownPages pages, IReadOnlyList<RedactionArea> areas)
    {
        foreach (var group in areas.GroupBy(area => area.Page))
        {
            var drawn = pages.Draw(group.Key, pages.ResolutionOf(group.Key, Resolution));
            if (!drawn.Succeeded) return Failed(drawn.Refusal!.Reason);
            if (group.Any(area => drawn.Value.Brightest(area, inset: 3) > Black)) return Failed(Say($"第 {group.Key} 页有一块没有涂黑", $"an area of page {group.Key} is not black"));
        }

        return null;
    }

    /// <summary>文字层：没有一个词落在遮盖的地方；通篇读出来也没有遮盖的字。</summary>
    private static Refusal? Layer(ShownPages pages, IReadOnlyList<RedactionArea> areas, IReadOnlyList<string> forbidden)
    {
        // 画面取整、坐标写两位小数，差得了一磅。
        const double Rounding = 1;
        var words = pages.Words();
        if (!words.Succeeded) return Failed(words.Refusal!.Reason);
        foreach (var page in words.Value)
            foreach (var word in page.Words)
                if (areas.Any(area => area.Touches(page, new PlacedWord(word.Text, word.Left + Rounding, word.Top + Rounding, word.Right - Rounding, word.Bottom - Rounding))))
                    return Failed(Say($"第 {page.Number} 页遮盖的地方还选得到“{Shown(word.Text)}”", $"under an area of page {page.Number} “{Shown(word.Text)}” can still be selected"));
        var text = pages.Work.Run(ExternalPrograms.PdfToText, "-raw", pages.Work.Source, "-");
        if (!text.Succeeded) return Failed(text.Refusal!.Reason);
        foreach (var (index, page) in Encoding.UTF8.GetString(text.Value).Split('\f').Index())
            if (PageSearch.Comparable(page) is var whole && forbidden.FirstOrDefault(one => whole.Contains(PageSearch.Comparable(one), StringComparison.Ordinal)) is { } left)
                return Failed(Say($"第 {index + 1} 页还读得出“{Shown(left)}”：别处同样的字也要遮盖，或者写明别处可以公开", $"“{Shown(left)}” can still be read on page {index + 1}: cover it there too, or say that it may stay"));
        return null;
    }

    /// <summary>除了页、图片、文字层，什么也没有。</summary>
    private static Refusal? Bare(ReadOnlyMemory<byte> released, ReadLimits limits, CancellationToken cancel)
    {
        using var work = new PdfWorkspace(released, limits, cancel);
        var listed = PdfObjects.Read(work, work.Source);
        if (!listed.Succeeded) return Failed(listed.Refusal!.Reason);
        using var objects = listed.Value;
        var odd = objects.Catalog.EnumerateObject().Select(item => item.Name).Except(["/Type", "/Pages"])
            .Concat(objects.Pages().SelectMany(page => page.Dictionary.EnumerateObject().Select(item => item.Name).Except(OfPage)))
            .Concat(objects.Trailer.TryGetProperty("/Info", out _) ? ["/Info"] : []).FirstOrDefault();
        return odd is null ? null : Failed(Say($"文件里还有别的东西（{odd}）", $"the file holds something else ({odd})"));
    }

    /// <summary>标记之间的字按段接起来找；标记里的属性也找。</summary>
    private static string? InMarkup(string xml, IReadOnlyList<string> forbidden)
    {
        var (text, attributes) = (Comparable(Tag().Replace(ParagraphEnd().Replace(xml, "¶"), "")), Comparable(xml));
        return forbidden.Select(PageSearch.Comparable).FirstOrDefault(one => text.Contains(one, StringComparison.Ordinal) || (one.Length >= 3 && attributes.Contains(one, StringComparison.Ordinal)));

        static string Comparable(string markup) => PageSearch.Comparable(WebUtility.HtmlDecode(markup));
    }

    private static Refusal Failed(string why) => new(Say($"遮盖没有通过核验，不能发出：{why.TrimEnd('。')}。", $"the redaction was not proven, so it is not released: {why}"));

    private static string Shown(string text)
    {
        const int Most = 12;
        return text.Length <= Most ? text : $"{text[..Most]}…";
    }

    [GeneratedRegex("</[a-z0-9]+:p>", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ParagraphEnd();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tag();
}
