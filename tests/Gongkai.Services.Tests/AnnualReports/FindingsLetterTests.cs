using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Publishing;
using Gongkai.AnnualReports.Rules;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Services.AnnualReports;
using Gongkai.Testing;

namespace Gongkai.Services.Tests.AnnualReports;

/// <summary>退回年报的函：理由在前，问题按级别列后，指明是哪一格，带上编报单位的说明。</summary>
public sealed class FindingsLetterTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 20, 2, 0, 0, TimeSpan.Zero);

    private static readonly PersonId Somebody = new(Guid.Empty);

    [Fact]
    public void The_findings_stand_by_severity_with_their_cells_and_what_the_body_explained()
    {
        var letter = Letter(
            "云政办信函〔2026〕2号",
            new EditionFinding("TX-03", Severity.Notice, "正文没有写明收到几件", false),
            new EditionFinding("T3-01", Severity.Error, "自然人：新收16加结转1，等于办结15加结转下年1，差1件", true) { Cells = ["requests.newlyReceived.naturalPerson", "requests.carriedOut.naturalPerson"] },
            new EditionFinding("T2-09", Severity.Warning, "“行政许可”同比异常（31→260），请核实口径", false) { Cells = ["disclosure.licences.decisions"] });

        Golden.Matches($"{letter.Title}\n{letter.Number}\n{letter.To}：\n{string.Join('\n', letter.Paragraphs)}\n{letter.Agency}\n{letter.Date:yyyy-MM-dd}\n", "findings-letter.txt");
        letter.ToWord().Length.ShouldBeGreaterThan(2000);
    }

    [Fact]
    public void A_letter_without_number_and_findings_says_so_and_after_the_deadline_asks_for_haste()
    {
        var letter = Letter(null);

        letter.Number.ShouldBe("（文号待编）");
        letter.Paragraphs.ShouldContain("检查没有另外发现问题。");
        Letter(null, new DateOnly(2026, 1, 19)).Paragraphs[^1].ShouldContain("尽快重新报送");
    }

    private static Gongkai.Requests.Letters.Letter Letter(string? number, params EditionFinding[] findings) => Letter(number, new DateOnly(2026, 1, 31), findings);

    private static Gongkai.Requests.Letters.Letter Letter(string? number, DateOnly submitBy, params EditionFinding[] findings)
    {
        var sent = new FilingEvent(5, FilingAction.SendBack, FilingStage.Submitted, FilingStage.Returned, Somebody, At, 1) { Note = "第五部分请写具体。", LetterNumber = number };
        var check = new FilingEvent(2, FilingAction.SelfCheck, FilingStage.Compiling, FilingStage.OfficeReview, Somebody, At.AddDays(-3), 1)
        {
            Explanations = [new FindingExplanation("T2-09", "“行政许可”同比异常（31→260），请核实口径", "许可下放，件数增加")],
        };
        var report = new PublishedReport(Guid.Empty, 5, new UnitId(Guid.Empty), 2025, [new ReportEdition(1, null, null, [.. findings], 0, Somebody, At.AddDays(-3))], []) { Filings = [check, sent] };
        return FindingsLetter.Of(report, sent, "云泽市人民政府办公室", "云泽市文化广播局", submitBy);
    }
}
