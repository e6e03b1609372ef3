using Gongkai.AnnualReports.Forms;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Outcomes;

namespace Gongkai.Requests.Tests.Outcomes;

public sealed class OutcomeTableTests
{
    [Theory]
    [InlineData(2019)]
    [InlineData(2021)]
    public void Every_outcome_has_one_row_in_the_form_and_every_row_of_results_has_an_outcome(int year)
    {
        var rows = FormCatalogue.ForYear(year)!.Requests.Rows;

        foreach (var entry in OutcomeTable.All) rows.Count(row => row.Key == entry.RowIn(year)).ShouldBe(1, entry.Caption);
        rows.Where(row => row.IsOutcome).Select(row => row.Key).Except(OutcomeTable.All.Select(entry => entry.RowIn(year))).ShouldBeEmpty("表三有一行没有哪个结局落得进");
        foreach (var row in (string[])[TableThree.NewlyReceived, TableThree.CarriedIn, TableThree.TotalProcessed, TableThree.CarriedOut]) rows.ShouldContain(each => each.Key == row);
    }

    [Fact]
    public void The_columns_of_the_form_are_the_kinds_of_applicants()
    {
        var columns = FormCatalogue.Form2021.Requests.Rows[0].Columns.Select(column => column.Key).ToList();

        columns.ShouldBe([.. Enum.GetNames<ApplicantKind>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]), "total"]);
    }

    [Fact]
    public void Withheld_are_exactly_the_grounds_of_articles_14_to_16() =>
        OutcomeTable.Withheld.ShouldBe(
        [
            CaseOutcome.StateSecret, CaseOutcome.ForbiddenByLaw, CaseOutcome.SafetyStability, CaseOutcome.ThirdPartyRights,
            CaseOutcome.InternalAffairs, CaseOutcome.ProcessInformation, CaseOutcome.EnforcementFile,
        ]);
}
