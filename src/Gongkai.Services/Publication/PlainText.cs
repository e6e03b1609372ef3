using System.Net;

namespace Gongkai.Services.Publication;

/// <summary>没有脚本时，正文可以直接写文字：一行一段。</summary>
internal static class PlainText
{
    /// <summary>没有标签的写成段落；有标签的原样。</summary>
    public static string ToHtml(string text) => text.Contains('<', StringComparison.Ordinal) ? text
        : string.Concat(text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            // 编辑器写的 &nbsp; 等先还原，免得转义两遍。
            .Select(line => $"<p>{WebUtility.HtmlEncode(WebUtility.HtmlDecode(line))}</p>"));
}
