namespace Gongkai.Documents.Layout;

/// <summary>有坐标的页变成按阅读顺序排列的行。</summary>
public static class PageText
{
    /// <summary>去掉页眉、页脚与页码之后的各行；出处是页与页内的行。</summary>
    public static IReadOnlyList<TextLine> Of(IReadOnlyList<PlacedPage> pages) =>
        [.. PageFurniture.Removed(pages).SelectMany(lines => lines.Select((line, index) =>
            new TextLine(line.Text, new Place(Page: line.Page, Line: index + 1))))];
}
