using System.Buffers.Binary;
using System.IO.Compression;
using Gongkai.Documents.Images;
using Gongkai.Law;

namespace Gongkai.Documents.Redaction;

/// <summary>把 PNG 读成像素：透明的地方当作白纸。隔行的、太大的不读。</summary>
internal static class PngPixels
{
    /// <summary>最多这么多像素：A3 在 600 dpi 是七千万。</summary>
    public const long MostPixels = 80_000_000;

    public static Outcome<ColourPage> Read(ReadOnlyMemory<byte> file)
    {
        if (PngChunks.Read(file.Span) is not var (chunks, _) || chunks.Count == 0 || chunks[0].Type != "IHDR" || chunks[0].Length < 25) return Unreadable.Damaged(Say("图片", "picture"));
        var header = chunks[0].Body(file.Span);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        var (bits, kind, interlaced) = (header[8], header[9], header[12] != 0);
        var samples = kind switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => 0 };
        if (width <= 0 || height <= 0 || samples == 0 || bits is not (1 or 2 or 4 or 8 or 16)) return Unreadable.Damaged(Say("图片", "picture"));
        if ((long)width * height > MostPixels) return new Refusal(Say("图片太大，请缩小以后再传", "the picture is too large: make it smaller"));
        if (interlaced) return new Refusal(Say("图片是隔行存的，请另存为普通的 PNG 或 JPEG", "the picture is interlaced: save it as an ordinary PNG or JPEG"));
        var palette = chunks.Find(chunk => chunk.Type == "PLTE") is { Length: > 12 } colours ? colours.Body(file.Span).ToArray() : [];
        var rows = Inflate(file, chunks, (((width * samples * bits) + 7) / 8) + 1, height);
        return rows is null || (kind == 3 && palette.Length < 3) ? Unreadable.Damaged(Say("图片", "picture")) : Colours(rows, width, height, bits, samples, kind, palette);
    }

    private static byte[]? Inflate(ReadOnlyMemory<byte> file, List<PngChunk> chunks, int stride, int height)
    {
        if ((long)stride * height > int.MaxValue / 2) return null;
        using var packed = new MemoryStream();
        foreach (var chunk in chunks.Where(chunk => chunk.Type == "IDAT")) packed.Write(chunk.Body(file.Span));
        packed.Position = 0;
        var rows = new byte[stride * height];
        try
        {
            using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
            return zlib.ReadAtLeast(rows, rows.Length, throwOnEndOfStream: false) == rows.Length ? rows : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static ColourPage Colours(byte[] rows, int width, int height, int bits, int samples, int kind, byte[] palette)
    {
        var (stride, step) = (rows.Length / height, Math.Max(1, samples * bits / 8));
        var pixels = new byte[width * height * 3];
        var above = new byte[stride - 1];
        for (var row = 0; row < height; row++)
        {
            var line = rows.AsSpan((row * stride) + 1, stride - 1);
            Unfilter(rows[row * stride], line, above, step);
            line.CopyTo(above);
            for (var column = 0; column < width; column++) Colour(line, column, bits, samples, kind, palette, pixels.AsSpan(((row * width) + column) * 3, 3));
        }

        return new ColourPage(width, height, pixels);
    }

    private static void Colour(ReadOnlySpan<byte> line, int column, int bits, int samples, int kind, byte[] palette, Span<byte> pixel)
    {
        int Sample(ReadOnlySpan<byte> from, int number) => bits switch
        {
            8 => from[number],
            16 => from[number * 2],
            _ => (from[number * bits / 8] >> (8 - bits - (number * bits % 8))) & ((1 << bits) - 1),
        };

        var first = column * samples;
        if (kind == 3)
        {
            var entry = Math.Min(Sample(line, first), (palette.Length / 3) - 1) * 3;
            palette.AsSpan(entry, 3).CopyTo(pixel);
            return;
        }

        var scale = bits < 8 ? 255 / ((1 << bits) - 1) : 1;
        var opacity = kind is 4 or 6 ? Sample(line, first + samples - 1) : 255;
        for (var part = 0; part < 3; part++)
        {
            var value = Sample(line, first + (samples >= 3 ? part : 0)) * scale;
            pixel[part] = (byte)(((value * opacity) + (255 * (255 - opacity))) / 255);
        }
    }

    // PNG 规范第 9 章的五种滤波。
    private static void Unfilter(byte filter, Span<byte> line, ReadOnlySpan<byte> above, int step)
    {
        for (var at = 0; at < line.Length; at++)
        {
            var (left, up, corner) = (at >= step ? line[at - step] : 0, above[at], at >= step ? above[at - step] : 0);
            line[at] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
