using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Word;

/// <summary>读一张表（w:tbl）：gridBefore、gridSpan 定列，vMerge 定跨行。</summary>
internal sealed class TableReader(XmlCursor xml, BodyReader body)
{
    // Word 的表至多 63 列；再大的跨度是写错。
    private const int MostSpan = 63;

    private readonly List<PlacedCell> _cells = [];
    private readonly List<RowCell> _rowCells = [];

    // 每一列上正在向下合并的单元格，在 _cells 里的位置。
    private Dictionary<int, int> _merging = [];
    private int _row;
    private int _column;
    private bool _rowDeleted;

    private enum Merge
    {
        None,
        Start,
        Continue,
    }

    private readonly record struct RowCell(int Column, int Span, Merge Merge, PieceList Content);

    public void Read()
    {
        Rows();
        body.EmitTable(_cells);
    }

    private void Rows()
    {
        for (var depth = xml.Enter(); xml.Next(depth);)
            switch (xml.Name)
            {
                case "tr":
                    Row();
                    break;
                case "sdt":
                    ContentControl.Read(xml, Rows);
                    break;
                case "customXml":
                    Rows();
                    break;
            }
    }

    // 先收齐一行再定位：整行可能是修订里删去的，那就不占位置。
    private void Row()
    {
        _column = 0;
        _rowDeleted = false;
        _rowCells.Clear();
        Cells();
        if (!_rowDeleted) PlaceRow();
    }

    private void Cells()
    {
        for (var depth = xml.Enter(); xml.Next(depth);)
            switch (xml.Name)
            {
                case "trPr":
                    RowProperties();
                    break;
                case "tc":
                    Cell();
                    break;
                case "sdt":
                    ContentControl.Read(xml, Cells);
                    break;
                case "customXml":
                    Cells();
                    break;
            }
    }

    private void RowProperties()
    {
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name == "gridBefore") _column += Math.Clamp(xml.Number(0), 0, MostSpan);
            if (xml.Name is not ("del" or "ins")) continue;
            body.Counts.Revisions++;
            _rowDeleted |= xml.Name == "del";
        }
    }

    private void Cell()
    {
        var (span, merge, joined) = (1, Merge.None, false);
        var content = body.Collect(() =>
        {
            for (var depth = xml.Enter(); xml.Next(depth);)
                if (xml.Name == "tcPr") (span, merge, joined) = CellProperties();
                else body.Block();
        });
        if (joined && _rowCells.Count > 0)
            _rowCells[^1] = _rowCells[^1] with { Span = _rowCells[^1].Span + span };
        else _rowCells.Add(new RowCell(_column, span, merge, content));
        _column += span;
    }

    /// <summary>跨几列；上下怎样合并；是否并入左边一格（hMerge，旧式写法）。</summary>
    private (int Span, Merge Merge, bool Joined) CellProperties()
    {
        var (span, merge, joined) = (1, Merge.None, false);
        for (var depth = xml.Enter(); xml.Next(depth);)
            switch (xml.Name)
            {
                case "gridSpan":
                    span = Math.Clamp(xml.Number(1), 1, MostSpan);
                    break;
                case "vMerge":
                    merge = xml.Value() == "restart" ? Merge.Start : Merge.Continue;
                    break;
                case "hMerge":
                    joined = xml.Value() != "restart";
                    break;
            }

        return (span, merge, joined);
    }

    private void PlaceRow()
    {
        var merging = new Dictionary<int, int>();
        foreach (var (column, span, merge, content) in _rowCells)
        {
            // 上面没有同样宽的一格可以接着合并时，它自成一格，内容不丢。
            if (merge == Merge.Continue && _merging.TryGetValue(column, out var above) && _cells[above].ColumnSpan == span)
            {
                _cells[above] = _cells[above] with { RowSpan = _cells[above].RowSpan + 1 };
                merging[column] = above;
                continue;
            }

            if (merge != Merge.None) merging[column] = _cells.Count;
            _cells.Add(new PlacedCell(_row, column, 1, span, content));
        }

        _merging = merging;
        _row++;
    }
}
