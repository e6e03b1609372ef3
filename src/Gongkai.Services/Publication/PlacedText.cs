using Gongkai.Scanning;

namespace Gongkai.Services.Publication;

/// <summary>有出处的一段文字，例如“正文第3段”；扫描的发现指着它。</summary>
/// <param name="Place">出处。</param>
/// <param name="Text">文字。</param>
public sealed record PlacedText(string Place, string Text)
{
    /// <summary>扫描几段文字，按先后列出发现；位置指接成的一篇，见 <see cref="Join"/>。</summary>
    public static IReadOnlyList<ScanFinding> Scan(IReadOnlyCollection<PlacedText> texts)
    {
        List<(int Start, string Place)> places = [];
        var start = 0;
        foreach (var text in texts)
        {
            places.Add((start, text.Place));
            start += text.Text.Length + 1;
        }

        return TextScanner.Scan(Join(texts), places);
    }

    /// <summary>接成一篇，一段一行。</summary>
    internal static string Join(IEnumerable<PlacedText> texts) => string.Join('\n', texts.Select(text => text.Text));
}
