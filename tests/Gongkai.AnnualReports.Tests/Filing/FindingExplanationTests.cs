using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Publishing;
using Gongkai.AnnualReports.Rules;

namespace Gongkai.AnnualReports.Tests.Filing;

/// <summary>格子旁边写的说明：问题的原话变了，说明跟着它；问题没有了，说明也就没有了。</summary>
public sealed class FindingExplanationTests
{
    [Fact]
    public void An_explanation_follows_its_finding_when_one_of_its_cells_is_filled() =>
        FindingExplanation.Follow([new("FM-01", "共三格", "没有这一类事项")], [Found("FM-01", "共两格"), Found("ST-10", "缺少内容")]).ShouldBe([new("FM-01", "共两格", "没有这一类事项")]);

    [Fact]
    public void Of_two_people_who_explained_one_finding_in_different_words_both_are_kept() =>
        FindingExplanation.Follow([new("FM-01", "共三格", "没有这一类"), new("FM-01", "共四格", "见附件")], [Found("FM-01", "共两格")]).ShouldBe([new("FM-01", "共两格", "没有这一类；见附件")]);

    [Fact]
    public void An_explanation_stays_with_the_finding_whose_words_did_not_change() =>
        FindingExplanation.Follow([new("T3-01", "甲", "一"), new("T3-01", "乙", "二")], [Found("T3-01", "乙"), Found("T3-01", "丙")]).ShouldBe([new("T3-01", "乙", "二"), new("T3-01", "丙", "一")]);

    [Fact]
    public void Where_it_cannot_be_told_which_finding_is_meant_none_is_claimed() =>
        FindingExplanation.Follow([new("T3-01", "甲", "一")], [Found("T3-01", "乙"), Found("T3-01", "丙"), Found("T4-01", "甲")]).ShouldBeEmpty();

    private static EditionFinding Found(string rule, string message) => new(rule, Severity.Warning, message, NeverWaived: false);
}
