using System.IO.Compression;
using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Inspection;

/// <summary>docx 与 xlsx 相同的痕迹：文件属性、缩略图、嵌入的文件、外部链接。</summary>
internal static class PackageTraces
{
    /// <summary>嵌入的文件超过这么大，就只报有它，不再往里查。</summary>
    private const long LargestEmbedded = 16L << 20;

    private static readonly string[] EmbeddedKinds = ["package", "oleObject", "aFChunk", "vbaProject", "control", "activeXControlBinary"];

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

        return traces with
        {
            Embedded = embedded,
            Links = links,
            Thumbnails = thumbnails,
            Properties = [.. Properties(parts, "docProps/core.xml", "core", budget), .. Properties(parts, "docProps/app.xml", "app", budget), .. Custom(parts, budget)],
        };
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

    private static ReadOnlyMemory<byte> Load(ZipArchiveEntry entry)
    {
        if (entry.Length > LargestEmbedded) return default;
        var content = new byte[entry.Length];
        using var stream = ZipParts.Read(entry);
        return content.AsMemory(0, stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false));
    }
}
