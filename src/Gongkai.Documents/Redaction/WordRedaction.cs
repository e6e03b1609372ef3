using System.Text;
using System.Xml;
using System.Xml.Linq;
using Gongkai.Documents.Cleaning;
using Gongkai.Documents.Packages;
using Gongkai.Law;

namespace Gongkai.Documents.Redaction;

/// <summary>Word 文件里的一段，正文、页眉页脚、脚注、文本框都在内。</summary>
/// <param name="Number">第几段，从 1 起；空的段不算。</param>
/// <param name="Where">在哪里，例如“正文”“页眉页脚”。</param>
/// <param name="Text">文字。</param>
public sealed record WordParagraph(int Number, string Where, string Text);

/// <summary>遮盖 Word 文件：净化以后，遮的字换成固定几个“■”，看不出原来多长。</summary>
internal static class WordRedaction
{
    /// <summary>换上去的；长短与原来的字数无关。</summary>
    public const string Block = "■■■■";

    private static readonly string[] Stories = ["document", "header", "footer", "footnotes", "endnotes", "diagrams/", "charts/"];

    public static Outcome<IReadOnlyList<WordParagraph>> Paragraphs(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel) =>
        Opened(content, limits, (_, paragraphs) => (IReadOnlyList<WordParagraph>)[.. paragraphs.Select(one => one.Paragraph)], cancel);

    public static Outcome<byte[]> Redact(ReadOnlyMemory<byte> content, IReadOnlyList<Covering> coverings, ReadLimits limits, CancellationToken cancel) => Opened(content, limits, (package, paragraphs) =>
    {
        foreach (var (paragraph, element, _) in paragraphs)
        {
            var here = coverings.Where(one => one.Paragraph is null || one.Paragraph == paragraph.Number).ToList();
            if (here.Count > 0) Cover(element, here);
        }

        foreach (var (name, tree) in paragraphs.Select(one => (one.Part, one.Element.Document!)).DistinctBy(one => one.Part))
        {
            // 替代文字、域的指令里也会写着同样的字。
            foreach (var covering in coverings.Where(one => one is { Text: not null, OnlyHere: false })) CoverAside(tree.Root!, covering.Text!);
            package.Save(name, tree);
        }

        return package.ToBytes();
    }, cancel);

    private static Outcome<T> Opened<T>(ReadOnlyMemory<byte> content, ReadLimits limits, Func<EditablePackage, List<(WordParagraph Paragraph, XElement Element, string Part)>, T> work, CancellationToken cancel)
    {
        var clean = DocumentCleaner.Clean(content, limits, cancel);
        if (!clean.Succeeded) return clean.Refusal!;
        var loaded = EditablePackage.Load(clean.Value.Content, limits);
        if (!loaded.Succeeded) return loaded.Refusal!;
        try
        {
            return work(loaded.Value, List(loaded.Value));
        }
        catch (Exception error) when (error is XmlException || ZipParts.IsDamage(error))
        {
            return Unreadable.Damaged("docx");
        }
    }

    private static List<(WordParagraph Paragraph, XElement Element, string Part)> List(EditablePackage package)
    {
        var paragraphs = new List<(WordParagraph, XElement, string)>();
        var names = package.Names.Where(name => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && Stories.Any(story => name.StartsWith($"word/{story}", StringComparison.OrdinalIgnoreCase)));
        foreach (var name in names.OrderBy(name => name != "word/document.xml").ThenBy(name => name, StringComparer.Ordinal).ToList())
        {
            var tree = package.Tree(name)!;
            // 给旧版 Word 的另一份同样的字：不要，免得只遮了一份。
            foreach (var fallback in tree.Descendants().Where(element => element.Name.LocalName == "Fallback").ToList()) fallback.Remove();
            foreach (var element in tree.Descendants().Where(element => element.Name.LocalName == "p"))
                if (TextOf(element) is { } text && !string.IsNullOrWhiteSpace(text)) paragraphs.Add((new WordParagraph(paragraphs.Count + 1, Where(name), text), element, name));
        }

        return paragraphs;
    }

    private static string Where(string part) => part switch
    {
        "word/document.xml" => Say("正文", "body"),
        _ when part.Contains("header", StringComparison.Ordinal) || part.Contains("footer", StringComparison.Ordinal) => Say("页眉页脚", "header or footer"),
        _ when part.Contains("notes", StringComparison.Ordinal) => Say("脚注尾注", "notes"),
        _ => Say("图表", "diagram"),
    };

    /// <summary>这一段自己的文字节点；文本框里的段另算。</summary>
    private static List<XElement> Texts(XElement paragraph) =>
        [.. paragraph.Descendants().Where(element => element.Name.LocalName == "t" && element.Ancestors().First(up => up.Name.LocalName == "p") == paragraph)];

    private static string TextOf(XElement paragraph) => string.Concat(Texts(paragraph).Select(text => text.Value));

    private static void Cover(XElement paragraph, List<Covering> coverings)
    {
        var texts = Texts(paragraph);
        var all = string.Concat(texts.Select(text => text.Value));
        var covered = new bool[all.Length];
        foreach (var covering in coverings)
            if (covering.Text is { } text)
                foreach (var (start, end) in Occurrences(all, text)) covered.AsSpan(start..end).Fill(true);
            else covered.AsSpan().Fill(true);
        if (!covered.Contains(true)) return;
        var at = 0;
        var inside = false;
        foreach (var element in texts)
        {
            var kept = new StringBuilder();
            foreach (var letter in element.Value)
            {
                if (!covered[at]) kept.Append(letter);
                else if (!inside) kept.Append(Block);
                inside = covered[at++];
            }

            element.Value = kept.ToString();
            if (element.Name.NamespaceName.Contains("wordprocessingml", StringComparison.Ordinal)) element.SetAttributeValue(XNamespace.Xml + "space", "preserve");
        }
    }

    /// <summary>全角半角、空白之分不论。</summary>
    internal static IEnumerable<(int Start, int End)> Occurrences(string all, string wanted)
    {
        var (letters, origins) = (new StringBuilder(), new List<int>());
        foreach (var (index, letter) in all.Index())
            foreach (var folded in PageSearch.Comparable(letter.ToString()))
            {
                letters.Append(folded);
                origins.Add(index);
            }

        var (text, sought) = (letters.ToString(), PageSearch.Comparable(wanted));
        if (sought.Length == 0) yield break;
        for (var start = text.IndexOf(sought, StringComparison.Ordinal); start >= 0; start = text.IndexOf(sought, start + 1, StringComparison.Ordinal))
            yield return (origins[start], origins[start + sought.Length - 1] + 1);
    }

    private static void CoverAside(XElement root, string text)
    {
        foreach (var attribute in root.DescendantsAndSelf().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && Occurrences(attribute.Value, text).Any()).ToList()) attribute.Value = Block;
        foreach (var instruction in root.Descendants().Where(element => element.Name.LocalName == "instrText" && Occurrences(element.Value, text).Any()).ToList()) instruction.Value = "";
    }
}
