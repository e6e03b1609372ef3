using System.Text;
using System.Xml;

namespace Gongkai.Documents.Inspection;

/// <summary>XMP 里的属性：每个有文字的元素与属性是一项，名字取最近的、不是 RDF 结构的那个元素。</summary>
internal static class XmpProperties
{
    private const int MostProperties = 500;
    private const int MostDepth = 64;
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, CheckCharacters = false,
    };

    /// <summary>坏的 XMP 读到哪里算哪里。</summary>
    public static List<FileProperty> Read(ReadOnlySpan<byte> xmp)
    {
        var properties = new List<FileProperty>();
        var start = xmp.IndexOf((byte)'<');
        if (start < 0) return properties;
        try
        {
            using var xml = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(xmp[start..]).TrimEnd('\0', ' ', '\n', '\r')), Settings);
            Collect(xml, properties);
        }
        catch (XmlException)
        {
        }

        return properties;
    }

    private static void Collect(XmlReader xml, List<FileProperty> properties)
    {
        var names = new Stack<string>();
        while (xml.Read() && properties.Count < MostProperties && xml.Depth < MostDepth)
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    var name = xml.NamespaceURI == Rdf ? names.TryPeek(out var outer) ? outer : "" : xml.LocalName;
                    if (!xml.IsEmptyElement) names.Push(name);
                    while (xml.MoveToNextAttribute())
                        if (xml.NamespaceURI is not ("" or Rdf or "http://www.w3.org/2000/xmlns/" or "http://www.w3.org/XML/1998/namespace") && xml.Value.Length > 0)
                            properties.Add(new FileProperty("xmp", xml.LocalName, xml.Value));
                    xml.MoveToElement();
                    break;
                case XmlNodeType.EndElement:
                    names.TryPop(out _);
                    break;
                case XmlNodeType.Text when names.TryPeek(out var current) && current.Length > 0:
                    properties.Add(new FileProperty("xmp", current, xml.Value.Trim()));
                    break;
            }
    }
}
