using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Remedies;

namespace Gongkai.Requests.Tests.Remedies;

public sealed class RemedyAdviceTests
{
    [Theory]
    [InlineData(CaseOutcome.StateSecret, "2024-01-01", true)]
    [InlineData(CaseOutcome.StateSecret, "2023-12-31", false)]
    [InlineData(CaseOutcome.EnforcementFile, "2025-05-06", true)]
    [InlineData(CaseOutcome.AdministrativeQuery, "2025-05-06", false)]
    [InlineData(CaseOutcome.NotExisting, "2025-05-06", false)]
    [InlineData(CaseOutcome.Repeated, "2025-05-06", false)]
    public void What_is_withheld_goes_to_review_first_since_2024(CaseOutcome outcome, string on, bool first)
    {
        var advice = RemedyAdvice.Of(outcome, [], DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture));

        advice.ReviewFirst.ShouldBe(first);
        var paragraph = advice.Paragraph("云泽市人民政府", "云泽市云溪区人民法院");
        paragraph.ShouldContain("60日内向云泽市人民政府申请行政复议");
        paragraph.ShouldContain(first ? "15日内向云泽市云溪区人民法院" : "6个月内向云泽市云溪区人民法院");
    }

    [Fact]
    public void A_partial_disclosure_goes_to_review_first_for_what_it_withholds()
    {
        RemedyAdvice.Of(CaseOutcome.PartlyGranted, [CaseOutcome.InternalAffairs], new(2025, 5, 6)).ReviewFirst.ShouldBeTrue();
        RemedyAdvice.Of(CaseOutcome.PartlyGranted, [], new(2025, 5, 6)).ReviewFirst.ShouldBeFalse();
    }
}
