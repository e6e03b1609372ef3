using Gongkai.Documents.Inspection;

namespace Gongkai.Scanning.FileDetectors;

/// <summary>拍摄位置：照片里的经纬度，能准到一间屋子。</summary>
internal static class LocationDetector
{
    public static FileDetector Instance { get; } = new(
        ScanKind.Location,
        "图片（连同文档里的图片）EXIF 与 XMP 的经纬度",
        "警告",
        "文字里写的地点",
        Find);

    private static IEnumerable<ScanFinding> Find(FileTraces traces) =>
        traces.Properties.Where(IsLocation).Take(1).Select(property => new ScanFinding(
            ScanKind.Location, ScanSeverity.Warning, Say("图片的标签", "tags of the picture"), Mask.Passage(property.Value), Say("图片里有拍摄的经纬度：公开之前请去掉",
                "the picture holds the place where it was taken: remove it before publication")));

    internal static bool IsLocation(FileProperty property) =>
        property.Part is "exif" or "xmp" && property.Name.StartsWith("GPS", StringComparison.Ordinal);
}
