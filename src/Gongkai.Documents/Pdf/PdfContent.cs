namespace Gongkai.Documents.Pdf;

/// <summary>
/// 页面内容流的文字：去掉显示文字的操作（Tj、TJ、'、"），别的照旧，这样画出来的页面就只差文字。
/// 只分清操作数与操作，不解释它们；内嵌的图片（BI…ID…EI）整个照抄。
/// </summary>
internal static class PdfContent
{
    /// <summary>没有文字的内容。</summary>
    /// <param name="content">展开后的内容流。</param>
    /// <param name="hasInvisible">里面有没有把文字设为不可见（3 Tr）：识别出的文字层是这样放的。</param>
    public static byte[] WithoutText(ReadOnlySpan<byte> content, out bool hasInvisible)
    {
        using var output = new MemoryStream(content.Length);
        hasInvisible = false;
        int at = 0, copied = 0, operands = 0, last = 0;
        while (Next(content, ref at, out var start, out var isOperator))
        {
            if (!isOperator)
            {
                if (operands++ == 0) last = start;
                continue;
            }

            var name = content[start..at];
            if (operands == 0) last = start;
            if (name.SequenceEqual("Tr"u8)) hasInvisible |= content[last..start].Trim(" \r\n\t"u8).SequenceEqual("3"u8);
            if (name.SequenceEqual("Tj"u8) || name.SequenceEqual("TJ"u8) || name.SequenceEqual("'"u8) || name.SequenceEqual("\""u8))
            {
                output.Write(content[copied..last]);
                copied = at;
            }
            else if (name.SequenceEqual("ID"u8)) at = EndOfImage(content, at);

            operands = 0;
        }

        output.Write(content[copied..]);
        return output.ToArray();
    }

    /// <summary>下一个单元；串、数组、字典各是一个操作数。</summary>
    private static bool Next(ReadOnlySpan<byte> content, ref int at, out int start, out bool isOperator)
    {
        isOperator = false;
        while (at < content.Length && IsSpace(content[at])) at++;
        start = at;
        if (at >= content.Length) return false;
        switch (content[at])
        {
            case (byte)'%':
                while (at < content.Length && content[at] is not ((byte)'\n' or (byte)'\r')) at++;
                return Next(content, ref at, out start, out isOperator);
            case (byte)'(':
                SkipString(content, ref at);
                return true;
            case (byte)'[' or (byte)'<' or (byte)']' or (byte)'>' or (byte)'{' or (byte)'}':
                SkipBracket(content, ref at);
                return true;
            case (byte)'/':
                at++;
                SkipRegular(content, ref at);
                return true;
            default:
                isOperator = content[at] is not (>= (byte)'0' and <= (byte)'9' or (byte)'+' or (byte)'-' or (byte)'.');
                if (content[at] == (byte)')') at++;
                else SkipRegular(content, ref at);
                return true;
        }
    }

    private static void SkipRegular(ReadOnlySpan<byte> content, ref int at)
    {
        while (at < content.Length && !IsSpace(content[at]) && !IsDelimiter(content[at])) at++;
    }

    private static void SkipString(ReadOnlySpan<byte> content, ref int at)
    {
        for (var depth = 0; at < content.Length; at++)
        {
            if (content[at] == (byte)'\\') at++;
            else if (content[at] == (byte)'(') depth++;
            else if (content[at] == (byte)')' && --depth == 0)
            {
                at++;
                return;
            }
        }
    }

    /// <summary>数组、字典与十六进制串：一直到配对的括号；里面的串单独跳过。</summary>
    private static void SkipBracket(ReadOnlySpan<byte> content, ref int at)
    {
        for (var depth = 0; at < content.Length;)
        {
            var one = content[at];
            if (one == (byte)'(')
            {
                SkipString(content, ref at);
                continue;
            }

            at++;
            if (one is (byte)'[' or (byte)'<' or (byte)'{') depth++;
            else if (one is (byte)']' or (byte)'>' or (byte)'}' && --depth <= 0) return;
        }
    }

    /// <summary>内嵌图片的数据到 EI 为止：前后都是空白，后面接着的又像操作。</summary>
    private static int EndOfImage(ReadOnlySpan<byte> content, int at)
    {
        while (content[at..].IndexOf("EI"u8) is >= 0 and var found)
        {
            at += found;
            var after = at + 2;
            if (IsSpace(content[at - 1]) && (after >= content.Length || (IsSpace(content[after]) && content[after..Math.Min(content.Length, after + 12)].IndexOfAnyInRange((byte)0x7F, (byte)0xFF) < 0))) return after;
            at = after;
        }

        return content.Length;
    }

    private static bool IsSpace(byte one) => one is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte one) => one is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';
}
