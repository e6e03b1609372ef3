using Gongkai.Law;

namespace Gongkai.Documents.Redaction;

/// <summary>遮盖过、核验过的一份。</summary>
/// <param name="Name">文件名；原名里有遮盖的字的，换了名。</param>
/// <param name="Content">内容。</param>
public sealed record RedactedFile(string Name, byte[] Content)
{
    /// <inheritdoc />
    public override string ToString() => nameof(RedactedFile);
}

/// <summary>画掉各块，做出一份。</summary>
internal delegate Outcome<byte[]> Painter(ReadOnlyMemory<byte> content, FileKind kind, IReadOnlyList<RedactionArea> areas, ReadLimits limits, CancellationToken cancel);

/// <summary>遮盖（区分处理）：给人看各页、各段，照标记做出一份，再从做出的那份里重新读一遍来核验；核验不过的不给。</summary>
public static class Redactor
{
    private const double PreviewResolution = 110;

    private static readonly char[] Marks = ['，', '。', '、', '；', '：', ',', '.', ';', ':'];

    /// <summary>能遮盖的种类。</summary>
    public static bool CanRedact(FileKind kind) => kind.Code is "pdf" or "png" or "jpg" or "docx";

    /// <summary>各页的大小与词；图片没有词。</summary>
    public static Outcome<IReadOnlyList<PlacedPage>> Pages(ReadOnlyMemory<byte> content, FileKind kind, ReadLimits limits, CancellationToken cancel)
    {
        var opened = ShownPages.Open(content, kind, limits, cancel);
        if (!opened.Succeeded) return opened.Refusal!;
        using var pages = opened.Value;
        var words = pages.Words();
        return words.Succeeded ? words.Value : words.Refusal!;
    }

    /// <summary>一页的样子，PNG。</summary>
    /// <param name="page">第几页，从 1 起。</param>
    public static Outcome<byte[]> Picture(ReadOnlyMemory<byte> content, FileKind kind, int page, ReadLimits limits, CancellationToken cancel)
    {
        var opened = ShownPages.Open(content, kind, limits, cancel);
        if (!opened.Succeeded) return opened.Refusal!;
        using var pages = opened.Value;
        if (page < 1 || page > pages.Count) return new Refusal(Say("没有这一页", "there is no such page"));
        return pages.Print(page, pages.ResolutionOf(page, kind.Code == "pdf" ? PreviewResolution : 72), "-png");
    }

    /// <summary>Word 文件的各段。</summary>
    public static Outcome<IReadOnlyList<WordParagraph>> Paragraphs(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel) => WordRedaction.Paragraphs(content, limits, cancel);

    /// <summary>照标记做一份，核验过才给。</summary>
    /// <param name="name">文件名。</param>
    /// <param name="coverings">遮哪些地方。</param>
    public static Outcome<RedactedFile> Redact(ReadOnlyMemory<byte> content, string name, FileKind kind, IReadOnlyList<Covering> coverings, ReadLimits limits, CancellationToken cancel) =>
        Redact(content, name, kind, coverings, limits, PageRedaction.Redact, cancel);

    /// <summary>由 <paramref name="paint"/> 来画：画得对不对，核验都从头看。</summary>
    internal static Outcome<RedactedFile> Redact(ReadOnlyMemory<byte> content, string name, FileKind kind, IReadOnlyList<Covering> coverings, ReadLimits limits, Painter paint, CancellationToken cancel)
    {
        if (!CanRedact(kind)) return new Refusal(Say($"{kind.Caption}不能遮盖：请另存为 PDF", $"{kind.Caption} cannot be redacted: save it as PDF"));
        if (coverings.Count == 0) return new Refusal(Say("还没有标出要遮盖的地方", "nothing is marked"));
        if (kind.Code == "docx") return Word(content, name, coverings, limits, cancel);
        var areas = coverings.Select(covering => covering.Area).OfType<RedactionArea>().ToList();
        if (areas.Count != coverings.Count) return new Refusal(Say("有的标记没有写在页上的哪里", "some marks do not say where they lie on the page"));
        var pages = Pages(content, kind, limits, cancel);
        if (!pages.Succeeded) return pages.Refusal!;
        var forbidden = Forbidden(coverings.Where(covering => !covering.OnlyHere).SelectMany(covering => (string?[])
            [covering.Text, covering.Text is null && covering.Area is { } area && area.Page <= pages.Value.Count ? PageSearch.Covered(pages.Value[area.Page - 1], area) : null]));
        var made = paint(content, kind, areas, limits, cancel);
        if (!made.Succeeded) return made.Refusal!;
        var file = new RedactedFile(Renamed(name, kind, forbidden), made.Value);
        return RedactionProof.OfPages(file.Content, kind, areas, forbidden, limits, cancel) is { } failed ? failed : file;
    }

    private static Outcome<RedactedFile> Word(ReadOnlyMemory<byte> content, string name, IReadOnlyList<Covering> coverings, ReadLimits limits, CancellationToken cancel)
    {
        var paragraphs = Paragraphs(content, limits, cancel);
        if (!paragraphs.Succeeded) return paragraphs.Refusal!;
        foreach (var covering in coverings)
            if (covering.Area is not null || !paragraphs.Value.Any(paragraph => (covering.Paragraph ?? paragraph.Number) == paragraph.Number && (covering.Text is null || WordRedaction.Occurrences(paragraph.Text, covering.Text).Any())))
                return new Refusal(Say($"{(covering.Paragraph is { } missing ? $"第 {missing} 段" : "文件")}里没有要遮盖的“{covering.Text}”", $"what is marked, “{covering.Text}”, is not there"));
        var forbidden = Forbidden(coverings.Where(covering => !covering.OnlyHere).Select(covering => covering.Text ?? paragraphs.Value.First(paragraph => paragraph.Number == covering.Paragraph).Text));
        var made = WordRedaction.Redact(content, coverings, limits, cancel);
        if (!made.Succeeded) return made.Refusal!;
        var file = new RedactedFile(Renamed(name, FileKind.Of("docx"), forbidden), made.Value);
        return RedactionProof.OfWord(file.Content, coverings, forbidden, limits, cancel) is { } failed ? failed : file;
    }

    /// <summary>放出的文件里不许再有的字，至少两个；原来的写法和比较用的写法都在内。</summary>
    private static List<string> Forbidden(IEnumerable<string?> texts) =>
        [.. texts.OfType<string>().SelectMany(text => (string[])[string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))), PageSearch.Comparable(text)]).Select(text => text.Trim(Marks)).Where(text => text.Length >= 2).Distinct(StringComparer.Ordinal)];

    private static string Renamed(string name, FileKind kind, List<string> forbidden) =>
        forbidden.Exists(text => PageSearch.Comparable(Path.GetFileNameWithoutExtension(name)).Contains(PageSearch.Comparable(text), StringComparison.Ordinal)) ? Say($"遮盖后的文件.{kind.Code}", $"redacted.{kind.Code}") : name;
}
