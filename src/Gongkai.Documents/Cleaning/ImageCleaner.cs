using Gongkai.Documents.Images;
using Gongkai.Law;

namespace Gongkai.Documents.Cleaning;

/// <summary>净化图片：去掉标签、说明、缩略图与接在后面的内容，像素一个不动；照片的方向留着，否则会横过来。</summary>
internal static class ImageCleaner
{
    /// <summary>PNG 里与画面有关的块；别的去掉。</summary>
    private static readonly HashSet<string> Drawn = new(StringComparer.Ordinal)
        { "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT" };

    private const byte Jfif = 0xE0;
    private const byte Profile = 0xE2;
    private const byte Adobe = 0xEE;

    public static Outcome<CleanedFile> Clean(ReadOnlyMemory<byte> content)
    {
        var removed = new RemovedMatter();
        var extension = content.Span is [0x89, ..] ? ".png" : ".jpg";
        if (Stripped(content, removed) is { } clean) return new CleanedFile(clean, extension, removed.Sentences);
        return content.Span is [0xFF, 0xD8, ..] or [0x89, ..]
            ? Unreadable.Damaged(Say("图片", "picture"))
            : new Refusal(Say("TIFF 图片不能净化：请另存为 PNG 或 JPEG", "TIFF pictures cannot be cleaned: save it as PNG or JPEG"));
    }

    /// <summary>包里的图片就地净化；认不得的格式没有标签，照旧。</summary>
    public static void CleanAll(EditablePackage package, string folder, RemovedMatter removed)
    {
        foreach (var name in package.Names.Where(name => name.Contains(folder, StringComparison.OrdinalIgnoreCase)).ToList())
            if (Stripped(package[name], removed) is { } clean) package[name] = clean;
    }

    /// <summary>净化过的；不是 PNG、JPEG 或结构不完整的为空。</summary>
    private static byte[]? Stripped(ReadOnlyMemory<byte> content, RemovedMatter removed)
    {
        var clean = content.Span is [0x89, ..] ? Png(content.Span) : content.Span is [0xFF, 0xD8, ..] ? Jpeg(content.Span) : null;
        if (clean is not null && clean.Length < content.Length) removed.Add(Say("图片的标签", "tags of the picture"));
        return clean;
    }

    private static byte[]? Png(ReadOnlySpan<byte> file)
    {
        if (PngChunks.Read(file) is not var (chunks, _)) return null;
        using var clean = new MemoryStream();
        clean.Write(file[..8]);
        foreach (var chunk in chunks.Where(chunk => Drawn.Contains(chunk.Type))) clean.Write(file.Slice(chunk.Start, chunk.Length));
        return clean.ToArray();
    }

    private static byte[]? Jpeg(ReadOnlySpan<byte> file)
    {
        if (JpegSegments.Read(file) is not var (segments, end)) return null;
        using var clean = new MemoryStream();
        clean.Write(file[..2]);
        var orientation = 1;
        foreach (var segment in segments)
        {
            var body = segment.Body(file);
            if (body.StartsWith(JpegSegments.ExifHead) && segment.Marker == 0xE1) orientation = ExifTags.Read(body[6..]).Orientation;
        }

        foreach (var segment in segments.Where(segment => segment.Marker == Jfif)) clean.Write(WithoutThumbnail(file.Slice(segment.Start, segment.Length)));
        if (orientation != 1) clean.Write(Orientation(orientation));
        foreach (var segment in segments)
            if (!segment.IsComment && (!segment.IsApplication || segment.Marker is Adobe || (segment.Marker == Profile && segment.Body(file).StartsWith("ICC_PROFILE"u8))))
                clean.Write(file.Slice(segment.Start, segment.Length));
        clean.Write(file[(end - 2)..end]);
        return clean.ToArray();
    }

    /// <summary>JFIF 段自己可以带一幅小图：去掉，只留十六个字节的头。</summary>
    private static byte[] WithoutThumbnail(ReadOnlySpan<byte> segment)
    {
        if (!segment[4..].StartsWith("JFIF\0"u8) || segment.Length < 18) return [];
        byte[] head = [.. segment[..18]];
        (head[2], head[3], head[16], head[17]) = (0, 16, 0, 0);
        return head;
    }

    /// <summary>只有方向一个标签的 EXIF。</summary>
    private static byte[] Orientation(int way) =>
        [0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)way, 0, 0, 0, 0, 0, 0];
}
