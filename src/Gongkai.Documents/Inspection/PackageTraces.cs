using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Inspection;

/// <summary>docx 与 xlsx 相同的痕迹：文件属性、缩略图、嵌入的文件、外部链接。</summary>
internal static class PackageTraces
{
    /// <summary>嵌入的文件超过这么大，就只报有它，不再往里查。</summary>
    private const long LargestEmbedded = 16L << 20;

    private static readonly string[] EmbeddedKinds = ["package", "oleObject", "aFChunk", "vbaProject", "control", "activeXControlBinary", "xlMacrosheet", "xlIntlMacrosheet"];

    /// <summary>图形里的文字：文本框、图表、SmartArt；正文的读法不读它们。</summary>
    private static readonly string[] GraphicFolders = ["/drawings/", "/charts/", "/diagrams/"];

    public static FileTraces AddTo(FileTraces traces, ZipParts parts, FlowBudget budget)
    {
        var embedded = new List<EmbeddedFile>();
        var links = new List<ExternalLink>();
        var thumbnails = new List<string>();
        foreach (var part in parts.Names.Where(name => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
            foreach (var link in Relationships.ReadFrom(parts, part, budget))
            {
                if (link.External) links.Add(new ExternalLink(part, link.Kind, link.Target));
                else if (link.Kind == "thumbnail") thumbnails.Add(link.Target);
                else if (EmbeddedKinds.Contains(link.Kind, StringComparer.Ordinal) && parts.Find(link.Target) is { } entry)
                    embedded.Add(new EmbeddedFile(link.Target, link.Kind, Load(entry)));
            }

        var images = Images(parts).ToList();
        embedded.AddRange(images.SelectMany(image => image.Traces.Embedded.Select(one => one with { Name = Say($"{image.Name} 的{one.Name}", $"{one.Name} of {image.Name}") })));
        embedded.AddRange(Strays(parts));
        return traces with
        {
            Embedded = embedded,
            Links = [.. traces.Links, .. links, .. Connections(parts, budget)],
            Thumbnails = [.. thumbnails, .. images.SelectMany(image => image.Traces.Thumbnails.Select(one => Say($"{image.Name} 的 {one}", $"{one} of {image.Name}")))],
            Asides = [.. traces.Asides, .. Graphics(parts, budget), .. Data(parts, budget)],
            Properties =
            [
                .. traces.Properties, .. Properties(parts, "docProps/core.xml", "core", budget), .. Properties(parts, "docProps/app.xml", "app", budget), .. Custom(parts, budget),
                .. images.SelectMany(image => image.Traces.Properties),
            ],
        };
    }

    /// <summary>文中的图片各有自己的痕迹。</summary>
    private static IEnumerable<(string Name, FileTraces Traces)> Images(ZipParts parts)
    {
        foreach (var name in parts.Names.Where(name => name.Contains("/media/", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
            if (parts.Find(name) is { } entry && Load(entry) is { Length: > 0 } content)
                yield return (name, ImageTraces.Read(content));
    }

    /// <summary>不合办公文件规矩的部件：有人把别的文件塞进了压缩包。</summary>
    private static IEnumerable<EmbeddedFile> Strays(ZipParts parts) => parts.Names
        .Where(name => !name.EndsWith('/') && !name.Contains('/', StringComparison.Ordinal) && name != "[Content_Types].xml" && !name.Equals("mimetype", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => new EmbeddedFile(name, "entry", Load(parts.Find(name)!)));

    /// <summary>数据连接：打开时去连数据库，连接串里往往有地址与账号。</summary>
    private static IEnumerable<ExternalLink> Connections(ZipParts parts, FlowBudget budget)
    {
        if (parts.Find("xl/connections.xml") is not { } entry) yield break;
        using var xml = XmlCursor.Open(entry, budget);
        for (var depth = xml.Enter(); xml.Next(depth);)
            yield return new ExternalLink("xl/connections.xml", "connection", xml.Attribute("name") ?? Say("数据连接", "data connection"));
    }

    private static IEnumerable<AsideText> Graphics(ZipParts parts, FlowBudget budget)
    {
        foreach (var name in parts.Names.Where(name => GraphicFolders.Any(folder => name.Contains(folder, StringComparison.OrdinalIgnoreCase)) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
            if (TextOf(parts, name, budget) is { Length: > 0 } text)
                yield return new AsideText(name, text);
    }

    /// <summary>自定义数据（customXml）与文档变量。</summary>
    private static IEnumerable<AsideText> Data(ZipParts parts, FlowBudget budget)
    {
        foreach (var name in parts.Names.Where(IsData).Order(StringComparer.Ordinal))
            if (TextOf(parts, name, budget) is { Length: > 0 } text)
                yield return new AsideText(name, text);
    }

    private static bool IsData(string name) =>
        name.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !name.Contains("itemProps", StringComparison.OrdinalIgnoreCase);

    private static string TextOf(ZipParts parts, string name, FlowBudget budget)
    {
        var text = new StringBuilder();
        using var xml = XmlCursor.Open(parts.Find(name)!, budget);
        foreach (var piece in xml.Texts()) text.Append(piece.Text).Append(piece.EndsParagraph ? "\n" : "");
        return text.ToString().Trim();
    }

    private static IEnumerable<FileProperty> Properties(ZipParts parts, string path, string part, FlowBudget budget)
    {
        if (parts.Find(path) is not { } entry) yield break;
        using var xml = XmlCursor.Open(entry, budget);
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            var name = xml.Name;
            if (xml.Text() is { Length: > 0 } value) yield return new FileProperty(part, name, value);
        }
    }

    /// <summary>自定义属性的名字在属性里，值是它唯一的子元素。</summary>
    private static IEnumerable<FileProperty> Custom(ZipParts parts, FlowBudget budget)
    {
        if (parts.Find("docProps/custom.xml") is not { } entry) yield break;
        using var xml = XmlCursor.Open(entry, budget);
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            var name = xml.Attribute("name") ?? "";
            if (xml.Text() is { Length: > 0 } value) yield return new FileProperty("custom", name, value);
        }
    }

    private static ReadOnlyMemory<byte> Load(ZipArchiveEntry entry) => ZipParts.Load(entry, LargestEmbedded);
}
