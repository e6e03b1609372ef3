namespace Gongkai.Scanning.Tests.Planting;

/// <summary>埋下的一处：是什么，原文，扫描的摘录里露出来的头尾（按遮盖的规矩）。</summary>
internal sealed record PlantedSecret(ScanKind Kind, string Value, string Head, string Tail)
{
    /// <summary>一处发现说的是不是它。</summary>
    public bool IsFoundBy(ScanFinding finding) =>
        finding.Kind == Kind && finding.Severity == ScanSeverity.Error
        && finding.Excerpt.StartsWith(Head, StringComparison.Ordinal) && finding.Excerpt.EndsWith(Tail, StringComparison.Ordinal);
}
