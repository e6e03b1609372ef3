using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using Gongkai.Documents.Flow;

namespace Gongkai.Documents.Html;

/// <summary>
/// 用 AngleSharp 解析，只留所要的属性，不留注释与脚本。
/// 每建一个元素都数一数，隔若干个量一次深度、看一眼时间：恶意的网页在解析途中就停下。
/// </summary>
internal sealed class HtmlParsing
{
    // 一个元素连同它的文字约占 430 字节：到了这么多约 170 MB。
    private const int MostElements = 400_000;

    private const int MeasureEvery = 64;

    // AngleSharp 超过它的最大深度时把元素平铺成兄弟，那时会慢得多：放在我们的限度之外，使它永远到不了。
    private const int DepthMargin = 4 * MeasureEvery;

    private static readonly IBrowsingContext Context = BrowsingContext.New(Configuration.Default);

    private readonly FlowBudget _budget;
    private int _elements;
    private IElement? _previous;

    private HtmlParsing(FlowBudget budget) => _budget = budget;

    /// <summary>为读正文而解析：只留跨度、显示与否和页面头部的属性。</summary>
    public static IHtmlDocument Parse(string html, FlowBudget budget) => Parse(html, budget, IsForReading);

    /// <summary>解析，属性由调用方挑。</summary>
    public static IHtmlDocument Parse(string html, FlowBudget budget, Func<ReadOnlyMemory<char>, bool> isWanted)
    {
        var guard = new HtmlParsing(budget);
        var options = new HtmlParserOptions
        {
            DisableElementPositionTracking = true,
            SkipComments = true,
            SkipScriptText = true,
            SkipProcessingInstructions = true,
            MaximumDepth = budget.Limits.Depth + DepthMargin,
            ShouldEmitAttribute = (ref StructHtmlToken _, ReadOnlyMemory<char> name) => isWanted(name),
            OnCreated = (element, _) => guard.Check(element),
        };
        return new HtmlParser(options, Context).ParseDocument(html.AsMemory());
    }

    private static bool IsForReading(ReadOnlyMemory<char> name) =>
        name.Span is "rowspan" or "colspan" or "hidden" or "style" or "name" or "content";

    private void Check(IElement element)
    {
        if (++_elements > MostElements) throw new LimitException(Unreadable.TooManyElements(MostElements));
        _budget.Step();
        if (_elements % MeasureEvery == 0 && _previous is not null) _budget.Enter(Depth(_previous));
        _previous = element;
    }

    private static int Depth(INode node)
    {
        var depth = 0;
        for (var at = node; at is not null; at = at.Parent) depth++;
        return depth;
    }
}
