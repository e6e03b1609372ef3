using Gongkai.Documents;
using Gongkai.Documents.Inspection;
using Gongkai.Law;
using Gongkai.Scanning.FileDetectors;
using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning;

/// <summary>扫描文件：先读出文字（正文，以及批注、修订、隐藏文字、页眉页脚里的）照 <see cref="TextScanner"/> 查，再查文件级的痕迹；嵌入的文件接着往里查。</summary>
public static class FileScanner
{
    /// <summary>文件套文件，最多往里查这么多层。</summary>
    private const int DeepestEmbedded = 5;

    /// <summary>一个文件里最多往里查这么多个嵌入的文件。</summary>
    private const int MostEmbedded = 50;

    /// <summary>一种文件级的发现最多逐一列出这么多处。</summary>
    private const int ListedPerKind = 500;

    /// <summary>文件级检测项。</summary>
    internal static IReadOnlyList<FileDetector> Detectors { get; } =
    [
        HiddenTextDetector.Instance,
        TrackedChangeDetector.Instance,
        CommentDetector.Instance,
        MetadataDetector.Instance,
        EmbeddedObjectDetector.Instance,
        ExternalLinkDetector.Instance,
        ThumbnailDetector.Instance,
    ];

    /// <summary>扫描已经在内存里的文件。</summary>
    /// <returns>先是文字里的发现，按先后；再是文件级的，按种类。读不了时是一句说明。</returns>
    public static Outcome<IReadOnlyList<ScanFinding>> Scan(
        ReadOnlyMemory<byte> content, string fileName, ReadLimits limits, ScanOptions options, CancellationToken cancel) =>
        Scan(content, fileName, limits, options, DeepestEmbedded, cancel);

    /// <summary>扫描磁盘上的文件；过大的不装入内存就拒绝。</summary>
    public static async Task<Outcome<IReadOnlyList<ScanFinding>>> ScanFileAsync(
        string path, ReadLimits limits, ScanOptions options, CancellationToken cancel)
    {
        var loaded = await FileLoading.LoadAsync(path, limits, cancel);
        return loaded.Succeeded ? Scan(loaded.Value, path, limits, options, cancel) : loaded.Refusal!;
    }

    private static Outcome<IReadOnlyList<ScanFinding>> Scan(
        ReadOnlyMemory<byte> content, string fileName, ReadLimits limits, ScanOptions options, int depth, CancellationToken cancel)
    {
        var inspected = FileInspector.Inspect(content, limits, cancel);
        if (!inspected.Succeeded) return inspected.Refusal!;
        var traces = inspected.Value;
        var document = DocumentReader.Read(content, fileName, limits, cancel);
        // 正文是空的，批注、属性、嵌入的文件仍然要查。
        if (!document.Succeeded && !HasTraces(traces)) return document.Refusal!;
        var text = DocumentText.Of(document.Succeeded ? document.Value : null, traces);
        return (List<ScanFinding>)
        [
            .. TextScanner.Scan(text, options).ToFindings(),
            .. Detectors.SelectMany(detector => detector.Find(traces).Take(ListedPerKind)),
            .. Embedded(traces, limits, options, depth, cancel),
        ];
    }

    private static bool HasTraces(FileTraces traces) =>
        traces.Hidden.Count + traces.Changes.Count + traces.Comments.Count + traces.Embedded.Count + traces.Asides.Count > 0;

    /// <summary>嵌入的文件里查出的，出处前面写上它的名字；打不开的已经作为嵌入对象报过。</summary>
    private static IEnumerable<ScanFinding> Embedded(FileTraces traces, ReadLimits limits, ScanOptions options, int depth, CancellationToken cancel)
    {
        if (depth == 0) yield break;
        foreach (var embedded in traces.Embedded.Where(embedded => embedded.Content.Length > 0).Take(MostEmbedded))
        {
            cancel.ThrowIfCancellationRequested();
            var name = Path.GetFileName(embedded.Name);
            var inner = Scan(embedded.Content, name, limits, options, depth - 1, cancel);
            if (!inner.Succeeded) continue;
            foreach (var finding in inner.Value) yield return finding with { Where = $"{name}：{finding.Where}" };
        }
    }
}
