namespace Gongkai.AnnualReports.Reading.Flat;

/// <summary>字形归一：全角变半角，引号、括号、横线统一，空白与强调记号去掉。</summary>
internal static class Folding
{
    private static readonly char[] Map = BuildMap();

    /// <summary>归一后的字；<c>\0</c> 表示去掉。</summary>
    public static char Of(char character) => Map[character];

    public static string Of(string text)
    {
        var buffer = new char[text.Length];
        var length = 0;
        foreach (var character in text)
            if (Map[character] is var folded && folded != '\0') buffer[length++] = folded;
        return new string(buffer, 0, length);
    }

    private static char[] BuildMap()
    {
        var map = new char[char.MaxValue + 1];
        for (var index = 0; index < map.Length; index++) map[index] = (char)index;
        for (var index = 0xFF01; index <= 0xFF5E; index++) map[index] = (char)(index - 0xFEE0);
        for (var index = 0; index < map.Length; index++)
            if (char.IsWhiteSpace((char)index) || char.IsControl((char)index)) map[index] = '\0';
        foreach (var character in "\u200B\u200C\u200D\u2060\uFEFF\u00AD*#＊＃") map[character] = '\0';
        foreach (var character in "“”„‟〝〞「」『』＂") map[character] = '"';
        foreach (var character in "‘’‚‛＇`") map[character] = '\'';
        foreach (var character in "〔［【﹝") map[character] = '[';
        foreach (var character in "〕］】﹞") map[character] = ']';
        foreach (var character in "−–‒﹣－") map[character] = '-';
        foreach (var character in "∕⁄／") map[character] = '/';
        return map;
    }
}
