using System.Globalization;
using System.Xml;
using Gongkai.Documents.Layout;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Excel;

/// <summary>写 xlsx：文字在“正文”，一张表一个工作表；数字是数字，文字永远不会成为公式。同样的内容总是同样的字节。</summary>
public static class ExcelWriter
{
    private const string Main = ExcelSheet.Main;
    private const string OfficeLinks = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string PackageLinks = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static void Write(LayoutDocument document, Stream output)
    {
        var tables = document.Blocks.OfType<LayoutTable>().ToArray();
        var styles = new ExcelStyles(tables);
        string[] names = ["正文", .. tables.Select(table => table.Name)];
        using var package = new PackageWriter(output);
        package.Part("[Content_Types].xml", xml => WriteTypes(xml, names.Length));
        package.Part("_rels/.rels", xml => WriteLinks(
            xml,
            ("officeDocument", "xl/workbook.xml"),
            ("extended-properties", "docProps/app.xml"),
            ("core", "docProps/core.xml")));
        package.Part("docProps/core.xml", xml => PackageProperties.WriteCore(xml, document));
        package.Part("docProps/app.xml", xml => PackageProperties.WriteExtended(xml, document));
        package.Part("xl/workbook.xml", xml => WriteWorkbook(xml, names, tables));
        package.Part("xl/_rels/workbook.xml.rels", xml => WriteLinks(
            xml, [.. names.Select((_, index) => ("worksheet", $"worksheets/sheet{index + 1}.xml")), ("styles", "styles.xml")]));
        package.Part("xl/styles.xml", styles.Write);
        package.Part("xl/worksheets/sheet1.xml", xml => new ExcelSheet(xml, styles).WriteText(document));
        for (var index = 0; index < tables.Length; index++)
        {
            var table = tables[index];
            package.Part($"xl/worksheets/sheet{index + 2}.xml", xml => new ExcelSheet(xml, styles).WriteTable(table));
        }
    }

    private static void WriteTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", PackageTypes);
        Type("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Type("Default", "Extension", "xml", "application/xml");
        Type("Override", "PartName", "/xl/workbook.xml", $"{SheetType}.sheet.main+xml");
        for (var sheet = 1; sheet <= sheets; sheet++)
            Type("Override", "PartName", $"/xl/worksheets/sheet{sheet}.xml", $"{SheetType}.worksheet+xml");
        Type("Override", "PartName", "/xl/styles.xml", $"{SheetType}.styles+xml");
        Type("Override", "PartName", "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        Type("Override", "PartName", "/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
        xml.WriteEndElement();

        void Type(string element, string attribute, string name, string type)
        {
            xml.WriteStartElement(element, PackageTypes);
            xml.WriteAttributeString(attribute, name);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    }

    private static void WriteLinks(XmlWriter xml, params ReadOnlySpan<(string Kind, string Target)> links)
    {
        xml.WriteStartElement("Relationships", PackageLinks);
        var number = 0;
        foreach (var (kind, target) in links)
        {
            xml.WriteStartElement("Relationship", PackageLinks);
            xml.WriteAttributeString("Id", string.Create(CultureInfo.InvariantCulture, $"rId{++number}"));
            xml.WriteAttributeString("Type", kind == "core"
                ? "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
                : $"{OfficeLinks}/{kind}");
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteWorkbook(XmlWriter xml, string[] names, LayoutTable[] tables)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, OfficeLinks);
        xml.WriteStartElement("bookViews", Main);
        xml.WriteStartElement("workbookView", Main);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("sheets", Main);
        for (var index = 0; index < names.Length; index++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", names[index]);
            xml.WriteAttributeString("sheetId", string.Create(CultureInfo.InvariantCulture, $"{index + 1}"));
            xml.WriteAttributeString("id", OfficeLinks, string.Create(CultureInfo.InvariantCulture, $"rId{index + 1}"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        if (tables.Any(table => table.HeaderRows > 0)) WritePrintTitles(xml, tables);
        xml.WriteEndElement();
    }

    /// <summary>打印时每页重复表头行。</summary>
    private static void WritePrintTitles(XmlWriter xml, LayoutTable[] tables)
    {
        xml.WriteStartElement("definedNames", Main);
        for (var index = 0; index < tables.Length; index++)
        {
            if (tables[index].HeaderRows == 0) continue;
            xml.WriteStartElement("definedName", Main);
            xml.WriteAttributeString("name", "_xlnm.Print_Titles");
            xml.WriteAttributeString("localSheetId", string.Create(CultureInfo.InvariantCulture, $"{index + 1}"));
            xml.WriteString(string.Create(CultureInfo.InvariantCulture, $"'{tables[index].Name}'!$1:${tables[index].HeaderRows}"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
