using System.Xml;

namespace Gongkai.Documents.Ofd;

/// <summary>OFD 里的一个文档（Document.xml）：页的大小、模板页与各页的位置。</summary>
/// <param name="Area">没有自己大小的页所用的大小：左、上、宽、高，毫米。</param>
/// <param name="Templates">模板页的编号与部件。</param>
/// <param name="Pages">各页的部件，按次序。</param>
internal sealed record OfdDocument(
    double[] Area, IReadOnlyDictionary<string, string> Templates, IReadOnlyList<string> Pages, bool HasAnnotations)
{
    /// <summary>A4。</summary>
    private static readonly double[] DefaultArea = [0, 0, 210, 297];

    /// <summary>没有这个部件时为空。</summary>
    public static OfdDocument? Read(OfdPackage package, string path)
    {
        using var reader = package.Open(path);
        if (reader is null) return null;
        var area = DefaultArea;
        var templates = new Dictionary<string, string>(StringComparer.Ordinal);
        var pages = new List<string>();
        var annotations = false;
        foreach (var element in package.Elements(reader))
            switch (element.LocalName)
            {
                case "PhysicalBox": area = BoxOf(element) ?? area; break;
                case "TemplatePage" when element.GetAttribute("ID") is { } id: templates.TryAdd(id, LocationOf(path, element)); break;
                case "Page": pages.Add(LocationOf(path, element)); break;
                case "Annotations": annotations = true; break;
                default: break;
            }

        return new OfdDocument(area, templates, pages, annotations);
    }

    /// <summary>读一个方框元素的内容；不合规矩的为空。</summary>
    public static double[]? BoxOf(XmlReader element) =>
        element.IsEmptyElement || !element.Read() || element.NodeType != XmlNodeType.Text
            ? null
            : OfdNumbers.ParseExactly(element.Value, 4);

    private static string LocationOf(string container, XmlReader element) =>
        OfdPackage.Resolve(container, element.GetAttribute("BaseLoc") ?? "");
}
