using System.Buffers.Text;
using System.Text;

namespace Gongkai.Documents.Ocr;

/// <summary>一页灰度像素，每像素一字节，0 为黑；文件格式是 PGM（P5）。</summary>
internal sealed class PixelPage(int width, int height, byte[] pixels)
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    public byte[] Pixels { get; } = pixels;

    /// <summary>读 poppler 写出的 PGM；不是或不完整的为空。</summary>
    public static PixelPage? Parse(ReadOnlySpan<byte> pgm) => Take(ref pgm);

    /// <summary>接连写在一起的几页。</summary>
    public static List<PixelPage> ParseAll(ReadOnlySpan<byte> pgm)
    {
        var pages = new List<PixelPage>();
        while (Take(ref pgm) is { } page) pages.Add(page);
        return pages;
    }

    private static PixelPage? Take(ref ReadOnlySpan<byte> pgm)
    {
        if (!pgm.StartsWith("P5"u8)) return null;
        var rest = pgm[2..];
        if (!TakeNumber(ref rest, out var width) || !TakeNumber(ref rest, out var height) || !TakeNumber(ref rest, out var top))
            return null;
        var size = (long)width * height;
        if (top != 255 || size <= 0 || rest.Length <= size) return null;
        pgm = rest[(1 + (int)size)..];
        return new PixelPage(width, height, rest.Slice(1, (int)size).ToArray());
    }

    public byte[] ToPgm() => [.. Encoding.ASCII.GetBytes($"P5\n{Width} {Height}\n255\n"), .. Pixels];

    /// <summary>取下一个数。</summary>
    public static bool TakeNumber(ref ReadOnlySpan<byte> rest, out int value)
    {
        rest = rest.TrimStart(" \n\r\t"u8);
        if (!Utf8Parser.TryParse(rest, out value, out var used)) return false;
        rest = rest[used..];
        return true;
    }
}
