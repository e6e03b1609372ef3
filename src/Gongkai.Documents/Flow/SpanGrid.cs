namespace Gongkai.Documents.Flow;

/// <summary>
/// 按 HTML 的规则给单元格定坐标：每格放在本行第一个空位，跨度伸进别的格子时截短，
/// 跨行不出行组（thead、tbody、tfoot），<c>rowspan="0"</c> 到行组之末。
/// </summary>
internal sealed class SpanGrid(FlowBudget budget)
{
    // HTML 规定 colspan 至多 1000，rowspan 至多 65534；再大的当作写错。
    private const int MostColumnSpan = 1000;
    private const int MostRowSpan = 65534;

    // 列数到了这么多，跨度不再当真，免得一行里的许多 colspan="1000" 占满内存。
    private const int MostColumns = 10_000;

    private readonly List<PlacedCell> _cells = [];

    // 每一列被上面的格子占到哪一行（不含）。
    private readonly List<int> _occupiedUntil = [];
    private int _group;
    private int _row = -1;
    private int _column;

    public void BeginRow()
    {
        _row++;
        _column = 0;
    }

    public void Add(int rowSpan, int columnSpan, PieceList content)
    {
        if (_row < 0) BeginRow();
        while (Occupied(_column))
        {
            _column++;
            budget.Step();
        }

        var columns = 1;
        var mostColumns = _column < MostColumns ? Math.Clamp(columnSpan, 1, MostColumnSpan) : 1;
        while (columns < mostColumns && !Occupied(_column + columns)) columns++;
        var rows = rowSpan == 0 ? MostRowSpan : Math.Clamp(rowSpan, 1, MostRowSpan);
        while (_occupiedUntil.Count < _column + columns) _occupiedUntil.Add(0);
        for (var column = _column; column < _column + columns; column++) _occupiedUntil[column] = _row + rows;
        _cells.Add(new PlacedCell(_row, _column, rows, columns, content));
        _column += columns;
    }

    /// <summary>行组到此为止：上面没有跨完的格子截到这里。</summary>
    public void EndGroup()
    {
        var end = _row + 1;
        for (var at = _cells.Count - 1; at >= 0 && _cells[at].Row >= _group; at--)
            if (_cells[at].Row + _cells[at].RowSpan > end)
                _cells[at] = _cells[at] with { RowSpan = end - _cells[at].Row };
        _occupiedUntil.Clear();
        _group = end;
    }

    /// <summary>各单元格，按行、列排序。</summary>
    public IReadOnlyList<PlacedCell> Finish()
    {
        EndGroup();
        return _cells;
    }

    private bool Occupied(int column) => column < _occupiedUntil.Count && _occupiedUntil[column] > _row;
}
