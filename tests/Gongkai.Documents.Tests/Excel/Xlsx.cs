namespace Gongkai.Documents.Tests.Excel;

/// <summary>用工作表的 XML 做一个最小的 xlsx。</summary>
internal static class Xlsx
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";

    public static byte[] Of(string rows, string after = "", string shared = "", string styles = "") =>
        Of([("Sheet1", "", $"<sheetData>{rows}</sheetData>{after}")], shared, styles);

    public static byte[] Of((string Name, string State, string Content)[] sheets, string shared = "", string styles = "", string properties = "")
    {
        var parts = new List<(string, string)>
        {
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", $"<Relationships {Package}><Relationship Id=\"r\" Type=\"{Office}/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"<workbook {Main} xmlns:r=\"{Office}\">{properties}<sheets>"
                + string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" state=\"{sheet.State}\" r:id=\"s{i}\"/>"))
                + "</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships {Package}>"
                + string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"s{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"))
                + "</Relationships>"),
            ("xl/sharedStrings.xml", $"<sst {Main}>{shared}</sst>"),
            ("xl/styles.xml", $"<styleSheet {Main}>{styles}</styleSheet>"),
        };
        parts.AddRange(sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i}.xml", $"<worksheet {Main}>{sheet.Content}</worksheet>")));
        return Zips.Of(parts);
    }

    public static TableBlock Table(byte[] content) => Reading.Read(content, "年报.xlsx").Blocks.OfType<TableBlock>().Single();
}
