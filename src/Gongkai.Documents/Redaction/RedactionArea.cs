namespace Gongkai.Documents.Redaction;

/// <summary>
/// 页上要遮盖的一块，照看到的样子（裁剪过、转正了）说：各边是页宽、页高的几分之几，从左上角算起，0 到 1。
/// 所以与页的旋转、裁剪、放大都无关。
/// </summary>
/// <param name="Page">第几页，从 1 起。</param>
/// <param name="Left">左边。</param>
/// <param name="Top">上边。</param>
/// <param name="Right">右边，不小于左边。</param>
/// <param name="Bottom">下边，不小于上边。</param>
public readonly record struct RedactionArea(int Page, double Left, double Top, double Right, double Bottom)
{
    /// <summary>最窄、最矮是页的几分之几：再小的多半是点错了。</summary>
    public const double Least = 0.002;

    /// <summary>在页内，大小看得见。</summary>
    public bool IsSound => Page >= 1 && Left >= 0 && Top >= 0 && Right <= 1 && Bottom <= 1 && Right - Left >= Least && Bottom - Top >= Least;

    /// <summary>裁到页内。</summary>
    public RedactionArea Clamped() => new(Page, Math.Clamp(Left, 0, 1), Math.Clamp(Top, 0, 1), Math.Clamp(Right, 0, 1), Math.Clamp(Bottom, 0, 1));

    /// <summary>碰到这个词没有；挨着边的不算。</summary>
    public bool Touches(PlacedPage page, PlacedWord word) =>
        page.Number == Page && word.Right > Left * page.Width && word.Left < Right * page.Width && word.Bottom > Top * page.Height && word.Top < Bottom * page.Height;

    /// <summary>在这么大的画面上是哪些像素，往外取整：起（含）、止（不含）。</summary>
    public (int Left, int Top, int Right, int Bottom) On(int width, int height) => (
        Math.Clamp((int)Math.Floor(Left * width), 0, width), Math.Clamp((int)Math.Floor(Top * height), 0, height),
        Math.Clamp((int)Math.Ceiling(Right * width), 0, width), Math.Clamp((int)Math.Ceiling(Bottom * height), 0, height));
}
