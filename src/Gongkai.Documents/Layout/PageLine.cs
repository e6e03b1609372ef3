namespace Gongkai.Documents.Layout;

/// <summary>页面上的一行：高度相近的词，从左到右；坐标的单位是磅，原点在左上角。</summary>
/// <param name="Page">页码，从 1 起。</param>
/// <param name="Words">至少一个词。</param>
public sealed record PageLine(int Page, double Left, double Top, double Right, double Bottom, IReadOnlyList<PlacedWord> Words)
{
    /// <summary>行高。</summary>
    public double Height => Bottom - Top;

    /// <summary>中线的高度。</summary>
    public double Middle => (Top + Bottom) / 2;

    /// <summary>连成一串的文字：汉字之间不留空，西文的词与隔得开的词之间留一个空格。</summary>
    public string Text => WordJoining.Join(Words);

    internal static PageLine Of(int page, IEnumerable<PlacedWord> words)
    {
        PlacedWord[] ordered = [.. words.OrderBy(word => word.Left).ThenBy(word => word.Top)];
        return new PageLine(
            page, ordered.Min(word => word.Left), ordered.Min(word => word.Top),
            ordered.Max(word => word.Right), ordered.Max(word => word.Bottom), ordered);
    }
}
