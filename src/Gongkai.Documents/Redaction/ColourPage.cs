using System.IO.Compression;
using Gongkai.Documents.Ocr;

namespace Gongkai.Documents.Redaction;

/// <summary>一页彩色像素，每像素红绿蓝各一字节；文件格式是 PPM（P6）。</summary>
internal sealed class ColourPage(int width, int height, byte[] pixels)
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    public byte[] Pixels { get; } = pixels;

    /// <summary>读 poppler 写出的 PPM；不是或不完整的为空。</summary>
    public static ColourPage? Parse(ReadOnlySpan<byte> ppm)
    {
        if (!ppm.StartsWith("P6"u8)) return null;
        var rest = ppm[2..];
        if (!PixelPage.TakeNumber(ref rest, out var width) || !PixelPage.TakeNumber(ref rest, out var height) || !PixelPage.TakeNumber(ref rest, out var top)) return null;
        var size = (long)width * height * 3;
        return top != 255 || size <= 0 || rest.Length <= size ? null : new ColourPage(width, height, rest.Slice(1, (int)size).ToArray());
    }

    /// <summary>涂黑一块：原来的像素不留。</summary>
    public void Paint(RedactionArea area)
    {
        var (left, top, right, bottom) = area.On(Width, Height);
        for (var row = top; row < bottom; row++) Pixels.AsSpan(((row * Width) + left) * 3, (right - left) * 3).Clear();
    }

    /// <summary>一块里最亮的一个分量；四边各让开几个像素（压缩过的图，边上会晕开），太窄的至少看正中的一个。</summary>
    public int Brightest(RedactionArea area, int inset)
    {
        var (left, top, right, bottom) = area.On(Width, Height);
        var (aside, down) = (Math.Min(inset, (right - left - 1) / 2), Math.Min(inset, (bottom - top - 1) / 2));
        var most = 0;
        for (var row = top + down; row < bottom - down; row++)
            foreach (var value in Pixels.AsSpan(((row * Width) + left + aside) * 3, Math.Max(0, right - left - (2 * aside)) * 3)) most = Math.Max(most, value);
        return most;
    }

    /// <summary>只有这幅图的一页 PDF，一像素一磅：交给 poppler 压成 JPEG。</summary>
    public byte[] ToPdf() => OnePagePdf.Of(Deflated(Pixels), Width, Height, "/FlateDecode", "/DeviceRGB", 0);

    private static byte[] Deflated(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest)) zlib.Write(content);
        return packed.ToArray();
    }
}
