using System.Text;

namespace Gongkai.Scanning.Tests.Files;

/// <summary>手写的最小 xlsx：每张表给它的 XML，另加样式与别的部件。</summary>
internal sealed class WorkbookFile
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";

    private readonly List<(string Name, string State, string Content)> _sheets = [];
    private readonly List<(string Name, string Content)> _parts = [];
    private readonly StringBuilder _overrides = new();
    private readonly StringBuilder _links = new();
    private string _workbook = "";
    private string _styles = "<fonts count=\"1\"><font><sz val=\"11\"/></font></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"1\"><xf/></cellXfs>";

    public WorkbookFile Sheet(string name, string rows, string before = "", string after = "", string state = "visible")
    {
        _sheets.Add((name, state, $"{before}<sheetData>{rows}</sheetData>{after}"));
        return this;
    }

    /// <summary>样式：0 寻常，1 白字，2 白字铺红底，3 一磅的字，4 显示为空的格式。</summary>
    public WorkbookFile WithStyles()
    {
        _styles = """
            <numFmts count="1"><numFmt numFmtId="170" formatCode=";;;"/></numFmts>
            <fonts count="3"><font><sz val="11"/></font><font><sz val="11"/><color rgb="FFFFFFFF"/></font><font><sz val="1"/></font></fonts>
            <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFC00000"/></patternFill></fill></fills>
            <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
            <cellXfs count="5"><xf fontId="0" fillId="0"/><xf fontId="1" fillId="0"/><xf fontId="1" fillId="2"/><xf fontId="2" fillId="0"/><xf fontId="0" fillId="0" numFmtId="170"/></cellXfs>
            """;
        return this;
    }

    public WorkbookFile Workbook(string xml)
    {
        _workbook = xml;
        return this;
    }

    /// <summary>另一个部件；关系从工作簿指过去，给了种类才有。</summary>
    public WorkbookFile Part(string name, string xml, string kind = "", string type = "")
    {
        _parts.Add((name, xml));
        if (kind.Length > 0) _links.Append($"<Relationship Id=\"x{_links.Length}\" Type=\"{Office}/{kind}\" Target=\"/{name}\"/>");
        if (type.Length > 0) _overrides.Append($"<Override PartName=\"/{name}\" ContentType=\"{type}\"/>");
        return this;
    }

    /// <summary>一行：各格的内联文字；可以给行的属性与样式号。</summary>
    public static string Row(int number, string attributes, params string[] cells) =>
        $"<row r=\"{number}\" {attributes}>{string.Concat(cells.Select((text, index) => Cell($"{(char)('A' + index)}{number}", text)))}</row>";

    public static string Cell(string reference, string text, int style = 0) => $"<c r=\"{reference}\" s=\"{style}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    public byte[] ToBytes() => ScannedFiles.Zip(
    [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
            + string.Concat(_sheets.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>")) + _overrides + "</Types>"),
        ("_rels/.rels", $"<Relationships {Package}><Relationship Id=\"r\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", $"<workbook {Main} xmlns:r=\"{Office}\"><sheets>"
            + string.Concat(_sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" state=\"{sheet.State}\" r:id=\"s{i}\"/>")) + $"</sheets>{_workbook}</workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships {Package}>"
            + string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"s{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"))
            + $"<Relationship Id=\"st\" Type=\"{Office}/styles\" Target=\"styles.xml\"/>{_links}</Relationships>"),
        ("xl/styles.xml", $"<styleSheet {Main}>{_styles}</styleSheet>"),
        .. _sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i}.xml", $"<worksheet {Main} xmlns:r=\"{Office}\">{sheet.Content}</worksheet>")),
        .. _parts,
    ]);

    public IReadOnlyList<ScanFinding> Scan() => ScannedFiles.Scan(ToBytes(), "试.xlsx");
}
