namespace Gongkai.Documents.Layout;

/// <summary>一段文字：折行、换页之前的样子。</summary>
/// <param name="Place">第一行所在的页。</param>
/// <param name="Lines">由哪些行接成。</param>
public sealed record Paragraph(string Text, Place Place, IReadOnlyList<PageLine> Lines);

/// <summary>把折行的文字接成段：写到右边界的一行，下一行接着写。</summary>
public static class Paragraphs
{
    // 一行末尾因标点禁则空出的，不到两个字。
    private const double Ragged = 1.6;

    private const double Indent = 1.4;

    private const double WidestLeading = 2.6;

    private const double FullLine = 0.6;

    /// <param name="lines">依次的行，可以跨页；页眉页脚应当已经去掉。</param>
    public static IReadOnlyList<Paragraph> Of(IReadOnlyList<PageLine> lines)
    {
        var margins = lines.GroupBy(line => line.Page).ToDictionary(page => page.Key, page => Margins.Of([.. page]));
        var paragraphs = new List<Paragraph>();
        var current = new List<PageLine>();
        foreach (var line in lines)
        {
            if (current.Count > 0 && !Continues(current[^1], line, margins)) paragraphs.Add(Take(current));
            current.Add(line);
        }

        if (current.Count > 0) paragraphs.Add(Take(current));
        return paragraphs;
    }

    private static bool Continues(PageLine before, PageLine after, Dictionary<int, Margins> margins)
    {
        var size = Math.Min(before.Height, after.Height);
        return before.Right > margins[before.Page].Right - Ragged * size
            && after.Left < margins[after.Page].Left + Indent * size
            && before.Left < margins[before.Page].Left + (Indent + 2) * size
            && Math.Max(before.Height, after.Height) < size * Indent
            && (after.Page != before.Page || after.Middle - before.Middle < WidestLeading * size);
    }

    private static Paragraph Take(List<PageLine> lines)
    {
        var text = lines.Select(line => line.Text).Aggregate(WordJoining.Join);
        var paragraph = new Paragraph(text, new Place(Page: lines[0].Page), [.. lines]);
        lines.Clear();
        return paragraph;
    }

    /// <summary>一页版心的左右边界，由满行得出。</summary>
    private readonly record struct Margins(double Left, double Right)
    {
        public static Margins Of(List<PageLine> lines)
        {
            var left = lines.Min(line => line.Left);
            var right = lines.Max(line => line.Right);
            var full = lines.Where(line => line.Right - line.Left > FullLine * (right - left)).ToList();
            return full.Count == 0
                ? new Margins(left, right)
                : new Margins(full.Min(line => line.Left), full.Select(line => line.Right).Order().ElementAt(full.Count * 3 / 4));
        }
    }
}
