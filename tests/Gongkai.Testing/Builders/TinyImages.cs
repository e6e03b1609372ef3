using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Gongkai.Testing.Builders;

/// <summary>手写的小图片：灰度 PNG，带给定标签的 EXIF，把 EXIF 接进一份 JPEG。</summary>
public static class TinyImages
{
    /// <summary>一像素的基线 JPEG。</summary>
    private const string OnePixel =
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z";

    public static byte[] Jpeg(params (byte Marker, byte[] Body)[] segments)
    {
        var plain = Convert.FromBase64String(OnePixel);
        return [0xFF, 0xD8, .. segments.SelectMany(one => Segment(one.Marker, one.Body)), .. plain[2..]];
    }

    public static byte[] Exif(byte[] tiff) => [.. "Exif\0\0"u8, .. tiff];

    /// <summary>大端的 TIFF：一个目录，文字标签；另可带经纬度。</summary>
    public static byte[] Tiff((int Tag, string Text)[] tags, bool location = false)
    {
        var count = tags.Length + (location ? 1 : 0);
        var data = new List<byte>();
        var heap = 8 + 2 + (12 * count) + 4;
        var entries = new List<byte>();
        foreach (var (tag, text) in tags.OrderBy(one => one.Tag))
        {
            byte[] value = [.. Encoding.UTF8.GetBytes(text), 0];
            entries.AddRange([.. Short(tag), .. Short(2), .. Long(value.Length), .. value.Length <= 4 ? [.. value, .. new byte[4 - value.Length]] : Long(heap + data.Count)]);
            if (value.Length > 4) data.AddRange(value);
        }

        if (location)
        {
            entries.AddRange([.. Short(0x8825), .. Short(4), .. Long(1), .. Long(heap + data.Count)]);
            var at = heap + data.Count + 2 + 24 + 4;
            data.AddRange([.. Short(2), .. Short(2), .. Short(5), .. Long(3), .. Long(at), .. Short(4), .. Short(5), .. Long(3), .. Long(at + 24), .. Long(0)]);
            foreach (var part in (int[])[39, 54, 20, 116, 23, 29]) data.AddRange([.. Long(part), .. Long(1)]);
        }

        return [.. "MM\0*"u8, .. Long(8), .. Short(count), .. entries, .. Long(0), .. data];
    }

    /// <summary>灰度的 PNG，另加几块。</summary>
    public static byte[] Png(byte[] gray, int width, params (string Type, byte[] Body)[] chunks)
    {
        var height = gray.Length / width;
        using var pixels = new MemoryStream();
        using (var deflate = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
            for (var row = 0; row < height; row++)
            {
                deflate.WriteByte(0);
                deflate.Write(gray, row * width, width);
            }

        return
        [
            0x89, .. "PNG\r\n\x1A\n"u8,
            .. Chunk("IHDR", [.. Long(width), .. Long(height), 8, 0, 0, 0, 0]),
            .. chunks.SelectMany(one => Chunk(one.Type, one.Body)),
            .. Chunk("IDAT", pixels.ToArray()),
            .. Chunk("IEND", []),
        ];
    }

    private static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, .. Short(body.Length + 2), .. body];

    private static byte[] Chunk(string type, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. body];
        return [.. Long(body.Length), .. named, .. Long((int)Crc(named))];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320u;
        }

        return ~crc;
    }

    private static byte[] Short(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        return bytes;
    }

    private static byte[] Long(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
