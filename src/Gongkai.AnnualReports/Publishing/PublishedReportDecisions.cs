using System.Collections.Immutable;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Rules;
using Gongkai.Law;
using Gongkai.Law.Citations;
using Gongkai.Organisations.People;

namespace Gongkai.AnnualReports.Publishing;

/// <summary>年报能不能收下、公布、撤下。</summary>
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
    public static ImmutableArray<EditionFinding> Check(AnnualReport report)
    {
        var never = RuleCatalogue.All.Where(rule => rule.NeverWaived).Select(rule => rule.Id).ToHashSet();
        return [.. ReportChecker.Check(new CheckContext(report) { Body = ReportingBody.Of(report) }).Findings.Select(finding => new EditionFinding(finding.Rule, finding.Severity, finding.Message, never.Contains(finding.Rule)))];
    }

    /// <summary>公布最新的一版：由交的人以外的人签发；有错误的，附说明才放行，几条无论如何不放行。</summary>
    /// <param name="report">年报。</param>
    /// <param name="names">单位用过的名称。</param>
    /// <param name="explanation">对错误的说明；没有的为空。</param>
    /// <param name="by">谁签发。</param>
    /// <param name="now">此刻。</param>
    public static Outcome<ReportRelease> Publish(PublishedReport report, IReadOnlyCollection<string> names, string? explanation, PersonId by, DateTimeOffset now)
    {
        var latest = report.Latest;
        if (report.Visible == latest) return new Refusal("最新的一版已经公布。");
        if (latest.By == by) return new Refusal("这一版是您交的，要由别人签发。", Publication);
        if (latest.Findings.Where(finding => finding is { NeverWaived: true, Severity: Severity.Error }).Select(finding => $"{finding.Rule}：{finding.Message}").ToList() is { Count: > 0 } stopped)
            return new Refusal($"有 {stopped.Count} 处错误，附说明也不得公布：{string.Join("；", stopped.Take(3).Select(text => text.TrimEnd('。')))}。请改正后重新交。", Publication);
        if (Doubts(latest, names) is { Count: > 0 } doubts && string.IsNullOrWhiteSpace(explanation))
            return new Refusal($"要写明说明才能公布：{string.Join("；", doubts.Take(3).Select(text => text.TrimEnd('。')))}{(doubts.Count > 3 ? $"等 {doubts.Count} 处" : "")}。", Publication);
        return new ReportRelease(latest.Number, now, by, string.IsNullOrWhiteSpace(explanation) ? null : explanation.Trim());
    }

    /// <summary>撤下。</summary>
    public static Outcome<ReportRelease> Withdraw(PublishedReport report, string reason, PersonId by, DateTimeOffset now)
    {
        if (report.Visible is null) return new Refusal("现在没有公布着的一版。");
        return string.IsNullOrWhiteSpace(reason) ? new Refusal("撤下要写明理由，理由给公众看。") : new ReportRelease(null, now, by, reason.Trim());
    }

    /// <summary>公布之前要写说明的各处：错误、读不准的格子、机关名称对不上。</summary>
    /// <param name="edition">一版。</param>
    /// <param name="names">单位用过的名称。</param>
    public static IReadOnlyList<string> Doubts(ReportEdition edition, IReadOnlyCollection<string> names)
    {
        List<string> doubts = [.. edition.Findings.Where(finding => finding is { Severity: Severity.Error, NeverWaived: false }).Select(finding => $"{finding.Rule}：{finding.Message}")];
        if (edition.Unread > 0) doubts.Add($"有 {edition.Unread} 格读不准，网页上留空");
        if (edition.Agency is { } agency && !names.Contains(agency)) doubts.Add($"报告上的机关是“{agency}”，与本单位的名称不同");
        return doubts;
    }
}
