using System.IO.Compression;
using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Excel;

/// <summary>工作表里的一格，行列从 0 起。</summary>
internal readonly record struct SheetCell(int Row, int Column, string Text);

/// <summary>合并的区域，四边都包括在内。</summary>
internal readonly record struct MergedRange(int Top, int Left, int Bottom, int Right);

/// <summary>读出的一张工作表：有字的格、合并的区域、隐藏的行列有几处、没有存着结果的公式在哪几格。</summary>
internal sealed record Sheet(List<SheetCell> Cells, List<MergedRange> Merged, int HiddenLines, List<string> UnsavedFormulas);

/// <summary>读一张工作表（sheetN.xml）。</summary>
internal static class SheetReader
{
    // 说出几格就够了。
    private const int MostUnsaved = 5;

    public static Sheet Read(ZipArchiveEntry entry, CellValues values, FlowBudget budget)
    {
        var cells = new List<SheetCell>();
        var merged = new List<MergedRange>();
        var unsaved = new List<string>();
        var hidden = 0;
        using var xml = XmlCursor.Open(entry, budget);
        for (var depth = xml.Enter(); xml.Next(depth);)
            switch (xml.Name)
            {
                case "cols":
                    for (var inner = xml.Enter(); xml.Next(inner);) hidden += IsHidden(xml) ? 1 : 0;
                    break;
                case "sheetData":
                    hidden += ReadRows(xml, cells, unsaved, values, budget);
                    break;
                case "mergeCells":
                    for (var inner = xml.Enter(); xml.Next(inner);)
                        if (CellReference.Range(xml.Attribute("ref")) is { } range)
                        {
                            budget.Spend(1);
                            merged.Add(range);
                        }

                    break;
            }

        return new Sheet(cells, merged, hidden, unsaved);
    }

    /// <returns>隐藏的行有几行。</returns>
    private static int ReadRows(XmlCursor xml, List<SheetCell> cells, List<string> unsaved, CellValues values, FlowBudget budget)
    {
        var (row, hidden) = (-1, 0);
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name != "row") continue;
            row = int.TryParse(xml.Attribute("r"), out var number) && number is > 0 and <= CellReference.MostRows ? number - 1 : row + 1;
            hidden += IsHidden(xml) ? 1 : 0;
            var column = -1;
            for (var inner = xml.Enter(); xml.Next(inner);)
            {
                if (xml.Name != "c") continue;
                var name = xml.Attribute("r");
                column = CellReference.Column(name) ?? column + 1;
                var text = ReadCell(xml, values, out var isUnsaved);
                if (isUnsaved && unsaved.Count < MostUnsaved) unsaved.Add(name ?? "");
                if (text.Length == 0) continue;
                budget.Spend(1);
                cells.Add(new SheetCell(row, column, text));
            }
        }

        return hidden;
    }

    /// <summary>读一格的值。</summary>
    public static string ReadCell(XmlCursor xml, CellValues values) => ReadCell(xml, values, out _);

    /// <summary>读一格的值，和它是不是没有存着结果的公式（由程序写出、没有用表格软件打开过的）。</summary>
    private static string ReadCell(XmlCursor xml, CellValues values, out bool isUnsaved)
    {
        var isFormula = false;
        var type = xml.Attribute("t");
        var style = int.TryParse(xml.Attribute("s"), out var number) ? number : 0;
        string? value = null;
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name == "v") value = xml.Text();
            else if (xml.Name == "is") value = SharedStrings.RichText(xml);
            else if (xml.Name == "f") isFormula = true;
        }

        isUnsaved = isFormula && value is null;
        return string.IsNullOrEmpty(value) ? "" : values.Text(type, style, value);
    }

    private static bool IsHidden(XmlCursor xml) => xml.Attribute("hidden") is "1" or "true";
}
