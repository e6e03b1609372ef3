using System.Globalization;
using System.Xml;
using Gongkai.Documents.Layout;

namespace Gongkai.Documents.Word;

/// <summary>docx 的一张表：固定列宽、满版心，表头行换页重复，一组行不断开；单线框。</summary>
internal sealed class WordTable(XmlWriter xml)
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>版心宽 156 毫米，单位二十分之一磅。</summary>
    private const int TextWidth = 8844;

    /// <summary>换页以后，下一页至少有这么多行。</summary>
    private const int FewestRows = 3;

    private static readonly string[] Sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
    private static readonly string[] InnerSides = ["left", "right"];

    private int[] _widths = [];

    public void Write(LayoutTable table)
    {
        _widths = WidthsOf(table);
        xml.WriteStartElement("tbl", W);
        Properties(table);
        xml.WriteStartElement("tblGrid", W);
        foreach (var width in _widths) Element("gridCol", ("w", Number(width)));
        xml.WriteEndElement();
        for (var row = 0; row < table.Rows; row++) Row(table, row);
        xml.WriteEndElement();
    }

    /// <summary>相对宽度折成绝对宽度，合起来恰好是版心的宽。</summary>
    private static int[] WidthsOf(LayoutTable table)
    {
        var total = table.Widths.Sum();
        var widths = table.Widths.Select(width => TextWidth * width / total).ToArray();
        widths[^1] += TextWidth - widths.Sum();
        return widths;
    }

    private void Properties(LayoutTable table)
    {
        xml.WriteStartElement("tblPr", W);
        Element("tblW", ("w", Number(TextWidth)), ("type", "dxa"));
        Element("jc", ("val", "center"));
        xml.WriteStartElement("tblBorders", W);
        foreach (var side in Sides)
            Element(side, ("val", "single"), ("sz", "4"), ("space", "0"), ("color", "000000"));
        xml.WriteEndElement();
        Element("tblLayout", ("type", "fixed"));
        xml.WriteStartElement("tblCellMar", W);
        foreach (var side in InnerSides) Element(side, ("w", "28"), ("type", "dxa"));
        xml.WriteEndElement();
        Element("tblLook", ("val", "04A0"));
        Element("tblCaption", ("val", table.Caption));
        xml.WriteEndElement();
    }

    private void Row(LayoutTable table, int row)
    {
        xml.WriteStartElement("tr", W);
        xml.WriteStartElement("trPr", W);
        Element("cantSplit");
        if (row < table.HeaderRows) Element("tblHeader");
        xml.WriteEndElement();
        var keep = !MayBreakAfter(table, row);
        for (var column = 0; column < table.Columns;)
        {
            var cell = table.Cells.First(cell => cell.CoversRow(row) && cell.CoversColumn(column));
            Cell(cell, row, keep);
            column += cell.ColumnSpan;
        }

        xml.WriteEndElement();
    }

    /// <summary>
    /// 换页断在哪一行之后：有块标题的表断在两块之间；别的表不断在一组之中（“（三）不予公开”的八行），
    /// 表头下至少两行，末尾几行不单独到下一页。
    /// </summary>
    private static bool MayBreakAfter(LayoutTable table, int row)
    {
        if (table.Cells.Any(cell => cell.Role == LayoutRole.Band)) return table.Cells.Any(cell => cell.Row == row + 1 && cell.Role == LayoutRole.Band) || row == table.Rows - 1;
        if (row <= table.HeaderRows || row + FewestRows >= table.Rows) return row == table.Rows - 1;
        return !table.Cells.Any(cell => cell.Role == LayoutRole.RowHeader && cell.Column > 0 && cell.CoversRow(row) && cell.CoversRow(row + 1));
    }

    /// <param name="keep">与下一行同页。</param>
    private void Cell(LayoutCell cell, int row, bool keep)
    {
        xml.WriteStartElement("tc", W);
        xml.WriteStartElement("tcPr", W);
        Element("tcW", ("w", Number(_widths.AsSpan(cell.Column, cell.ColumnSpan).ToArray().Sum())), ("type", "dxa"));
        if (cell.ColumnSpan > 1) Element("gridSpan", ("val", Number(cell.ColumnSpan)));
        if (cell.RowSpan > 1) Element("vMerge", ("val", row == cell.Row ? "restart" : "continue"));
        if (cell.Role == LayoutRole.Band) Element("shd", ("val", "clear"), ("color", "auto"), ("fill", "E7EDF5"));
        Element("vAlign", ("val", "center"));
        xml.WriteEndElement();
        xml.WriteStartElement("p", W);
        xml.WriteStartElement("pPr", W);
        Element("pStyle", ("val", cell.Role is LayoutRole.RowHeader or LayoutRole.Band ? "TableLabel" : "TableText"));
        if (keep) Element("keepNext");
        xml.WriteEndElement();
        if (row == cell.Row && cell.Text.Length > 0) WordBody.Run(xml, cell.Text);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private void Element(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(element, W);
        foreach (var (name, value) in attributes) xml.WriteAttributeString(name, W, value);
        xml.WriteEndElement();
    }
}
