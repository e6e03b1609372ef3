using FsCheck;
using FsCheck.Fluent;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Testing.Builders;

namespace Gongkai.AnnualReports.Tests;

public sealed class ReportGeneratorTests
{
    [Fact]
    public void Generated_reports_keep_every_sum_of_their_form() =>
        Prop.ForAll(ReportArbitraries.Consistent, report =>
        {
            foreach (var kind in Enum.GetValues<TableKind>())
                foreach (var sum in report.Table(kind)!.Form.Sums) ShouldHold(report.Table(kind)!, sum);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_seed_gives_the_same_report() => ReportGenerator.Create(42).ShouldSayTheSameAs(ReportGenerator.Create(42));

    [Fact]
    public void Holes_are_blanks_and_raw_text()
    {
        var report = ReportGenerator.Create(3, new ReportShape { BlankPercent = 30, RawPercent = 30 });
        var states = report.Requests!.Cells.ToArray().Select(cell => cell.State).ToHashSet();
        states.ShouldBe([CellState.Blank, CellState.Raw, CellState.Number], ignoreOrder: true);
    }

    [Fact]
    public void Zero_and_large_are_what_they_say()
    {
        ReportGenerator.Create(3, new ReportShape { Size = ReportSize.Zero }).Requests!.Cells.ToArray().ShouldAllBe(cell => cell.Value == 0);
        ReportGenerator.Create(3, new ReportShape { Size = ReportSize.Large }).Requests!.Find("newlyReceived", "total")!.Value.Value.ShouldBeGreaterThan(10_000);
    }

    private static void ShouldHold(ReportTable table, FormSum sum)
    {
        if (sum.Axis == SumAxis.Column)
        {
            foreach (var column in table.Form.Rows[0].Columns)
                sum.Left.Sum(row => table.Find(row, column.Key)!.Value.Value)
                    .ShouldBe(sum.Right.Sum(row => table.Find(row, column.Key)!.Value.Value), $"{sum.Rule} {column.Key}");
            return;
        }

        foreach (var row in table.Form.Rows.Where(row => sum.Row is null || sum.Row == row.Key))
            sum.Left.Sum(column => table.Find(row.Key, column)!.Value.Value)
                .ShouldBe(sum.Right.Sum(column => table.Find(row.Key, column)!.Value.Value), $"{sum.Rule} {row.Key}");
    }
}
