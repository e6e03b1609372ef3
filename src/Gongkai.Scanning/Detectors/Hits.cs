using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning.Detectors;

/// <summary>一次扫描里找到的各处。</summary>
internal sealed class Hits(ScanText text, ScanOptions options)
{
    /// <summary>一种发现最多逐一列出这么多处，再多只报数：整册名单不必列上万行。</summary>
    private const int ListedPerKind = 500;

    private readonly List<Hit> _found = [];
    private readonly Dictionary<ScanKind, int> _counts = [];

    public ScanOptions Options { get; } = options;

    public IReadOnlyList<Hit> Found => _found;

    /// <summary>记下一处；<paramref name="excerpt"/> 必须已经遮盖。</summary>
    public void Add(ScanKind kind, ScanSeverity severity, int start, int end, string excerpt, string message)
    {
        var count = _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        if (count <= ListedPerKind) _found.Add(new Hit(kind, severity, start, end, excerpt, message));
    }

    /// <summary>按在文中的先后列出。</summary>
    public IReadOnlyList<ScanFinding> ToFindings()
    {
        if (_found.Count == 0) return [];
        var findings = _found
            .OrderBy(hit => hit.Start)
            .Select(hit => new ScanFinding(hit.Kind, hit.Severity, text.Where(hit.Start, hit.End), hit.Excerpt, hit.Message) { Offset = text.InSource(hit.Start) })
            .ToList();
        foreach (var (kind, count) in _counts)
        {
            if (count <= ListedPerKind) continue;
            var last = findings.FindLastIndex(finding => finding.Kind == kind);
            findings[last] = findings[last] with { Message = Say($"{findings[last].Message}；同类另有 {count - ListedPerKind} 处未逐一列出",
                $"{findings[last].Message}; {count - ListedPerKind} more of this kind are not listed") };
        }

        return findings;
    }
}

/// <summary>一处：位置指归一后的全文，止于 <paramref name="End"/>（不含）。</summary>
internal readonly record struct Hit(ScanKind Kind, ScanSeverity Severity, int Start, int End, string Excerpt, string Message);
