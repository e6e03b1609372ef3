using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Reading.Tables;

/// <summary>分了格的表里，列数相同的别的行惯常怎样排：标签后面共有几格，数从第几格起，各在哪一列。各行不一致就没有惯常。</summary>
internal sealed class ColumnHabit
{
    private readonly List<Arrangement> _complete;
    private readonly List<int> _widths;

    private ColumnHabit(List<Arrangement> complete, List<int> widths)
    {
        _complete = complete;
        _widths = widths;
    }

    /// <summary>有 <paramref name="count"/> 列的别的行的惯常：不含 <paramref name="own"/>，它自己不能给自己作证。</summary>
    public static ColumnHabit Of(FormTable table, IReadOnlyList<(int Row, ValueRow Values)> attached, int count, ValueRow own)
    {
        var others = attached
            .Where(item => item.Values.Tabular && !ReferenceEquals(item.Values, own) && table.Rows[item.Row].Columns.Length == count)
            .Select(item => item.Values)
            .ToList();
        return new ColumnHabit(
            [.. others.Where(values => values.Filled == count && IsContiguous(values.Tokens)).Select(values => Arrangement.Of(values.Tokens))],
            [.. others.Select(values => values.Tokens.Count).Distinct()]);
    }

    /// <summary>格子比列多的一行：连着的数正好够，又与别的行排法相同（或者等式成立），照取；有空格子的，别的行都一致才照列取；否则不读。</summary>
    /// <param name="sumsHold">本行的等式可判并且成立；本行没有等式时为空。</param>
    public Cell[]? Align(List<ValueToken> tokens, int count, Func<Cell[], bool>? sumsHold)
    {
        var filled = tokens.Where(token => !token.IsBlank).ToList();
        if (filled.Count == count && IsContiguous(tokens))
        {
            var cells = RowCells.Parse(filled);
            return IsUsual(Arrangement.Of(tokens), cells, sumsHold is not null) || sumsHold?.Invoke(cells) == true ? cells : null;
        }

        if (_complete.Count > 0)
            return _complete.TrueForAll(other => other.Columns.AsSpan().SequenceEqual(_complete[0].Columns) && other.Last == tokens[^1].Column) ? AtColumns(tokens, _complete[0].Columns) : null;

        // 一行也没有填满：各行格数相同、从第一格填起、多出的都是行尾的空格子，那是制表留下的。
        return _widths is [var width] && width == tokens.Count && !tokens[0].IsBlank && tokens.Skip(count).All(token => token.IsBlank) ? RowCells.Parse(tokens.Take(count)) : null;
    }

    /// <summary>多数行最后一格所在的列：表的右边。</summary>
    private int UsualLast => _complete.GroupBy(other => other.Last).MaxBy(group => group.Count())!.Key;

    /// <summary>与别的行排法相同，不超出表的右边；没有别的行可比的，从第一格填起、没有等式或者全是零，也算。</summary>
    private bool IsUsual(Arrangement own, Cell[] cells, bool hasSums)
    {
        if (_complete.Count == 0) return own.Start == 0 && (!hasSums || Array.TrueForAll(cells, cell => cell.Number == 0));
        return own.Last <= UsualLast
            && _complete.Exists(other => (other.Start, other.Width) == (own.Start, own.Width) || (other.Columns.AsSpan().SequenceEqual(own.Columns) && other.Last == own.Last));
    }

    private static Cell[]? AtColumns(List<ValueToken> tokens, int[] columns)
    {
        var cells = new Cell[columns.Length];
        var placed = 0;
        for (var index = 0; index < columns.Length; index++)
        {
            var token = tokens.Find(token => token.Column == columns[index]);
            cells[index] = token.IsBlank ? Cell.Blank(tokens[0].Place) : token.ToCell();
            if (!token.IsBlank) placed++;
        }

        return placed == tokens.Count(token => !token.IsBlank) ? cells : null;
    }

    private static bool IsContiguous(List<ValueToken> tokens)
    {
        var (first, last) = (tokens.FindIndex(token => !token.IsBlank), tokens.FindLastIndex(token => !token.IsBlank));
        return first >= 0 && tokens[first..(last + 1)].TrueForAll(token => !token.IsBlank);
    }

    /// <summary>一行怎样排。</summary>
    /// <param name="Start">标签之后第几格起是数。</param>
    /// <param name="Width">标签之后共有几格。</param>
    /// <param name="Columns">各数所在的列。</param>
    /// <param name="Last">最后一格所在的列。</param>
    private sealed record Arrangement(int Start, int Width, int[] Columns, int Last)
    {
        public static Arrangement Of(List<ValueToken> tokens) =>
            new(tokens.FindIndex(token => !token.IsBlank), tokens.Count, [.. tokens.Where(token => !token.IsBlank).Select(token => token.Column)], tokens[^1].Column);
    }
}
