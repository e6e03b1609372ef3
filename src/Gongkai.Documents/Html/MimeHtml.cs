using System.Buffers.Text;
using System.Text;
using Gongkai.Documents.Text;
using Gongkai.Law;

namespace Gongkai.Documents.Html;

/// <summary>从 mht 里取出网页：第一个 text/html 部分，按它自己的传输编码还原成字节，再判定字符编码。</summary>
internal static class MimeHtml
{
    public static Outcome<DecodedText> Extract(ReadOnlyMemory<byte> content)
    {
        var (headers, body) = SplitHeaders(content.Span);
        if (Boundary(headers) is not { } boundary) return DecodePart(headers, body);
        var delimiter = Encoding.Latin1.GetBytes("--" + boundary);
        var rest = body;
        while (rest.IndexOf(delimiter) is var at and >= 0)
        {
            rest = rest[(at + delimiter.Length)..];
            var next = rest.IndexOf(delimiter);
            var (partHeaders, partBody) = SplitHeaders((next < 0 ? rest : rest[..next]).TrimStart("\r\n"u8));
            if (partHeaders.Contains("text/html", StringComparison.OrdinalIgnoreCase)) return DecodePart(partHeaders, partBody);
        }

        return Unreadable.NoTextShown(Say("邮件格式的网页（mht）", "the web archive (mht)"));
    }

    private static Outcome<DecodedText> DecodePart(string headers, ReadOnlySpan<byte> body)
    {
        var bytes = HeaderValue(headers, "Content-Transfer-Encoding").ToUpperInvariant() switch
        {
            "QUOTED-PRINTABLE" => QuotedPrintable(body),
            "BASE64" => FromBase64(body),
            _ => body.ToArray(),
        };
        return bytes.Length == 0 ? Unreadable.Damaged("MHT") : TextDecoder.Decode(bytes);
    }

    // 邮件头只有 ASCII 要紧；折行（下一行以空白开头）接成一行。
    private static (string Headers, byte[] Body) SplitHeaders(ReadOnlySpan<byte> message)
    {
        var (end, skip) = (message.IndexOf("\r\n\r\n"u8), 4);
        if (message.IndexOf("\n\n"u8) is var bare and >= 0 && (end < 0 || bare < end)) (end, skip) = (bare, 2);
        if (end < 0) return ("", message.ToArray());
        var headers = Encoding.Latin1.GetString(message[..end]).ReplaceLineEndings("\n");
        return (headers.Replace("\n\t", " ", StringComparison.Ordinal).Replace("\n ", " ", StringComparison.Ordinal), message[(end + skip)..].ToArray());
    }

    private static string HeaderValue(string headers, string name)
    {
        foreach (var line in headers.Split('\n'))
            if (line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
                return line[(name.Length + 1)..].Trim();
        return "";
    }

    private static string? Boundary(string headers)
    {
        var type = HeaderValue(headers, "Content-Type");
        var at = type.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var value = type[(at + "boundary=".Length)..].TrimStart();
        var end = value.StartsWith('"') ? value.IndexOf('"', 1) : value.IndexOfAny([';', ' ']);
        return (end < 0 ? value : value[..end]).Trim('"');
    }

    private static byte[] QuotedPrintable(ReadOnlySpan<byte> text)
    {
        var result = new byte[text.Length];
        var count = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '=')
            {
                result[count++] = text[at];
                continue;
            }

            var rest = text[(at + 1)..];
            if (rest is [(byte)'\r', (byte)'\n', ..]) at += 2;
            else if (rest is [(byte)'\n', ..]) at++;
            else if (rest.Length >= 2 && Utf8Parser.TryParse(rest[..2], out byte value, out var used, 'X') && used == 2)
            {
                result[count++] = value;
                at += 2;
            }
            else result[count++] = text[at];
        }

        return result[..count];
    }

    private static byte[] FromBase64(ReadOnlySpan<byte> text)
    {
        var result = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        Base64.DecodeFromUtf8(text, result, out _, out var written);
        return result[..written];
    }
}
