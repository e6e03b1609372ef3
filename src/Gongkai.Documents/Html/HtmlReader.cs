using Gongkai.Documents.Flow;
using Gongkai.Law;

namespace Gongkai.Documents.Html;

/// <summary>读网页：段落成行，表格展开跨行跨列，不显示的不读。</summary>
internal static class HtmlReader
{
    public static Outcome<SourceDocument> Read(string html, ReadLimits limits, CancellationToken cancel)
    {
        var budget = new FlowBudget(limits, cancel);
        try
        {
            var document = HtmlParsing.Parse(html, budget);
            var walker = new HtmlWalker(budget, includeHidden: false);
            var pieces = walker.Walk(document);
            var remarks = HtmlMetadata.Of(document);
            if (walker.HiddenLength > 0)
            {
                // 正文整个不显示的页面，是等脚本来显示的：不读它就什么也没有了。
                var allHidden = walker.HiddenLength > pieces.TotalLength();
                if (allHidden) pieces = new HtmlWalker(budget, includeHidden: true).Walk(document);
                remarks.Add(HiddenRemark(walker.HiddenPlaces, allHidden));
            }

            return pieces.Count == 0
                ? Unreadable.NoTextShown(Say("网页", "the web page"))
                : new SourceDocument(SourceFormat.Html, pieces.ToBlocks(), remarks);
        }
        catch (LimitException limit)
        {
            return limit.Refusal;
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
        {
            // 第三方解析器遇到刻意损坏的输入会抛什么，无从列举；对读者都是一回事。
            return Unreadable.Damaged("HTML");
        }
    }

    private static SourceRemark HiddenRemark(int places, bool read) => new(
        "hidden-text", read ? Say($"正文在不显示的元素里（{places} 处），已照读", $"the text stands in elements that are not shown ({places} places); it was read") : Say($"有 {places} 处不显示的文字，未读入", $"{places} places of text that is not shown were not read"));
}
