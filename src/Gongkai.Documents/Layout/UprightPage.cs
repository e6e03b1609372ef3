namespace Gongkai.Documents.Layout;

/// <summary>横表竖放：整页的字都转过九十度。把它转正，后面的步骤就不必知道。</summary>
internal static class UprightPage
{
    private const double MostWords = 0.6;

    private const int FewestWords = 4;

    /// <summary>转正的页；本来就正的原样返回。</summary>
    public static PlacedPage Of(PlacedPage page)
    {
        var words = page.Words.Where(word => word.Text.Length > 1).ToList();
        if (words.Count < FewestWords || words.Count(word => word.IsUpended) < words.Count * MostWords) return page;
        var clockwise = ReadsDownwards(page.Words);
        return page with
        {
            Width = page.Height,
            Height = page.Width,
            Words = [.. page.Words.Select(word => clockwise
                ? new PlacedWord(word.Text, word.Top, page.Width - word.Right, word.Bottom, page.Width - word.Left)
                : new PlacedWord(word.Text, page.Height - word.Bottom, word.Left, page.Height - word.Top, word.Right))],
        };
    }

    // 方框看不出转的方向，词的次序看得出：同一列里后一个词在下面的，是顺时针转的。
    private static bool ReadsDownwards(IReadOnlyList<PlacedWord> words)
    {
        var down = 0;
        for (var index = 1; index < words.Count; index++)
        {
            var (before, after) = (words[index - 1], words[index]);
            if (Boxes.Overlap(before.Left, before.Right, after.Left, after.Right) > 0.5 * Math.Min(before.Width, after.Width))
                down += Math.Sign(after.Middle - before.Middle);
        }

        return down >= 0;
    }
}
