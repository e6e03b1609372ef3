using System.Globalization;
using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Inspection;

/// <summary>各单元格样式看不看得见：白字（没有底色）、不大于一磅的字、写成“;;;”的数字格式。</summary>
internal sealed class ExcelLooks
{
    private const double TinyPoints = 1;

    /// <summary>索引颜色里的白。</summary>
    private static readonly string[] WhiteIndexes = ["1", "9"];

    private readonly List<HiddenHow?> _fonts = [];
    private readonly List<bool> _dark = [];
    private readonly HashSet<string> _blankFormats = new(StringComparer.Ordinal);
    private readonly List<HiddenHow?> _cells = [];

    /// <summary>样式号的单元格怎样看不见；看得见时为空。</summary>
    public HiddenHow? Of(int style) => style >= 0 && style < _cells.Count ? _cells[style] : null;

    public static ExcelLooks Read(ZipParts parts, FlowBudget budget)
    {
        var looks = new ExcelLooks();
        if (parts.Find("xl/styles.xml") is not { } entry) return looks;
        using var xml = XmlCursor.Open(entry, budget);
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            var group = xml.Name;
            if (group is not ("numFmts" or "fonts" or "fills" or "cellXfs")) continue;
            for (var inner = xml.Enter(); xml.Next(inner);)
                switch (group)
                {
                    case "numFmts":
                        if (IsBlank(xml.Attribute("formatCode") ?? "")) looks._blankFormats.Add(xml.Attribute("numFmtId") ?? "");
                        break;
                    case "fonts":
                        looks._fonts.Add(Font(xml));
                        break;
                    case "fills":
                        looks._dark.Add(IsDark(xml));
                        break;
                    default:
                        looks._cells.Add(looks.Cell(xml.Attribute("fontId"), xml.Attribute("fillId"), xml.Attribute("numFmtId")));
                        break;
                }
        }

        return looks;
    }

    /// <summary>一种字体（font 或 rPr）怎样看不见；看得见时为空。</summary>
    public static HiddenHow? Font(XmlCursor xml)
    {
        HiddenHow? how = null;
        for (var depth = xml.Enter(); xml.Next(depth);)
            if (xml.Name == "sz" && Number(xml.Attribute("val")) is > 0 and <= TinyPoints) how = HiddenHow.Tiny;
            else if (xml.Name == "color" && IsWhite(xml)) how ??= HiddenHow.White;
        return how;
    }

    private HiddenHow? Cell(string? font, string? fill, string? format)
    {
        if (_blankFormats.Contains(format ?? "")) return HiddenHow.Format;
        var how = Of(_fonts, font);
        return how == HiddenHow.White && Of(_dark, fill) ? null : how;
    }

    private static T? Of<T>(List<T> list, string? index) =>
        int.TryParse(index, out var at) && at >= 0 && at < list.Count ? list[at] : default;

    private static bool IsBlank(string format) => format.Length > 0 && format.Trim().Trim(';').Length == 0;

    /// <summary>主题色 0 是背景色，通常是白；带明暗的已不是白。</summary>
    private static bool IsWhite(XmlCursor xml) =>
        Whiteness.IsWhite(xml.Attribute("rgb"))
        || (xml.Attribute("theme") == "0" && Number(xml.Attribute("tint")) >= 0 - 0.04)
        || WhiteIndexes.Contains(xml.Attribute("indexed"), StringComparer.Ordinal);

    private static bool IsDark(XmlCursor xml)
    {
        var dark = false;
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name == "gradientFill") dark = true;
            if (xml.Name != "patternFill" || xml.Attribute("patternType") is null or "none") continue;
            dark = true;
            if (xml.Attribute("patternType") != "solid") continue;
            for (var inner = xml.Enter(); xml.Next(inner);)
                if (xml.Name == "fgColor" && IsWhite(xml)) dark = false;
        }

        return dark;
    }

    private static double Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
