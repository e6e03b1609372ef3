using System.Globalization;
using System.Xml;
using Gongkai.Documents.Layout;

namespace Gongkai.Documents.Word;

/// <summary>docx 的正文部件：标题、各级标题、段落、表格、落款，末尾是页面设置。</summary>
internal sealed class WordBody(XmlWriter xml)
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>标题二号字，版心一行放得下几个字。</summary>
    private const int TitleWidth = 20;

    /// <summary>版心的宽、三号字的宽，二十分之一磅。</summary>
    private const int TextWidth = 11906 - 1588 - 1474;

    private const int CharacterWidth = 320;

    public void Write(LayoutDocument document, string oddFooter, string evenFooter)
    {
        xml.WriteStartElement("w", "document", W);
        xml.WriteAttributeString("xmlns", "r", null, R);
        xml.WriteStartElement("body", W);
        Paragraph("Title", string.Join('\n', TitleLines.Fit(document, TitleWidth)));
        for (var index = 0; index < document.Blocks.Count; index++)
            Block(document.Blocks[index], index + 1 < document.Blocks.Count ? document.Blocks[index + 1] : null);
        PageSetup(oddFooter, evenFooter);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <param name="next">下一块；没有的为空。</param>
    private void Block(LayoutBlock block, LayoutBlock? next)
    {
        switch (block)
        {
            case LayoutHeading heading:
                Paragraph($"Heading{heading.Level}", heading.Text, next);
                break;
            case LayoutParagraph paragraph:
                Paragraph("BodyText", paragraph.Text, next);
                break;
            case LayoutDocumentNumber number:
                Paragraph("DocumentNumber", number.Text);
                break;
            case LayoutAddressee addressee:
                Paragraph("Addressee", addressee.Text);
                break;
            case LayoutTable table:
                new WordTable(xml).Write(table);
                // 两张表之间、表与文末之间必须有段落，否则 Word 把表连成一张，或者要修复。
                Paragraph("AfterTable", "");
                break;
            case LayoutClosing { IsSealed: true } closing:
                Sealed(closing);
                break;
            case LayoutClosing closing:
                Paragraph("AfterTable", "", closing);
                foreach (var line in closing.Lines) Paragraph("Closing", line);
                break;
        }
    }

    /// <summary>印章的上边在正文下一行之内，署名与日期在印章的中心偏下：空两行；各行居中在同一条线上，日期右空四字，署名长的不出版心。</summary>
    private void Sealed(LayoutClosing closing)
    {
        for (var line = 0; line < 2; line++) Paragraph("BodyText", "", closing);
        var room = Math.Max(Width(closing.Lines[^1]) + (8 * CharacterWidth), closing.Lines.Max(Width) + CharacterWidth);
        foreach (var line in closing.Lines) Paragraph("SealedClosing", line, left: Math.Max(0, TextWidth - room));

        static int Width(string text) => text.Sum(character => char.IsAscii(character) ? CharacterWidth / 2 : CharacterWidth);
    }

    /// <param name="left">左边空多少，二十分之一磅。</param>
    /// <param name="next">下面紧接着表的，留一点空，免得字贴着表的上框；紧接着落款的，末几行与落款同页，不让落款独占一页。</param>
    private void Paragraph(string style, string text, LayoutBlock? next = null, int left = 0)
    {
        xml.WriteStartElement("p", W);
        xml.WriteStartElement("pPr", W);
        Value("pStyle", style);
        if (next is LayoutClosing) Element("keepNext");
        if (next is LayoutTable) Element("spacing", ("after", "140"));
        if (left > 0) Element("ind", ("left", left.ToString(CultureInfo.InvariantCulture)));
        xml.WriteEndElement();
        if (text.Length > 0) Run(xml, text);
        xml.WriteEndElement();
    }

    /// <summary>一段文字；换行与制表符是单独的元素。</summary>
    public static void Run(XmlWriter xml, string text)
    {
        xml.WriteStartElement("r", W);
        var start = 0;
        for (var index = 0; index <= text.Length; index++)
        {
            if (index < text.Length && text[index] is not ('\n' or '\t' or '\r')) continue;
            if (index > start)
            {
                xml.WriteStartElement("t", W);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(text[start..index]);
                xml.WriteEndElement();
            }

            if (index < text.Length && text[index] != '\r') xml.WriteElementString(text[index] == '\n' ? "br" : "tab", W, null);
            start = index + 1;
        }

        xml.WriteEndElement();
    }

    /// <summary>A4；天头 37 毫米，订口 28 毫米，版心 156 × 225 毫米，页码在版心下边缘之下 7 毫米。单位二十分之一磅。</summary>
    private void PageSetup(string oddFooter, string evenFooter)
    {
        xml.WriteStartElement("sectPr", W);
        Footer("default", oddFooter);
        Footer("even", evenFooter);
        Element("pgSz", ("w", "11906"), ("h", "16838"));
        Element("pgMar", ("top", "2098"), ("right", "1474"), ("bottom", "1984"), ("left", "1588"), ("header", "851"), ("footer", "1304"), ("gutter", "0"));
        xml.WriteEndElement();
    }

    private void Footer(string type, string link)
    {
        xml.WriteStartElement("footerReference", W);
        xml.WriteAttributeString("type", W, type);
        xml.WriteAttributeString("id", R, link);
        xml.WriteEndElement();
    }

    private void Value(string element, string value) => Element(element, ("val", value));

    private void Element(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(element, W);
        foreach (var (name, value) in attributes) xml.WriteAttributeString(name, W, value);
        xml.WriteEndElement();
    }
}
