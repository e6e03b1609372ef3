using System.Security.Cryptography;
using Gongkai.Documents;
using Gongkai.Documents.Cleaning;
using Gongkai.Law;

namespace Gongkai.Scanning;

/// <summary>净化副本：去掉看不见的东西以后的一份，再扫描一遍证明干净。原件不动，由收存的一方连同哈希保存。</summary>
/// <param name="Content">副本的内容。</param>
/// <param name="Extension">副本的扩展名，连点；旧式文档变成了 .docx 或 .xlsx。</param>
/// <param name="Sha256">副本的 SHA-256，小写十六进制。</param>
/// <param name="OriginalSha256">原件的 SHA-256，小写十六进制。</param>
/// <param name="Removed">去掉了什么，一项一句。</param>
/// <param name="Findings">再扫描副本的发现：只剩看得见的文字里的，由人去改原稿。</param>
public sealed record CleanedCopy(
    ReadOnlyMemory<byte> Content, string Extension, string Sha256, string OriginalSha256, IReadOnlyList<string> Removed, IReadOnlyList<ScanFinding> Findings)
{
    /// <summary>文件级的发现；副本里一处也不许有。</summary>
    private static readonly ScanKind[] Hidden =
    [
        ScanKind.HiddenText, ScanKind.CoveredText, ScanKind.TrackedChange, ScanKind.Comment, ScanKind.Metadata, ScanKind.Location, ScanKind.Thumbnail, ScanKind.EmbeddedObject, ScanKind.ExternalLink,
    ];

    /// <summary>是看不见的东西，可以由净化去掉；不是文字里的。</summary>
    public static bool Removes(ScanKind kind) => Hidden.Contains(kind);

    /// <summary>做一份净化副本并证明它干净。</summary>
    /// <returns>做不成，或者副本里还查得到看不见的东西，是一句说明，没有副本。</returns>
    public static Outcome<CleanedCopy> Of(ReadOnlyMemory<byte> content, string fileName, ReadLimits limits, ScanOptions options, CancellationToken cancel)
    {
        var cleaned = DocumentCleaner.Clean(content, limits, cancel);
        if (!cleaned.Succeeded) return new Refusal(Say($"不能做净化副本：{cleaned.Refusal!.Reason}", $"no cleaned copy can be made: {cleaned.Refusal!.Reason}"));
        var proof = FileScanner.Scan(cleaned.Value.Content, Path.ChangeExtension(fileName, cleaned.Value.Extension), limits, options, cancel);
        if (!proof.Succeeded) return new Refusal(Say($"不能证明净化副本是干净的：{proof.Refusal!.Reason}", $"the cleaned copy cannot be proven clean: {proof.Refusal!.Reason}"));
        var left = proof.Value.Where(finding => Removes(finding.Kind)).Select(finding => Say($"{finding.Kind.Caption()}（{finding.Where}）",
            $"{finding.Kind.Caption()} ({finding.Where})")).Distinct(StringComparer.Ordinal).ToList();
        if (left.Count > 0) return new Refusal(Say($"净化之后还查得到{string.Join('、', left.Take(3))}，副本不能用：请在原稿里清理",
            $"after cleaning there is still {string.Join(", ", left.Take(3))}, so the copy is of no use: clear it in the original"));
        return new CleanedCopy(cleaned.Value.Content, cleaned.Value.Extension, Hash(cleaned.Value.Content), Hash(content), cleaned.Value.Removed, proof.Value);
    }

    private static string Hash(ReadOnlyMemory<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content.Span));
}
