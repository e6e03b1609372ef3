using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Rules;
using Gongkai.Testing.Builders;

namespace Gongkai.AnnualReports.Tests.Rules;

/// <summary>把无误的报告每次弄坏一处：该响的规则一定响，不相干的错误一个不响。</summary>
public sealed class MutationTests
{
    [Theory]
    [InlineData("2019")]
    [InlineData("2021")]
    public void A_clean_report_has_no_errors(string form) => Errors(Clean(form).Build()).ShouldBeEmpty();

    [Theory]
    [InlineData("2019", 161)]
    [InlineData("2021", 175)]
    public void A_wrong_figure_in_table_three_breaks_a_sum(string form, int atLeast)
    {
        var tried = EveryCell(form, TableKind.Requests, (report, path, cell) =>
        {
            var errors = Errors(report.Set(path, cell.Value + 7).Build());
            errors.ShouldContain(rule => rule == "T3-01" || rule == "T3-02" || rule == "T3-03", path);
            errors.ShouldAllBe(rule => rule.StartsWith("T3-") || rule.StartsWith("TX-"), path);
        });
        tried.ShouldBeGreaterThanOrEqualTo(atLeast);
    }

    [Theory]
    [InlineData("2019")]
    [InlineData("2021")]
    public void A_wrong_figure_in_table_four_breaks_its_own_sum(string form)
    {
        var tried = EveryCell(form, TableKind.Review, (report, path, cell) =>
        {
            var errors = Errors(report.Set(path, cell.Value + 3).Build());
            errors.ShouldContain(path.Split('.')[1] switch { "reconsideration" => "T4-01", "directLitigation" => "T4-02", _ => "T4-03" }, path);
            errors.ShouldAllBe(rule => rule.StartsWith("T4-") || rule.StartsWith("TX-"), path);
        });
        tried.ShouldBe(15);
    }

    [Theory]
    [InlineData("2019")]
    [InlineData("2021")]
    public void A_blank_is_an_error_of_its_own_and_never_a_broken_sum(string form)
    {
        var tried = 0;
        foreach (var kind in Enum.GetValues<TableKind>())
            tried += EveryCell(form, kind, (report, path, _) => Errors(report.Set(path, Cell.Blank()).Build()).ShouldBe(["FM-01"], path));
        tried.ShouldBeGreaterThan(190);
    }

    [Theory]
    [InlineData("2019", "无")]
    [InlineData("2021", "/")]
    [InlineData("2021", "若干")]
    public void Words_in_a_cell_are_an_error_of_their_own(string form, string printed)
    {
        foreach (var kind in Enum.GetValues<TableKind>())
            EveryCell(form, kind, (report, path, _) => Errors(report.Set(path, Cell.Raw(printed)).Build()).ShouldBe(["FM-02"], path));
    }

    [Theory]
    [InlineData("2019")]
    [InlineData("2021")]
    public void A_negative_count_is_noticed(string form)
    {
        EveryCell(form, TableKind.Disclosure, (report, path, _) =>
        {
            if (path.EndsWith(".change", StringComparison.Ordinal)) return;
            Errors(report.Set(path, -1).Build()).ShouldContain("FM-03", path);
        });
    }

    [Theory]
    [InlineData("2019")]
    [InlineData("2021")]
    public void A_figure_that_cannot_be_read_is_never_charged_to_the_agency(string form)
    {
        foreach (var kind in Enum.GetValues<TableKind>())
            EveryCell(form, kind, (report, path, _) => Errors(report.Set(path, Cell.Unread()).Build()).ShouldBeEmpty(path));
    }

    [Theory]
    [InlineData("2019")]
    [InlineData("2021")]
    public void Two_swapped_rows_of_figures_break_a_sum_or_contradict_the_text(string form)
    {
        var table = Clean(form).Build().Requests!;
        var tried = 0;
        foreach (var (upper, lower) in table.Form.Rows.Zip(table.Form.Rows.Skip(1)))
        {
            var (first, second) = (Values(table, upper), Values(table, lower));
            // 同在等式一边的两行互换，和不变，勾稽看不出来；两行相同时换了也没有错。
            if (first.SequenceEqual(second) || (upper.IsOutcome && lower.IsOutcome) || upper.Key == "newlyReceived") continue;
            var errors = Errors(Clean(form).SetRow($"requests.{upper.Key}", second).SetRow($"requests.{lower.Key}", first).Build());
            errors.ShouldNotBeEmpty($"{upper.Key} ↔ {lower.Key}");
            errors.ShouldAllBe(rule => rule.StartsWith("T3-") || rule.StartsWith("TX-"), upper.Key);
            tried++;
        }

        tried.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("2019")]
    [InlineData("2021")]
    public void A_part_that_is_missing_is_named(string form)
    {
        for (var number = 1; number <= 6; number++)
            Errors(Clean(form).RemoveSection(number).Build()).ShouldContain("ST-01", $"第{number}部分");
    }

    private static ReportBuilder Clean(string form) => form == "2019" ? ReportBuilder.Clean2019() : ReportBuilder.Clean2021();

    private static int EveryCell(string form, TableKind kind, Action<ReportBuilder, string, Cell> mutate)
    {
        var table = Clean(form).Build().Table(kind)!;
        var tried = 0;
        foreach (var row in table.Form.Rows)
        {
            foreach (var column in row.Columns)
            {
                mutate(Clean(form), table.PathOf(row, column).ToString(), table[row, column]);
                tried++;
            }
        }

        return tried;
    }

    private static decimal[] Values(ReportTable table, FormRow row) => [.. table.Row(row).ToArray().Select(cell => cell.Value)];

    private static List<string> Errors(AnnualReport report) =>
        [.. ReportChecker.Check(new CheckContext(report)).Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Rule).Distinct()];
}
