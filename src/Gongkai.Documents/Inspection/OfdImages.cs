using System.Xml;
using Gongkai.Documents.Images;
using Gongkai.Documents.Ofd;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Inspection;

/// <summary>OFD 的图片资源里哪些不透明：印章多是透明的 PNG，盖在字上，字仍看得见。</summary>
internal static class OfdImages
{
    private const long LargestImage = 16L << 20;

    /// <summary>带透明度的 PNG 的颜色类型。</summary>
    private static readonly byte[] WithAlpha = [4, 6];

    public static HashSet<string> Opaque(OfdPackage package, ZipParts parts, string root)
    {
        var opaque = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in Resources(package, root))
        {
            using var xml = package.Open(resource);
            if (xml is null) continue;
            var (id, folder) = ("", resource);
            foreach (var element in package.Elements(xml))
                switch (element.LocalName)
                {
                    case "Res":
                        if (element.GetAttribute("BaseLoc") is { Length: > 0 } place) folder = OfdPackage.Resolve(resource, place) + "/x";
                        break;
                    case "MultiMedia":
                        id = element.GetAttribute("ID") ?? "";
                        break;
                    case "MediaFile" when !element.IsEmptyElement && element.Read() && element.NodeType == XmlNodeType.Text:
                        if (parts.Find(OfdPackage.Resolve(folder, element.Value)) is { } entry && IsOpaque(ZipParts.Load(entry, LargestImage).Span)) opaque.Add(id);
                        break;
                }
        }

        return opaque;
    }

    private static List<string> Resources(OfdPackage package, string root)
    {
        var resources = new List<string>();
        using var xml = package.Open(root);
        if (xml is null) return resources;
        foreach (var element in package.Elements(xml))
            if (element.LocalName is "DocumentRes" or "PublicRes" && !element.IsEmptyElement && element.Read() && element.NodeType == XmlNodeType.Text)
                resources.Add(OfdPackage.Resolve(root, element.Value));
        return resources;
    }

    private static bool IsOpaque(ReadOnlySpan<byte> image)
    {
        if (image is [0xFF, 0xD8, ..] or [0x42, 0x4D, ..]) return true;
        if (image is not [0x89, ..] || image.Length < 26 || PngChunks.Read(image) is not var (chunks, _)) return false;
        return !WithAlpha.Contains(image[25]) && !chunks.Exists(chunk => chunk.Type == "tRNS");
    }
}
