using System.Text;

namespace Gongkai.Documents.Layout;

/// <summary>把一行的词连成文字。</summary>
internal static class WordJoining
{
    // 隔开一个字以上，原来就是空格或另一栏。
    private const double WideGap = 0.9;

    // 西文的词距约四分之一字高；比它更小的，是字体切换切开的同一个词。
    private const double LatinGap = 0.1;

    public static string Join(IReadOnlyList<PlacedWord> words)
    {
        if (words.Count == 1) return words[0].Text;
        var text = new StringBuilder();
        for (var index = 0; index < words.Count; index++)
        {
            if (index > 0 && NeedsSpace(words[index - 1], words[index])) text.Append(' ');
            text.Append(words[index].Text);
        }

        return text.ToString();
    }

    /// <summary>换行处把两段文字接起来：西文之间补一个空格。</summary>
    public static string Join(string before, string after) =>
        before.Length > 0 && after.Length > 0 && IsLatin(before[^1]) && IsLatin(after[0])
            ? $"{before} {after}"
            : before + after;

    private static bool NeedsSpace(PlacedWord before, PlacedWord after)
    {
        var gap = after.Left - before.Right;
        var size = Math.Max(before.Height, after.Height);
        return gap > size * WideGap || (gap > size * LatinGap && IsLatin(before.Text[^1]) && IsLatin(after.Text[0]));
    }

    private static bool IsLatin(char character) => character < '\u2E80' && char.IsLetterOrDigit(character);
}
