using Gongkai.Scanning;

namespace Gongkai.Services.Publication;

/// <summary>有出处的一段文字，例如“正文第3段”；扫描的发现指着它。</summary>
/// <param name="Place">出处。</param>
/// <param name="Text">文字。</param>
public sealed record PlacedText(string Place, string Text)
{
    /// <summary>扫描几段文字，按先后列出发现。</summary>
    public static IReadOnlyList<ScanFinding> Scan(IReadOnlyCollection<PlacedText> texts)
    {
        List<(int Start, string Place)> places = [];
        var start = 0;
        foreach (var text in texts)
        {
            places.Add((start, text.Place));
            start += text.Text.Length + 1;
        }

        return TextScanner.Scan(string.Join('\n', texts.Select(text => text.Text)), places);
    }
}
