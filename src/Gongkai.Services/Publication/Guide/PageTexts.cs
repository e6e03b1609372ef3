using System.Collections.Immutable;
using System.Net;
using Gongkai.Documents.Html.Cleaning;
using Gongkai.Law;
using Gongkai.Publication.Guide;

namespace Gongkai.Services.Publication.Guide;

/// <summary>常设页各部分的文字：撰写的存清洗过的正文，取自机构信息的存一行纯文字。</summary>
public static class PageTexts
{
    private const int LongestFact = 300;

    /// <summary>这一部分是不是正文（可以分段、列表）；不是的只有一行。</summary>
    public static bool IsRich(string code) => code == StandingPageDecisions.Body || GuidePart.Find(code) is { Source: GuidePartSource.Text };

    /// <summary>收拾交来的文字：正文清洗过，一行的去掉首尾空白；没有写的不留。</summary>
    internal static Outcome<ImmutableArray<PageText>> Clean(IEnumerable<PageText> texts, CancellationToken cancel)
    {
        var clean = ImmutableArray.CreateBuilder<PageText>();
        foreach (var text in texts)
        {
            if (!IsRich(text.Code))
            {
                if (text.Text.Trim() is not { Length: > 0 } fact) continue;
                if (fact.Length > LongestFact) return new Refusal($"“{GuidePart.Find(text.Code)?.Caption ?? text.Code}”超过 {LongestFact} 个字。");
                clean.Add(new PageText(text.Code, fact));
                continue;
            }

            var cleaned = HtmlCleaner.Clean(AsHtml(text.Text), cancel);
            if (cleaned.Refusal is { } refusal) return refusal;
            if (cleaned.Value.Html.Length > 0) clean.Add(new PageText(text.Code, cleaned.Value.Html));
        }

        return clean.ToImmutable();
    }

    /// <summary>各部分的纯文字，一段一项，供扫描和检索。</summary>
    internal static IEnumerable<PlacedText> Plain(IEnumerable<PageText> texts, CancellationToken cancel) =>
        from text in texts
        let caption = GuidePart.Find(text.Code)?.Caption ?? "正文"
        from paragraph in IsRich(text.Code) ? HtmlCleaner.Clean(text.Text, cancel).Value.Paragraphs : [text.Text]
        select new PlacedText(caption, paragraph);

    /// <summary>没有用编辑器、直接键入的：一行一段。</summary>
    private static string AsHtml(string text) => text.Contains('<', StringComparison.Ordinal) ? text
        : string.Concat(text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>"));

    /// <summary>给普通的文字框：只有段落的写成一行一段，别的照写标签。</summary>
    public static string ForTyping(string html)
    {
        var lines = html.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "\n", StringComparison.Ordinal);
        return lines.Contains('<', StringComparison.Ordinal) ? html : WebUtility.HtmlDecode(lines).TrimEnd('\n');
    }
}
