using System.Collections.Immutable;
using Gongkai.Requests.Outcomes;

namespace Gongkai.Requests.Counting;

/// <summary>一个单位一年的表三、表四，只有各格的数。编年报用它：有多少件都只是这几百格。</summary>
/// <param name="Year">哪一年。</param>
/// <param name="Cells">表三、表四的各格，按行、列；没有的格不写。</param>
/// <param name="Withdrawn">撤回的申请照哪种口径计的。</param>
public sealed record CountedTables(int Year, ImmutableArray<SnapshotCell> Cells, WithdrawnCounting Withdrawn)
{
    /// <summary>由表三、表四写成各格。</summary>
    /// <param name="three">表三。</param>
    /// <param name="remedies">数表四的各件复议、诉讼。</param>
    /// <param name="withdrawn">撤回的怎样计的。</param>
    public static CountedTables Of(TableThree three, IReadOnlyCollection<CountedRemedy> remedies, WithdrawnCounting withdrawn)
    {
        var four = TableFour.Of(remedies, three.Year);
        string[] rows = [TableThree.NewlyReceived, TableThree.CarriedIn, .. OutcomeTable.All.Select(entry => entry.RowIn(three.Year)).Distinct(), TableThree.TotalProcessed, TableThree.CarriedOut];
        return new CountedTables(
            three.Year,
            [
                .. from row in rows from column in Enum.GetValues<ApplicantKind>() let count = three.Count(row, column) where count > 0 select new SnapshotCell(row, column.ToString(), count),
                .. from row in remedies.Select(one => one.Row).Distinct().Order(StringComparer.Ordinal) from column in TableFour.Columns let count = four.Count(row, column) where count > 0 select new SnapshotCell(row, column, count),
            ],
            withdrawn);
    }

    /// <summary>表三的一格几件。</summary>
    public int Count(string row, ApplicantKind column) => Count(row, column.ToString());

    /// <summary>一格几件；列是申请人的类别、结果的 key。</summary>
    public int Count(string row, string column) => Cells.FirstOrDefault(cell => cell.Row == row && cell.Column == column)?.Count ?? 0;

    /// <summary>一行的总计。</summary>
    public int Total(string row) => Cells.Where(cell => cell.Row == row).Sum(cell => cell.Count);

    /// <summary>几件申请：新收的和上年结转的。</summary>
    public int Applications => Total(TableThree.NewlyReceived) + Total(TableThree.CarriedIn);

    /// <summary>几件复议、诉讼。</summary>
    public int Remedies => Cells.Where(cell => TableFour.Columns.Contains(cell.Column)).Sum(cell => cell.Count);

    /// <summary>几格的数与另一份不同。</summary>
    public int DifferentFrom(CountedTables other) => Cells.Concat(other.Cells).Select(cell => (cell.Row, cell.Column)).Distinct().Count(cell => Count(cell.Row, cell.Column) != other.Count(cell.Row, cell.Column));
}
