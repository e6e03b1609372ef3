using System.Text;
using Gongkai.Documents.Images;

namespace Gongkai.Documents.Inspection;

/// <summary>图片的痕迹：EXIF 的设备、时间、作者、说明与位置，XMP，PNG 的说明，内嵌的缩略图，接在图片后面的内容。</summary>
internal static class ImageTraces
{
    /// <summary>接在后面的，少于这么多字节的不算：有的相机补几个零。</summary>
    private const int LeastTrailing = 16;

    public static FileTraces Read(ReadOnlyMemory<byte> content)
    {
        var file = content.Span;
        return file is [0xFF, 0xD8, ..] ? Jpeg(content)
            : file is [0x89, ..] ? Png(content)
            : file.StartsWith("II"u8) || file.StartsWith("MM"u8) ? Of(ExifTags.Read(file, isImage: true), Say("TIFF 标签", "TIFF tags"))
            : FileTraces.None;
    }

    private static FileTraces Jpeg(ReadOnlyMemory<byte> content)
    {
        var file = content.Span;
        if (JpegSegments.Read(file) is not var (segments, end)) return Broken(Say("JPEG 的结构不完整", "the structure of the JPEG is incomplete"));
        var traces = FileTraces.None;
        foreach (var segment in segments.Where(segment => segment.IsApplication || segment.IsComment))
        {
            var body = segment.Body(file);
            if (body.StartsWith(JpegSegments.ExifHead)) traces = Plus(traces, Of(ExifTags.Read(body[6..]), "EXIF"));
            else if (body.StartsWith(JpegSegments.XmpHead)) traces = Plus(traces, Of(XmpProperties.Read(body[JpegSegments.XmpHead.Length..])));
            else if (body.StartsWith("Photoshop 3.0\0"u8)) traces = Plus(traces, Of([new FileProperty("exif", "Photoshop", Printable(body))]));
            else if (segment.IsComment) traces = Plus(traces, Of([new FileProperty("exif", "Comment", Encoding.UTF8.GetString(body).Trim('\0', ' '))]));
        }

        return Plus(traces, Trailing(content, end));
    }

    private static FileTraces Png(ReadOnlyMemory<byte> content)
    {
        var file = content.Span;
        if (PngChunks.Read(file) is not var (chunks, end)) return Broken(Say("PNG 的结构不完整", "the structure of the PNG is incomplete"));
        var traces = FileTraces.None;
        foreach (var chunk in chunks)
        {
            if (chunk.Type == "eXIf") traces = Plus(traces, Of(ExifTags.Read(chunk.Body(file)), "EXIF"));
            if (PngChunks.TextOf(chunk, file) is not var (keyword, text)) continue;
            traces = Plus(traces, Of(keyword == "XML:com.adobe.xmp" ? XmpProperties.Read(Encoding.UTF8.GetBytes(text)) : [new FileProperty("png", keyword, text)]));
        }

        return Plus(traces, Trailing(content, end));
    }

    private static FileTraces Trailing(ReadOnlyMemory<byte> content, int end) =>
        content.Length - end < LeastTrailing || content.Span[end..].IndexOfAnyExcept((byte)0, (byte)0xFF) < 0
            ? FileTraces.None
            : FileTraces.None with { Embedded = [new EmbeddedFile(Say("图片后面", "after the picture"), "trailing", content[end..])] };

    private static FileTraces Of(ExifTags tags, string caption) => FileTraces.None with
    {
        Properties =
        [
            .. tags.Values.Select(value => new FileProperty("exif", value.Key, value.Value)),
            .. tags.Xmp is { } xmp ? XmpProperties.Read(xmp) : [],
            .. tags.IsBroken ? [new FileProperty("exif", "Broken", Say($"{caption} 已损坏", $"{caption} is damaged"))] : Array.Empty<FileProperty>(),
        ],
        Thumbnails = tags.HasThumbnail ? [Say($"{caption} 缩略图", $"{caption} thumbnail")] : [],
    };

    private static FileTraces Of(IReadOnlyList<FileProperty> properties) => FileTraces.None with { Properties = properties };

    private static FileTraces Broken(string what) => Of([new FileProperty("exif", "Broken", what)]);

    private static FileTraces Plus(FileTraces one, FileTraces other) => one with
    {
        Properties = [.. one.Properties, .. other.Properties],
        Thumbnails = [.. one.Thumbnails, .. other.Thumbnails],
        Embedded = [.. one.Embedded, .. other.Embedded],
    };

    /// <summary>IPTC 夹在二进制里：只留像文字的。</summary>
    private static string Printable(ReadOnlySpan<byte> body)
    {
        var text = new StringBuilder();
        foreach (var rune in Encoding.UTF8.GetString(body).EnumerateRunes())
            text.Append(Rune.IsControl(rune) || rune == Rune.ReplacementChar ? ' ' : rune.ToString());
        return string.Join(' ', text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 3));
    }
}
