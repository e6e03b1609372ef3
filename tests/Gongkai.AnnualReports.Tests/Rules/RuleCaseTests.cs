using Gongkai.AnnualReports.Rules;
using Gongkai.Testing;

namespace Gongkai.AnnualReports.Tests.Rules;

public sealed class RuleCaseTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Gongkai.AnnualReports.Tests", "Rules", "Cases");

    private static readonly Dictionary<string, IReadOnlyList<RuleCase>> Cases =
        Directory.GetFiles(Folder, "*.yaml").Order(StringComparer.Ordinal).ToDictionary(path => Path.GetFileNameWithoutExtension(path), RuleCase.ReadFile);

    public static TheoryData<string, string> Names
    {
        get
        {
            var names = new TheoryData<string, string>();
            foreach (var example in Cases.Values.SelectMany(cases => cases)) names.Add(example.Rule, example.Name);
            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_case_comes_out_as_its_author_expects(string rule, string name)
    {
        var example = Cases[rule].Single(candidate => candidate.Name == name);
        var result = ReportChecker.Check(example.Context());
        var seen = string.Join('\n', result.Findings.Select(finding => $"{finding.Rule} {finding.Severity} {finding.Message}"));
        if (example.ExpectedIds is { } ids)
        {
            result.Findings.Select(finding => finding.Rule).Distinct().Order(StringComparer.Ordinal).ShouldBe(ids.Order(StringComparer.Ordinal), seen);
            return;
        }

        var findings = result.Findings.Where(finding => finding.Rule == rule).ToList();
        var unassessed = result.NotAssessable.Where(entry => entry.Rule == rule).ToList();
        switch (example.Expected)
        {
            case "成立":
                findings.ShouldBeEmpty(seen);
                unassessed.ShouldBeEmpty();
                break;
            case "不成立":
                findings.ShouldNotBeEmpty($"别的发现：{seen}");
                if (example.ExpectedSeverity is { } severity) findings.ShouldContain(finding => finding.Severity == severity, seen);
                if (example.ExpectedText is { } text) findings.ShouldContain(finding => finding.Message.Contains(text), seen);
                break;
            case "不可判":
                findings.ShouldBeEmpty(seen);
                unassessed.ShouldHaveSingleItem();
                if (example.ExpectedText is { } why) unassessed[0].Why.ShouldContain(why);
                break;
            default:
                throw example.Wrong($"期望只能是成立、不成立、不可判，或者一列编号，不能是“{example.Expected}”");
        }
    }

    [Fact]
    public void Every_case_file_is_named_after_a_rule_of_the_catalogue() =>
        Cases.Keys.Where(id => RuleCatalogue.Find(id) is null).ShouldBeEmpty();

    [Fact]
    public void Names_of_cases_are_unique_within_a_rule()
    {
        foreach (var cases in Cases.Values) cases.Select(example => example.Name).ShouldBeUnique();
    }

    [Fact]
    public void Every_rule_has_a_case_that_holds_and_one_that_does_not()
    {
        var incomplete = RuleCatalogue.All
            .Where(rule => rule.NeedsRegister is null
                ? !Has(rule, "成立") || !Has(rule, "不成立")
                : !Has(rule, "不可判"))
            .Select(rule => rule.Id);
        incomplete.ShouldBeEmpty();

        static bool Has(Rule rule, string expected) =>
            Cases.TryGetValue(rule.Id, out var cases) && cases.Any(example => example.Expected == expected || (expected == "不成立" && example.ExpectedIds?.Contains(rule.Id) == true));
    }

    [Theory]
    [InlineData("2021")]
    [InlineData("2019")]
    public void A_clean_report_with_its_previous_one_has_no_error_and_no_warning(string form)
    {
        var (report, previous) = form == "2021"
            ? (Gongkai.Testing.Builders.ReportBuilder.Clean2021(), Gongkai.Testing.Builders.ReportBuilder.Previous2021())
            : (Gongkai.Testing.Builders.ReportBuilder.Clean2019(), Gongkai.Testing.Builders.ReportBuilder.Previous2019());
        var body = new ReportingBody(BodyLevel.Department, null, null);
        var context = new CheckContext(report.Build()) { Previous = previous.Build(), Body = body };
        ReportChecker.Check(context).Findings.Where(finding => finding.Rule != "ST-05").ShouldBeEmpty();
        ReportChecker.Check(new CheckContext(previous.Build()) { Body = body }).Findings.Where(finding => finding.Rule != "ST-05").ShouldBeEmpty();
    }
}
