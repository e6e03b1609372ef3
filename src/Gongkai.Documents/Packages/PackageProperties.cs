using System.Globalization;
using System.Xml;
using Gongkai.Documents.Layout;

namespace Gongkai.Documents.Packages;

/// <summary>文件属性：标题、机关、语言、成文日期。不写个人，不写机器的时钟。</summary>
internal static class PackageProperties
{
    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string Dublin = "http://purl.org/dc/elements/1.1/";
    private const string Terms = "http://purl.org/dc/terms/";
    private const string Extended = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

    public static void WriteCore(XmlWriter xml, LayoutDocument document)
    {
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteAttributeString("xmlns", "dc", null, Dublin);
        xml.WriteAttributeString("xmlns", "dcterms", null, Terms);
        xml.WriteElementString("dc", "title", Dublin, document.Title);
        if (document.Organisation is { } organisation)
        {
            xml.WriteElementString("dc", "creator", Dublin, organisation);
            xml.WriteElementString("cp", "lastModifiedBy", Core, organisation);
        }

        xml.WriteElementString("dc", "language", Dublin, "zh-CN");
        if (document.Date is { } date)
        {
            WriteDate(xml, "created", date);
            WriteDate(xml, "modified", date);
        }

        xml.WriteEndElement();
    }

    public static void WriteExtended(XmlWriter xml, LayoutDocument document)
    {
        xml.WriteStartElement("Properties", Extended);
        xml.WriteElementString("Application", Extended, "Gongkai");
        if (document.Organisation is { } organisation) xml.WriteElementString("Company", Extended, organisation);
        xml.WriteEndElement();
    }

    private static void WriteDate(XmlWriter xml, string name, DateOnly date)
    {
        xml.WriteStartElement("dcterms", name, Terms);
        xml.WriteAttributeString("xsi", "type", "http://www.w3.org/2001/XMLSchema-instance", "dcterms:W3CDTF");
        xml.WriteString(date.ToString("O", CultureInfo.InvariantCulture) + "T00:00:00Z");
        xml.WriteEndElement();
    }
}
