using System.Buffers.Binary;

namespace Gongkai.Documents.Images;

/// <summary>JPEG 的一段：标记，整段的位置与长度（含标记自己）。</summary>
internal readonly record struct JpegSegment(byte Marker, int Start, int Length)
{
    /// <summary>标记与长度之后的内容。</summary>
    public ReadOnlySpan<byte> Body(ReadOnlySpan<byte> file) => Length <= 4 ? [] : file.Slice(Start + 4, Length - 4);

    public bool IsApplication => Marker is >= 0xE0 and <= 0xEF;

    public bool IsComment => Marker == 0xFE;
}

/// <summary>走一遍 JPEG 的各段，直到图像结束；不解码像素。</summary>
internal static class JpegSegments
{
    public static ReadOnlySpan<byte> ExifHead => "Exif\0\0"u8;

    public static ReadOnlySpan<byte> XmpHead => "http://ns.adobe.com/xap/1.0/\0"u8;

    private const byte Scan = 0xDA;
    private const byte End = 0xD9;

    /// <returns>各段，按先后；结束在第几个字节（之后的是拼接的）。不完整的为空引用。</returns>
    public static (List<JpegSegment> Segments, int End)? Read(ReadOnlySpan<byte> file)
    {
        var segments = new List<JpegSegment>();
        var at = 2;
        while (at + 4 <= file.Length)
        {
            if (file[at] != 0xFF) return null;
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == End) return (segments, at + 2);
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 4 || at + length > file.Length) return null;
            if (marker == Scan) length = EndOfScan(file, at + length) - at;
            segments.Add(new JpegSegment(marker, at, length));
            at += length;
        }

        return at + 2 <= file.Length && file[at] == 0xFF && file[at + 1] == End ? (segments, at + 2) : null;
    }

    /// <summary>压缩的数据里，0xFF 后面跟 0 的是数据，跟 D0 至 D7 的是重新同步；别的才是下一段。</summary>
    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        while (true)
        {
            var next = file[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= file.Length) return file.Length;
            at += next;
            if (file[at + 1] is not (0 or >= 0xD0 and <= 0xD7 or 0xFF)) return at;
            at += file[at + 1] == 0xFF ? 1 : 2;
        }
    }
}
