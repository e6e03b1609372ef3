namespace Gongkai.AnnualReports.Reading.Flat;

/// <summary>把一列标签（自上而下的各行文字）分给各数值行：连续的几行归一行，使每组的中心最贴近它的数。</summary>
/// <remarks>表格里标签与数都上下居中，所以折成两三行的标签，中心与数同高；单看远近会把首尾两行分给邻行。</remarks>
internal static class LabelPartition
{
    private const int MostLines = 6;

    /// <param name="labels">各行文字的上下边，自上而下；是不是另起一个标签。</param>
    /// <param name="rows">各数值行的中心，自上而下；旁边是否另有标签。</param>
    /// <param name="reach">一行没有标签的代价；一行文字哪一行都不归，代价是它的一半。</param>
    /// <returns>每个数值行分到的文字行的序号。数不在标签的上下边之内的，不归在一起。</returns>
    public static List<int>[] Assign(IReadOnlyList<(double Top, double Bottom, bool Starts)> labels, IReadOnlyList<(double Middle, bool HasOther)> rows, double reach)
    {
        var (lines, count) = (labels.Count, rows.Count);
        var cost = new double[count + 1, lines + 1];
        var from = new (int Row, int Line)[count + 1, lines + 1];
        for (var row = 0; row <= count; row++)
            for (var line = 0; line <= lines; line++) cost[row, line] = double.PositiveInfinity;
        cost[0, 0] = 0;
        for (var row = 0; row <= count; row++)
        {
            for (var line = 0; line <= lines; line++)
            {
                if (line < lines) Offer(row, line, row, line + 1, reach / 2);
                if (row == count) continue;
                Offer(row, line, row + 1, line, rows[row].HasOther ? 0.5 : reach);
                for (var end = line + 1; end <= Math.Min(lines, line + MostLines); end++)
                    if (Off(line, end, rows[row].Middle) is { } off) Offer(row, line, row + 1, end, off + (Joined(line, end) * reach / 6));
            }
        }

        var result = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        for (var at = (Row: count, Line: lines); at != (0, 0);)
        {
            var before = from[at.Row, at.Line];
            if (before.Row < at.Row && before.Line < at.Line) result[before.Row] = [.. Enumerable.Range(before.Line, at.Line - before.Line)];
            at = before;
        }

        return result;

        void Offer(int row, int line, int nextRow, int nextLine, double step)
        {
            if (cost[row, line] + step >= cost[nextRow, nextLine]) return;
            cost[nextRow, nextLine] = cost[row, line] + step;
            from[nextRow, nextLine] = (row, line);
        }

        // 一行数旁边有两个标签，虽然也可能，总不如各归各的。
        int Joined(int start, int end)
        {
            var joined = 0;
            for (var line = start + 1; line < end; line++) joined += labels[line].Starts ? 1 : 0;
            return joined;
        }

        double? Off(int start, int end, double middle)
        {
            var (top, bottom) = (labels[start].Top, labels[end - 1].Bottom);
            return middle > top - 1 && middle < bottom + 1 ? Math.Abs(((top + bottom) / 2) - middle) : null;
        }
    }
}
