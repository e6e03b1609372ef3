using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Drafting;

/// <summary>做好了交来的一份里，与由登记数出来的不同的一格。</summary>
/// <param name="Cell">哪一格。</param>
/// <param name="Caption">给人看的名字。</param>
/// <param name="Computed">由登记数出来的；数不出来的为空。</param>
/// <param name="HandedIn">交来的；空白的为空。</param>
public sealed record HandedInCell(CellPath Cell, string Caption, decimal? Computed, decimal? HandedIn);

/// <summary>做好了交来的一份，与由登记编的逐格对照。</summary>
public static class HandedInCells
{
    /// <summary>不同的各格。交来的读不准的、格式不同的表，不在内：没有可取的数。</summary>
    /// <param name="compiled">由登记编的。</param>
    /// <param name="computed">一格由登记数出来的，不管改成了什么。</param>
    /// <param name="file">交来的。</param>
    public static ImmutableArray<HandedInCell> Different(AnnualReport compiled, Func<CellPath, decimal?> computed, AnnualReport file) =>
    [
        .. from kind in Enum.GetValues<TableKind>()
           let table = compiled.Table(kind)
           where table is not null
           from row in table.Form.Rows
           from column in row.Columns
           let path = table.PathOf(row, column)
           where IsReadable(compiled, file, path) && Of(file, path) != computed(path)
           select new HandedInCell(path, $"{TableKeys.Name(kind)}：{row.Caption.Official}，{column.Caption.Official}", computed(path), Of(file, path)),
    ];

    /// <summary>交来的一格读得准，格式也相同，可以取。</summary>
    public static bool IsReadable(AnnualReport compiled, AnnualReport file, CellPath path) =>
        file.Table(path.Table) is { } theirs && compiled.Table(path.Table)?.Form.Form == theirs.Form.Form && IsReadable(file, path);

    /// <summary>交来的一格是数或者空白。</summary>
    public static bool IsReadable(AnnualReport file, CellPath path) => Find(file, path) is { State: CellState.Number or CellState.Blank };

    /// <summary>交来的一格的数；空白的为空。</summary>
    public static decimal? Of(AnnualReport file, CellPath path) => Find(file, path)?.Number;

    private static Cell? Find(AnnualReport file, CellPath path) => path is { Row: { } row, Column: { } column } ? file.Table(path.Table)?.Find(row, column) : null;
}
