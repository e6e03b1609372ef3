using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Gongkai.Documents.Images;

/// <summary>
/// EXIF 与 TIFF 的标签：设备、时间、作者、说明、位置、缩略图。坏的目录读到哪里算哪里，从不越界，
/// 走过的目录与标签都有上限，互相指来指去的也走得完。
/// </summary>
internal sealed class ExifTags
{
    private const int MostTags = 2_000;
    private const int MostDirectories = 64;
    private const int LongestValue = 64 << 10;
    private const int EntryBytes = 12;

    /// <summary>要报的标签；XP 开头的是 UTF-16。</summary>
    private static readonly Dictionary<int, string> Names = new()
    {
        [0x010E] = "ImageDescription", [0x010F] = "Make", [0x0110] = "Model", [0x0131] = "Software", [0x0132] = "DateTime",
        [0x013B] = "Artist", [0x013C] = "HostComputer", [0x8298] = "Copyright", [0x9003] = "DateTimeOriginal", [0x9286] = "UserComment",
        [0x9C9B] = "XPTitle", [0x9C9C] = "XPComment", [0x9C9D] = "XPAuthor", [0x9C9E] = "XPKeywords", [0x9C9F] = "XPSubject",
        [0xA430] = "CameraOwnerName", [0xA431] = "BodySerialNumber", [0xA435] = "LensSerialNumber", [0x927C] = "MakerNote",
    };

    private static readonly int[] TypeBytes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

    private readonly List<KeyValuePair<string, string>> _values = [];
    private readonly HashSet<uint> _seen = [];
    private readonly bool _little;
    private int _tags;

    private ExifTags(bool little) => _little = little;

    /// <summary>名字与值，按出现的先后；位置的名字是 GPS。</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values => _values;

    public bool HasThumbnail { get; private set; }

    /// <summary>目录指到文件之外，或者成了环。</summary>
    public bool IsBroken { get; private set; }

    /// <summary>照片的方向，1 至 8；没有写的为 1。</summary>
    public int Orientation { get; private set; } = 1;

    /// <summary>内嵌的 XMP（TIFF 里才有）。</summary>
    public byte[]? Xmp { get; private set; }

    /// <param name="tiff">从 II 或 MM 开始的内容；不是的，当作坏的。</param>
    /// <param name="isImage">整个文件就是 TIFF：第二个目录是第二页，不是缩略图。</param>
    public static ExifTags Read(ReadOnlySpan<byte> tiff, bool isImage = false)
    {
        var little = tiff.StartsWith("II"u8);
        var tags = new ExifTags(little);
        if (tiff.Length < 8 || (!little && !tiff.StartsWith("MM"u8)))
        {
            tags.IsBroken = true;
            return tags;
        }

        var next = tags.Directory(tiff, tags.U32(tiff[4..]), isThumbnail: false);
        while (next != 0 && !tags.IsBroken) next = tags.Directory(tiff, next, isThumbnail: !isImage);
        return tags;
    }

    /// <returns>下一个目录的位置；没有了为 0。</returns>
    private uint Directory(ReadOnlySpan<byte> tiff, uint at, bool isThumbnail)
    {
        if (at > (uint)tiff.Length - 2 || _seen.Count >= MostDirectories || !_seen.Add(at))
        {
            IsBroken = true;
            return 0;
        }

        var count = U16(tiff[(int)at..]);
        var entries = tiff[((int)at + 2)..];
        HasThumbnail |= isThumbnail && count > 0;
        for (var index = 0; index < count; index++)
        {
            if (entries.Length < EntryBytes || ++_tags > MostTags)
            {
                IsBroken = true;
                return 0;
            }

            Tag(tiff, entries[..EntryBytes], isThumbnail);
            entries = entries[EntryBytes..];
        }

        return entries.Length >= 4 ? U32(entries) : 0;
    }

    private void Tag(ReadOnlySpan<byte> tiff, ReadOnlySpan<byte> entry, bool isThumbnail)
    {
        var (tag, type, count) = (U16(entry), U16(entry[2..]), U32(entry[4..]));
        if (tag is 0x8769 or 0xA005)
        {
            Directory(tiff, U32(entry[8..]), isThumbnail: false);
            return;
        }

        if (tag == 0x8825)
        {
            Location(tiff, U32(entry[8..]));
            return;
        }

        if (type == 0 || type >= TypeBytes.Length) return;
        var size = (long)count * TypeBytes[type];
        var value = size <= 4 ? entry.Slice(8, (int)Math.Max(0, size)) : Slice(tiff, U32(entry[8..]), size);
        if (tag == 0x0112 && type == 3 && value.Length >= 2) Orientation = U16(value) is >= 1 and <= 8 and var way ? way : 1;
        else if (tag == 700) Xmp = value.ToArray();
        else if (!isThumbnail && Names.TryGetValue(tag, out var name) && TextOf(tag, value) is { Length: > 0 } text) _values.Add(new(name, text));
    }

    private string TextOf(int tag, ReadOnlySpan<byte> value)
    {
        if (tag == 0x927C) return value.Length > 0 ? Say($"{value.Length} 字节", $"{value.Length} bytes") : "";
        value = value[..Math.Min(value.Length, LongestValue)];
        if (tag is >= 0x9C9B and <= 0x9C9F) return Trimmed(Encoding.Unicode.GetString(value));
        if (tag != 0x9286 || value.Length < 8) return Trimmed(Encoding.UTF8.GetString(value));
        // 用户说明的前八个字节是编码的名字。
        var code = value[..8];
        var body = value[8..];
        return Trimmed(code.StartsWith("UNICODE"u8) ? (_little ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(body) : Encoding.UTF8.GetString(body));
    }

    private void Location(ReadOnlySpan<byte> tiff, uint at)
    {
        if (at > (uint)tiff.Length - 2)
        {
            IsBroken = true;
            return;
        }

        var (latitude, longitude) = ("", "");
        var entries = tiff[((int)at + 2)..];
        for (var index = 0; index < U16(tiff[(int)at..]) && entries.Length >= EntryBytes && index < MostTags; index++, entries = entries[EntryBytes..])
        {
            var tag = U16(entries);
            if (tag == 2) latitude = Degrees(Slice(tiff, U32(entries[8..]), 24));
            if (tag == 4) longitude = Degrees(Slice(tiff, U32(entries[8..]), 24));
        }

        if (latitude.Length + longitude.Length > 0) _values.Add(new("GPS", $"{latitude},{longitude}"));
    }

    /// <summary>度、分、秒三个分数变成小数的度。</summary>
    private string Degrees(ReadOnlySpan<byte> value)
    {
        if (value.Length < 24) return "?";
        var (degrees, share) = (0.0, 1.0);
        for (var index = 0; index < 3; index++, share *= 60)
        {
            var (top, bottom) = (U32(value[(index * 8)..]), U32(value[((index * 8) + 4)..]));
            if (bottom != 0) degrees += (double)top / bottom / share;
        }

        return degrees.ToString("0.####", CultureInfo.InvariantCulture);
    }

    private ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> tiff, uint at, long size)
    {
        if (at <= tiff.Length && size <= tiff.Length - at) return tiff.Slice((int)at, (int)size);
        IsBroken = true;
        return [];
    }

    private static string Trimmed(string text) => text.Split('\0')[0].Trim();

    private ushort U16(ReadOnlySpan<byte> bytes) =>
        bytes.Length < 2 ? (ushort)0 : _little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private uint U32(ReadOnlySpan<byte> bytes) =>
        bytes.Length < 4 ? 0 : _little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
