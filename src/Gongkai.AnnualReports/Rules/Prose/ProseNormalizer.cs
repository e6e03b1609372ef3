using System.Runtime.CompilerServices;

namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>正文的归一：全角数字字母变半角，半角标点变全角，空白只在两个西文字符之间留一个。</summary>
internal static class ProseNormalizer
{
    /// <summary>把一段原文归一后接在 <paramref name="target"/> 的第 <paramref name="length"/> 个字之后。</summary>
    /// <param name="target">剩下的地方至少与原文一样长：归一从不变长。</param>
    /// <returns>接上以后的字数。</returns>
    public static int Append(Span<char> target, int length, string source)
    {
        var floor = length;
        var gap = Gap.None;
        for (var index = 0; index < source.Length; index++)
        {
            var c = source[index];
            if (IsChinese(c))
            {
                target[length++] = c;
                gap = Gap.None;
                continue;
            }

            if (c is '\n' or '\r')
            {
                if (gap == Gap.None) gap = Gap.Line;
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                gap = Gap.Space;
                continue;
            }

            if (IsIgnored(c)) continue;
            var half = Halve(c);
            var left = length > floor ? target[length - 1] : '\0';
            var written = char.IsAsciiLetterOrDigit(half) ? half : Punctuate(half, left, source, index);
            if (gap != Gap.None && length > floor && Separates(left, written, gap)) target[length++] = ' ';
            target[length++] = written;
            gap = Gap.None;
        }

        return length;
    }

    /// <summary>汉字和中文标点：归一以后还是它自己，两边也不留空格。绝大多数字到此为止。</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsChinese(char c) => c is (>= '\u2E80' and < '\uFE00') or '，' or '；' or '：' or '（' or '）' or '“' or '”';

    // 行尾断开的数字（“51⏎28条”）是一个数；行内隔开的（“51 28条”）不是，要留下空格让读数的人起疑。
    private static bool Separates(char left, char right, Gap gap) =>
        char.IsAsciiLetterOrDigit(left) && char.IsAsciiLetterOrDigit(right)
        && !(gap == Gap.Line && char.IsAsciiDigit(left) && char.IsAsciiDigit(right));

    // 全角的数字、字母和百分号、小数点取半角；全角的逗号、冒号本来就是中文标点，不动。
    private static char Halve(char c)
    {
        if (c is < '\uFF01' or > '\uFF5E') return c;
        var half = (char)(c - 0xFEE0);
        return char.IsAsciiLetterOrDigit(half) || half is '%' or '.' or '/' or '-' or '@' or '+' ? half : c;
    }

    private static bool IsIgnored(char c) =>
        char.IsControl(c) || c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '*' or '#' or '\\';

    private static char Punctuate(char c, char left, string source, int index)
    {
        var right = index + 1 < source.Length ? source[index + 1] : '\0';
        return c switch
        {
            ',' => char.IsAsciiDigit(left) && char.IsAsciiDigit(right) ? ',' : '，',
            ':' => char.IsAsciiLetterOrDigit(left) && (char.IsAsciiLetterOrDigit(right) || right == '/') ? ':' : '：',
            ';' => '；',
            '!' => '！',
            '?' => char.IsAsciiLetterOrDigit(left) && char.IsAsciiLetterOrDigit(right) ? '?' : '？',
            '(' => '（',
            ')' => '）',
            '～' or '~' => '至',
            _ => c,
        };
    }

    private enum Gap
    {
        None,
        Space,
        Line,
    }
}

/// <summary>标点与段首序号。</summary>
internal static class Punctuation
{
    /// <summary>能收住一段的字符：句末标点、冒号、分号、收尾的引号括号。</summary>
    public static bool EndsParagraph(char c) => c is '。' or '！' or '？' or '：' or '；' or '”' or '’' or '）' or '》' or '】' or '…';

    /// <summary>跟在句末标点之后、仍属前句的收尾符号。</summary>
    public static bool IsClosing(char c) => c is '”' or '’' or '）' or '》' or '】';

    /// <summary>段首的序号：“一、”“（一）”“1.”“（1）”“一是”“第一，”“①”。</summary>
    public static bool StartsWithMarker(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return false;
        if (text[0] is >= '①' and <= '⑳') return true;
        var index = text[0] is '（' or '第' ? 1 : 0;
        var start = index;
        while (index < text.Length && (char.IsAsciiDigit(text[index]) || "一二三四五六七八九十".Contains(text[index]))) index++;
        if (index == start || index >= text.Length) return false;
        return text[0] == '（' ? text[index] == '）' : text[index] is '、' or '.' or '．' or '）' or '是' or '，' or '章' or '部';
    }
}
