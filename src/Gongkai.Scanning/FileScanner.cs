using Gongkai.Documents;
using Gongkai.Documents.Inspection;
using Gongkai.Documents.Office;
using Gongkai.Law;
using Gongkai.Scanning.FileDetectors;
using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning;

/// <summary>扫描文件：先读出文字（正文，以及批注、修订、隐藏文字、属性、页眉页脚里的）照 <see cref="TextScanner"/> 查，再查文件级的痕迹；嵌入的文件与压缩包接着往里查。</summary>
public static class FileScanner
{
    /// <summary>一种文件级的发现最多逐一列出这么多处。</summary>
    private const int ListedPerKind = 500;

    /// <summary>文件级检测项。</summary>
    internal static IReadOnlyList<FileDetector> Detectors { get; } =
    [
        HiddenTextDetector.Instance,
        CoveredTextDetector.Instance,
        TrackedChangeDetector.Instance,
        CommentDetector.Instance,
        MetadataDetector.Instance,
        LocationDetector.Instance,
        EmbeddedObjectDetector.Instance,
        ExternalLinkDetector.Instance,
        ThumbnailDetector.Instance,
    ];

    /// <summary>扫描已经在内存里的文件。</summary>
    /// <returns>先是文字里的发现，按先后；再是文件级的，按种类。读不了时是一句说明。</returns>
    public static Outcome<IReadOnlyList<ScanFinding>> Scan(
        ReadOnlyMemory<byte> content, string fileName, ReadLimits limits, ScanOptions options, CancellationToken cancel) =>
        ScanOne(content, fileName, new NestedScan(limits, options, cancel));

    /// <summary>扫描磁盘上的文件；过大的不装入内存就拒绝。</summary>
    public static async Task<Outcome<IReadOnlyList<ScanFinding>>> ScanFileAsync(
        string path, ReadLimits limits, ScanOptions options, CancellationToken cancel)
    {
        var loaded = await FileLoading.LoadAsync(path, limits, cancel);
        return loaded.Succeeded ? Scan(loaded.Value, path, limits, options, cancel) : loaded.Refusal!;
    }

    internal static Outcome<IReadOnlyList<ScanFinding>> ScanOne(ReadOnlyMemory<byte> content, string fileName, NestedScan nested)
    {
        var macros = LegacyFile.Is(content, nested.Limits) && LegacyFile.HasMacros(content);
        if (LegacyFile.Is(content, nested.Limits))
        {
            // 旧式文档的痕迹，转换成新的格式才看得见。
            var modern = LegacyFile.Modernise(content, nested.Limits, nested.Cancel);
            if (!modern.Succeeded) return modern.Refusal!;
            (content, fileName) = (modern.Value, "");
        }

        var inspected = FileInspector.Inspect(content, nested.Limits, nested.Cancel);
        if (!inspected.Succeeded) return inspected.Refusal!;
        var traces = macros ? inspected.Value with { Embedded = [.. inspected.Value.Embedded, new EmbeddedFile(Say("宏", "macros"), "vbaProject", default)] } : inspected.Value;
        var document = DocumentReader.Read(content, fileName, nested.Limits, nested.Cancel);
        // 正文是空的，批注、属性、嵌入的文件仍然要查；正文没有读成的，就是没有查过。
        if (!document.Succeeded && !DocumentReader.IsWithoutText(document.Refusal!)) return document.Refusal!;
        var text = DocumentText.Of(document.Succeeded ? document.Value : null, traces);
        return (List<ScanFinding>)
        [
            .. TextScanner.Scan(text, nested.Options).ToFindings(),
            .. Detectors.SelectMany(detector => detector.Find(traces).Take(ListedPerKind)),
            .. nested.Into(traces),
        ];
    }
}
