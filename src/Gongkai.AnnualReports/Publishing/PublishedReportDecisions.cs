using System.Collections.Immutable;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Rules;
using Gongkai.Law;
using Gongkai.Law.Citations;

namespace Gongkai.AnnualReports.Publishing;

/// <summary>年报的一版能不能收下，查出什么。之后的各步见 <see cref="Filing.FilingDecisions"/>。</summary>
public static class PublishedReportDecisions
{
    private const int FirstYear = 2008;

    private static readonly Citation Publication = LegalDocuments.Regulation.Article("第五十条");

    /// <summary>收下一版：报告上的年度与所选的一致，年度已经过完。</summary>
    /// <param name="report">读出来的报告。</param>
    /// <param name="year">所选的年度。</param>
    /// <param name="today">今天。</param>
    public static Refusal? Unfit(AnnualReport report, int year, DateOnly today)
    {
        if (year < FirstYear || year >= today.Year) return new Refusal($"{year} 年度的年报还不能公布：年度在 {FirstYear} 年以后，并且已经过完。", Publication);
        return report.Year is { } printed && printed != year ? new Refusal($"文件里是 {printed} 年度的报告，不是 {year} 年度的。") : null;
    }

    /// <summary>检查一份报告，留下各处发现。</summary>
    /// <param name="report">报告。</param>
    /// <param name="previous">上一年度的；没有的为空，与上年比较的规则就不判。</param>
    public static ImmutableArray<EditionFinding> Check(AnnualReport report, AnnualReport? previous)
    {
        var never = RuleCatalogue.All.Where(rule => rule.NeverWaived).Select(rule => rule.Id).ToHashSet();
        return [.. ReportChecker.Check(new CheckContext(report) { Body = ReportingBody.Of(report), Previous = previous }).Findings.Select(finding => new EditionFinding(finding.Rule, finding.Severity, finding.Message, never.Contains(finding.Rule)) { Cells = [.. finding.Cells.Select(cell => cell.ToString())] })];
    }
}
