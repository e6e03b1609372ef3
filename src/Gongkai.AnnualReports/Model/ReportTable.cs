using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Model;

/// <summary>填好的一张表：一种格式的表，加上它的格子。造好以后不再改。</summary>
public sealed class ReportTable
{
    private readonly Cell[] _cells;
    private CellTraits? _traits;
    private int[]? _counts;

    /// <param name="form">表的格式。</param>
    /// <param name="cells">按行、列顺序排列的全部格子，数目等于 <see cref="CellCount"/>。</param>
    public ReportTable(FormTable form, ReadOnlySpan<Cell> cells)
    {
        if (cells.Length != CellCount(form))
            throw new ArgumentException($"{form.Key} 应有 {CellCount(form)} 格，给了 {cells.Length} 格。", nameof(cells));
        Form = form;
        _cells = cells.ToArray();
    }

    private ReportTable(FormTable form, Cell[] cells)
    {
        Form = form;
        _cells = cells;
    }

    /// <summary>用现成的一组格子，不再复制；给了以后，调用方不得再改。</summary>
    internal static ReportTable Owning(FormTable form, Cell[] cells) =>
        cells.Length == CellCount(form) ? new ReportTable(form, cells) : throw new ArgumentException($"{form.Key} 应有 {CellCount(form)} 格，给了 {cells.Length} 格。", nameof(cells));

    public FormTable Form { get; }

    public ReadOnlySpan<Cell> Cells => _cells;

    /// <summary>表里有没有空白、非数字、负数……的格子；看一遍，各条规则来问。</summary>
    internal CellTraits Traits => _traits ??= TraitsOf(_cells);

    /// <summary>各格都是寻常的整数（不带小数，也不大到离谱）时的各数；有一格不是，就为空列。加加减减用它，比十进制数快。</summary>
    internal ReadOnlySpan<int> Counts => _counts ??= CountsOf(_cells);

    public Cell this[FormRow row, FormColumn column] => _cells[row.Offset + column.Index];

    public Cell this[FormRow row, int column] => _cells[row.Offset + column];

    /// <summary>按键取格子；格式里没有这一行或这一列时为空。</summary>
    public Cell? Find(string row, string column)
    {
        if (Form.Row(row) is not { } found) return null;
        foreach (var candidate in found.Columns)
            if (candidate.Key == column) return this[found, candidate];
        return null;
    }

    public ReadOnlySpan<Cell> Row(FormRow row) => _cells.AsSpan(row.Offset, row.Columns.Length);

    public CellPath PathOf(FormRow row, FormColumn column) => new(Form.Kind, row.Key, column.Key);

    /// <summary>整表第 <paramref name="index"/> 格（从 0 起）的地址。</summary>
    public CellPath PathAt(int index)
    {
        foreach (var row in Form.Rows)
            if (index < row.Offset + row.Columns.Length) return PathOf(row, row.Columns[index - row.Offset]);
        throw new ArgumentOutOfRangeException(nameof(index), index, $"{Form.Key} 没有这一格。");
    }

    /// <summary>一种格式的表共有多少格。</summary>
    public static int CellCount(FormTable form) => form.Rows[^1].Offset + form.Rows[^1].Columns.Length;

    private static CellTraits TraitsOf(ReadOnlySpan<Cell> cells)
    {
        var traits = CellTraits.None;
        foreach (ref readonly var cell in cells)
        {
            traits |= cell.State switch
            {
                CellState.Blank => CellTraits.Blank,
                CellState.Raw => CellTraits.Raw,
                CellState.Unread => CellTraits.Unread,
                _ => cell.Printed is null ? CellTraits.None : CellTraits.Unusual,
            };
            if (cell.Value.Scale > 0) traits |= CellTraits.Decimals;
            if (decimal.IsNegative(cell.Value)) traits |= CellTraits.Negative;
        }

        return traits;
    }

    private static int[] CountsOf(ReadOnlySpan<Cell> cells)
    {
        // 几百个这样大的数相加也不溢出。
        const int Largest = 1_000_000;
        var counts = new int[cells.Length];
        for (var index = 0; index < cells.Length; index++)
        {
            ref readonly var cell = ref cells[index];
            if (!cell.IsNumber || cell.Value.Scale > 0 || cell.Value is > Largest or < -Largest) return [];
            counts[index] = (int)cell.Value;
        }

        return counts;
    }

    /// <summary>换掉一些格子，得到另一张表。</summary>
    public ReportTable With(Action<Cell[]> change)
    {
        var copy = _cells.ToArray();
        change(copy);
        return new ReportTable(Form, copy);
    }
}

/// <summary>一张表里有哪几种格子。</summary>
[Flags]
internal enum CellTraits
{
    None = 0,
    Blank = 1,
    Raw = 1 << 1,
    Unread = 1 << 2,

    /// <summary>写法不同于规范写法的数字。</summary>
    Unusual = 1 << 3,

    /// <summary>写了小数位的数字。</summary>
    Decimals = 1 << 4,
    Negative = 1 << 5,
}
