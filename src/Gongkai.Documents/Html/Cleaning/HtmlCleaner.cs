using Gongkai.Documents.Flow;
using Gongkai.Law;

namespace Gongkai.Documents.Html.Cleaning;

/// <summary>清洗正文：从 Word、网页贴来的，只留允许的标签与属性；脚本、样式、隐藏的文字、外来的图片一概不留。</summary>
public static class HtmlCleaner
{
    // 一条信息的正文再长也到不了这里；再大的应当作附件。
    private const int LongestHtml = 4 << 20;

    /// <summary>清洗。</summary>
    /// <returns>清洗过的正文；太大、嵌套太深的，是一句说明。</returns>
    public static Outcome<CleanedHtml> Clean(string html, CancellationToken cancel)
    {
        if (html.Length > LongestHtml) return new Refusal($"正文太长：贴来的内容超过 {LongestHtml >> 20} 百万字符，请改用附件。");
        var budget = new FlowBudget(ReadLimits.Default, cancel);
        try
        {
            // 来稿是一段，不是一页：先开了正文，开头的脚本才不会被放进页首而不声不响。
            var document = HtmlParsing.Parse("<!DOCTYPE html><body>" + html, budget, AllowedMarkup.IsWorthParsing);
            if (document.Body is not { } body) return new CleanedHtml("", [], []);
            var writer = new CleanWriter(budget);
            writer.Write(body);
            return writer.ToCleaned();
        }
        catch (LimitException limit)
        {
            return limit.Refusal;
        }
    }
}
