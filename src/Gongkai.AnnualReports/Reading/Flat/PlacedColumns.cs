using Gongkai.AnnualReports.Reading.Tables;
using Gongkai.Documents;

namespace Gongkai.AnnualReports.Reading.Flat;

/// <summary>页面上各数值列的位置：由填满的行得出各列的中心。</summary>
internal sealed class PlacedColumns
{
    private const double MostUneven = 1.7;

    private readonly double[] _centres;
    private readonly double _gap;
    private readonly double _labelLimit;
    private readonly bool _certain;

    private PlacedColumns(double[] centres, bool certain)
    {
        _certain = certain;
        _centres = centres;
        _gap = (centres[^1] - centres[0]) / (centres.Length - 1);
        _labelLimit = centres[0] - (_gap * 0.45);
    }

    public int Count => _centres.Length;

    /// <summary>
    /// 多数行一致的那一种排法，才是各列的位置：空着一格、又多出一个数的行，也正好有这么多数。
    /// 只有一行为凭的，还要间距匀称。
    /// </summary>
    /// <param name="full">正好有 <paramref name="columns"/> 个数的行，至少一行。</param>
    public static PlacedColumns Of(List<PlacedLine> full, int columns)
    {
        List<double[]> rows = [.. full.Select(line => line.Words.Where(IsValue).Select(Centre).ToArray())];
        var agreeing = rows.Select(row => rows.FindAll(other => other == row || Agree(row, other))).OrderByDescending(group => group.Count).ThenBy(group => Unevenness(group[0])).First();
        double[] centres = [.. Enumerable.Range(0, columns).Select(column => Median(agreeing.Select(row => row[column])))];
        return new PlacedColumns(centres, agreeing.Count > 1 || (rows.Count == 1 && Unevenness(centres) < MostUneven));
    }

    private static bool Agree(double[] row, double[] other)
    {
        var near = (row[^1] - row[0]) / (row.Length - 1) * 0.4;
        for (var column = 0; column < row.Length; column++)
            if (Math.Abs(row[column] - other[column]) > near) return false;
        return true;
    }

    /// <summary>最宽与最窄的间距之比。</summary>
    private static double Unevenness(double[] centres)
    {
        var gaps = centres.Zip(centres.Skip(1), (left, right) => right - left).ToList();
        return gaps.Max() / Math.Max(gaps.Min(), 1);
    }

    /// <summary>在数值各列的左边，是标签。</summary>
    public bool IsLabel(PlacedWord word) => (IsValue(word) ? Centre(word) : word.Left) <= _labelLimit;

    /// <summary>数值行：各列上只有数；第一列之前至多多出一个。</summary>
    public bool IsRow(PlacedLine line) =>
        line.Words.Exists(word => !IsLabel(word)) && line.Words.TrueForAll(word => IsLabel(word) || IsValue(word)) && ValuesIn(line).Count(IsLabel) <= 1;

    /// <summary>孤零零一个数，又不像是一行粘成的。</summary>
    public bool IsFragment(PlacedLine line) => ValuesIn(line) is [var only] && only.Text.Length < Count;

    /// <summary>一行里的数：各列上的，和标签之后、第一列之前多出来的。</summary>
    public List<PlacedWord> ValuesIn(PlacedLine line)
    {
        var first = line.Words.FindLastIndex(word => IsLabel(word) && !IsValue(word)) + 1;
        return line.Words[first..];
    }

    /// <summary>一行的数，逐列；有一个数跨着两列、落在两列之间，或者看来是几列粘成的，就不按列分，只列出印着的数。</summary>
    /// <param name="mostlyFull">这张表的行大多填满，空着的格子可疑。</param>
    public string[] ValuesOf(PlacedLine line, bool mostlyFull)
    {
        var words = ValuesIn(line);
        var values = new string[Count];
        Array.Fill(values, "");
        string[] printed = [.. words.Select(word => word.Text)];
        // 数够了而位置对不上，按次序排也靠不住。
        string[] unplaced = words.Count == Count ? [string.Join('、', printed)] : printed;
        if (!_certain) return unplaced;
        PlacedWord? before = null;
        foreach (var word in words)
        {
            if (IsLabel(word) || Spans(word) || ColumnOf(word) is not (>= 0 and var column)) return unplaced;
            if (values[column].Length > 0 && word.Left - before!.Value.Right > (word.Bottom - word.Top) * 0.6) return [string.Join('、', printed)];
            values[column] += word.Text;
            before = word;
        }

        if (values.Any(value => value.Length >= Count) && words.Count == 1) return printed;
        return mostlyFull && Enumerable.Range(0, Count).Any(column => IsIsland(values, column)) ? unplaced : values;
    }

    /// <summary>三位以上的数，左右两列都空着：几列粘成一个，正好落在中间一列。</summary>
    private static bool IsIsland(string[] values, int column) =>
        values[column].Length >= 3 && column > 0 && column < values.Length - 1 && values[column - 1].Length == 0 && values[column + 1].Length == 0;

    public static bool IsValue(PlacedWord word) => ValueText.IsValue(Folding.Of(word.Text));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private int ColumnOf(PlacedWord word)
    {
        var centre = Centre(word);
        var nearest = 0;
        for (var index = 1; index < Count; index++)
            if (Math.Abs(_centres[index] - centre) < Math.Abs(_centres[nearest] - centre)) nearest = index;
        return Math.Abs(_centres[nearest] - centre) < _gap * 0.4 ? nearest : -1;
    }

    /// <summary>盖住两列的中心：几列的数粘成一个。</summary>
    private bool Spans(PlacedWord word) => _centres.Count(centre => centre > word.Left && centre < word.Right) > 1;

    private static double Centre(PlacedWord word) => (word.Left + word.Right) / 2;
}
