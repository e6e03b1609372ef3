namespace Gongkai.Scanning.Reading;

/// <summary>
/// 归一：全角变半角，零宽字符去掉，保留每个字在原文的位置。
/// 不用框架的 NFKC：程序以不变区域运行，那里的 NFKC 什么也不做；而且它会把“①”变成数字，与后面的号码粘在一起。
/// </summary>
internal static class Folding
{
    /// <summary>数学字母数字（U+1D7CE 起的五套数字）的高位代理。</summary>
    private const char MathHigh = '\uD835';
    private const char MathFirstDigit = '\uDFCE';

    private const string Wide = "＠．＿｜－ⅩⅹΧХх";
    private const string Narrow = "@._|-XXXXX";

    public static bool IsFoldable(char value) =>
        value is MathHigh or >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' || Wide.Contains(value);

    /// <summary>看不见，却能把号码切断：软连字符、零宽空格与连接符、方向控制符、变体选择符。</summary>
    public static bool IsZeroWidth(char value) =>
        value is '\u00AD' or '\u034F' or '\u180E' or '\uFEFF'
            or >= '\u200B' and <= '\u200F' or >= '\u202A' and <= '\u202E'
            or >= '\u2060' and <= '\u206F' or >= '\uFE00' and <= '\uFE0F';

    /// <summary>归一后的文字；<c>Map[i]</c> 是第 i 个字在原文的位置，多一项指向结尾。</summary>
    public static (string Text, int[] Map) Fold(string source)
    {
        var folded = new char[source.Length];
        var map = new int[source.Length + 1];
        int length = 0;
        for (int index = 0; index < source.Length; index++)
        {
            var value = source[index];
            if (IsZeroWidth(value)) continue;
            map[length] = index;
            if (value == MathHigh && index + 1 < source.Length && source[index + 1] >= MathFirstDigit)
            {
                folded[length++] = (char)('0' + (source[++index] - MathFirstDigit) % 10);
                continue;
            }

            folded[length++] = FoldOne(value);
        }

        map[length] = source.Length;
        return (new string(folded, 0, length), map);
    }

    private static char FoldOne(char value)
    {
        if (value is >= '０' and <= 'ｚ')
        {
            if (value is <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ') return (char)(value - '０' + '0');
        }

        var wide = value < 0x80 ? -1 : Wide.IndexOf(value);
        return wide < 0 ? value : Narrow[wide];
    }
}
