using System.Xml;
using Gongkai.Documents.Layout;
using Gongkai.Documents.Packages;
using Gongkai.Law;

namespace Gongkai.Documents.Ofd;

/// <summary>读 OFD（GB/T 33190）：压缩包里的 XML，每页的文字对象变成有坐标的词，单位由毫米换成磅。</summary>
internal static class OfdReader
{
    private static Refusal NoText => new(Say("OFD 里没有文字（是扫描件或图片）：请转成 PDF 或图片，再由光学识别读入", "the OFD has no text (it is a scan or pictures): turn it into a PDF or a picture for OCR"));

    public static Outcome<SourceDocument> Read(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel)
    {
        var opened = ZipParts.Open(content, limits);
        if (!opened.Succeeded) return opened.Refusal!;
        using var parts = opened.Value;
        if (IsEncrypted(parts)) return Unreadable.Encrypted;
        try
        {
            return Read(new OfdPackage(parts, limits), limits, cancel);
        }
        catch (Exception error) when (error is XmlException || ZipParts.IsDamage(error))
        {
            return Unreadable.Damaged("OFD");
        }
    }

    /// <summary>GM/T 0099 的加密包另有一份加密入口，明文部件已被换掉。</summary>
    public static bool IsEncrypted(ZipParts parts) => parts.Names.Any(name => name.EndsWith("Encryptions.xml", StringComparison.OrdinalIgnoreCase));

    private static Outcome<SourceDocument> Read(OfdPackage package, ReadLimits limits, CancellationToken cancel)
    {
        var (roots, signed) = RootsOf(package);
        var reading = new OfdReading(package, limits);
        foreach (var root in roots)
        {
            if (OfdDocument.Read(package, root) is not { } document) return Unreadable.Damaged("OFD");
            if (reading.Pages.Count + document.Pages.Count > limits.Pages)
                return new Refusal(Say($"OFD 超过 {limits.Pages} 页，不像一份报告", $"the OFD has more than {limits.Pages} pages, which does not look like a report"));
            reading.Add(document, cancel);
        }

        if (reading.Pages.Count == 0) return Unreadable.Damaged("OFD");
        var layer = TextLayer.Of(reading.Pages);
        if (layer.IsMissing) return NoText;
        return new SourceDocument(SourceFormat.Ofd, reading.Pages, [.. reading.Remarks(roots.Count, signed, layer)]);
    }

    private static (List<string> Roots, bool Signed) RootsOf(OfdPackage package)
    {
        var roots = new List<string>();
        var signed = false;
        using var reader = package.Open("OFD.xml") ?? throw new InvalidDataException("没有 OFD.xml。");
        foreach (var element in package.Elements(reader))
            if (element.LocalName == "DocRoot" && element.Read() && element.NodeType == XmlNodeType.Text)
                roots.Add(OfdPackage.Resolve("OFD.xml", element.Value));
            else if (element.LocalName == "Signatures")
                signed = true;
        return (roots, signed);
    }
}
