namespace Gongkai.Documents.Layout;

/// <summary>一列数：各数左右重叠，自成一栏。</summary>
/// <param name="Count">这一栏有多少个数。</param>
public sealed record NumberColumn(double Left, double Right, int Count)
{
    /// <summary>中线的横坐标。</summary>
    public double Centre => (Left + Right) / 2;
}

/// <summary>由数的位置认出表格的数字列。</summary>
public static class NumberColumns
{
    /// <summary>只有一个数的不成一列；没有数字列时为空。自左而右。</summary>
    public static IReadOnlyList<NumberColumn> Of(IEnumerable<PageLine> lines)
    {
        var columns = new List<NumberColumn>();
        foreach (var word in lines.SelectMany(line => line.Words).Where(word => word.IsNumber()).OrderBy(word => word.Left))
        {
            if (columns.Count > 0 && word.Left < columns[^1].Right)
                columns[^1] = columns[^1] with { Right = Math.Max(columns[^1].Right, word.Right), Count = columns[^1].Count + 1 };
            else
                columns.Add(new NumberColumn(word.Left, word.Right, 1));
        }

        return [.. columns.Where(column => column.Count > 1)];
    }
}
