using System.Text.RegularExpressions;

namespace Gongkai.Documents.Layout;

/// <summary>页眉、页脚与页码：印在每一页边上的，不是内容。</summary>
public static partial class PageFurniture
{
    // 公文的版心离页边不少于 3.5 厘米（A4 的 12%）；页眉页脚在它之外。
    private const double Margin = 0.12;

    // 单独一个数要离页边更近，才是页码而不是表格的最后一行。
    private const double NumberMargin = 0.08;

    private const double SameHeight = 0.005;

    private const int FewestPages = 3;

    // 页眉或页脚不过几行。
    private const int EdgeLines = 4;

    /// <summary>逐页去掉页眉、页脚与页码；各页的行次序不变。</summary>
    /// <param name="pages">全部的页：要比过各页，才知道哪些是页眉。</param>
    public static IReadOnlyList<IReadOnlyList<PageLine>> Removed(IReadOnlyList<PlacedPage> pages)
    {
        var lines = pages.Select(page => (Page: page, Lines: PageLines.Of(page))).ToList();
        var edges = lines
            .SelectMany(each => Outermost(each.Lines).Where(line => IsNearEdge(line, each.Page, Margin))
                .Select(line => new EdgeLine(Pattern(line), line.Middle / each.Page.Height, each.Page.Number)))
            .ToList();
        return [.. lines.Select(each => (IReadOnlyList<PageLine>)[.. each.Lines.Except(Outermost(each.Lines).Where(line => IsFurniture(line, each.Page)))])];

        bool IsFurniture(PageLine line, PlacedPage page) =>
            IsNearEdge(line, page, Margin)
            && (MarkedNumber().IsMatch(line.Text)
                || (IsNearEdge(line, page, NumberMargin) && BareNumber().IsMatch(line.Text))
                || IsRepeated(new EdgeLine(Pattern(line), line.Middle / page.Height, page.Number)));

        bool IsRepeated(EdgeLine line)
        {
            var count = edges.Where(line.Matches).Select(edge => edge.Page).Distinct().Count();
            return count >= FewestPages && count * 2 > pages.Count;
        }
    }

    private static IEnumerable<PageLine> Outermost(IReadOnlyList<PageLine> lines) =>
        lines.Count <= 2 * EdgeLines ? lines : lines.Take(EdgeLines).Concat(lines.TakeLast(EdgeLines));

    private static bool IsNearEdge(PageLine line, PlacedPage page, double margin) =>
        line.Bottom < page.Height * margin || line.Top > page.Height * (1 - margin);

    // 页码每页不同，所以数字都当作一样。
    private static string Pattern(PageLine line) => Digits().Replace(line.Text, "#");

    [GeneratedRegex("[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();

    [GeneratedRegex("^[-—–－―_·~ ]+[0-9]{1,4}[-—–－―_·~ ]+$|^第 ?[0-9]{1,4} ?页[，, ]*(?:[/（(]? ?共 ?[0-9]{1,4} ?页[）)]?)?$|^[0-9]{1,4} ?/ ?[0-9]{1,4}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MarkedNumber();

    [GeneratedRegex("^[0-9]{1,4}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BareNumber();

    private readonly record struct EdgeLine(string Pattern, double Height, int Page)
    {
        public bool Matches(EdgeLine other) => Pattern == other.Pattern && Math.Abs(Height - other.Height) < SameHeight;
    }
}
