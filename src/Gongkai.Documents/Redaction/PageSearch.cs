using System.Text;
using Gongkai.Documents.Layout;
using Gongkai.Documents.Text;

namespace Gongkai.Documents.Redaction;

/// <summary>在有坐标的页上找字、看一块遮住了哪些字。纯的几何。</summary>
public static class PageSearch
{
    /// <summary>一个字的宽，汉字为 1。</summary>
    private const double Narrow = 0.5;

    /// <summary>估出来的边往外放宽字高的几分之几：同一个词里各字宽窄不一，宁可多遮半个字。</summary>
    private const double Slack = 0.35;

    /// <summary>没有碰到任何一块的词：放出的文字层只有这些。</summary>
    public static IReadOnlyList<PlacedWord> Outside(PlacedPage page, IEnumerable<RedactionArea> areas)
    {
        var here = areas.Where(area => area.Page == page.Number).ToList();
        return [.. page.Words.Where(word => !here.Exists(area => area.Touches(page, word)))];
    }

    /// <summary>一块遮住的字，照次序接起来，不带空白；只遮住一个词的一部分的，只算那一部分。</summary>
    public static string Covered(PlacedPage page, RedactionArea area)
    {
        var covered = new StringBuilder();
        foreach (var word in page.Words.Where(word => area.Touches(page, word)))
            for (var at = 0; at < word.Text.Length; at++)
                if (area.Touches(page, Part(word, at, at + 1))) covered.Append(word.Text[at]);
        return string.Concat(covered.ToString().Where(letter => !char.IsWhiteSpace(letter)));
    }

    /// <summary>找出一些字在页上的每一处，一处一块或者几块（折行的一行一块）。全角半角、空白之分不论。</summary>
    public static IReadOnlyList<RedactionArea> Find(PlacedPage page, string text)
    {
        var wanted = Comparable(text);
        if (wanted.Length == 0) return [];
        // 页上的字一个一个排开，记着是哪个词的第几个。
        var (letters, origins) = (new StringBuilder(), new List<(int Word, int At)>());
        foreach (var (index, word) in page.Words.Index())
            for (var at = 0; at < word.Text.Length; at++)
                foreach (var letter in Comparable(word.Text[at].ToString()))
                {
                    letters.Append(letter);
                    origins.Add((index, at));
                }

        var (all, found) = (letters.ToString(), new List<RedactionArea>());
        for (var start = all.IndexOf(wanted, StringComparison.Ordinal); start >= 0; start = all.IndexOf(wanted, start + 1, StringComparison.Ordinal))
            found.AddRange(origins.Skip(start).Take(wanted.Length).GroupBy(one => one.Word).Select(part => Around(page, page.Words[part.Key], part.Min(one => one.At), part.Max(one => one.At) + 1)));
        return [.. found.Distinct()];
    }

    /// <summary>比较用的写法：归一，去掉空白，字母大写。</summary>
    public static string Comparable(string text) => string.Concat(Normalisation.Apply(text).Where(letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter))).ToUpperInvariant();

    private static RedactionArea Around(PlacedPage page, PlacedWord word, int start, int end)
    {
        var (part, height) = (Part(word, start, end), word.Bottom - word.Top);
        var (before, after) = (start == 0 ? 0.05 : Slack, end == word.Text.Length ? 0.05 : Slack);
        return new RedactionArea(
            page.Number, (part.Left - (before * height)) / page.Width, (part.Top - (0.05 * height)) / page.Height,
            (part.Right + (after * height)) / page.Width, (part.Bottom + (0.05 * height)) / page.Height).Clamped();
    }

    /// <summary>一个词里的几个字在哪里：按字的宽窄摊开。</summary>
    private static PlacedWord Part(PlacedWord word, int start, int end)
    {
        var widths = word.Text.Select(letter => letter < '\u2E80' ? Narrow : 1).ToArray();
        var total = widths.Sum();
        if (word.IsUpended)
        {
            var tall = word.Bottom - word.Top;
            return word with { Text = word.Text[start..end], Top = word.Top + (tall * widths[..start].Sum() / total), Bottom = word.Top + (tall * widths[..end].Sum() / total) };
        }

        var wide = word.Right - word.Left;
        return word with { Text = word.Text[start..end], Left = word.Left + (wide * widths[..start].Sum() / total), Right = word.Left + (wide * widths[..end].Sum() / total) };
    }
}
