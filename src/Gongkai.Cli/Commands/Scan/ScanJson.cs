using Gongkai.Scanning;

namespace Gongkai.Cli.Commands.Scan;

/// <summary>扫描结果的 JSON：一个文件一项，读不出的写 <c>{"file":…,"unreadable":…}</c>；做了净化副本的另有 cleaned。</summary>
internal static class ScanJson
{
    public static object Of(ScannedFile result) => result.Findings is { } findings
        ? result.Cleaned is { } cleaned
            ? new CleanedFile(result.File, new CopyItem(cleaned.Path, cleaned.Copy.Sha256, cleaned.Copy.OriginalSha256, cleaned.Copy.Removed), Items(findings))
            : new ReadableFile(result.File, Items(findings))
        : new UnreadableFile(result.File, result.Unreadable!);

    private static IEnumerable<FindingItem> Items(IReadOnlyList<ScanFinding> findings) =>
        findings.Select(finding => new FindingItem(finding.Kind, finding.Severity, finding.Where, finding.Excerpt));

    private sealed record CleanedFile(string File, CopyItem Cleaned, IEnumerable<FindingItem> Findings);

    private sealed record CopyItem(string File, string Sha256, string OriginalSha256, IReadOnlyList<string> Removed);

    private sealed record ReadableFile(string File, IEnumerable<FindingItem> Findings);

    private sealed record FindingItem(ScanKind Kind, ScanSeverity Severity, string Where, string Excerpt);

    private sealed record UnreadableFile(string File, string Unreadable);
}
