using System.Collections.Frozen;
using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Rules.Sums;

/// <summary>一个具体的等式：格式里的一条勾稽关系落到一列或一行，左右两边都是格子在整表里的序号。</summary>
/// <param name="Line">所在的列名或行名，给人看。</param>
internal sealed record SumEquation(Bilingual Line, ImmutableArray<int> Left, ImmutableArray<int> Right)
{
    private static readonly FrozenDictionary<(FormId Form, string Rule), ImmutableArray<SumEquation>> All = FormCatalogue.All
        .SelectMany(form => new[] { form.Disclosure, form.Requests, form.Review })
        .SelectMany(table => table.Sums.Select(sum => ((table.Form, sum.Rule), Equations: Expand(table, sum))))
        .ToFrozenDictionary(entry => entry.Item1, entry => entry.Equations);

    /// <summary>一条规则在一种格式里的全部等式；格式没有这条关系时为空列。</summary>
    public static ImmutableArray<SumEquation> Of(FormId form, string rule) =>
        All.TryGetValue((form, rule), out var equations) ? equations : [];

    private static ImmutableArray<SumEquation> Expand(FormTable table, FormSum sum)
    {
        if (sum.Axis == SumAxis.Column)
        {
            // 左右两边是行：各行的列相同，逐列展开。
            return
            [
                .. table.Rows[0].Columns.Select(column => new SumEquation(
                    (column.Caption.Official, column.Caption.English ?? $"“{column.Caption.Official}”"),
                    [.. sum.Left.Select(row => table.Row(row)!.Offset + column.Index)],
                    [.. sum.Right.Select(row => table.Row(row)!.Offset + column.Index)])),
            ];
        }

        return
        [
            .. table.Rows.Where(row => sum.Row is null || row.Key == sum.Row).Select(row => new SumEquation(
                (CellNames.Row(row), $"“{CellNames.Row(row)}” ({row.Caption.English})"),
                [.. sum.Left.Select(key => row.Offset + row.Columns.First(column => column.Key == key).Index)],
                [.. sum.Right.Select(key => row.Offset + row.Columns.First(column => column.Key == key).Index)])),
        ];
    }
}
