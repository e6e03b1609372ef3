namespace Gongkai.Documents.Flow;

/// <summary>
/// 把有坐标的单元格变成块。数据表成为一张 <see cref="TablePiece"/>；用来排版的行（单元格里套着表格，或装着大段文章）
/// 拆开，按单元格的次序接在正文里；每行只有一格的也只是文字。
/// </summary>
internal static class TableFlow
{
    // 官方表格里最长的标签不到 60 字；一个单元格的字数超过它，就是文章。
    private const int ProseLength = 200;

    public static void Emit(IReadOnlyList<PlacedCell> cells, PieceList target, FlowBudget budget)
    {
        budget.Spend(cells.Count);
        var start = 0;
        while (start < cells.Count)
        {
            var flowing = RowFlows(cells, start);
            var end = start;
            do end = EndOfRow(cells, end);
            while (end < cells.Count && RowFlows(cells, end) == flowing);
            if (flowing || !HasColumns(cells, start, end))
                for (var at = start; at < end; at++)
                    target.AddAll(cells[at].Content);
            else target.AddTable(ToTable(cells, start, end));
            start = end;
        }
    }

    private static int EndOfRow(IReadOnlyList<PlacedCell> cells, int start)
    {
        var end = start + 1;
        while (end < cells.Count && cells[end].Row == cells[start].Row) end++;
        return end;
    }

    private static bool RowFlows(IReadOnlyList<PlacedCell> cells, int start)
    {
        for (var at = start; at < cells.Count && cells[at].Row == cells[start].Row; at++)
            if (cells[at].Content.HasTable || cells[at].Content.TextLength > ProseLength)
                return true;
        return false;
    }

    private static bool HasColumns(IReadOnlyList<PlacedCell> cells, int start, int end)
    {
        for (var at = start + 1; at < end; at++)
            if (cells[at].Row == cells[at - 1].Row)
                return true;
        return false;
    }

    // 没有单元格从那里开始的行与列，只是跨度里的空档：去掉之后表的样子不变，colspan="1000" 也不会占地方。
    private static TablePiece ToTable(IReadOnlyList<PlacedCell> cells, int start, int end)
    {
        var rows = Starts(cells, start, end, static cell => cell.Row);
        var columns = Starts(cells, start, end, static cell => cell.Column);
        var result = new TableCell[end - start];
        for (var at = start; at < end; at++)
        {
            var cell = cells[at];
            var (row, rowSpan) = Span(rows, cell.Row, cell.RowSpan);
            var (column, columnSpan) = Span(columns, cell.Column, cell.ColumnSpan);
            result[at - start] = new TableCell(row, column, rowSpan, columnSpan, cell.Content.JoinLines());
        }

        return new TablePiece(rows.Length, columns.Length, result);
    }

    private static int[] Starts(IReadOnlyList<PlacedCell> cells, int start, int end, Func<PlacedCell, int> line)
    {
        var starts = new int[end - start];
        for (var at = start; at < end; at++) starts[at - start] = line(cells[at]);
        Array.Sort(starts);
        var distinct = 1;
        for (var at = 1; at < starts.Length; at++)
            if (starts[at] != starts[distinct - 1])
                starts[distinct++] = starts[at];
        return starts[..distinct];
    }

    private static (int Start, int Span) Span(int[] starts, int start, int span)
    {
        var first = Array.BinarySearch(starts, start);
        var last = first + 1;
        while (last < starts.Length && starts[last] < start + span) last++;
        return (first, last - first);
    }
}
