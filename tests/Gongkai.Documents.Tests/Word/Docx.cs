namespace Gongkai.Documents.Tests.Word;

/// <summary>用一段正文的 XML 做一个最小的 docx。</summary>
internal static class Docx
{
    private const string Namespaces =
        """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        """;

    private const string Types =
        """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>""";

    private const string Rels =
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
        """;

    public static byte[] Of(string body, string numbering = "", string styles = "") => Zips.Of(
        ("[Content_Types].xml", Types),
        ("_rels/.rels", Rels),
        ("word/document.xml", $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>"),
        ("word/numbering.xml", $"<w:numbering {Namespaces}>{numbering}</w:numbering>"),
        ("word/styles.xml", $"<w:styles {Namespaces}>{styles}</w:styles>"));

    public static string Draw(string body, string numbering = "", string styles = "") =>
        Reading.Read(Of(body, numbering, styles), "年报.docx").Draw();

    /// <summary>一段：<paramref name="content"/> 是文字，或已经是 XML。</summary>
    public static string P(string content, string properties = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr>{(content.StartsWith('<') ? content : R(content))}</w:p>";

    public static string R(string text, string properties = "") =>
        $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Tbl(params string[] rows) =>
        $"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows.Select(row => $"<w:tr>{row}</w:tr>"))}</w:tbl>";

    public static string Tc(string content, string properties = "") =>
        $"<w:tc><w:tcPr>{properties}</w:tcPr>{(content.StartsWith('<') ? content : P(content))}</w:tc>";

    public static string Num(int number, int level = 0) =>
        $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr>";
}
