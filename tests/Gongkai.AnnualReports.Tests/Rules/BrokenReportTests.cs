using System.Text;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading;
using Gongkai.AnnualReports.Rules;
using Gongkai.AnnualReports.Tests.Rules.Mutations;
using Gongkai.AnnualReports.Writing;
using Gongkai.Documents;
using Gongkai.Testing.Builders;
using Xunit.Abstractions;

namespace Gongkai.AnnualReports.Tests.Rules;

/// <summary>把无误的报告写成文件，弄坏一处，再读回来检查：该响的规则一定响，不相干的错误一个不响。</summary>
public sealed class BrokenReportTests(ITestOutputHelper output)
{
    private static readonly ReportFormat[] Formats = [ReportFormat.Markdown, ReportFormat.Html, ReportFormat.Docx];

    [Theory]
    [InlineData("2019")]
    [InlineData("2021")]
    public void A_clean_report_read_from_any_format_has_no_error_and_no_warning(string form)
    {
        foreach (var format in Formats)
            Check(form, Read(Write(Clean(form).Build(), format), format)).Where(finding => finding.Severity != Severity.Notice).ShouldBeEmpty($"{format}");
    }

    [Theory]
    [InlineData("2019")]
    [InlineData("2021")]
    public void Words_dates_names_and_figures_that_are_wrong_are_found_in_every_format(string form)
    {
        var failures = new List<string>();
        foreach (var mutation in Texts(form))
            foreach (var format in Formats)
                failures.AddRange(Failures(form, mutation, Read(Write(mutation.Report(Clean(form)).Build(), format), format), format));

        failures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2019")]
    [InlineData("2021")]
    public void Labels_rows_and_cells_that_are_wrong_on_the_page_are_found(string form)
    {
        var failures = new List<string>();
        foreach (var mutation in Pages(form))
        {
            var page = mutation.Page(Encoding.UTF8.GetString(Write(Clean(form).Build(), ReportFormat.Markdown)));
            failures.AddRange(Failures(form, mutation, Read(Encoding.UTF8.GetBytes(page), ReportFormat.Markdown), ReportFormat.Markdown));
        }

        failures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2019")]
    [InlineData("2021")]
    public void Text_copied_from_last_year_or_from_another_body_is_found_in_every_format(string form)
    {
        var previous = Previous(form);
        foreach (var format in Formats)
        {
            var copied = Clean(form);
            foreach (var number in (int[])[1, 5]) copied.Section(number, null, [.. previous.Section(number)!.Paragraphs.Select(paragraph => paragraph.Text)]);
            Check(form, Read(Write(copied.Build(), format), format)).ShouldContain(finding => finding.Rule == "SM-01", $"{format}");

            var report = Read(Write(Clean(form).Build(), format), format);
            var peer = Clean(form).Replace("澄浦市文化和旅游局", "澄浦市体育局").Build();
            ReportChecker.Check(new CheckContext(report) { Peers = [peer] }).Findings.Select(finding => finding.Rule).Distinct().ShouldBeSubsetOf(["ST-05", "SM-02", "SM-03"]);
            ReportChecker.Check(new CheckContext(report) { Peers = [peer] }).Findings.Count(finding => finding.Rule is "SM-02" or "SM-03").ShouldBeGreaterThanOrEqualTo(2, $"{format}");
        }
    }

    [Theory]
    [InlineData("2021", "2019", TableKind.Disclosure, "ST-03")]
    [InlineData("2021", "2019", TableKind.Requests, "ST-04")]
    [InlineData("2019", "2021", TableKind.Disclosure, "ST-03")]
    [InlineData("2019", "2021", TableKind.Requests, "ST-04")]
    public void The_form_of_other_years_is_found_in_every_format(string form, string other, TableKind kind, string rule)
    {
        foreach (var format in Formats)
        {
            var report = Clean(form).Table(kind, Clean(other).Build().Table(kind)).Printed(_ => PrintedForm.Empty).Build();
            var errors = ReportChecker.Check(new CheckContext(Read(Write(report, format), format))).Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Rule).Distinct().ToList();
            errors.ShouldContain(rule, $"{format}");
            errors.ShouldBeSubsetOf(["ST-03", "ST-04", "TX-06"], $"{format}");
        }
    }

    [Theory]
    [InlineData("T2-02", "disclosure.normativeDocuments.inForce")]
    [InlineData("T3-04", "requests.carriedOut")]
    [InlineData("T4-04", "review.reconsideration")]
    public void What_does_not_follow_from_last_year_is_found(string rule, string path)
    {
        var previous = ReportBuilder.Previous2021().Set(path, 5).Build();
        var findings = ReportChecker.Check(new CheckContext(Clean("2021").Build()) { Previous = previous }).Findings;

        findings.Select(finding => finding.Rule).ShouldBe([rule]);
    }

    [Fact]
    public void There_are_more_than_three_hundred_ways_and_no_two_are_the_same()
    {
        var ways = new[] { "2019", "2021" }.SelectMany(form => Texts(form).Concat(Pages(form))).Select(mutation => mutation.What).ToList();
        var distinct = ways.Distinct(StringComparer.Ordinal).Count();
        var rules = new[] { "2019", "2021" }.SelectMany(form => Texts(form).Concat(Pages(form))).SelectMany(mutation => mutation.Rules).Distinct().Count();
        output.WriteLine($"弄坏的办法 {distinct} 种（两种格式共 {ways.Count} 次，正文类各经三种文件格式），应响的规则 {rules} 条");

        distinct.ShouldBeGreaterThanOrEqualTo(300);
        Texts("2021").Concat(Pages("2021")).Select(mutation => mutation.What).ShouldBeUnique();
    }

    private static Mutation[] Texts(string form) =>
        [.. WordMutations.All, .. PlaceMutations.All(YearOf(form), form == "2021"), .. FigureMutations.All(YearOf(form), form == "2021")];

    private static Mutation[] Pages(string form) => [.. PageMutations.All(form == "2021" ? FormCatalogue.Form2021 : FormCatalogue.Form2019)];

    private static int YearOf(string form) => form == "2021" ? 2023 : 2020;

    private static IEnumerable<string> Failures(string form, Mutation mutation, AnnualReport report, ReportFormat format)
    {
        var findings = Check(form, report);
        if (!findings.Any(finding => mutation.Rules.Contains(finding.Rule)))
            yield return $"{form} {format} {mutation}：{mutation.Rule} 没有响；响的是 {string.Join('、', findings.Select(finding => finding.Rule).Distinct())}";
        var unrelated = findings.Where(finding => finding.Severity == Severity.Error && !mutation.Rules.Contains(finding.Rule) && !mutation.Also.Contains(finding.Rule)).ToList();
        if (unrelated.Count > 0)
            yield return $"{form} {format} {mutation}：不相干的 {string.Join('；', unrelated.Select(finding => $"{finding.Rule} {finding.Message}"))}";
    }

    private static ReportBuilder Clean(string form) => form == "2019" ? ReportBuilder.Clean2019() : ReportBuilder.Clean2021();

    private static byte[] Write(AnnualReport report, ReportFormat format) => ReportWriter.Write(report, format).Value;

    private static AnnualReport Read(byte[] bytes, ReportFormat format) =>
        ReportReader.Read(DocumentReader.Read(bytes, $"报告.{ReportFormats.Extension(format)}", ReadLimits.Default, default).Value).Value;

    // 虚构的澄浦市没有区划代码：当作弥勒市的机关，才说得上哪里是外地。
    private static List<Finding> Check(string form, AnnualReport report) =>
        [.. ReportChecker.Check(new CheckContext(report)
        {
            Body = ReportingBody.Of(report, BodyLevel.Department, "532504"),
            Previous = Previous(form),
        }).Findings];

    private static AnnualReport Previous(string form) => (form == "2019" ? ReportBuilder.Previous2019() : ReportBuilder.Previous2021()).Build();
}
