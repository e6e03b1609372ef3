using System.Collections.Immutable;
using Gongkai.Scanning;

namespace Gongkai.Publication.Findings;

/// <summary>一个附件的查验：原件查出什么，能不能做净化副本，副本再扫描还剩什么。只跟着内容走，与用在哪里无关。条例第十七条。</summary>
/// <param name="Hash">原件的 SHA-256，小写十六进制。</param>
/// <param name="Scanner">扫描器的版本，见 <see cref="ScannerVersion"/>。</param>
/// <param name="At">查验的时刻；副本的再扫描也在这时。</param>
public sealed record FileExamination(string Hash, string Scanner, DateTimeOffset At)
{
    /// <summary>没有查成的理由；查成了的为空。没有查过的不能公开。</summary>
    public string? Unseen { get; init; }

    /// <summary>查出的各处；只在副本里查到的也在内。</summary>
    public ImmutableArray<ExaminedFinding> Findings { get; init; } = [];

    /// <summary>证明过的净化副本；没有的为空。</summary>
    public ProvenCopy? Copy { get; init; }

    /// <summary>为什么没有副本；有的为空。</summary>
    public string? WithoutCopy { get; init; }

    /// <summary>把原件的与副本再扫描的对起来：副本里没有了的，是净化去掉了。</summary>
    /// <param name="original">原件里的。</param>
    /// <param name="left">副本里的；没有副本的为空。</param>
    public static ImmutableArray<ExaminedFinding> Compare(IReadOnlyList<ScanFinding> original, IReadOnlyList<ScanFinding>? left)
    {
        if (left is null) return [.. original.Select(finding => new ExaminedFinding(finding, IsRemoved: false))];
        var unmatched = left.ToList();
        var kept = new bool[original.Count];
        // 先认出处也相同的，再认只有出处变了的（删去一段，后面的段号跟着变）。
        for (var at = 0; at < original.Count; at++) kept[at] = Take(unmatched, original[at], (one, other) => one.Where == other.Where);
        for (var at = 0; at < original.Count; at++) kept[at] = kept[at] || Take(unmatched, original[at], (_, _) => true);
        return [.. original.Select((finding, at) => new ExaminedFinding(finding, !kept[at])), .. unmatched.Select(finding => new ExaminedFinding(finding, IsRemoved: false))];
    }

    private static bool Take(List<ScanFinding> unmatched, ScanFinding wanted, Func<ScanFinding, ScanFinding, bool> alike)
    {
        var found = unmatched.FindIndex(one => one.Kind == wanted.Kind && one.Severity == wanted.Severity && one.Excerpt == wanted.Excerpt && alike(one, wanted));
        if (found >= 0) unmatched.RemoveAt(found);
        return found >= 0;
    }
}

/// <summary>附件里查出的一处。</summary>
/// <param name="Finding">是什么，遮盖过的。</param>
/// <param name="IsRemoved">净化副本里没有了；没有副本的为假。</param>
public sealed record ExaminedFinding(ScanFinding Finding, bool IsRemoved);

/// <summary>证明过的净化副本：再扫描过，看不见的东西一处也没有。</summary>
/// <param name="Hash">副本的 SHA-256，小写十六进制；与原件相同的，是没有可去掉的。</param>
/// <param name="Size">字节数。</param>
/// <param name="Extension">扩展名，连点；旧式文档与原件不同。</param>
/// <param name="MediaType">媒体类型。</param>
/// <param name="Removed">去掉了什么，一项一句。</param>
public sealed record ProvenCopy(string Hash, long Size, string Extension, string MediaType, ImmutableArray<string> Removed);
