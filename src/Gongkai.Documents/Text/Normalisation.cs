namespace Gongkai.Documents.Text;

/// <summary>
/// 归一：去掉空白与零宽字符，全角字母、数字与标点变半角，引号、破折号、方括号各归一种，繁体变简体。
/// 一个字归成一个字或者不留，所以结果从不比原文长，每个字都指得回原处。供认标签、比文字用，不改动要给人看的原文。
/// </summary>
public static class Normalisation
{
    private static readonly char[] Table = CharacterMap.Table;

    /// <summary>一个字归一的结果；不留的为 <c>'\0'</c>。</summary>
    public static char Of(char character) => Table[character];

    /// <summary>把原文归一到调用方的缓冲里。</summary>
    /// <param name="destination">至少与原文一样长。</param>
    /// <returns>写了多少个字。</returns>
    public static int Apply(ReadOnlySpan<char> source, Span<char> destination)
    {
        // 逐字都写、只在要留时前进：没有难以预测的分支，比先判断再写快得多。
        var table = Table;
        destination = destination[..source.Length];
        var count = 0;
        foreach (var character in source)
        {
            var mapped = table[character];
            destination[count] = mapped;
            count += mapped == '\0' ? 0 : 1;
        }

        return count;
    }

    /// <summary>同上，并记下每个字在原文里的位置。</summary>
    /// <param name="offsets">至少与原文一样长。</param>
    public static int Apply(ReadOnlySpan<char> source, Span<char> destination, Span<int> offsets)
    {
        var table = Table;
        destination = destination[..source.Length];
        offsets = offsets[..source.Length];
        var count = 0;
        for (var at = 0; at < source.Length; at++)
        {
            var mapped = table[source[at]];
            destination[count] = mapped;
            offsets[count] = at;
            count += mapped == '\0' ? 0 : 1;
        }

        return count;
    }

    /// <summary>归一后的文字；已经是归一的，返回原来那一个。</summary>
    public static string Apply(string source)
    {
        var table = Table;
        foreach (var character in source)
            if (table[character] is var mapped && (mapped != character || mapped == '\0'))
                return string.Create(CountKept(source), source, static (destination, from) => Fill(from, destination));
        return source;
    }

    /// <summary>两段文字归一之后是否相同；不分配内存。</summary>
    public static bool Same(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < left.Length && Table[left[i]] == '\0') i++;
            while (j < right.Length && Table[right[j]] == '\0') j++;
            if (i == left.Length || j == right.Length) return i == left.Length && j == right.Length;
            if (Table[left[i++]] != Table[right[j++]]) return false;
        }
    }

    private static int CountKept(ReadOnlySpan<char> source)
    {
        var count = 0;
        foreach (var character in source) count += Table[character] == '\0' ? 0 : 1;
        return count;
    }

    private static void Fill(string source, Span<char> destination)
    {
        var count = 0;
        foreach (var character in source)
        {
            var mapped = Table[character];
            if (mapped != '\0') destination[count++] = mapped;
        }
    }
}
