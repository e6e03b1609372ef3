using Gongkai.Documents;

namespace Gongkai.AnnualReports.Reading.Flat;

/// <summary>有坐标的页面变成行：数值行按列对齐，折成几行的标签归到它所属的数值行。</summary>
internal static class PlacedRows
{
    public static void Add(FlatTextBuilder builder, PlacedPage page)
    {
        foreach (var line in page.Words.GroupBy(word => Math.Round(word.Top)))
            builder.AddLine(string.Join(' ', line.OrderBy(word => word.Left).Select(word => word.Text)), new Place(Page: page.Number));
    }
}
