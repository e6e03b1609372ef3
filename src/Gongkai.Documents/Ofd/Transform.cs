namespace Gongkai.Documents.Ofd;

/// <summary>从文字对象到页面的变换：先按 CTM，再移到外框的左上角。单位毫米。</summary>
internal readonly record struct Transform(double A, double B, double C, double D, double E, double F, double X, double Y)
{
    public static Transform Of(double[]? matrix, double[]? boundary) => matrix is null
        ? new Transform(1, 0, 0, 1, 0, 0, boundary?[0] ?? 0, boundary?[1] ?? 0)
        : new Transform(matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5], boundary?[0] ?? 0, boundary?[1] ?? 0);

    /// <summary>把对象里的方框变到页面上，取外接的方框。</summary>
    public PlacedWord Apply(string text, double left, double top, double right, double bottom)
    {
        var (x1, y1) = Apply(left, top);
        var (x2, y2) = Apply(right, top);
        var (x3, y3) = Apply(left, bottom);
        var (x4, y4) = Apply(right, bottom);
        return new PlacedWord(
            text,
            Math.Min(Math.Min(x1, x2), Math.Min(x3, x4)), Math.Min(Math.Min(y1, y2), Math.Min(y3, y4)),
            Math.Max(Math.Max(x1, x2), Math.Max(x3, x4)), Math.Max(Math.Max(y1, y2), Math.Max(y3, y4)));
    }

    private (double X, double Y) Apply(double x, double y) => (A * x + C * y + E + X, B * x + D * y + F + Y);
}
