using Gongkai.Law.Citations;
using Gongkai.Law.Parameters;

namespace Gongkai.Law.Tests.Parameters;

public sealed class LegalParametersTests
{
    private static readonly DateOnly Day = new(2025, 6, 3);

    [Theory]
    [InlineData(LegalPeriodId.Answer, 20, PeriodUnit.Workday)]
    [InlineData(LegalPeriodId.AnswerExtension, 20, PeriodUnit.Workday)]
    [InlineData(LegalPeriodId.CorrectionNotice, 7, PeriodUnit.Workday)]
    [InlineData(LegalPeriodId.ThirdPartyOpinion, 15, PeriodUnit.Workday)]
    [InlineData(LegalPeriodId.JointMakerOpinion, 15, PeriodUnit.Workday)]
    [InlineData(LegalPeriodId.ActiveDisclosure, 20, PeriodUnit.Workday)]
    [InlineData(LegalPeriodId.FeePayment, 20, PeriodUnit.Workday)]
    [InlineData(LegalPeriodId.Reconsideration, 60, PeriodUnit.Day)]
    [InlineData(LegalPeriodId.Litigation, 6, PeriodUnit.Month)]
    [InlineData(LegalPeriodId.LitigationAfterReconsideration, 15, PeriodUnit.Day)]
    [InlineData(LegalPeriodId.PenaltyWithdrawal, 3, PeriodUnit.Workday)]
    [InlineData(LegalPeriodId.BudgetDisclosure, 20, PeriodUnit.Day)]
    public void Every_period_has_its_length(LegalPeriodId id, int length, PeriodUnit unit)
    {
        var period = LegalParameters.Period(id, Day);

        period.Length.ShouldBe(length);
        period.Unit.ShouldBe(unit);
    }

    [Fact]
    public void Every_period_of_the_enumeration_is_in_the_table() =>
        Enum.GetValues<LegalPeriodId>().Select(id => LegalParameters.Period(id, Day).Length).ShouldAllBe(length => length > 0);

    [Fact]
    public void The_article_changes_with_the_law()
    {
        LegalParameters.Period(LegalPeriodId.Reconsideration, new DateOnly(2023, 12, 31)).Basis.Article.ShouldBe("第九条");
        LegalParameters.Period(LegalPeriodId.Reconsideration, new DateOnly(2024, 1, 1)).Basis.Article.ShouldBe("第二十条");
    }

    [Fact]
    public void Before_its_first_row_a_period_is_the_first_one_and_says_when_it_began()
    {
        var period = LegalParameters.Period(LegalPeriodId.FeePayment, new DateOnly(2020, 6, 1));

        period.Length.ShouldBe(20);
        period.Validity.Covers(new DateOnly(2020, 6, 1)).ShouldBeFalse();
    }

    [Fact]
    public void Reports_are_due_at_the_end_of_January_and_of_March()
    {
        LegalParameters.Deadline(YearlyDeadlineId.DepartmentReport, 2026).ShouldNotBeNull().Date.ShouldBe(new DateOnly(2026, 1, 31));
        LegalParameters.Deadline(YearlyDeadlineId.GovernmentReport, 2026).ShouldNotBeNull().Date.ShouldBe(new DateOnly(2026, 3, 31));
        LegalParameters.Deadline(YearlyDeadlineId.DepartmentReport, 2018).ShouldBeNull();
    }

    [Theory]
    [InlineData("2023-12-31", null)]
    [InlineData("2024-01-01", "《行政复议法》第二十三条第一款第四项")]
    public void Reconsideration_goes_first_since_2024(string date, string? basis) =>
        (LegalParameters.Rule(LegalRuleId.ReviewFirst, DateOnly.Parse(date))?.ToString()).ShouldBe(basis);

    [Fact]
    public void Whatever_a_parameter_cites_is_in_the_catalogue_with_its_gist() =>
        Enum.GetValues<LegalPeriodId>().Select(id => LegalParameters.Period(id, Day).Basis)
            .Append(LegalParameters.Rule(LegalRuleId.ReviewFirst, Day)!)
            .Append(LegalParameters.Deadline(YearlyDeadlineId.DepartmentReport, 2025)!.Basis)
            .Where(basis => basis.Article is not null && LegalDocuments.GistOf(basis, Day) is null)
            .ShouldBeEmpty("在 Citations/articles.csv 里加上这一条的要点");

    [Fact]
    public void Versions_of_a_document_follow_each_other_without_overlap()
    {
        foreach (var versions in LegalDocuments.All.GroupBy(document => document.Id, StringComparer.Ordinal))
        foreach (var (earlier, later) in versions.Zip(versions.Skip(1)))
            earlier.Validity.Overlaps(later.Validity).ShouldBeFalse($"{earlier.FullTitle}与{later.FullTitle}");
    }

    [Fact]
    public void Every_article_belongs_to_a_version_of_its_document() =>
        LegalDocuments.Articles.Where(article => LegalDocuments.InForce(article.DocumentId, article.Validity.From) is null).ShouldBeEmpty();

    [Fact]
    public void A_document_is_cited_by_the_version_of_the_day()
    {
        LegalDocuments.InForce("regulation", new DateOnly(2019, 5, 14)).ShouldNotBeNull().Number.ShouldBe("国务院令第492号");
        LegalDocuments.InForce("regulation", new DateOnly(2019, 5, 15)).ShouldNotBeNull().Number.ShouldBe("国务院令第711号");
        LegalDocuments.InForce("feeMeasures", new DateOnly(2020, 12, 31)).ShouldBeNull();
        LegalDocuments.Regulation.Article("第三十条").ToString().ShouldBe("《政府信息公开条例》第三十条");
        LegalDocuments.Regulation.FullTitle.ShouldBe("《政府信息公开条例》（国务院令第711号）");
    }
}
