using System.Globalization;
using System.Xml;
using Gongkai.Documents.Layout;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Word;

/// <summary>写 docx：公文样式（GB/T 9704），Word、WPS、LibreOffice 打开都不用修复。同样的内容总是同样的字节。</summary>
public static class WordWriter
{
    private const string Parts = "Gongkai.Documents.Word.Parts.";
    private const string PackageTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string PackageLinks = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string OfficeLinks = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    /// <summary>正文部件引用的部件：关系的种类、文件名、内容类型。序号就是关系的编号。</summary>
    private static readonly (string Kind, string File, string Type)[] Linked =
    [
        ("styles", "styles.xml", "styles"),
        ("settings", "settings.xml", "settings"),
        ("fontTable", "fontTable.xml", "fontTable"),
        ("footer", "footerOdd.xml", "footer"),
        ("footer", "footerEven.xml", "footer"),
    ];

    public static void Write(LayoutDocument document, Stream output)
    {
        using var package = new PackageWriter(output);
        package.Part("[Content_Types].xml", WriteTypes);
        package.Part("_rels/.rels", WritePackageLinks);
        package.Part("docProps/core.xml", xml => PackageProperties.WriteCore(xml, document));
        package.Part("docProps/app.xml", xml => PackageProperties.WriteExtended(xml, document));
        package.Part("word/document.xml", xml => new WordBody(xml).Write(document, LinkTo("footerOdd.xml"), LinkTo("footerEven.xml")));
        package.Part("word/_rels/document.xml.rels", WriteDocumentLinks);
        foreach (var (_, file, _) in Linked) package.Resource($"word/{file}", Parts + file);
    }

    private static string LinkTo(string file) => LinkId(Array.FindIndex(Linked, part => part.File == file));

    private static string LinkId(int index) => string.Create(CultureInfo.InvariantCulture, $"rId{index + 1}");

    private static void WriteTypes(XmlWriter xml)
    {
        xml.WriteStartElement("Types", PackageTypes);
        foreach (var (extension, type) in new[] { ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml") })
        {
            xml.WriteStartElement("Default", PackageTypes);
            xml.WriteAttributeString("Extension", extension);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }

        WriteOverride(xml, "/word/document.xml", $"{WordType}.document.main+xml");
        foreach (var (_, file, type) in Linked) WriteOverride(xml, $"/word/{file}", $"{WordType}.{type}+xml");
        WriteOverride(xml, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        WriteOverride(xml, "/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
        xml.WriteEndElement();
    }

    private static void WriteOverride(XmlWriter xml, string part, string type)
    {
        xml.WriteStartElement("Override", PackageTypes);
        xml.WriteAttributeString("PartName", part);
        xml.WriteAttributeString("ContentType", type);
        xml.WriteEndElement();
    }

    private static void WritePackageLinks(XmlWriter xml)
    {
        xml.WriteStartElement("Relationships", PackageLinks);
        WriteLink(xml, "rId1", $"{OfficeLinks}/officeDocument", "word/document.xml");
        WriteLink(xml, "rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
        WriteLink(xml, "rId3", $"{OfficeLinks}/extended-properties", "docProps/app.xml");
        xml.WriteEndElement();
    }

    private static void WriteDocumentLinks(XmlWriter xml)
    {
        xml.WriteStartElement("Relationships", PackageLinks);
        for (var index = 0; index < Linked.Length; index++)
            WriteLink(xml, LinkId(index), $"{OfficeLinks}/{Linked[index].Kind}", Linked[index].File);
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string id, string kind, string target)
    {
        xml.WriteStartElement("Relationship", PackageLinks);
        xml.WriteAttributeString("Id", id);
        xml.WriteAttributeString("Type", kind);
        xml.WriteAttributeString("Target", target);
        xml.WriteEndElement();
    }
}
