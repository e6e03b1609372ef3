namespace Gongkai.Scanning.FileDetectors;

/// <summary>缩略图：保存的是当时第一页的样子，正文改了它未必改。</summary>
internal static class ThumbnailDetector
{
    public static FileDetector Instance { get; } = new(
        ScanKind.Thumbnail,
        "docx、xlsx 与图片 EXIF 里的缩略图",
        "提示",
        "正文里的图片",
        traces => traces.Thumbnails.Select(part => new ScanFinding(
            ScanKind.Thumbnail, ScanSeverity.Notice, part, Path.GetFileName(part), Say("缩略图可能是旧稿的样子：公开之前请去掉", "the thumbnail may show an old draft: remove it before publication"))));
}
