using System.Collections.Concurrent;
using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Rules.Sums;

/// <summary>一个合计：等于各格之和的一格。</summary>
/// <param name="Target">合计的一格。</param>
/// <param name="Parts">加起来的各格。</param>
public sealed record TableSum(CellPath Target, ImmutableArray<CellPath> Parts);

/// <summary>一张表里的合计，取自格式文件的勾稽关系：右边只有一格的。</summary>
public static class TableSums
{
    private static readonly ConcurrentDictionary<FormTable, ImmutableArray<TableSum>> Known = new(ReferenceEqualityComparer.Instance);

    /// <summary>各个合计；先各行的，后各列的，没有的为空列。</summary>
    public static ImmutableArray<TableSum> Of(FormTable form) => Known.GetOrAdd(form, static table =>
    [
        .. table.Sums.OrderByDescending(sum => sum.Axis == SumAxis.Row).SelectMany(sum => SumEquation.Of(table.Form, sum.Rule)).Where(equation => equation.Right.Length == 1 && equation.Left.Length > 1)
            .Select(equation => new TableSum(PathAt(table, equation.Right[0]), [.. equation.Left.Select(cell => PathAt(table, cell))])),
    ]);

    private static CellPath PathAt(FormTable table, int index)
    {
        var row = table.Rows.Last(row => row.Offset <= index);
        return new CellPath(table.Kind, row.Key, row.Columns[index - row.Offset].Key);
    }
}
