using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Rules;

/// <summary>把许多格子并成少数几处：整表、整行、单格，免得一张空表报出上百条。</summary>
internal static class CellList
{
    private const int MostNamed = 6;

    /// <summary>把格子并成地址：一行各格都在的并成行，一表各格都在的并成表。</summary>
    /// <param name="chosen">各格是否在内，按格子在整表里的序号。</param>
    public static ImmutableArray<CellPath> Collapse(FormTable form, ReadOnlySpan<bool> chosen)
    {
        if (!chosen.Contains(false)) return [new CellPath(form.Kind)];
        var paths = ImmutableArray.CreateBuilder<CellPath>();
        foreach (var row in form.Rows)
        {
            var cells = chosen.Slice(row.Offset, row.Columns.Length);
            if (!cells.Contains(false) && cells.Length > 1)
            {
                paths.Add(new CellPath(form.Kind, row.Key));
                continue;
            }

            for (var column = 0; column < cells.Length; column++)
                if (cells[column]) paths.Add(new CellPath(form.Kind, row.Key, row.Columns[column].Key));
        }

        return paths.DrainToImmutable();
    }

    /// <summary>说出这些地址，最多说几处，其余说“等N处”。</summary>
    public static string Describe(FormTable form, ImmutableArray<CellPath> paths)
    {
        if (paths is [{ Row: null }]) return Say("全表", "the whole table");
        var names = paths.Take(MostNamed).Select(path =>
        {
            var row = form.Row(path.Row!)!;
            return path.Column is null ? Say($"“{CellNames.Row(row)}”整行", $"the whole row {CellNames.Quoted(row)}") : CellNames.Cell(row, row.Columns.First(column => column.Key == path.Column));
        });
        return Join('、', names) + (paths.Length > MostNamed ? Say($"等{paths.Length}处", $", {paths.Length} places in all") : "");
    }

    /// <summary>说出这些格子和它们的数。</summary>
    public static string Of(ReportTable table, IReadOnlyList<CellPath> cells)
    {
        var names = cells.Take(MostNamed).Select(path =>
        {
            var row = table.Form.Row(path.Row!)!;
            var column = row.Columns.First(candidate => candidate.Key == path.Column);
            return Say($"{CellNames.Cell(row, column)}{table[row, column]}", $"{CellNames.Cell(row, column)} {table[row, column]}");
        });
        return Join('、', names) + (cells.Count > MostNamed ? Say($"等{cells.Count}格", $", {cells.Count} cells in all") : "");
    }
}
