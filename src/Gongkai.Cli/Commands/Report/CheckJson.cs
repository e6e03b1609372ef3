using Gongkai.AnnualReports.Rules;

namespace Gongkai.Cli.Commands.Report;

/// <summary>检查结果的 JSON：一个文件一项，读不出的写 <c>{"file":…,"unreadable":…}</c>。</summary>
internal static class CheckJson
{
    public static IReadOnlyList<object> Of(IEnumerable<CheckedFile> results) => [.. results.Select(Of)];

    private static object Of(CheckedFile result) => result is { Report: { } report, Check: { } check }
        ? new ReadableFile(
            result.File,
            report.Agency,
            report.Year,
            check.Findings.Select(finding => new FindingItem(
                finding.Rule, finding.Severity, finding.Message, finding.Cells.Select(cell => cell.ToString()), finding.Basis, finding.Where)),
            check.NotAssessable)
        : new UnreadableFile(result.File, result.Unreadable!);

    private sealed record ReadableFile(string File, string? Agency, int? Year, IEnumerable<FindingItem> Findings, IEnumerable<Unassessed> NotAssessable);

    private sealed record FindingItem(string Rule, Severity Severity, string Message, IEnumerable<string> Cells, string Basis, string? Where);

    private sealed record UnreadableFile(string File, string Unreadable);
}
