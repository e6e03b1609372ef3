using FsCheck;
using FsCheck.Fluent;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Outcomes;

namespace Gongkai.Requests.Tests.Counting;

/// <summary>任意的一批案件：表三的勾稽总成立。</summary>
public sealed class TableThreeTests
{
    private static readonly Gen<CountedCase> AnyCase =
        from received in Gen.Choose(0, 2_000)
        from kind in Gen.Elements(Enum.GetValues<ApplicantKind>())
        from took in Gen.Choose(0, 700)
        from open in Gen.Choose(0, 3)
        from outcome in Gen.Elements(Enum.GetValues<CaseOutcome>())
        let day = new DateOnly(2019, 1, 1).AddDays(received)
        select open == 0 ? new CountedCase(day, kind, null, null) : new CountedCase(day, kind, outcome, day.AddDays(took));

    [Fact]
    public void Received_and_carried_in_are_processed_or_carried_out_in_every_column() => OnAnyCases((cases, year, counting) =>
    {
        var table = TableThree.Of(cases, year, counting);
        foreach (var column in Enum.GetValues<ApplicantKind>())
        {
            var (received, carriedIn) = (table.Count(TableThree.NewlyReceived, column), table.Count(TableThree.CarriedIn, column));
            (received + carriedIn).ShouldBe(table.Count(TableThree.TotalProcessed, column) + table.Count(TableThree.CarriedOut, column));
            OutcomeTable.All.Select(entry => entry.RowIn(year)).Distinct().Sum(row => table.Count(row, column)).ShouldBe(table.Count(TableThree.TotalProcessed, column));
        }
    });

    [Fact]
    public void What_is_carried_in_is_what_the_year_before_carried_out() => OnAnyCases((cases, year, counting) =>
    {
        foreach (var column in Enum.GetValues<ApplicantKind>())
            TableThree.Of(cases, year, counting).Count(TableThree.CarriedIn, column).ShouldBe(TableThree.Of(cases, year - 1, counting).Count(TableThree.CarriedOut, column));
    });

    [Fact]
    public void Each_cell_is_a_plain_count_and_opens_on_its_cases() => OnAnyCases((cases, year, _) =>
    {
        var table = TableThree.Of(cases, year);
        foreach (var column in Enum.GetValues<ApplicantKind>())
        {
            table.Count(TableThree.NewlyReceived, column).ShouldBe(cases.Count(each => each.Applicant == column && each.Received.Year == year));
            foreach (var row in OutcomeTable.All.Select(entry => entry.RowIn(year)).Distinct())
                table.Cases(row, column).ShouldBe(cases.Where(each => each.Applicant == column && each.ResultOn?.Year == year && each.Outcome!.Value.Entry().RowIn(year) == row));
        }
    });

    private static void OnAnyCases(Action<CountedCase[], int, WithdrawnCounting> check) => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(AnyCase.ArrayOf().ToArbitrary(), cases =>
        {
            foreach (var year in Enumerable.Range(2020, 6))
                foreach (var counting in Enum.GetValues<WithdrawnCounting>()) check(cases, year, counting);
        }));
}
