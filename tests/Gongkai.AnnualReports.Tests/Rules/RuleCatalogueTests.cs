using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Rules;
using Gongkai.Testing.Builders;

namespace Gongkai.AnnualReports.Tests.Rules;

public sealed class RuleCatalogueTests
{
    private static readonly Rule Any = new() { Id = "T3-01", Severity = Severity.Error, Sentence = ("……", "…"), Basis = ("……", "…"), Check = _ => [] };

    [Fact]
    public void The_list_of_ids_has_107_entries_and_none_twice()
    {
        var ids = RuleGroup.All.SelectMany(group => group.Ids).ToList();
        ids.Count.ShouldBe(107);
        ids.ShouldBeUnique();
    }

    [Fact]
    public void Every_id_of_the_list_has_its_rule() =>
        RuleGroup.All.SelectMany(group => group.Ids).Where(id => RuleCatalogue.Find(id) is null).ShouldBeEmpty();

    [Fact]
    public void Rules_stand_in_the_order_of_the_list()
    {
        var order = RuleGroup.All.SelectMany(group => group.Ids).ToList();
        RuleCatalogue.All.Select(rule => order.IndexOf(rule.Id)).ShouldBeInOrder();
    }

    [Fact]
    public void A_duplicate_id_is_refused() =>
        Should.Throw<InvalidOperationException>(() => RuleCatalogue.Assemble([Any], [Any])).Message.ShouldContain("T3-01");

    [Fact]
    public void An_id_outside_the_list_is_refused() =>
        Should.Throw<InvalidOperationException>(() => RuleCatalogue.Assemble([Any with { Id = "T3-99" }])).Message.ShouldContain("T3-99");

    [Fact]
    public void Every_rule_says_what_must_hold_on_what_basis_and_with_two_examples()
    {
        foreach (var rule in RuleCatalogue.All)
        {
            rule.Sentence.Chinese.ShouldEndWith("。", customMessage: rule.Id);
            rule.Basis.Chinese.ShouldNotBeNullOrWhiteSpace(rule.Id);
            rule.Examples.Length.ShouldBeGreaterThanOrEqualTo(2, rule.Id);
        }
    }

    [Theory]
    [InlineData("t3-01")]
    [InlineData("T3-1")]
    [InlineData("Ｔ３－０１")]
    [InlineData("t301")]
    public void A_rule_is_found_however_its_id_is_typed(string typed) => RuleCatalogue.Find(typed).ShouldBe(RuleCatalogue.Find("T3-01").ShouldNotBeNull());

    [Theory]
    [InlineData("")]
    [InlineData("T9-99")]
    [InlineData("很长的一个并不存在的编号")]
    public void An_unknown_id_has_three_near_ones(string typed)
    {
        RuleCatalogue.Find(typed).ShouldBeNull();
        RuleCatalogue.Near(typed).Length.ShouldBe(3);
    }

    [Fact]
    public void A_check_that_throws_is_a_bug_and_not_a_finding()
    {
        var broken = Any with { Check = _ => throw new InvalidOperationException("程序错误") };
        Should.Throw<InvalidOperationException>(() => ReportChecker.Check(new CheckContext(ReportBuilder.Clean2021().Build()), [broken]));
    }

    [Theory]
    [InlineData(2020, false)]
    [InlineData(2021, true)]
    [InlineData(2022, true)]
    [InlineData(2023, false)]
    public void A_rule_is_used_only_in_its_years(int year, bool used)
    {
        var rule = Any with { FromYear = 2021, UntilYear = 2022, Check = _ => [Verdict.Broken("不成立")] };
        var report = ReportBuilder.Clean2021().Year(year).Build();
        ReportChecker.Check(new CheckContext(report), [rule]).Findings.Any().ShouldBe(used);
    }

    [Fact]
    public void A_rule_of_certain_years_is_not_assessable_where_the_year_is_unknown()
    {
        var rule = Any with { FromYear = 2021, Check = _ => [Verdict.Broken("不成立")] };
        var result = ReportChecker.Check(new CheckContext(ReportBuilder.Clean2021().Year(null).Build()), [rule]);
        result.Findings.ShouldBeEmpty();
        result.NotAssessable.ShouldHaveSingleItem().Rule.ShouldBe("T3-01");
    }

    [Fact]
    public void A_finding_says_where_its_first_cell_stands()
    {
        var rule = Any with { Check = _ => [Verdict.Broken("不成立", new CellPath(AnnualReports.Forms.TableKind.Requests, "granted"))] };
        ReportChecker.Check(new CheckContext(ReportBuilder.Clean2021().Build()), [rule]).Findings.ShouldHaveSingleItem().Where.ShouldBe("表2第3行第1列");
    }
}
