using System.IO.Compression;
using System.Text;

namespace Gongkai.Documents.Redaction;

/// <summary>在字节里找字：几种编码，连同写成十六进制的。</summary>
internal static class ByteSearch
{
    /// <summary>一个流解开以后最多看这么多。</summary>
    private const int LargestStream = 64 << 20;

    /// <summary>这么多个字节，在几十兆压缩过的图里也不会碰巧出现（2 的 48 次方分之一）：三个字的姓名各种编码都够长，两个字的 UTF-8 够长。</summary>
    public const int NeverByChance = 6;

    /// <summary>数字、字母不到这么长的，与坐标、偏移分不开，只在读出的文字里找。</summary>
    private const int LeastPlain = 6;

    private static readonly Encoding[] Encodings = [Encoding.UTF8, Encoding.BigEndianUnicode, Encoding.Unicode, Chinese()];

    /// <summary>第一个找到的；都没有的为空。</summary>
    /// <param name="leastBytes">不到这么多字节的写法不找：在压缩过的图里会碰巧出现。</param>
    public static string? Find(ReadOnlySpan<byte> content, IReadOnlyList<string> texts, int leastBytes)
    {
        foreach (var text in texts)
            foreach (var pattern in Patterns(text))
                if (pattern.Length >= leastBytes && content.IndexOf(pattern) >= 0) return text;
        return null;
    }

    /// <summary>PDF 里解得开的各个流，自己解，不借助写它的程序；图片除外。</summary>
    public static IEnumerable<byte[]> Streams(ReadOnlySpan<byte> pdf)
    {
        var streams = new List<byte[]>();
        for (var at = 0; pdf[at..].IndexOf("stream"u8) is >= 0 and var next; at += next + 6)
        {
            var start = at + next + 6;
            while (start < pdf.Length && pdf[start] is (byte)'\r' or (byte)'\n') start++;
            if (start < pdf.Length && Inflated(pdf[start..]) is { } open) streams.Add(open);
        }

        return streams;
    }

    private static IEnumerable<byte[]> Patterns(string text)
    {
        var plain = text.All(char.IsAscii);
        foreach (var encoding in Encodings)
        {
            if (plain && text.Length < LeastPlain && encoding is UTF8Encoding) continue;
            var bytes = encoding.GetBytes(text);
            yield return bytes;
            if (plain && encoding is UTF8Encoding) continue;
            yield return Encoding.ASCII.GetBytes(Convert.ToHexString(bytes));
            yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes));
        }
    }

    private static byte[]? Inflated(ReadOnlySpan<byte> packed)
    {
        if (packed is not [0x78, ..]) return null;
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            using var open = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int count; open.Length < LargestStream && (count = zlib.Read(buffer)) > 0;) open.Write(buffer, 0, count);
            return open.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static Encoding Chinese()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030");
    }
}
