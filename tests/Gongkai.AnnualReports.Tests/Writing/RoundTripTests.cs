using FsCheck;
using FsCheck.Fluent;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Writing;
using Gongkai.Testing;
using Gongkai.Testing.Builders;

namespace Gongkai.AnnualReports.Tests.Writing;

/// <summary>read(write(r)) = r：写出来的每种格式，用平常的读法读回来，每格每字都一样。</summary>
public sealed class RoundTripTests
{
    private static int Reports => LongRun.Enabled ? 5_000 : 200;

    [Theory]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Markdown)]
    public void Consistent_reports_come_back_the_same(ReportFormat format) => ComesBack(ReportArbitraries.Consistent, format);

    [Theory]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Markdown)]
    public void Reports_with_blanks_and_other_text_come_back_the_same(ReportFormat format) => ComesBack(ReportArbitraries.WithHoles, format);

    [Theory]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Markdown)]
    public void A_cell_that_could_not_be_read_is_never_written_as_a_blank(ReportFormat format)
    {
        var report = ReportGenerator.Create(11, new ReportShape { Year = 2023, Size = ReportSize.Medium });
        var (row, line) = (report.Requests!.Form.Row("granted")!, report.Review!.Form.Row("reconsideration")!);
        report = report with
        {
            Requests = report.Requests.With(cells => cells[row.Offset + 2] = Cell.Unread()),
            Review = report.Review.With(cells => cells[line.Offset] = Cell.Unread()),
        };

        var read = ReadBack.Verify(report, ReportWriter.Write(report, format).Value, format);

        read.Refusal.ShouldBeNull();
        UnreadCells.Of(read.Value).Select(cell => cell.ToString()).ShouldBe(["requests.granted.research", "review.reconsideration.upheld"]);
        read.Value.Notes.Count(note => note.Code == NoteCodes.Unread).ShouldBe(2);
    }

    [Theory]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Markdown)]
    public void A_hybrid_of_both_forms_comes_back_as_a_hybrid(ReportFormat format)
    {
        var newer = ReportGenerator.Create(21, new ReportShape { Year = 2022 });
        var older = ReportGenerator.Create(22, new ReportShape { Year = 2019 });
        var hybrid = newer with { Requests = older.Requests };

        var read = ReadBack.Verify(hybrid, ReportWriter.Write(hybrid, format).Value, format);

        read.Refusal.ShouldBeNull();
        (read.Value.Disclosure!.Form.Form, read.Value.Requests!.Form.Form).ShouldBe((FormId.Form2021, FormId.Form2019));
    }

    private static void ComesBack(Arbitrary<AnnualReport> reports, ReportFormat format) =>
        Prop.ForAll(reports, report =>
        {
            var read = ReadBack.Verify(report, ReportWriter.Write(report, format).Value, format);
            read.Refusal?.Reason.ShouldBeNull();
            read.Value.ShouldSayTheSameAs(report);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Reports));
}
