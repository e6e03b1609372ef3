using Gongkai.Scanning;

namespace Gongkai.Cli.Commands.Scan;

/// <summary>扫描结果的 JSON：一个文件一项，读不出的写 <c>{"file":…,"unreadable":…}</c>。</summary>
internal static class ScanJson
{
    public static object Of(ScannedFile result) => result.Findings is { } findings
        ? new ReadableFile(result.File, findings.Select(finding => new FindingItem(finding.Kind, finding.Severity, finding.Where, finding.Excerpt)))
        : new UnreadableFile(result.File, result.Unreadable!);

    private sealed record ReadableFile(string File, IEnumerable<FindingItem> Findings);

    private sealed record FindingItem(ScanKind Kind, ScanSeverity Severity, string Where, string Excerpt);

    private sealed record UnreadableFile(string File, string Unreadable);
}
