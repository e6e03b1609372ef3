using System.Text;
using Gongkai.Documents.Excel;
using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Inspection;

/// <summary>一张工作表里看不见的格：隐藏的行与列、白字、小字、“;;;”；整张隐藏的，全部都是。</summary>
internal sealed class SheetTraces(string name, bool isHidden, ExcelLooks looks, CellValues values, FlowBudget budget)
{
    /// <summary>一处最多并成这么长，再长只留开头：全文照文字查时已经够认出是什么。</summary>
    private const int LongestMerged = 200_000;

    private readonly List<(int First, int Last)> _columns = [];
    private readonly List<Unseen> _unseen = [];
    private readonly List<MergedRange> _merged = [];
    private readonly List<MergedRange> _tables = [];

    /// <summary>看不见的一格。</summary>
    private readonly record struct Unseen(int Row, int Column, HiddenHow How, string Text);

    /// <summary>页眉页脚。</summary>
    public List<AsideText> Asides { get; } = [];

    public void Table(MergedRange range) => _tables.Add(range);

    public IEnumerable<HiddenText> Read(XmlCursor xml)
    {
        for (var depth = xml.Enter(); xml.Next(depth);)
            switch (xml.Name)
            {
                case "cols":
                    Columns(xml);
                    break;
                case "sheetData":
                    Rows(xml);
                    break;
                case "mergeCells":
                    for (var inner = xml.Enter(); xml.Next(inner);)
                        if (CellReference.Range(xml.Attribute("ref")) is { } range) _merged.Add(range);
                    break;
                case "headerFooter":
                    for (var inner = xml.Enter(); xml.Next(inner);)
                        Asides.Add(new AsideText(Say($"工作表“{name}”的页眉页脚", $"header or footer of sheet “{name}”"), xml.Text()));
                    break;
            }

        return Merged();
    }

    private void Columns(XmlCursor xml)
    {
        for (var depth = xml.Enter(); xml.Next(depth);)
            if (IsHidden(xml) && int.TryParse(xml.Attribute("min"), out var first) && int.TryParse(xml.Attribute("max"), out var last))
                _columns.Add((first - 1, last - 1));
    }

    private void Rows(XmlCursor xml)
    {
        var row = -1;
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name != "row") continue;
            row = int.TryParse(xml.Attribute("r"), out var number) ? number - 1 : row + 1;
            var hidden = IsHidden(xml);
            var column = -1;
            for (var inner = xml.Enter(); xml.Next(inner);)
            {
                if (xml.Name != "c") continue;
                column = CellReference.Column(xml.Attribute("r")) ?? column + 1;
                var style = int.TryParse(xml.Attribute("s"), out var index) ? index : 0;
                var how = isHidden ? HiddenHow.Sheet
                    : hidden ? HiddenHow.Row
                    : _columns.Exists(range => range.First <= column && column <= range.Last) ? HiddenHow.Column
                    : looks.Of(style);
                if (how is null || SheetReader.ReadCell(xml, values) is not { Length: > 0 } text) continue;
                budget.Spend(1);
                _unseen.Add(new Unseen(row, column, how.Value, text));
            }
        }
    }

    /// <summary>同一行、同一列、同一张表里的并成一处。</summary>
    private IEnumerable<HiddenText> Merged()
    {
        if (isHidden) return [new HiddenText(Say($"工作表“{name}”", $"sheet “{name}”"), HiddenHow.Sheet, _unseen.Count == 0 ? name : Text(_unseen))];
        return _unseen.Where(IsUnseen)
            .GroupBy(one => (one.How, Line: one.How == HiddenHow.Column ? one.Column : one.Row))
            .Select(group => new HiddenText(
                Say($"工作表“{name}”", $"sheet “{name}”") + (group.Key.How == HiddenHow.Column ? Say($"第{group.Key.Line + 1}列", $", column {group.Key.Line + 1}") : Say($"第{group.Key.Line + 1}行", $", row {group.Key.Line + 1}")), group.Key.How, Text(group)));
    }

    /// <summary>合并的区域只要露出一部分，左上角那格就看得见；表格样式给表头铺了底色，白字看得见。</summary>
    private bool IsUnseen(Unseen cell) => cell.How switch
    {
        HiddenHow.White => !_tables.Exists(range => Contains(range, cell)),
        HiddenHow.Row => !_merged.Exists(range => Contains(range, cell) && range.Bottom > range.Top),
        HiddenHow.Column => !_merged.Exists(range => Contains(range, cell) && range.Right > range.Left && !IsWhollyHidden(range)),
        _ => true,
    };

    private bool IsWhollyHidden(MergedRange range) => _columns.Exists(hidden => hidden.First <= range.Left && range.Right <= hidden.Last);

    private static bool Contains(MergedRange range, Unseen cell) =>
        range.Top <= cell.Row && cell.Row <= range.Bottom && range.Left <= cell.Column && cell.Column <= range.Right;

    private static string Text(IEnumerable<Unseen> cells)
    {
        var text = new StringBuilder();
        var row = -1;
        foreach (var cell in cells)
        {
            if (text.Length > LongestMerged) break;
            if (row >= 0) text.Append(cell.Row == row ? '\t' : '\n');
            row = cell.Row;
            text.Append(cell.Text);
        }

        return text.ToString();
    }

    private static bool IsHidden(XmlCursor xml) => xml.Attribute("hidden") is "1" or "true";
}
