using System.Globalization;
using System.Xml;
using Gongkai.Documents.Layout;

namespace Gongkai.Documents.Excel;

/// <summary>一个工作表：正文一段一行；或者一张表，合并的单元格照样合并。</summary>
internal sealed class ExcelSheet(XmlWriter xml, ExcelStyles styles)
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A4 一页放得下的总宽，单位是半角字符；缺宋体的机器上字要宽一些，所以留有余地。</summary>
    private const int PageWidth = 80;

    /// <summary>列比这多的表横着印（表四有十五列）。</summary>
    private const int MostUpright = 12;

    /// <summary>A4 横向一页放得下的总宽。</summary>
    private const int BroadPageWidth = 124;

    /// <summary>Excel 一个单元格最多 32,767 个字符；再长的段落写成几行。</summary>
    private const int LongestText = 32_000;

    /// <summary>列宽按 11 磅的字算，表里的字 10 磅，放得下的多一成。</summary>
    private const double SmallType = 1.1;

    private const double LineHeight = 15;
    private const double HighestRow = 409;

    public void WriteText(LayoutDocument document)
    {
        Start(0, [PageWidth]);
        var row = 0;
        TextRow(row++, ExcelStyles.Title, document.Title);
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case LayoutHeading heading:
                    TextRow(row++, ExcelStyles.Heading, heading.Text);
                    break;
                case LayoutParagraph paragraph:
                    foreach (var part in Parts(paragraph.Text)) TextRow(row++, ExcelStyles.Text, part);
                    break;
                case LayoutDocumentNumber number:
                    TextRow(row++, ExcelStyles.Text, number.Text);
                    break;
                case LayoutAddressee addressee:
                    TextRow(row++, ExcelStyles.Text, addressee.Text);
                    break;
                case LayoutClosing closing:
                    foreach (var line in closing.Lines) TextRow(row++, ExcelStyles.Closing, line);
                    break;
            }
        }

        End([], "");
    }

    public void WriteTable(LayoutTable table)
    {
        var total = table.Widths.Sum();
        var broad = table.Columns > MostUpright;
        double[] widths = [.. table.Widths.Select(width => Math.Max(5, (double)(broad ? BroadPageWidth : PageWidth) * width / total))];
        Start(table.HeaderRows, widths);
        // 先按行分好：两万行的表，不能每一格都从头找。
        var covering = table.Cells.SelectMany(cell => Enumerable.Range(cell.Row, cell.RowSpan).Select(row => (row, cell))).ToLookup(one => one.row, one => one.cell);
        for (var row = 0; row < table.Rows; row++)
        {
            RowStart(row, covering[row].Where(cell => cell.RowSpan == 1)
                .Max(cell => (double?)Height(cell.Text, SmallType * widths.AsSpan(cell.Column, cell.ColumnSpan).ToArray().Sum())) ?? LineHeight);
            // 被合并的格子也要写，否则没有边框。
            for (var column = 0; column < table.Columns; column++)
            {
                var cell = covering[row].First(cell => cell.CoversColumn(column));
                var first = cell.Row == row && cell.Column == column;
                if (first && cell.Number is { } number) NumberCell(row, column, number);
                else TextCell(row, column, StyleOf(cell), first ? cell.Text : "");
            }

            xml.WriteEndElement();
        }

        End([.. table.Cells.Where(cell => cell.RowSpan > 1 || cell.ColumnSpan > 1)
            .Select(cell => $"{Name(cell.Row, cell.Column)}:{Name(cell.Row + cell.RowSpan - 1, cell.Column + cell.ColumnSpan - 1)}")], table.Caption, broad);
    }

    private int StyleOf(LayoutCell cell) => cell.Role switch
    {
        LayoutRole.Band => ExcelStyles.Band,
        LayoutRole.ColumnHeader => ExcelStyles.ColumnHeader,
        LayoutRole.RowHeader => ExcelStyles.RowHeader,
        _ => cell.Number is { } number ? styles.Number(number) : ExcelStyles.RawValue,
    };

    private void Start(int frozenRows, double[] widths)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetPr", Main);
        Element("pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();
        xml.WriteStartElement("sheetViews", Main);
        xml.WriteStartElement("sheetView", Main);
        xml.WriteAttributeString("showGridLines", "0");
        xml.WriteAttributeString("workbookViewId", "0");
        if (frozenRows > 0) Element("pane", ("ySplit", Whole(frozenRows)), ("topLeftCell", Name(frozenRows, 0)), ("activePane", "bottomLeft"), ("state", "frozen"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        Element("sheetFormatPr", ("defaultRowHeight", Number(LineHeight)));
        xml.WriteStartElement("cols", Main);
        for (var column = 0; column < widths.Length; column++)
            Element("col", ("min", Whole(column + 1)), ("max", Whole(column + 1)), ("width", Number(widths[column])), ("customWidth", "1"));
        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Main);
    }

    private void End(IReadOnlyCollection<string> merged, string caption, bool broad = false)
    {
        xml.WriteEndElement();
        if (merged.Count > 0)
        {
            xml.WriteStartElement("mergeCells", Main);
            xml.WriteAttributeString("count", Whole(merged.Count));
            foreach (var range in merged) Element("mergeCell", ("ref", range));
            xml.WriteEndElement();
        }

        Element("printOptions", ("horizontalCentered", "1"));
        Element("pageMargins", ("left", "0.7"), ("right", "0.7"), ("top", "0.9"), ("bottom", "0.8"), ("header", "0.4"), ("footer", "0.4"));
        Element("pageSetup", ("paperSize", "9"), ("orientation", broad ? "landscape" : "portrait"), ("fitToWidth", "1"), ("fitToHeight", "0"));
        xml.WriteStartElement("headerFooter", Main);
        if (caption.Length > 0) xml.WriteElementString("oddHeader", Main, $"&C{caption}");
        xml.WriteElementString("oddFooter", Main, "&C— &P —");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void TextRow(int row, int style, string text)
    {
        RowStart(row, style == ExcelStyles.Title ? 2 * LineHeight : Height(text, PageWidth));
        TextCell(row, 0, style, text);
        xml.WriteEndElement();
    }

    private void RowStart(int row, double height)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", Whole(row + 1));
        xml.WriteAttributeString("ht", Number(Math.Min(height, HighestRow)));
        xml.WriteAttributeString("customHeight", "1");
    }

    private void NumberCell(int row, int column, decimal value)
    {
        CellStart(row, column, styles.Number(value));
        xml.WriteElementString("v", Main, value.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private void TextCell(int row, int column, int style, string text)
    {
        CellStart(row, column, style);
        if (text.Length > 0)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(text);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void CellStart(int row, int column, int style)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", Name(row, column));
        xml.WriteAttributeString("s", Whole(style));
    }

    /// <summary>按字数估行高：汉字占两个半角字符。</summary>
    private static double Height(string text, double width)
    {
        var length = text.Sum(character => character > 0xFF ? 2 : 1);
        return (Math.Max(1, Math.Ceiling(length / Math.Max(1, width - 1))) * LineHeight) + 3;
    }

    private static IEnumerable<string> Parts(string text)
    {
        var start = 0;
        while (text.Length - start > LongestText)
        {
            var length = char.IsHighSurrogate(text[start + LongestText - 1]) ? LongestText - 1 : LongestText;
            yield return text.Substring(start, length);
            start += length;
        }

        yield return text[start..];
    }

    private static string Name(int row, int column) => $"{(char)('A' + column)}{Whole(row + 1)}";

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, Main);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }
}
