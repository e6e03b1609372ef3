namespace Gongkai.AnnualReports.Reading.Flat;

/// <summary>把一列标签（自上而下的各行文字）分给各数值行：连续的几行归一行，使每组的中心最贴近它的数。</summary>
/// <remarks>表格里标签与数都上下居中，所以折成两三行的标签，中心与数同高；单看远近会把首尾两行分给邻行。</remarks>
internal static class LabelPartition
{
    /// <param name="labels">各行文字的上下边，自上而下。</param>
    /// <param name="rows">各数值行的中心，自上而下。</param>
    /// <param name="reach">中心相差超过这个数，就不是同一行。</param>
    /// <returns>每个数值行分到的文字行的序号。</returns>
    public static List<int>[] Assign(IReadOnlyList<(double Top, double Bottom)> labels, IReadOnlyList<double> rows, double reach)
    {
        var (lines, count) = (labels.Count, rows.Count);
        var cost = new double[count + 1, lines + 1];
        var from = new int[count + 1, lines + 1];
        for (var row = 0; row <= count; row++)
            for (var line = 0; line <= lines; line++) cost[row, line] = double.PositiveInfinity;
        cost[0, 0] = 0;
        for (var row = 0; row < count; row++)
        {
            for (var start = 0; start <= lines; start++)
            {
                if (double.IsPositiveInfinity(cost[row, start])) continue;
                for (var end = start; end <= lines && end - start <= 6; end++)
                {
                    // 没有标签的行要付代价，免得把标签都推给邻行。
                    var step = end == start ? reach : Math.Abs(((labels[start].Top + labels[end - 1].Bottom) / 2) - rows[row]);
                    if (step > reach || cost[row, start] + step >= cost[row + 1, end]) continue;
                    cost[row + 1, end] = cost[row, start] + step;
                    from[row + 1, end] = start;
                }
            }
        }

        var result = new List<int>[count];
        // 表下面可能还有不属于表的文字：终点取代价最小、剩下的按每行一份代价计。
        var last = 0;
        for (var line = 1; line <= lines; line++)
            if (cost[count, line] + ((lines - line) * reach) <= cost[count, last] + ((lines - last) * reach)) last = line;
        for (var row = count; row > 0; row--)
        {
            var start = double.IsPositiveInfinity(cost[row, last]) ? last : from[row, last];
            result[row - 1] = [.. Enumerable.Range(start, last - start)];
            last = start;
        }

        return result;
    }
}
