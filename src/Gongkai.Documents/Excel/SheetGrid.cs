using Gongkai.Documents.Flow;

namespace Gongkai.Documents.Excel;

/// <summary>
/// 把工作表变成一张表：范围只到有字的地方，范围内没有字的格是空格，合并区域只有左上一格。
/// 行列照原来的编号；稀疏得占地太大的（一个字在第一百万行），去掉空行空列。
/// </summary>
internal static class SheetGrid
{
    public static TableBlock? ToTable(Sheet sheet, FlowBudget budget, Place place)
    {
        if (sheet.Cells.Count == 0) return null;
        var (rows, columns) = Size(sheet);
        if ((long)rows * columns > budget.Limits.Blocks)
        {
            sheet = Compact(sheet);
            (rows, columns) = Size(sheet);
        }

        if ((long)rows * columns > budget.Limits.Blocks) throw new LimitException(Unreadable.TooManyBlocks(budget.Limits.Blocks));
        budget.Spend(rows * columns);
        return new TableBlock(rows, columns, Fill(sheet, rows, columns, budget), place);
    }

    private static (int Rows, int Columns) Size(Sheet sheet) =>
        (sheet.Cells.Max(cell => cell.Row) + 1, sheet.Cells.Max(cell => cell.Column) + 1);

    private static Sheet Compact(Sheet sheet)
    {
        var rows = Used(sheet.Cells.Select(cell => cell.Row));
        var columns = Used(sheet.Cells.Select(cell => cell.Column));
        return sheet with
        {
            Cells = sheet.Cells.ConvertAll(cell => cell with { Row = At(rows, cell.Row), Column = At(columns, cell.Column) }),
            Merged = sheet.Merged.ConvertAll(range => new MergedRange(
                At(rows, range.Top), At(columns, range.Left), At(rows, range.Bottom + 1) - 1, At(columns, range.Right + 1) - 1)),
        };

        static int[] Used(IEnumerable<int> lines) => [.. lines.Distinct().Order()];

        static int At(int[] used, int line) => Array.BinarySearch(used, line) is var at && at >= 0 ? at : ~at;
    }

    private static TableCell[] Fill(Sheet sheet, int rows, int columns, FlowBudget budget)
    {
        var texts = new string?[rows * columns];
        foreach (var cell in sheet.Cells) texts[(cell.Row * columns) + cell.Column] = cell.Text;
        var covered = new bool[rows * columns];
        var spans = new Dictionary<int, (int Rows, int Columns)>();
        foreach (var range in sheet.Merged)
            if (IsFree(range, rows, columns, covered, spans, budget))
                Cover(range, rows, columns, covered, spans);

        var cells = new List<TableCell>(rows * columns);
        for (var at = 0; at < texts.Length; at++)
        {
            if (covered[at]) continue;
            var (rowSpan, columnSpan) = spans.GetValueOrDefault(at, (1, 1));
            cells.Add(new TableCell(at / columns, at % columns, rowSpan, columnSpan, texts[at] ?? ""));
        }

        return [.. cells];
    }

    // 坏文件里会有互相重叠的合并区域：后来的不算。
    private static bool IsFree(
        MergedRange range, int rows, int columns, bool[] covered, Dictionary<int, (int Rows, int Columns)> spans, FlowBudget budget)
    {
        for (var row = range.Top; row <= Math.Min(range.Bottom, rows - 1); row++)
            for (var column = range.Left; column <= Math.Min(range.Right, columns - 1); column++)
            {
                budget.Step();
                if (covered[(row * columns) + column] || spans.ContainsKey((row * columns) + column)) return false;
            }

        return true;
    }

    private static void Cover(
        MergedRange range, int rows, int columns, bool[] covered, Dictionary<int, (int Rows, int Columns)> spans)
    {
        var bottom = Math.Min(range.Bottom, rows - 1);
        var right = Math.Min(range.Right, columns - 1);
        if (bottom < range.Top || right < range.Left) return;
        for (var row = range.Top; row <= bottom; row++) covered.AsSpan((row * columns) + range.Left, right - range.Left + 1).Fill(true);
        var corner = (range.Top * columns) + range.Left;
        covered[corner] = false;
        spans.Add(corner, (bottom - range.Top + 1, right - range.Left + 1));
    }
}
