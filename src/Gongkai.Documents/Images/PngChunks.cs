using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Gongkai.Documents.Images;

/// <summary>PNG 的一块：四个字母的种类，整块的位置与长度（含长度、种类与校验）。</summary>
internal readonly record struct PngChunk(string Type, int Start, int Length)
{
    public ReadOnlySpan<byte> Body(ReadOnlySpan<byte> file) => file.Slice(Start + 8, Length - 12);
}

/// <summary>走一遍 PNG 的各块，直到图像结束；不解码像素。</summary>
internal static class PngChunks
{
    /// <summary>压缩的说明最多解开这么多。</summary>
    private const int LongestText = 1 << 20;

    /// <returns>各块，按先后；结束在第几个字节（之后的是拼接的）。不完整的为空引用。</returns>
    public static (List<PngChunk> Chunks, int End)? Read(ReadOnlySpan<byte> file)
    {
        var chunks = new List<PngChunk>();
        var at = 8;
        while (at + 12 <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > (uint)(file.Length - at - 12)) return null;
            var chunk = new PngChunk(Encoding.Latin1.GetString(file.Slice(at + 4, 4)), at, (int)length + 12);
            chunks.Add(chunk);
            at += chunk.Length;
            if (chunk.Type == "IEND") return (chunks, at);
        }

        return null;
    }

    /// <summary>说明文字（tEXt、zTXt、iTXt）：关键词与内容；不是说明的为空。</summary>
    public static (string Keyword, string Text)? TextOf(PngChunk chunk, ReadOnlySpan<byte> file)
    {
        var body = chunk.Body(file);
        var end = body.IndexOf((byte)0);
        if (end < 0 || chunk.Type is not ("tEXt" or "zTXt" or "iTXt")) return null;
        var keyword = Encoding.Latin1.GetString(body[..end]);
        var rest = body[(end + 1)..];
        switch (chunk.Type)
        {
            case "tEXt":
                // 标准说是 Latin-1，中文软件写的是 UTF-8。
                return (keyword, Encoding.UTF8.GetString(rest));
            case "zTXt" when rest.Length > 1:
                return (keyword, Encoding.UTF8.GetString(Inflate(rest[1..])));
            case "iTXt" when rest.Length > 2:
                var compressed = rest[0] == 1;
                rest = rest[2..];
                for (var field = 0; field < 2 && rest.IndexOf((byte)0) is >= 0 and var zero; field++) rest = rest[(zero + 1)..];
                return (keyword, Encoding.UTF8.GetString(compressed ? Inflate(rest) : rest));
            default:
                return (keyword, "");
        }
    }

    private static byte[] Inflate(ReadOnlySpan<byte> data)
    {
        try
        {
            using var stream = new ZLibStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
            var text = new byte[LongestText];
            return text[..stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}
