using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading.Labels;
using Gongkai.AnnualReports.Reading.Sections;
using Gongkai.Documents;

namespace Gongkai.AnnualReports.Reading.Flat;

/// <summary>表的一行：标签各片（由左到右、由上到下），各列的数（空白为空串）；数对不上列时，只有印出来的那几个。</summary>
internal sealed record PlacedTableRow(double Middle, List<string> Labels, string[] Values);

/// <summary>页面上的一张七列表：由列的位置认出数值行，再把左边的标签分给各行。</summary>
internal sealed class PlacedTable
{
    private readonly PlacedColumns _columns;

    private PlacedTable(PlacedColumns columns) => _columns = columns;

    public List<PlacedTableRow> Rows { get; } = [];

    /// <summary>已经归入表的词。</summary>
    public HashSet<PlacedWord> Taken { get; } = [];

    public static PlacedTable? Find(List<PlacedLine> lines, int columns)
    {
        var full = lines.Where(line => line.Words.Count(PlacedColumns.IsValue) == columns).ToList();
        if (full.Count == 0) return null;
        var found = PlacedColumns.Of(full, columns);
        List<PlacedLine> rows = [.. lines.Where(line => found.IsRow(line) && (line.Middle >= full[0].Middle - 0.1 || found.ValuesIn(line).Count > columns / 2))];
        var mostlyFull = full.Count * 4 >= rows.Count;
        // 孤零零一个数，旁边没有标签，或者各行都填满：是别的行掉下来的。
        rows.RemoveAll(row => found.IsFragment(row) && (mostlyFull || !lines.Exists(line => Math.Abs(line.Middle - row.Middle) < row.Height * 0.8 && line.Words.Exists(found.IsLabel))));
        // 坐标错乱的页上，满七个数的那一行也可能对不上列：那就不是表。
        if (rows.Count == 0) return null;
        var table = new PlacedTable(found);
        table.Collect(lines, rows, mostlyFull);
        return table;
    }

    private void Collect(List<PlacedLine> lines, List<PlacedLine> rows, bool mostlyFull)
    {
        var (top, bottom) = (rows[0].Middle, rows[^1].Middle);
        var margin = rows.Count > 1 ? PlacedColumns.Median(rows.Zip(rows.Skip(1), (a, b) => b.Middle - a.Middle)) : rows[0].Height * 2;
        var runs = lines
            .Where(line => line.Middle > top - margin && line.Middle < bottom + margin)
            .SelectMany(line => LabelRuns(line).Select(words => new LabelRun(words)))
            .Where(run => !SectionFinder.IsHeading(Folding.Of(run.Text)))
            .ToList();
        var leafLeft = LeafLeft(rows);
        var leaves = runs.Where(run => run.Right > leafLeft + 2 || Continues(run, runs, leafLeft)).OrderBy(run => run.Middle).ToList();
        var beside = rows.Select(row => Beside(row, runs.Except(leaves))).ToList();
        var groups = LabelPartition.Assign([.. leaves.Select(run => (run.Top, run.Bottom, Starts: StartsEntry(run)))], [.. rows.Select((row, index) => (row.Middle, HasOther: beside[index].Count > 0))], margin * 3);

        // 哪一行数都不归的标签，自成没有数的一行；各行大多填满的表里，那是没有认出它的数，不是空白。
        string[] none = mostlyFull ? [UnreadCells.Mark] : [.. Enumerable.Repeat("", _columns.Count)];
        foreach (var alone in Entries([.. leaves.Where((_, leaf) => !Array.Exists(groups, group => group.Contains(leaf)))])) AddAlone(alone);
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index];
            var own = Entries([.. groups[index].Select(leaf => leaves[leaf])]);
            // 一组里有几个行标签：与数同高的才是这一行的。
            var label = own.MinBy(entry => Math.Abs(Middle(entry) - row.Middle)) ?? [];
            foreach (var alone in own.Where(entry => entry != label)) AddAlone(alone);
            Rows.Add(new PlacedTableRow(row.Middle, [.. beside[index].OrderBy(run => run.Left).Concat(label).Select(run => run.Text)], _columns.ValuesOf(row, mostlyFull)));
            Taken.UnionWith(_columns.ValuesIn(row));
        }

        Rows.Sort(static (a, b) => a.Middle.CompareTo(b.Middle));
        foreach (var run in runs) Taken.UnionWith(run.Words);

        void AddAlone(List<LabelRun> label) => Rows.Add(new PlacedTableRow(Middle(label), [.. label.Select(run => run.Text)], none));
    }

    /// <summary>只占分组列的行标签（“（六）其他处理”“（七）总计”）与数同高；别的分组标签不是这一行的。</summary>
    private static List<LabelRun> Beside(PlacedLine row, IEnumerable<LabelRun> runs) =>
        [.. runs.Where(run => Math.Abs(run.Middle - row.Middle) < Math.Max(row.Height, run.Bottom - run.Top) * 0.5)];

    /// <summary>带序号的一行字另起一个标签，其余的是上一行的后半截。</summary>
    private static List<List<LabelRun>> Entries(List<LabelRun> leaves)
    {
        var entries = new List<List<LabelRun>>();
        foreach (var leaf in leaves)
        {
            if (entries.Count > 0 && !StartsEntry(leaf)) entries[^1].Add(leaf);
            else entries.Add([leaf]);
        }

        return entries;
    }

    private static bool StartsEntry(LabelRun run) => Enumerators.LengthAtStart(Folding.Of(run.Text)) > 0;

    private static double Middle(List<LabelRun> entry) => (entry[0].Top + entry[^1].Bottom) / 2;

    /// <summary>叶子标签列的左边：各数值行上最靠近数的那一串文字，取最靠右的一类。</summary>
    private double LeafLeft(List<PlacedLine> rows)
    {
        var lefts = rows.Select(row => LabelRuns(row).LastOrDefault()).Where(words => words is not null).Select(words => words![0].Left).Order().ToList();
        return lefts.Count == 0 ? 0 : lefts[lefts.Count * 2 / 3];
    }

    /// <summary>横跨分组列与叶子列的标签折到下一行，余下的几个字：没有序号，左边对齐，紧挨着。</summary>
    private static bool Continues(LabelRun run, List<LabelRun> runs, double leafLeft) =>
        Enumerators.LengthAtStart(Folding.Of(run.Text)) == 0
        && runs.Exists(other => other != run && other.Right > leafLeft + 2 && other.Left < leafLeft - 2
            && Math.Abs(other.Left - run.Left) < 3 && Math.Abs(other.Middle - run.Middle) is > 0.5 and var distance && distance < (run.Bottom - run.Top) * 1.9);

    private IEnumerable<List<PlacedWord>> LabelRuns(PlacedLine line)
    {
        List<PlacedWord>? run = null;
        foreach (var word in line.Words.Except(_columns.IsRow(line) ? _columns.ValuesIn(line) : []).Where(_columns.IsLabel))
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
