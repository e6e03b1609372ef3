using System.Xml.Linq;
using Gongkai.Documents.Excel;
using Gongkai.Documents.Flow;
using Gongkai.Documents.Inspection;

namespace Gongkai.Documents.Cleaning;

/// <summary>净化一张工作表：隐藏的行列与看不见的格清空（位置与样式留着），公式换成算好的数。</summary>
internal sealed class SheetCleaner(XElement root, ExcelLooks looks, List<MergedRange> tables, HashSet<int> strings, FlowBudget budget, RemovedMatter removed)
{
    private static readonly string[] Gone =
        ["legacyDrawing", "legacyDrawingHF", "oleObjects", "controls", "customSheetViews", "scenarios", "dataValidations", "protectedRanges", "webPublishItems", "smartTags", "customProperties", "dataConsolidate", "phoneticPr", "cellWatches"];

    /// <summary>扩展里只有条件格式与迷你图是画在表上的。</summary>
    private static readonly string[] Drawn = ["conditionalFormattings", "sparklineGroups"];

    private readonly List<(int First, int Last)> _columns = [];
    private readonly List<MergedRange> _merged = [];

    public void Clean()
    {
        foreach (var column in Children("cols").Where(IsHidden))
            if (int.TryParse((string?)column.Attribute("min"), out var first) && int.TryParse((string?)column.Attribute("max"), out var last)) _columns.Add((first - 1, last - 1));
        foreach (var range in Children("mergeCells"))
            if (CellReference.Range((string?)range.Attribute("ref")) is { } merged) _merged.Add(merged);
        var number = -1;
        foreach (var row in Children("sheetData"))
        {
            number = int.TryParse((string?)row.Attribute("r"), out var given) ? given - 1 : number + 1;
            CleanRow(row, number);
        }

        foreach (var element in root.Descendants().Where(element => Gone.Contains(element.Name.LocalName, StringComparer.Ordinal) || element.Name.LocalName == "filterColumn" || IsUndrawnExtension(element)).ToList()) element.Remove();
        foreach (var empty in root.Elements().Where(element => element.Name.LocalName == "extLst" && !element.HasElements).ToList()) empty.Remove();
        root.Elements().FirstOrDefault(element => element.Name.LocalName == "sheetPr")?.Attribute("codeName")?.Remove();
    }

    private void CleanRow(XElement row, int number)
    {
        var (hidden, column) = (IsHidden(row), -1);
        foreach (var cell in row.Elements().Where(element => element.Name.LocalName == "c").ToList())
        {
            budget.Step();
            column = CellReference.Column((string?)cell.Attribute("r")) ?? column + 1;
            cell.Attribute("cm")?.Remove();
            cell.Attribute("vm")?.Remove();
            foreach (var formula in cell.Elements().Where(element => element.Name.LocalName == "f").ToList())
            {
                removed.Add(Say("公式（换成了算好的数）", "formulas (replaced by their results)"));
                formula.Remove();
            }

            if (cell.HasElements && IsUnseen(cell, number, column, hidden))
            {
                removed.Add(Say("看不见的单元格", "cells that cannot be seen"));
                cell.RemoveNodes();
                cell.Attribute("t")?.Remove();
            }
            else if ((string?)cell.Attribute("t") == "s" && int.TryParse(cell.Elements().FirstOrDefault(element => element.Name.LocalName == "v")?.Value, out var index)) strings.Add(index);
        }
    }

    /// <summary>与查的时候同一个道理：露出一部分的合并单元格、表格样式里的白字，看得见。</summary>
    private bool IsUnseen(XElement cell, int row, int column, bool hidden)
    {
        if (hidden && !_merged.Exists(range => Contains(range, row, column) && range.Bottom > range.Top)) return true;
        if (_columns.Exists(range => range.First <= column && column <= range.Last)
            && !_merged.Exists(range => Contains(range, row, column) && range.Right > range.Left && !_columns.Exists(one => one.First <= range.Left && range.Right <= one.Last))) return true;
        var how = looks.Of(int.TryParse((string?)cell.Attribute("s"), out var style) ? style : 0);
        return how is not null && (how != HiddenHow.White || !tables.Exists(range => Contains(range, row, column)));
    }

    private static bool Contains(MergedRange range, int row, int column) => range.Top <= row && row <= range.Bottom && range.Left <= column && column <= range.Right;

    private IEnumerable<XElement> Children(string name) => root.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Elements() ?? [];

    private static bool IsHidden(XElement element) => (string?)element.Attribute("hidden") is "1" or "true";

    private static bool IsUndrawnExtension(XElement element) =>
        element.Name.LocalName == "ext" && element.Parent?.Parent?.Name.LocalName == "worksheet" && !element.Elements().Any(inner => Drawn.Contains(inner.Name.LocalName, StringComparer.Ordinal));
}
