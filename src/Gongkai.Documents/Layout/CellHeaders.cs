namespace Gongkai.Documents.Layout;

/// <summary>一格归哪些标题管：所在行的行标题、所在列的列标题、所在块的块标题。</summary>
internal static class CellHeaders
{
    public static IEnumerable<LayoutCell> Of(LayoutTable table, LayoutCell value)
    {
        var band = table.Cells.LastOrDefault(cell => cell.Role == LayoutRole.Band && cell.Row < value.Row);
        var top = band?.Row ?? 0;
        return table.Cells.Where(cell => cell == band
            || (cell.Role == LayoutRole.ColumnHeader && cell.Row >= top && cell.Row < value.Row && cell.CoversColumn(value.Column))
            || (cell.Role == LayoutRole.RowHeader && cell.CoversRow(value.Row)));
    }
}
