using Gongkai.Documents;

namespace Gongkai.AnnualReports.Reading.Flat;

/// <summary>有坐标的页面变成行：表三的数按列对齐（空格子也在），折成几行的标签归到它的数那一行；其余照行读。</summary>
internal static class PlacedRows
{
    /// <summary>表三的列数：满一行七个数，才看得出各列的位置。</summary>
    private const int Columns = 7;

    public static void Add(FlatTextBuilder builder, PlacedPage page)
    {
        var place = new Place(Page: page.Number);
        var lines = PlacedLine.Of(page);
        lines.RemoveAll(line => line.IsPageNumber);
        if (PlacedTable.Find(lines, Columns) is not { } table)
        {
            foreach (var line in lines) builder.AddLine(PlacedLine.Join(line.Words), place);
            return;
        }

        var row = 0;
        foreach (var line in lines)
        {
            for (; row < table.Rows.Count && table.Rows[row].Middle <= line.Middle; row++) AddRow(builder, table.Rows[row], place);
            var rest = line.Words.Where(word => !table.Taken.Contains(word)).ToList();
            if (rest.Count > 0) builder.AddLine(PlacedLine.Join(rest), place);
        }

        for (; row < table.Rows.Count; row++) AddRow(builder, table.Rows[row], place);
    }

    private static void AddRow(FlatTextBuilder builder, PlacedTableRow row, Place place)
    {
        var cells = new List<(string, int)>();
        foreach (var label in row.Labels) cells.Add((label, cells.Count));
        foreach (var value in row.Values) cells.Add((value, cells.Count));
        builder.AddRow(RowKind.Cells, cells, place, 0);
    }
}
