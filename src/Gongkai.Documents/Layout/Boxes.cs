namespace Gongkai.Documents.Layout;

/// <summary>词的方框的几何。</summary>
internal static class Boxes
{
    // 高出宽这么多、又不止一个字的，是竖排或转过九十度的词。
    private const double TallerThanWide = 1.5;

    extension(PlacedWord word)
    {
        public double Width => word.Right - word.Left;

        public double Height => word.Bottom - word.Top;

        public double Centre => (word.Left + word.Right) / 2;

        public double Middle => (word.Top + word.Bottom) / 2;

        public bool IsUpended => word.Text.Length > 1 && word.Height > word.Width * TallerThanWide;
    }

    /// <summary>两段区间重叠多少。</summary>
    public static double Overlap(double start, double end, double otherStart, double otherEnd) =>
        Math.Min(end, otherEnd) - Math.Max(start, otherStart);

    public static bool IsNumber(this PlacedWord word)
    {
        var digits = 0;
        foreach (var character in word.Text)
        {
            if (char.IsAsciiDigit(character)) digits++;
            else if (character is not ('.' or ',' or '-' or '+')) return false;
        }

        return digits > 0;
    }
}
