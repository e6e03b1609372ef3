using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Rules.Prose;
using Gongkai.Scanning;

namespace Gongkai.AnnualReports.Rules.Language;

/// <summary>年报里的个人信息与密级标志：由扫描器去找，这里只说在第几部分；号码一律遮盖。</summary>
internal static class PrivateMatters
{
    public static IEnumerable<Verdict> Find(AnnualReport report)
    {
        var prose = ProseText.Of(report);
        // 绝大多数报告什么也没有：有的时候才去算出处。
        if (TextScanner.Scan(prose.Text).Count == 0) return [];
        return TextScanner.Scan(prose.Text, [.. prose.Paragraphs.Select(paragraph => (paragraph.Start, ProseText.Where(paragraph)))])
            .Where(finding => finding.Severity != ScanSeverity.Notice)
            .Select(finding => new Broken($"年报含{finding.Kind.Caption()}“{finding.Excerpt}”：{finding.Message}", [])
            {
                Where = finding.Where,
                Severity = finding.Severity == ScanSeverity.Error ? null : Severity.Warning,
            });
    }
}
