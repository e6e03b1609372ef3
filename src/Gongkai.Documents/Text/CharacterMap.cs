namespace Gongkai.Documents.Text;

/// <summary>逐字归一的表：65,536 个字各归一个字，0 表示不留。用到时建一次，此后每个字只查一次表。</summary>
internal static class CharacterMap
{
    private const int FullWidthOffset = '！' - '!';

    // 每一串的第一个字是归一的结果。
    private static readonly string[] Unified =
    [
        "\"“”„‟「」『』〝〞〟«»",
        "'‘’‚‛′´`",
        "-‐‑‒–—―−",
        "·•‧∙⋅・･",
        ":∶꞉",
        ".․",
        "。｡",
        "、､",
        "~〜",
        "[【〔〖",
        "]】〕〗",
        "¥￥",
        // 年份里的“二○二四年”与“二〇二四年”是一回事。
        "〇○◯",
    ];

    // 空白之外不留的字：零宽、方向控制、软连字符、变体选择符、看不见的填充符。
    private static readonly (char First, char Last)[] Invisible =
    [
        ('\0', ' '), ('\u007F', '\u00A0'), ('\u00AD', '\u00AD'), ('\u034F', '\u034F'), ('\u061C', '\u061C'),
        ('\u115F', '\u1160'), ('\u180B', '\u180E'), ('\u200B', '\u200F'), ('\u202A', '\u202E'), ('\u2060', '\u206F'),
        ('\u2800', '\u2800'), ('\u3164', '\u3164'), ('\uFE00', '\uFE0F'), ('\uFEFF', '\uFEFF'), ('\uFFA0', '\uFFA0'),
        ('\uFFF9', '\uFFFB'),
    ];

    public static char[] Table { get; } = Build();

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var c = 0; c < table.Length; c++) table[c] = char.IsWhiteSpace((char)c) ? '\0' : (char)c;
        foreach (var set in Unified)
            foreach (var c in set.AsSpan(1))
                table[c] = set[0];
        for (var c = '！'; c <= '～'; c++) table[c] = table[c - FullWidthOffset];
        foreach (var (first, last) in Invisible)
            for (int c = first; c <= last; c++)
                table[c] = '\0';
        foreach (var line in DataLines())
            for (var at = 0; at + 1 < line.Length; at += 2)
                table[line[at]] = table[line[at + 1]];
        return table;
    }

    private static IEnumerable<string> DataLines()
    {
        using var stream = typeof(CharacterMap).Assembly.GetManifestResourceStream("CharacterMap.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#'))
                yield return line;
    }
}
