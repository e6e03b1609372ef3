using Gongkai.AnnualReports.Reading.Tables;
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

/// <summary>表的一行：标签各片（由左到右、由上到下），各列的数（空白为空串）。</summary>
internal sealed record PlacedTableRow(double Middle, List<string> Labels, string[] Values);

/// <summary>页面上的一张七列表：由列的位置认出数值行，再把左边的标签分给各行。</summary>
internal sealed class PlacedTable
{
    private readonly double[] _centres;
    private readonly double _labelLimit;

    private PlacedTable(double[] centres, double labelLimit)
    {
        _centres = centres;
        _labelLimit = labelLimit;
    }

    public List<PlacedTableRow> Rows { get; } = [];

    /// <summary>已经归入表的词。</summary>
    public HashSet<PlacedWord> Taken { get; } = [];

    public static PlacedTable? Find(List<PlacedLine> lines, int columns)
    {
        var full = lines.Where(line => line.Words.Count(IsValue) == columns).ToList();
        if (full.Count == 0) return null;
        var centres = Enumerable.Range(0, columns).Select(column => Median(full.Select(line => Centre(line.Words.Where(IsValue).ElementAt(column))))).ToArray();
        var gap = (centres[^1] - centres[0]) / (columns - 1);
        var table = new PlacedTable(centres, centres[0] - (gap * 0.45));
        var values = lines.Where(line => line.Middle >= full[0].Middle - 0.1 && table.IsRow(line, gap)).ToList();
        // 坐标错乱的页上，满七个数的那一行也可能对不上列：那就不是表。
        if (values.Count == 0) return null;
        table.Collect(lines, values, gap);
        return table;
    }

    /// <summary>数值行：数都落在各列上，左边没有夹着句子。</summary>
    private bool IsRow(PlacedLine line, double gap)
    {
        var values = line.Words.Where(word => IsValue(word) && word.Left > _labelLimit).ToList();
        return values.Count > 0
            && values.TrueForAll(word => ColumnOf(word, gap) >= 0)
            && line.Words.All(word => word.Left <= _labelLimit != IsValue(word));
    }

    private void Collect(List<PlacedLine> lines, List<PlacedLine> rows, double gap)
    {
        var (top, bottom) = (rows[0].Middle, rows[^1].Middle);
        var margin = rows.Count > 1 ? Median(rows.Zip(rows.Skip(1), (a, b) => b.Middle - a.Middle)) : rows[0].Height * 2;
        var runs = lines
            .Where(line => line.Middle > top - margin && line.Middle < bottom + margin)
            .SelectMany(line => LabelRuns(line).Select(words => new LabelRun(words)))
            .ToList();
        var leafLeft = LeafLeft(rows);
        var leaves = runs.Where(run => run.Right > leafLeft + 2 || Continues(run, runs, leafLeft)).OrderBy(run => run.Middle).ToList();
        var beside = rows.ConvertAll(row => Beside(row, runs, leaves));
        List<PlacedLine> leafRows = [.. rows.Where((_, index) => beside[index].Count == 0)];
        var groups = LabelPartition.Assign([.. leaves.Select(run => (run.Top, run.Bottom))], [.. leafRows.Select(row => row.Middle)], margin * 3);

        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index];
            var labels = beside[index].Count > 0
                ? beside[index].OrderBy(run => run.Left)
                : groups[leafRows.IndexOf(row)].Select(leaf => leaves[leaf]).OrderBy(run => run.Middle);
            var values = new string[_centres.Length];
            Array.Fill(values, "");
            foreach (var word in row.Words.Where(word => IsValue(word) && word.Left > _labelLimit)) values[ColumnOf(word, gap)] += word.Text;
            Rows.Add(new PlacedTableRow(row.Middle, [.. labels.Select(run => run.Text)], values));
            Taken.UnionWith(row.Words.Where(word => word.Left > _labelLimit));
        }

        foreach (var run in runs) Taken.UnionWith(run.Words);
    }

    /// <summary>
    /// 只占分组列的行标签（“（六）其他处理”“（七）总计”）：与数同高，而叶子列在这个高度是空的。
    /// 叶子列有字的，同高的分组标签管着好几行，不是这一行的。
    /// </summary>
    private static List<LabelRun> Beside(PlacedLine row, List<LabelRun> runs, List<LabelRun> leaves) =>
        leaves.Exists(leaf => leaf.Top - row.Middle < row.Height * 0.5 && row.Middle - leaf.Bottom < row.Height * 0.5)
            ? []
            : runs.FindAll(run => !leaves.Contains(run) && Math.Abs(run.Middle - row.Middle) < Math.Max(row.Height, run.Bottom - run.Top) * 0.5);

    /// <summary>叶子标签列的左边：各数值行上最靠近数的那一串文字，取最靠右的一类。</summary>
    private double LeafLeft(List<PlacedLine> rows)
    {
        var lefts = rows.Select(row => LabelRuns(row).LastOrDefault()).Where(words => words is not null).Select(words => words![0].Left).Order().ToList();
        return lefts.Count == 0 ? 0 : lefts[lefts.Count * 2 / 3];
    }

    /// <summary>横跨分组列与叶子列的标签折到下一行，余下的几个字：左边对齐，紧挨着。</summary>
    private static bool Continues(LabelRun run, List<LabelRun> runs, double leafLeft) =>
        runs.Exists(other => other != run && other.Right > leafLeft + 2 && other.Left < leafLeft - 2
            && Math.Abs(other.Left - run.Left) < 3 && Math.Abs(other.Middle - run.Middle) is > 0.5 and var distance && distance < (run.Bottom - run.Top) * 1.9);

    private IEnumerable<List<PlacedWord>> LabelRuns(PlacedLine line)
    {
        List<PlacedWord>? run = null;
        foreach (var word in line.Words.Where(word => word.Left <= _labelLimit))
        {
            if (run is not null && word.Left - run[^1].Right < (word.Bottom - word.Top) * 1.2)
            {
                run.Add(word);
                continue;
            }

            if (run is not null) yield return run;
            run = [word];
        }

        if (run is not null) yield return run;
    }

    private int ColumnOf(PlacedWord word, double gap)
    {
        var centre = Centre(word);
        var nearest = 0;
        for (var index = 1; index < _centres.Length; index++)
            if (Math.Abs(_centres[index] - centre) < Math.Abs(_centres[nearest] - centre)) nearest = index;
        return Math.Abs(_centres[nearest] - centre) < gap * 0.5 ? nearest : -1;
    }

    private static bool IsValue(PlacedWord word) => ValueText.IsValue(Folding.Of(word.Text));

    private static double Centre(PlacedWord word) => (word.Left + word.Right) / 2;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private sealed record LabelRun(List<PlacedWord> Words)
    {
        public double Top { get; } = Words.Min(word => word.Top);

        public double Bottom { get; } = Words.Max(word => word.Bottom);

        public double Left { get; } = Words[0].Left;

        public double Right { get; } = Words.Max(word => word.Right);

        public double Middle => (Top + Bottom) / 2;

        public string Text { get; } = PlacedLine.Join(Words);
    }
}
