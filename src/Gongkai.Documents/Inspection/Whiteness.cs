using System.Globalization;

namespace Gongkai.Documents.Inspection;

/// <summary>颜色算不算白：灰白的字在白纸上一样看不见。</summary>
internal static class Whiteness
{
    /// <summary>各分量都不小于它，就当作白色。</summary>
    public const int NearWhite = 0xF5;

    /// <param name="color">六位十六进制的红绿蓝；八位的，前两位是透明度，不看。</param>
    public static bool IsWhite(string? color) => color is { Length: 6 or 8 }
        && int.TryParse(color.AsSpan(color.Length - 6), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
        && IsWhite(rgb >> 16, (rgb >> 8) & 0xFF, rgb & 0xFF);

    public static bool IsWhite(int red, int green, int blue) => red >= NearWhite && green >= NearWhite && blue >= NearWhite;
}
