using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading;
using Gongkai.AnnualReports.Rules;
using Gongkai.AnnualReports.Tests.Rules.Mutations;
using Gongkai.Documents;
using Gongkai.Law.Wording;
using Gongkai.Testing;
using Gongkai.Testing.Builders;

namespace Gongkai.AnnualReports.Tests.Rules;

/// <summary>用英文检查：引号之外没有汉字，并且除了话的语言，结果与用中文检查一样。</summary>
public sealed class EnglishFindingTests
{
    [Fact]
    public void Every_rule_says_its_sentence_basis_register_and_examples_in_English()
    {
        var texts = RuleCatalogue.All.SelectMany(rule => rule.Examples.Append(rule.Sentence).Append(rule.Basis).Concat(rule.NeedsRegister is { } register ? [register] : Array.Empty<Bilingual>()));
        foreach (var text in texts)
        {
            text.English.ShouldNotBeNullOrWhiteSpace(text.Chinese);
            EnglishText.LinesWithChinese(text.English).ShouldBeEmpty(text.Chinese);
        }
    }

    [Fact]
    public void Every_row_and_column_of_the_forms_has_an_English_name()
    {
        var captions = FormCatalogue.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Columns.Select(column => column.Caption).Append(row.Caption));
        captions.Where(caption => string.IsNullOrWhiteSpace(caption.English)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_case_of_every_rule_is_told_in_English()
    {
        var folder = Repository.PathOf("tests", "Gongkai.AnnualReports.Tests", "Rules", "Cases");
        foreach (var example in Directory.GetFiles(folder, "*.yaml").SelectMany(RuleCase.ReadFile)) TellsTheSame(example.Context, $"{example.Rule} {example.Name}");
    }

    [Theory]
    [InlineData("2019")]
    [InlineData("2021")]
    public void Every_mutation_is_told_in_English(string form)
    {
        var year = form == "2021" ? 2023 : 2020;
        foreach (var mutation in (Mutation[])[.. WordMutations.All, .. PlaceMutations.All(year, form == "2021"), .. FigureMutations.All(year, form == "2021")])
            TellsTheSame(() => new CheckContext(mutation.Report(Clean(form)).Build()) { Previous = Previous(form).Build() }, mutation.What);
        foreach (var table in new[] { TableKind.Disclosure, TableKind.Requests, TableKind.Review }.Select(kind => Clean(form).Build().Table(kind)!))
            foreach (var path in table.Form.Rows.SelectMany(row => row.Columns.Select(column => table.PathOf(row, column).ToString())))
                foreach (var cell in (Cell[])[Cell.Blank(), Cell.Raw("若干"), Cell.Unread(), Cell.Of(-7.5m)])
                    TellsTheSame(() => new CheckContext(Clean(form).Set(path, cell).Build()), path);
    }

    [Fact]
    public async Task What_the_corpus_prints_is_noted_and_found_in_English()
    {
        foreach (var file in Corpus.Seeds.Concat(Corpus.Files))
        {
            var read = await ReadInEnglish(file);
            if (read.Refusal is { } refusal)
            {
                EnglishText.LinesWithChinese(refusal.Reason).ShouldBeEmpty(file);
                continue;
            }

            foreach (var note in read.Value.Notes) EnglishText.LinesWithChinese($"{note.Where} {note.Message}").ShouldBeEmpty(file);
            TellsTheSame(() => new CheckContext(read.Value), file);
        }
    }

    private static async Task<Gongkai.Law.Outcome<AnnualReport>> ReadInEnglish(string file)
    {
        using var speaking = Speech.In(Language.English);
        return await ReportReader.ReadFileAsync(file, ReadLimits.Default, default);
    }

    private static void TellsTheSame(Func<CheckContext> context, string what)
    {
        var chinese = ReportChecker.Check(context());
        using var speaking = Speech.In(Language.English);
        var english = ReportChecker.Check(context());
        foreach (var text in english.Findings.SelectMany(finding => new[] { finding.Message, finding.Basis, finding.Where ?? "" }).Concat(english.NotAssessable.Select(entry => entry.Why)))
            EnglishText.LinesWithChinese(text.ReplaceLineEndings(" ")).ShouldBeEmpty(what);
        english.Findings.Select(finding => (finding.Rule, finding.Severity, Cells: string.Join(' ', finding.Cells))).ShouldBe(
            chinese.Findings.Select(finding => (finding.Rule, finding.Severity, Cells: string.Join(' ', finding.Cells))), what);
        english.NotAssessable.Select(entry => entry.Rule).ShouldBe(chinese.NotAssessable.Select(entry => entry.Rule), what);
    }

    private static ReportBuilder Clean(string form) => form == "2021" ? ReportBuilder.Clean2021() : ReportBuilder.Clean2019();

    private static ReportBuilder Previous(string form) => form == "2021" ? ReportBuilder.Previous2021() : ReportBuilder.Previous2019();
}
