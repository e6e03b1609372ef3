using System.Collections.Immutable;
using System.Globalization;
using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Publishing;
using Gongkai.AnnualReports.Rules;
using Gongkai.Law;
using Gongkai.Requests.Letters;

namespace Gongkai.Services.AnnualReports;

/// <summary>退回年报的函：主管部门退给编报的单位，理由在前，查出的问题按级别列后，指明是哪一格；公文的版面，落款处盖章。</summary>
public static class FindingsLetter
{
    private static readonly ImmutableArray<(Severity Severity, string Heading)> Parts =
        [(Severity.Error, "错误，应当改正"), (Severity.Warning, "警告，请改正；情况属实的，写明说明"), (Severity.Notice, "提示，供参考")];

    private static readonly string[] Numerals = ["一", "二", "三"];

    /// <summary>写出。</summary>
    /// <param name="report">年报。</param>
    /// <param name="sent">退回的一件事。</param>
    /// <param name="authority">主管部门的名称。</param>
    /// <param name="unit">编报的单位的名称。</param>
    /// <param name="submitBy">报送期限；退回时已经过了的，写尽快。</param>
    public static Letter Of(PublishedReport report, FilingEvent sent, string authority, string unit, DateOnly submitBy)
    {
        var (date, edition) = (LegalTime.DateOf(sent.At), report.Editions.First(one => one.Number == sent.Edition));
        var explained = report.Filings.Where(done => done.Edition == sent.Edition && done.Number < sent.Number).SelectMany(done => done.Explanations).ToList();
        var parts = Parts.Select(part => (part.Heading, Findings: edition.Findings.Where(finding => finding.Severity == part.Severity).ToList())).Where(part => part.Findings.Count > 0).ToList();
        return new Letter(
            authority, $"关于退回{report.Year}年政府信息公开工作年度报告的函", sent.LetterNumber ?? "（文号待编）", unit,
            [
                string.Create(CultureInfo.InvariantCulture, $"你单位报送的{report.Year}年政府信息公开工作年度报告（第{sent.Edition}版）收悉。经审核，现予退回。"),
                $"退回的理由：{sent.Note?.ReplaceLineEndings("；").Trim().TrimEnd('。')}。",
                parts.Count == 0 ? "检查没有另外发现问题。" : $"另经检查，{string.Join("，", parts.Select(part => $"{part.Heading[..2]}{part.Findings.Count}处"))}，分列如下：",
                .. parts.SelectMany((part, at) => part.Findings.Select((finding, number) => Line(report.Year, finding, number + 1, explained)).Prepend($"{Numerals[at]}、{part.Heading}：")),
                $"请对照修改，重新自查、审核、签发，{(submitBy >= date ? string.Create(CultureInfo.InvariantCulture, $"在{submitBy:yyyy年M月d日}以前") : "尽快")}重新报送。",
            ],
            date);
    }

    private static string Line(int year, EditionFinding finding, int number, List<FindingExplanation> explained)
    {
        var cells = finding.Cells.Select(CellPath.Parse).OfType<CellPath>().Select(cell => Caption(year, cell)).Distinct(StringComparer.Ordinal).ToList();
        var said = explained.Find(one => one.Rule == finding.Rule && one.Message == finding.Message)?.Text;
        return string.Concat(
            number.ToString(CultureInfo.InvariantCulture), "．", finding.Message.TrimEnd('。'), "（规则", finding.Rule, cells.Count == 0 ? "" : $"；{string.Join("、", cells.Take(3))}{(cells.Count > 3 ? $"等{cells.Count}处" : "")}", "）",
            said is null ? "。" : $"。你单位的说明：{said.Trim().TrimEnd('。')}。");
    }

    private static string Caption(int year, CellPath cell)
    {
        var table = TableKeys.Name(cell.Table);
        if (cell.Row is not { } key || FormCatalogue.ForYear(year)?.Table(cell.Table).Row(key) is not { } row) return table;
        return row.Columns.FirstOrDefault(column => column.Key == cell.Column) is { } column ? $"{table}“{row.Caption.Official}”的“{column.Caption.Official}”" : $"{table}“{row.Caption.Official}”一行";
    }
}
