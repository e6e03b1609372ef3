using System.Globalization;
using System.Xml;
using Gongkai.Documents.Layout;

namespace Gongkai.Documents.Excel;

/// <summary>工作簿里的样式。数字按它自己的小数位数显示，所以印着 2887.4500 的仍显示 2887.4500。</summary>
internal sealed class ExcelStyles
{
    public const int Text = 0;
    public const int Title = 1;
    public const int Heading = 2;
    public const int Closing = 3;
    public const int Band = 4;
    public const int ColumnHeader = 5;
    public const int RowHeader = 6;
    public const int RawValue = 7;
    private const int FirstNumber = 8;
    private const int FirstFormat = 164;

    /// <summary>用到的小数位数，从少到多；每种一个数字样式。</summary>
    private readonly int[] _scales;

    public ExcelStyles(IEnumerable<LayoutTable> tables) =>
        _scales = [.. tables.SelectMany(table => table.Cells).Where(cell => cell.Number is not null).Select(cell => (int)cell.Number!.Value.Scale).Append(0).Distinct().Order()];

    public int Number(decimal value) => FirstNumber + Array.IndexOf(_scales, value.Scale);

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", ExcelSheet.Main);
        List("numFmts", _scales, scale => Element("numFmt", ("numFmtId", Text10(FirstFormat + Array.IndexOf(_scales, scale))), ("formatCode", Format(scale))));
        List("fonts", Fonts, font =>
        {
            xml.WriteStartElement("font", ExcelSheet.Main);
            if (font.Bold) Element("b");
            Element("sz", ("val", font.Size));
            Element("name", ("val", font.Name));
            Element("charset", ("val", "134"));
            xml.WriteEndElement();
        });
        List("fills", Fills, pattern =>
        {
            xml.WriteStartElement("fill", ExcelSheet.Main);
            xml.WriteStartElement("patternFill", ExcelSheet.Main);
            xml.WriteAttributeString("patternType", pattern);
            if (pattern == "solid") Element("fgColor", ("rgb", "FFE7EDF5"));
            xml.WriteEndElement();
            xml.WriteEndElement();
        });
        List("borders", [false, true], framed =>
        {
            xml.WriteStartElement("border", ExcelSheet.Main);
            foreach (var side in Sides)
            {
                if (framed) Element(side, ("style", "thin"));
                else Element(side);
            }

            Element("diagonal");
            xml.WriteEndElement();
        });
        List("cellStyleXfs", [0], _ => Element("xf", ("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0")));
        List("cellXfs", [.. Fixed, .. _scales.Select((_, index) => new Look(3, 0, 1, "center", FirstFormat + index))], WriteLook);
        List("cellStyles", [0], _ => Element("cellStyle", ("name", "Normal"), ("xfId", "0"), ("builtinId", "0")));
        xml.WriteEndElement();

        void List<T>(string name, IReadOnlyCollection<T> items, Action<T> write)
        {
            xml.WriteStartElement(name, ExcelSheet.Main);
            xml.WriteAttributeString("count", Text10(items.Count));
            foreach (var item in items) write(item);
            xml.WriteEndElement();
        }

        void WriteLook(Look look)
        {
            xml.WriteStartElement("xf", ExcelSheet.Main);
            xml.WriteAttributeString("numFmtId", Text10(look.Format));
            xml.WriteAttributeString("fontId", Text10(look.Font));
            xml.WriteAttributeString("fillId", Text10(look.Fill));
            xml.WriteAttributeString("borderId", Text10(look.Border));
            xml.WriteAttributeString("xfId", "0");
            // 文字样式一律带引号前缀：在电子表格里编辑时，等号开头的文字也不会变成公式。
            if (look.Format == TextFormat) xml.WriteAttributeString("quotePrefix", "1");
            foreach (var aspect in Aspects) xml.WriteAttributeString(aspect, "1");
            Element("alignment", ("horizontal", look.Align), ("vertical", look.Border == 0 ? "top" : "center"), ("wrapText", "1"));
            xml.WriteEndElement();
        }

        void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
        {
            xml.WriteStartElement(name, ExcelSheet.Main);
            foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
            xml.WriteEndElement();
        }
    }

    /// <summary>内置的文本格式 “@”。</summary>
    private const int TextFormat = 49;

    private static readonly (string Name, string Size, bool Bold)[] Fonts =
        [("宋体", "11", false), ("宋体", "18", true), ("黑体", "12", false), ("宋体", "10", false)];

    /// <summary>头两种是格式规定必须有的。</summary>
    private static readonly string[] Fills = ["none", "gray125", "solid"];

    private static readonly string[] Sides = ["left", "right", "top", "bottom"];
    private static readonly string[] Aspects = ["applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment"];

    private static readonly Look[] Fixed =
    [
        new(0, 0, 0, "left", TextFormat),
        new(1, 0, 0, "center", TextFormat),
        new(2, 0, 0, "left", TextFormat),
        new(0, 0, 0, "right", TextFormat),
        new(3, 2, 1, "left", TextFormat),
        new(3, 0, 1, "center", TextFormat),
        new(3, 0, 1, "left", TextFormat),
        new(3, 0, 1, "center", TextFormat),
    ];

    private static string Format(int scale) => scale == 0 ? "0" : $"0.{new string('0', scale)}";

    private static string Text10(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Look(int Font, int Fill, int Border, string Align, int Format);
}
