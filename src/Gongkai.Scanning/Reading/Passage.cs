using System.Buffers;

namespace Gongkai.Scanning.Reading;

/// <summary>一小段文字：是不是单独成行（成格、加括号），去掉空白的样子。</summary>
internal static class Passage
{
    /// <summary>标志前后最多看这么多个字；再长就是一句话，不是标志。</summary>
    private const int Reach = 40;

    private static readonly SearchValues<char> Borders = SearchValues.Create("\n\r\t|（）()【】[]〔〕《》");

    /// <summary>前后除空白、标点与 <paramref name="allowed"/> 里的字以外，同一行（格、括号）里没有别的。</summary>
    public static bool IsAlone(ReadOnlySpan<char> text, int start, int end, string allowed = "")
    {
        var (from, to) = Around(text, start, end);
        return IsEmpty(text[from..start], allowed) && IsEmpty(text[end..to], allowed);
    }

    /// <summary>同一行（格、括号）里，除它以外还有几个字。</summary>
    public static int OthersBeside(ReadOnlySpan<char> text, int start, int end)
    {
        var (from, to) = Around(text, start, end);
        return Letters(text[from..start]) + Letters(text[end..to]);
    }

    public static bool ContainsAny(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>前后有小数点、千分号接着数字，或后面写着元：是金额，不是号码。</summary>
    public static bool IsPartOfAmount(ReadOnlySpan<char> text, int start, int end) =>
        (start > 1 && text[start - 1] is ('.' or ',') && char.IsAsciiDigit(text[start - 2]))
        || (end < text.Length && text[end] == '元')
        || (end + 1 < text.Length && text[end] is ('.' or ',') && char.IsAsciiDigit(text[end + 1]));

    public static string WithoutSpaces(ReadOnlySpan<char> text)
    {
        Span<char> kept = stackalloc char[Math.Min(text.Length, 256)];
        int length = 0;
        foreach (var character in text[..kept.Length])
            if (!char.IsWhiteSpace(character)) kept[length++] = character;
        return new string(kept[..length]);
    }

    private static (int From, int To) Around(ReadOnlySpan<char> text, int start, int end)
    {
        var least = Math.Max(0, start - Reach);
        var from = least + text[least..start].LastIndexOfAny(Borders) + 1;
        var to = text[end..Math.Min(text.Length, end + Reach)].IndexOfAny(Borders);
        return (from, to < 0 ? Math.Min(text.Length, end + Reach) : end + to);
    }

    private static bool IsEmpty(ReadOnlySpan<char> text, string allowed)
    {
        foreach (var character in text)
            if (!char.IsWhiteSpace(character) && !char.IsPunctuation(character) && !allowed.Contains(character)) return false;
        return true;
    }

    private static int Letters(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (var character in text)
            if (char.IsLetterOrDigit(character)) count++;
        return count;
    }
}
