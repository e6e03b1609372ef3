using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Rules.Cells;

/// <summary>数据行的格数与表头的列数。</summary>
internal static class CellCounts
{
    public static Rule Rule { get; } = new()
    {
        Id = "FM-08",
        Severity = Severity.Warning,
        Sentence = ("每个数据行的格数与表头的列数相同；多出（或缺少）的格子里有非零内容的，是错误。",
            "Each row of data has as many cells as its head has columns; a surplus (or missing) cell with something other than zero is an error."),
        Basis = Sources.Forms + ("：表三7列，表四15列", ": Table 3 has 7 columns, Table 4 has 15"),
        Examples = [("成立：表四15列，数据行15格。", "Holds: Table 4 has 15 columns and 15 cells in its row."), ("不成立：表四15列，数据行16个0。", "Broken: Table 4 has 15 columns and 16 zeros in its row.")],
        Check = RowsFitTheirHeads,
    };

    private static IEnumerable<Verdict> RowsFitTheirHeads(CheckContext context)
    {
        // 排版造成的错列往往行行相同：格数一样的并成一条。
        foreach (var group in context.Report.Printed.Surplus.GroupBy(surplus => (surplus.Table, surplus.Printed, surplus.Expected, surplus.NonZero)))
        {
            var (kind, printed, expected, nonZero) = group.Key;
            var form = context.Report.Table(kind)?.Form;
            var rows = group.Where(surplus => surplus.Row is not null).Select(surplus => form?.Row(surplus.Row!) is { } row ? CellNames.Quoted(row) : surplus.Row!).ToList();
            var which = rows.Count == 0 ? Say("数据行", "the row of data") : rows.Count > 3 ? Say($"{string.Join('、', rows.Take(3))}等{rows.Count}行",
                $"{Join('、', rows.Take(3))} and more, {rows.Count} rows in all") : Say($"{string.Join('、', rows)}行", $"row {Join('、', rows)}");
            yield return new Broken(Say($"{TableKeys.Name(kind)}{which}有{printed}格，应为{expected}格，请核对错列",
                $"{TableKeys.Name(kind)}, {which}: {printed} cells instead of {expected}; check for cells in the wrong column"), [.. group.Select(surplus => new CellPath(kind, surplus.Row))])
            {
                Severity = nonZero ? Severity.Error : null,
            }.At(group.First().Place);
        }
    }
}
